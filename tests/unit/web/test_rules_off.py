"""Rules that are off for a kind of documents: from then on, for that kind alone, said wherever it matters, and undone."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from lydelse.web.kept import history_in
from lydelse.web.keys import OWN
from lydelse.web.orders import Kind
from lydelse.web.rules_off import FILE, RulesOff
from support.visitors import Served, Visitor, served

TEXT = "# Förslag till beslut\n\nAnslaget höjs med 1o miljoner kronor.\n".encode()
OFF = "Avstängda regler:"


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as opened:
        yield opened


def seen(text: str) -> str:
    """Return the text of a page with ordinary spaces alone."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def checked(visitor: Visitor, name: str = "förslag.md") -> tuple[str, str]:
    """Return the address of a work, and its page."""
    work = visitor.order("check", [("paper", name, TEXT)])
    return work, seen(visitor.finished(work))


def turned_off(visitor: Visitor) -> tuple[str, str]:
    """Turn the rule of the first finding off for all documents that are checked; return its code and the work that was done anew."""
    work, shown = checked(visitor)
    code = re.findall(r"</span> · ([A-Z]\d{3})", shown)[0]
    assert f"Stäng av {code} för alla handlingar som kontrolleras" in shown
    answer = visitor.post(f"{work}/again", {"rule-off": code, "for-kind": "1"})
    return code, (answer.headers["location"] or "").removeprefix(visitor.door.prefix)


def test_a_rule_is_off_for_every_later_document_of_the_kind_and_for_no_other(page: Served) -> None:
    visitor = page.visitor()
    code, again = turned_off(visitor)
    assert f"{OFF} {code}." in seen(visitor.finished(again))
    _, later = checked(visitor, "annat.md")
    assert f"{OFF} {code}." in later
    assert f"</span> · {code}" not in later
    other = visitor.order("review", [("before", "förslag.md", TEXT)])
    assert f"</span> · {code}" in visitor.finished(other)


def test_every_form_of_report_says_which_rules_are_off(page: Served) -> None:
    visitor = page.visitor()
    code, again = turned_off(visitor)
    visitor.finished(again)
    sentence = f"{OFF} {code}."
    assert sentence in visitor.get(f"{again}/report").text.replace("\N{NO-BREAK SPACE}", " ")
    word = zipfile.ZipFile(BytesIO(visitor.get(f"{again}/files/docx").body)).read("word/document.xml").decode()
    assert sentence in word.replace("\N{NO-BREAK SPACE}", " ")
    excel = zipfile.ZipFile(BytesIO(visitor.get(f"{again}/files/xlsx").body))
    assert any(sentence in excel.read(name).decode() for name in excel.namelist() if name.startswith("xl/worksheets/"))
    assert json.loads(visitor.get(f"{again}/files/json").text)["rules_off"] == [code]
    assert json.loads(visitor.get(f"{again}/files/sarif").text)["runs"][0]["properties"]["rulesOff"] == [code]


def test_it_is_undone_on_the_form_of_the_kind_or_at_a_review(page: Served) -> None:
    visitor = page.visitor()
    code, _ = turned_off(visitor)
    form = seen(visitor.get("/check").text)
    assert f"används inte {code}" in form
    assert f"Slå på {code}" in form
    assert f"används inte {code}" not in seen(visitor.get("/").text)
    assert visitor.post("/rules/check", {"rule-on": code}).status == 303
    assert f"används inte {code}" not in seen(visitor.get("/check").text)
    assert f"</span> · {code}" in checked(visitor)[1]
    code, again = turned_off(visitor)
    assert f"Slå på {code} för alla handlingar som kontrolleras" in seen(visitor.finished(again))
    answer = visitor.post(f"{again}/again", {"rule-on": code, "for-kind": "1"})
    back = (answer.headers["location"] or "").removeprefix(visitor.door.prefix)
    assert f"</span> · {code}" in visitor.finished(back)
    assert f"</span> · {code}" in checked(visitor)[1]


def test_nobody_turns_rules_off_without_the_key_of_the_form(page: Served) -> None:
    visitor = page.visitor()
    assert visitor.post("/rules/check", {"rule-on": "S101", "formular": "annan"}).status == 403
    assert visitor.post("/rules/draft", {"rule-on": "S101"}).status == 404


def test_it_is_kept_in_the_folder_of_the_history_and_the_works_there_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sida").mkdir()
    with served(tmp_path / "sida", history=history_in(tmp_path / "historik", 30)) as opened:
        code, again = turned_off(opened.visitor())
        opened.visitor().finished(again)
    assert RulesOff(tmp_path / "historik").of(OWN, Kind.CHECK) == {code}
    history = history_in(tmp_path / "historik", 30)
    assert len([*history.kept()]) == 2
    with served(tmp_path / "sida", history=history) as opened:
        assert f"används inte {code}" in seen(opened.visitor().get("/check").text)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"schema": "annat"}', '{"schema": "lydelse/rules-off/1", "off": {"check": ["<b>", 7]}}', "{"]
)
def test_a_file_that_is_none_of_ours_turns_nothing_off(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    assert RulesOff(tmp_path).of(OWN, Kind.CHECK) == frozenset()


def test_what_is_no_code_of_a_rule_is_passed_over(tmp_path: Path) -> None:
    off = RulesOff(tmp_path)
    off.turn(OWN, Kind.CHECK, off="<script>")
    off.turn(OWN, Kind.DRAFT, off="S101")
    assert off.of(OWN, Kind.CHECK) == off.of(OWN, Kind.DRAFT) == frozenset()
    assert not (tmp_path / FILE).exists()


def test_what_cannot_be_written_down_holds_while_the_page_is_open(tmp_path: Path) -> None:
    off = RulesOff(tmp_path / "borta")
    off.turn(OWN, Kind.CHECK, off="S101")
    assert off.of(OWN, Kind.CHECK) == {"S101"}
    assert off.unkept
