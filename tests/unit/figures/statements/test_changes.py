from __future__ import annotations

from decimal import Decimal

import pytest

from lydelse.figures.statements.changes import stated_changes_in


@pytest.mark.parametrize(
    ("text", "by", "to", "since"),
    [
        ("Ersättningen höjs från 700 kr till 725 kr, en ökning med 25 kr.", "25", "725", "700"),
        ("Ersättningen höjs från 2 222 kr till 2 301 kr (+3,6 %).", "3.6", "2301", "2222"),
        ("Taket räknas upp med 3,1 % från 7 020 tkr till 7 238 tkr.", "3.1", "7238", "7020"),
        ("Ersättningen är 725 kr, vilket är 25 kr högre än 700 kr.", "25", "725", "700"),
        ("Ersättningen höjs med 25 kr till 725 kr.", "25", "725", None),
        ("Ersättningen har räknats upp med 3,1 % och är 7 238 tkr.", "3.1", "7238", None),
    ],
)
def test_a_stated_change_is_read_with_its_amounts(text: str, by: str, to: str, since: str | None) -> None:
    (change,) = stated_changes_in(text)
    assert (change.by.value, change.to.value) == (Decimal(by), Decimal(to))
    assert (change.since.value if change.since else None) == (Decimal(since) if since else None)
    assert text[change.by.start : change.by.end] == change.by.literal
    assert not change.falls


def test_a_fall_is_told_from_a_rise_and_a_percentage_said_again_goes_the_same_way() -> None:
    changes = stated_changes_in("Kostnaden minskar från 12 mkr till 10 mkr, en minskning med 2 mkr (17 %).")
    assert [(str(change.by.value), change.falls) for change in changes] == [("2", True), ("17", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ersättningen är 725 kr och räknas upp med 3 % årligen.",
        "Ersättningen är 725 kr och räknas upp med 3 %.",
        "Kostnaden ökar med 10 mkr.",
        "Anslaget ökar med 25 mkr, varav 10 mkr avser löner.",
        "Av ökningen med 10 mkr betalas 4 mkr av kommunen, 3 mkr av regionen och 2 mkr av staten.",
        "Utgifter på 120 kr mer än 100 kr ersätts med 20 kr.",
        "Åldern höjs med 2 år till 67.",
    ],
)
def test_a_rule_for_years_to_come_and_a_change_of_something_else_are_none(text: str) -> None:
    assert stated_changes_in(text) == ()
