"""Tokens for comparing texts."""

from __future__ import annotations

import pytest

from lydelse.figures.tokens import TokenKind, tokens_of


def read(text: str) -> list[tuple[str, str]]:
    return [(token.kind.value, token.text) for token in tokens_of(text) if token.kind is not TokenKind.SPACE]


def keys(text: str) -> list[str]:
    return [token.key for token in tokens_of(text)]


def test_a_grouped_amount_is_one_token_and_its_unit_another() -> None:
    assert read("773 096 tkr") == [("amount", "773 096"), ("word", "tkr")]


def test_years_numbers_dates_and_references_are_told_apart() -> None:
    assert read("2026 12 2021-06-02 5.1.1 RS/733/2021 2008:962 15 %") == [
        ("year", "2026"),
        ("number", "12"),
        ("date", "2021-06-02"),
        ("reference", "5.1.1"),
        ("reference", "RS/733/2021"),
        ("reference", "2008:962"),
        ("percent", "15 %"),
    ]


def test_a_hyphened_word_and_an_inflected_abbreviation_are_one_word() -> None:
    assert read("AT-läkare vid SKR:s kansli") == [("word", "AT-läkare"), ("word", "vid"), ("word", "SKR:s"), ("word", "kansli")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("773 096", "773\u00a0096"),
        ("773\u202f096", "773\u2009096"),
        ("16-67", "16\u201367"),
        ("\u201dordet\u201d", '"ordet"'),
        ("SKR\u2019s", "SKR's"),
        ("hälso\u00adcentral", "hälsocentral"),
        ("AT\u2011läkare", "AT-läkare"),
        ("a\u0308r", "är"),
        ("15 %", "15%"),
        ("ett\u00a0två", "ett\n två"),
        ("e\ufb03cient", "efficient"),
    ],
)
def test_what_reads_the_same_has_the_same_key(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("16\u201367", "1667"), ("AT-läkare", "ATläkare"), ("1,00", "1,0"), ("Ska", "ska"), ("700", "7 00")]
)
def test_what_reads_otherwise_has_another_key(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_the_tokens_are_the_text() -> None:
    text = "För år 2025 , 773 096  tkr \u2013 se (5.1.1)\u200b och https://exempel.se/a%20b?c=d."
    assert "".join(token.text for token in tokens_of(text)) == text
    assert all(text[token.start : token.end] == token.text for token in tokens_of(text))
