"""Small words and what they say."""

from __future__ import annotations

import pytest

from lydelse.figures.small_words import small_words_in


def told(text: str) -> list[tuple[str, str, str]]:
    return [(word.meaning.value, word.sense, word.text) for word in small_words_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vårdgivaren ska kunna bistå", [("duty", "must be able", "ska kunna")]),
        ("får inte tas ut", [("duty", "must not", "får inte")]),
        ("inte mer än tre", [("limit", "at most", "inte mer än")]),
        ("500 kr/mån", [("unit", "kronor", "kr"), ("period", "month", "/mån")]),
        ("Belopp (tkr)", [("unit", "thousands", "tkr")]),
        ("inom fem arbetsdagar", [("term", "working days", "arbetsdagar")]),
        ("5 kr exkl. moms", [("unit", "kronor", "kr"), ("inclusion", "without tax", "exkl. moms")]),
        ("läkare och/eller sjuksköterska", [("joining", "either or both", "och/eller")]),
        ("per påbörjad timme", [("period", "hour", "per påbörjad timme")]),
    ],
)
def test_the_longest_small_word_stands(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text", ["under 2026", "måndagar", "kanal", "ska-krav", "dagar då skolan är stängd", "Kanslichefen bördar", "skalla"]
)
def test_what_only_looks_like_a_small_word_is_none(text: str) -> None:
    assert told(text) == []


def test_a_small_word_knows_where_it_stands_and_what_figure_it_counts() -> None:
    text = "Taket är 1 250 tkr inom trettio dagar."
    assert [(text[word.start : word.end], word.figure) for word in small_words_in(text)] == [("tkr", "1250"), ("dagar", "trettio")]
