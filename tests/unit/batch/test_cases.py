"""Which memo and which minutes are of one case."""

from typing import Any

from lydelse.batch.cases import cases_among
from lydelse.model.archive import Described


def paper(kind: str, *cases: str, date: str | None = None, **facts: Any) -> Described:
    return Described("0" * 64, "x", "pdf", 1, facts.get("redline", "none"), kind, "", date, cases, 2025, 100, ())


MEMO = paper("memo", "RS/1/2025", date="2025-02-01")
MINUTES = paper("minutes", "RS/1/2025", "RS/9/2024", date="2025-03-01")


def test_a_memo_and_the_minutes_that_name_its_case_are_of_one_case() -> None:
    assert cases_among({"m": MEMO, "p": MINUTES}) == (("m", "p"),)


def test_minutes_before_the_memo_are_of_another_turn_of_the_case() -> None:
    assert cases_among({"m": MEMO, "p": paper("minutes", "RS/1/2025", date="2025-01-01")}) == ()


def test_a_memo_that_names_several_cases_is_left_alone() -> None:
    assert cases_among({"m": paper("memo", "RS/1/2025", "RS/9/2024"), "p": MINUTES}) == ()


def test_a_case_that_comes_up_twice_is_left_alone() -> None:
    assert cases_among({"m": MEMO, "p": MINUTES, "q": MINUTES}) == ()
    assert cases_among({"m": MEMO, "n": MEMO, "p": MINUTES}) == ()


def test_marked_papers_and_settled_ones_are_left_alone() -> None:
    assert cases_among({"m": MEMO, "p": paper("minutes", "RS/1/2025", redline="drawn")}) == ()
    assert cases_among({"m": MEMO, "p": MINUTES}, {"p"}) == ()
