"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from lydelse.figures.sentences import sentences_of


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Hit hör t.ex. Åre och bl.a. Ragunda.",
        "Priset är 5 kr. per besök inkl. Moms.",
        "Direktivet är Dir. 2023:98 om vården.",
        "Brevet skrevs av A. Ek i går.",
        "5. Ersättning lämnas varje månad.",
        "Läs avsnitt 5.1.1 om detta.",
        "Vikten 1,5 gäller.",
        "Det gäller den 20:e varje månad.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Den är 2 301 kr. Den kan ändras.", 2),
        ("Hur? Så! Därför.", 3),
        ("Det står i avsnitt 5. Där finns mer.", 2),
        ("Han sade \u201dnej.\u201d Hon gick.", 2),
        ("Ett stycke\n\nett annat", 2),
        ("Åre, Berg m.m. Se nedan.", 2),
        ("Den gäller från 2025. 2026 ändras den.", 2),
        ("  ", 0),
        ("", 0),
    ],
)
def test_the_number_of_sentences(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_the_spans_leave_the_spaces_between_out() -> None:
    assert split("  Ett.   Två.  ") == ["Ett.", "Två."]
