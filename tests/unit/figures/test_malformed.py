"""Numbers that are not written as Swedish numbers are."""

from __future__ import annotations

import pytest

from lydelse.figures.malformed import Flaw, malformed_in, malformed_in_cell


@pytest.mark.parametrize(
    ("text", "kind", "literal", "suggestion"),
    [
        ("med 1o miljoner kronor", Flaw.LETTER, "1o", "10"),
        ("ger 2 30l kr", Flaw.LETTER, "2 30l", "2 301"),
        ("ger 30l kr", Flaw.LETTER, "30l", "301"),
        ("till 1O personer", Flaw.LETTER, "1O", "10"),
        ("under 2o25", Flaw.LETTER, "2o25", "2025"),
        ("ger l00 kr", Flaw.LETTER, "l00", "100"),
        ("ger 1 2345 kr", Flaw.GROUPING, "1 2345", "12 345"),
        ("ger 1 234 56 kr", Flaw.GROUPING, "1 234 56", "123 456"),
        ("ger 773  096 tkr", Flaw.GROUPING, "773  096", "773 096"),
        ("färre än 5,000", Flaw.SEPARATOR, "5,000", "5 000"),
        ("5,000 invånare", Flaw.SEPARATOR, "5,000", "5 000"),
        ("ger 5.000 kr", Flaw.SEPARATOR, "5.000", "5 000"),
        ("ger 1.250,50 kr", Flaw.SEPARATOR, "1.250,50", "1 250,50"),
        ("ger 1,250,000 kr", Flaw.SEPARATOR, "1,250,000", "1 250 000"),
        ("ger 1,250 kr per barn", Flaw.SEPARATOR, "1,250", "1 250"),
        ("har 2,400 medlemmar", Flaw.SEPARATOR, "2,400", "2 400"),
        ("ger 3200 000 kr", Flaw.GROUPING, "3200 000", "3 200 000"),
        ("ger 32 00 kr", Flaw.GROUPING, "32 00", "3 200"),
        ("Priset 6 75 kr", Flaw.GROUPING, "6 75", ""),
        ("Avgiften är 6 75 kr", Flaw.GROUPING, "6 75", ""),
        ("ger l5 000 kr", Flaw.LETTER, "l5 000", "15 000"),
        ("höjs 12.5 %", Flaw.SEPARATOR, "12.5", "12,5"),
        ("med tre (4) procent", Flaw.WORD_AND_DIGITS, "tre (4)", ""),
        ("med fem tusen (500) kronor", Flaw.WORD_AND_DIGITS, "fem tusen (500)", ""),
        ("om tjugofem (52) platser", Flaw.WORD_AND_DIGITS, "tjugofem (52)", ""),
    ],
)
def test_a_malformed_number_and_what_it_may_have_meant(text: str, kind: Flaw, literal: str, suggestion: str) -> None:
    (malformed,) = malformed_in(text)
    assert (malformed.kind, malformed.literal, malformed.suggestion) == (kind, literal, suggestion)
    assert text[malformed.start : malformed.end] == literal


@pytest.mark.parametrize(
    "text",
    [
        "773 096 798 047 tkr",
        "2 222 2 301 kr",
        "2025 1 482 kr",
        "klass 3 1500 kr",
        "under 12 2025 kr",
        "5l mjölk",
        "O2 och I10 och H2O",
        "1,250 mkr",
        "vikt 1,000",
        "avsnitt 5.1 och 5.100",
        "kl. 10.30 på tisdag",
        "kl. 18:50 på tisdag",
        "ger 18:50 kr",
        "kl 09.30 kr",
        "ger 1,275 kr per kWh",
        "ger 2,125 kr/km",
        "konto 4100 700 kr",
        "år 2025 000 kr",
        "punkt 3 45 kr",
        "avgift 3 45 kr och taxa 2 10 kr",
        "tre (3) procent",
        "tjugo fem (25) platser",
        "fem tusen (5 000) kronor",
        "tusen (1000) kronor",
        "hälsocentraler (3) finns",
        "bilaga A (2)",
        "Från 1o%20miljoner.se till https://exempel.se/1o%20kr",
        "den 10 lol",
    ],
)
def test_these_are_well_formed_or_no_numbers(text: str) -> None:
    assert malformed_in(text) == ()


@pytest.mark.parametrize(
    ("text", "header", "suggestion"),
    [
        ("1.400", "Pris (kr)", "1 400"),
        ("1,400", "Pris (kr)", "1 400"),
        ("1.400", "Belopp tkr", "1 400"),
        ("15O", "Pris (kr)", "150"),
        ("1,400", "Antal besök", "1 400"),
    ],
)
def test_a_bare_number_in_a_cell_is_read_under_its_header(text: str, header: str, suggestion: str) -> None:
    (malformed,) = malformed_in_cell(text, header)
    assert (malformed.literal, malformed.suggestion) == (text, suggestion)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("1,400", "Pris (kr/kWh)"),
        ("1,400", "Belopp mkr"),
        ("1,400", "Vikt"),
        ("1 400", "Pris (kr)"),
        ("1,400", "Antal (tusental)"),
        ("", "Pris (kr)"),
    ],
)
def test_a_cell_may_hold_three_decimals(text: str, header: str) -> None:
    assert malformed_in_cell(text, header) == ()
