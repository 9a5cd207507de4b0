"""A pairing or a table corrected on the page: the review is made anew, and says what is corrected by hand."""

import re
from collections.abc import Iterator

import pytest

from support.visitors import Served, Visitor, served

TABLE = "| Post | Kr |\n|---|---|\n| Ett | 10 |\n| Två | 20 |\n"
BEFORE = f"# 4 Pris\n\nPriset är 100 kr per besök. Avgiften är 40 kr per samtal.\n\n{TABLE}".encode()
AFTER = BEFORE.replace(b"100", b"110").replace(b"40", b"45")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page")) as opened:
        yield opened


@pytest.fixture
def reviewed(page: Served) -> tuple[Visitor, str]:
    visitor = page.visitor()
    work = visitor.order("review", [("before", "nu.md", BEFORE), ("after", "sedan.md", AFTER)])
    visitor.finished(work)
    return visitor, work


def key(shown: str, name: str, figures: str) -> str:
    """Return what the form names an amount by."""
    choices = shown.partition(f'<select id="{name}"')[2].partition("</select>")[0]
    return next(str(each) for each in re.findall(r'value="([^"]+)"', choices) if each.endswith(f"|{figures}"))


def corrected(visitor: Visitor, work: str, fields: dict[str, str]) -> str:
    answer = visitor.post(f"{work}/correct", fields)
    assert answer.status == 303, answer.text
    return visitor.finished(work)


def test_two_amounts_are_said_not_to_belong_together_and_then_that_is_taken_back(reviewed: tuple[Visitor, str]) -> None:
    visitor, work = reviewed
    first = visitor.get(f"{work}/report").text
    shown = visitor.get(f"{work}/corrections").text
    pair = {"pair": "apart", "before": key(shown, "before", "100 kr"), "after": key(shown, "after", "110 kr")}
    corrected(visitor, work, pair)
    sentence = "100 kr i nuvarande lydelse och 110 kr i föreslagen lydelse hör inte ihop."
    assert sentence in visitor.get(f"{work}/corrections").text
    report = visitor.get(f"{work}/report").text
    assert sentence in re.sub(r"<[^>]+>", "", report)
    assert 'tidigare = "100 kr"' in visitor.get(f"{work}/files/corrections").text
    corrected(visitor, work, {"remove": removals(visitor, work)[0]})
    assert visitor.get(f"{work}/report").text == first


def removals(visitor: Visitor, work: str) -> list[str]:
    return re.findall(r'name="remove" value="([^"]+)"', visitor.get(f"{work}/corrections").text)


def paired(visitor: Visitor, work: str, said: str, figures: tuple[str, str]) -> None:
    shown = visitor.get(f"{work}/corrections").text
    corrected(visitor, work, {"pair": said, "before": key(shown, "before", figures[0]), "after": key(shown, "after", figures[1])})


def test_a_correction_that_two_windows_take_back_takes_no_other_with_it(reviewed: tuple[Visitor, str]) -> None:
    visitor, work = reviewed
    paired(visitor, work, "apart", ("100 kr", "110 kr"))
    paired(visitor, work, "apart", ("40 kr", "45 kr"))
    first = removals(visitor, work)[0]
    corrected(visitor, work, {"remove": first})
    corrected(visitor, work, {"remove": first})
    assert "40 kr i nuvarande lydelse och 45 kr i föreslagen lydelse hör inte ihop." in visitor.get(f"{work}/corrections").text


def test_what_is_said_of_a_pair_last_is_what_is_said_of_it(reviewed: tuple[Visitor, str]) -> None:
    visitor, work = reviewed
    for said in ("apart", "together", "together"):
        paired(visitor, work, said, ("100 kr", "110 kr"))
    assert len(removals(visitor, work)) == 1


def test_a_correction_of_a_review_that_is_being_made_anew_is_said_not_to_be_taken(reviewed: tuple[Visitor, str]) -> None:
    visitor, work = reviewed
    shown = visitor.get(f"{work}/corrections").text
    fields = {"pair": "apart", "before": key(shown, "before", "100 kr"), "after": key(shown, "after", "110 kr")}
    answers = [visitor.post(f"{work}/correct", fields) for _ in range(2)]
    assert answers[0].status == 303
    assert answers[1].status == 409
    assert "Vänta tills den är klar" in answers[1].text
    visitor.finished(work)


def test_a_table_is_read_as_it_is_said(reviewed: tuple[Visitor, str]) -> None:
    visitor, work = reviewed
    shown = visitor.get(f"{work}/corrections").text
    path = re.findall(r'name="path" value="([^"]+)"', shown)[0]
    corrected(visitor, work, {"table": "0", "path": path, "rows": "1", "columns": "1", "as-text": "1"})
    assert "är ingen tabell och läses som text" in visitor.get(f"{work}/corrections").text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"pair": "together", "before": "", "after": "4|1|110"}, "Välj ett belopp"),
        ({"table": "99", "path": "4/t1", "rows": "1", "columns": "1"}, "Tabellen finns inte"),
        ({"table": "0", "path": "../t1", "rows": "1", "columns": "1"}, "Tabellen finns inte"),
    ],
)
def test_a_correction_of_nothing_is_not_made(reviewed: tuple[Visitor, str], fields: dict[str, str], said: str) -> None:
    visitor, work = reviewed
    answer = visitor.post(f"{work}/correct", fields)
    assert answer.status == 422
    assert said in answer.text
