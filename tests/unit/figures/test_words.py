"""Number words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lydelse.figures.words import fraction_of_words, number_of_word


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("noll", 0),
        ("Tre", 3),
        ("ett", 1),
        ("tolv", 12),
        ("tjugofem", 25),
        ("nittionio", 99),
        ("etthundra", 100),
        ("hundra", 100),
        ("tvåhundrafemtio", 250),
        ("tusen", 1000),
        ("femtontusentrehundra", 15_300),
        ("trehundratusen", 300_000),
    ],
)
def test_a_word_says_a_number(word: str, number: int) -> None:
    assert number_of_word(word) == number


@pytest.mark.parametrize("word", ["", "läkare", "tretre", "tjugotio", "hundratals", "tusental", "enhundrahundra", "sexhundrakoll"])
def test_a_word_says_no_number(word: str) -> None:
    assert number_of_word(word) is None


@pytest.mark.parametrize(
    ("words", "fraction"),
    [
        ("en tolftedel", Fraction(1, 12)),
        ("två tredjedelar", Fraction(2, 3)),
        ("hälften", Fraction(1, 2)),
        ("en fjärdedel", Fraction(1, 4)),
        ("en del", None),
        ("många tredjedelar", None),
    ],
)
def test_fractions_in_words(words: str, fraction: Fraction | None) -> None:
    assert fraction_of_words(words) == fraction
