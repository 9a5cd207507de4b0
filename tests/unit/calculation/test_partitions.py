from __future__ import annotations

import pytest

from lydelse.model.calculation import RelationKind
from support.calculations import calculation_of


def _tested(sentence: str) -> list[tuple[str, str]]:
    outcomes = calculation_of(f"# 1 Medel\n{sentence}").outcomes
    return [(str(each.verdict), str(each.relation.origin)) for each in outcomes if each.relation.kind is RelationKind.SUM]


def test_parts_that_a_sentence_says_are_all_make_a_stated_sum() -> None:
    assert _tested("Anslaget på 8 000 tkr fördelas med 4 500 tkr till barn och 3 500 tkr till unga.") == [("exact", "stated")]
    assert _tested("Anslaget på 8 000 tkr fördelas med 4 500 tkr till barn och 3 600 tkr till unga.") == [("inconsistent", "stated")]


def test_parts_of_which_some_may_be_left_out_are_inferred_where_they_make_the_whole() -> None:
    assert _tested("Kostnaden är 23 400 tkr, varav 18 900 tkr för resor och 4 500 tkr för central.") == [("exact", "inferred")]
    assert _tested("Kostnaden är 23 400 tkr, varav 18 900 tkr för resor och 3 500 tkr för central.") == []


def test_parts_that_come_to_more_than_their_whole_are_told() -> None:
    assert _tested("Kostnaden är 23 400 tkr, varav 18 900 tkr för resor och 4 600 tkr för central.") == [("inconsistent", "stated")]


def test_the_total_may_stand_in_the_next_sentence() -> None:
    parts = "Stödet består av lokalstöd om 1 400 tkr och startbidrag om 90 tkr."
    assert _tested(f"{parts} Det totala stödet är 1 490 tkr.") == [("exact", "stated")]
    assert _tested(f"{parts} Det totala stödet till alla nämnder är 14 900 tkr.") == []


def test_the_parts_may_stand_in_the_next_sentence() -> None:
    parts = "Av detta avser 60 000 tkr hemtjänst och 31 300 tkr boende."
    assert _tested(f"Nämnden får 91 300 tkr. {parts}") == [("exact", "inferred")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anslaget på 8 000 tkr fördelas med 4 500 tkr till barn och 3 400 tkr till unga. Resten fördelas senare.",
        "Kostnaden är 8 000 tkr, varav minst 4 500 tkr för barn och 3 600 tkr för unga.",
        "Kostnaden är 8 000 tkr, varav 7 500 tkr för barn, varav 600 tkr för böcker och 100 tkr för spel.",
        "Priset höjs från 400 kr till 450 kr och från 500 kr till 560 kr, totalt 1 000 kr.",
        "För 2025 avsätts 400 tkr och för 2026 avsätts 510 tkr, totalt 900 tkr.",
    ],
)
def test_what_is_not_said_to_be_parts_is_not_tested(sentence: str) -> None:
    assert _tested(sentence) == []
