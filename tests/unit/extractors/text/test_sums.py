from __future__ import annotations

from decimal import Decimal

from lydelse.extractors.text import document_of
from lydelse.extractors.text.sums import GuessedPair, confirmed_totals
from lydelse.model.finding import Severity


def pair(before: str, after: str, unit: str = "tkr") -> GuessedPair:
    return GuessedPair(Decimal(before), Decimal(after), unit, "5.1")


def test_a_total_of_the_pairs_below_it_is_confirmed_over_other_units() -> None:
    pairs = [pair("773096", "798047"), pair("293881", "304262"), pair("2222", "2301", "kr"), pair("479215", "493785"), pair("7020", "7238")]
    assert [(sure.total, sure.parts) for sure in confirmed_totals(pairs)] == [(pairs[0], 2)]


def test_parts_may_be_rounded() -> None:
    assert [sure.parts for sure in confirmed_totals([pair("100", "103"), pair("33", "34"), pair("33", "34"), pair("33", "34")])] == [3]


def test_a_total_in_one_reading_only_is_not_confirmed() -> None:
    assert list(confirmed_totals([pair("100", "110"), pair("60", "60"), pair("40", "40")])) == []


def test_a_text_says_which_of_its_guesses_the_sums_confirm() -> None:
    document = document_of(
        "5.1 Ersättning\n\nTotalt fördelas för 2025 2026, 700 715 tkr.\n\n5.1.1 Grund\n\nTotalt fördelas för 2025 2026 480 490 tkr.\n\n"
        "5.1.2 Tillägg\n\nTotalt fördelas för 2025 2026 220 225 tkr.\n"
    )
    found = next(each for each in document.unread if each.message.key == "X903.sums")
    assert (found.severity, found.message.facts["section"], found.message.facts["parts"]) == (Severity.INFO, "5.1", 2)
