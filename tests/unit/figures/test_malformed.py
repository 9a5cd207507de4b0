"""Numbers that are not written as Swedish numbers are."""

from __future__ import annotations

import pytest

from lydelse.figures.malformed import Flaw, malformed_in


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
        ("ger 18:50 kr", Flaw.SEPARATOR, "18:50", "18,50"),
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
