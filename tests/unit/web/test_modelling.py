"""A calculation model drafted, changed in a form, tested against its document and saved."""

from collections.abc import Iterator

import pytest

from support.visitors import Served, Visitor, served

DOCUMENT = """4 Ersättning

Totalt fördelas 300 000 tkr.

4.1 Listning

Totalt fördelas 180 400 tkr.

4.2 Besök

Totalt fördelas 119 600 tkr.
"""
MODEL = """[storhet.allt]
avsnitt = "4 Ersättning"
etikett = "Totalt fördelas"
enhet = "tkr"

[storhet.listning]
avsnitt = "4.1 Listning"
etikett = "Totalt fördelas"
enhet = "tkr"

[storhet.besok]
avsnitt = "4.2 Besök"
etikett = "Totalt fördelas"
enhet = "tkr"

[relation.summa]
uttryck = "allt = listning + besok"
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page")) as opened:
        yield opened


@pytest.fixture(scope="module")
def tested(page: Served) -> tuple[Visitor, str]:
    visitor = page.visitor()
    work = visitor.order("model", [("before", "villkor.txt", DOCUMENT.encode()), ("model", "modell.toml", MODEL.encode())])
    visitor.finished(work)
    return visitor, work


def again(visitor: Visitor, work: str, fields: dict[str, str]) -> str:
    answer = visitor.post(f"{work}/model", fields)
    assert answer.status == 303, answer.text
    return visitor.finished((answer.headers["location"] or "").removeprefix(visitor.door.prefix))


def test_a_model_is_tested_against_a_document(tested: tuple[Visitor, str]) -> None:
    visitor, work = tested
    shown = visitor.get(work).text
    assert "Modellen är prövad" in shown
    assert "180 400 tkr" in shown
    assert "<strong>exakt</strong>" in shown


def test_a_model_is_drafted_and_can_be_changed(page: Served) -> None:
    visitor = page.visitor()
    work = visitor.order("draft", [("before", "villkor.txt", DOCUMENT.encode())])
    shown = visitor.finished(work)
    assert "Ett förslag till modell" in shown
    assert 'name="text"' in shown
    assert visitor.get(f"{work}/files/toml").text.startswith("#")


def test_a_relation_that_is_changed_is_tested_as_it_is_now(tested: tuple[Visitor, str]) -> None:
    visitor, work = tested
    shown = again(visitor, work, {"uttryck:summa": "allt = listning", "namn:storhet:besok": "mottagning", "namn:storhet:allt": "hela"})
    assert 'class="fails"' in shown
    assert "hela = listning" in shown
    assert "mottagning" in shown


def test_the_model_s_text_is_changed_as_a_whole(tested: tuple[Visitor, str]) -> None:
    visitor, work = tested
    shown = again(visitor, work, {"whole": "1", "text": MODEL.replace("listning + besok", "besok + listning").replace("\n", "\r\n")})
    assert "allt = besok + listning" in shown


def test_what_is_wrong_with_a_model_is_said_and_nothing_is_lost(tested: tuple[Visitor, str]) -> None:
    visitor, work = tested
    answer = visitor.post(f"{work}/model", {"uttryck:summa": "allt = finns_inte"})
    assert answer.status == 422
    assert "finns_inte" in answer.text
    assert "rad" in answer.text
    assert "allt = finns_inte" in answer.text.partition("<textarea")[2]
    for name in ("två ord", "9", "a]b", 'a"b'):
        wrong = visitor.post(f"{work}/model", {"namn:storhet:allt": name})
        assert wrong.status == 422
        assert "går inte att använda" in wrong.text


def test_a_model_is_saved_as_it_stands_in_the_form(tested: tuple[Visitor, str]) -> None:
    visitor, work = tested
    saved = visitor.post(f"{work}/model", {"save": "1", "namn:storhet:besok": "mottagning"})
    assert saved.status == 200
    assert saved.headers["content-disposition"] == 'attachment; filename="modell.toml"'
    assert 'uttryck = "allt = listning + mottagning"' in saved.text


@pytest.mark.parametrize("name", ["/etc/passwd.xlsx", "../../../hemligt.xlsx", "bok.xlsx", "\\\\\\\\server\\\\del\\\\bok.xlsx"])
def test_a_model_opens_no_other_file(tested: tuple[Visitor, str], name: str) -> None:
    visitor, work = tested
    text = f'{MODEL}\n[Arbetsbok]\nfil = "{name}"\n'
    answer = visitor.post(f"{work}/model", {"whole": "1", "text": text})
    assert answer.status == 422
    assert "öppnar bara filer som du själv lämnar" in answer.text
    left = visitor.order("model", [("before", "villkor.txt", DOCUMENT.encode()), ("model", "modell.toml", text.encode())])
    assert "öppnar bara filer som du själv lämnar" in visitor.finished(left)


def test_work_without_a_model_has_no_form_of_one(page: Served) -> None:
    visitor = page.visitor()
    work = visitor.order("check", [("paper", "villkor.txt", DOCUMENT.encode())])
    visitor.finished(work)
    assert visitor.post(f"{work}/model", {"whole": "1", "text": MODEL}).status == 404
