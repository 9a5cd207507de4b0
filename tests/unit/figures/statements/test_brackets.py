from decimal import Decimal

import pytest

from lydelse.figures.statements.brackets import bracket_of


@pytest.mark.parametrize(
    ("label", "first", "last", "unit"),
    [
        ("0–4", 0, 4, ""),
        ("2 001–4 000", 2001, 4000, ""),
        ("2 001 - 4 000", 2001, 4000, ""),
        ("30–69 km", 30, 69, "km"),
        ("16-67 år", 16, 67, "år"),
        ("mellan 5 och 9", 5, 9, ""),
        (">4 001", 4002, None, ""),
        ("> 150 km", 151, None, "km"),
        ("mer än 150 km", 151, None, "km"),
        ("Plus 100", 100, None, ""),
        ("100+", 100, None, ""),
        ("85 år och äldre", 85, None, "år"),
        ("85 och äldre", 85, None, ""),
        ("minst 100 km", 100, None, "km"),
        ("≥ 20", 20, None, ""),
        ("4 001–", 4001, None, ""),
        ("<5", None, 4, ""),
        ("under 18 år", None, 17, "år"),
        ("högst 20", None, 20, ""),
        ("upp till 2 000", None, 2000, ""),
        ("67 år–", 67, None, "år"),
        ("20–29 (ny klass)", 20, 29, ""),
        ("20–29 år*", 20, 29, "år"),
    ],
)
def test_a_label_says_its_bracket(label: str, first: int | None, last: int | None, unit: str) -> None:
    bracket = bracket_of(label)
    assert bracket is not None
    assert (bracket.first, bracket.last, bracket.unit) == (
        None if first is None else Decimal(first),
        None if last is None else Decimal(last),
        unit,
    )


@pytest.mark.parametrize(
    "label", ["Ålder", "Läkarbesök", "Summa", "1,04", "2025", "2026-01-01", "", "Ålder över 65 år och ensamboende", "9–4"]
)
def test_other_labels_say_none(label: str) -> None:
    assert bracket_of(label) is None


@pytest.mark.parametrize(
    ("label", "literal"), [("0–2 m³", "0–2 m³"), ("Mer än 40 m²", "Mer än 40 m²"), ("0–2 år²", "0–2 år"), ("0–2 m³¹", "0–2 m³")]
)
def test_the_raised_sign_of_a_note_is_left_out_and_that_of_a_unit_is_not(label: str, literal: str) -> None:
    bracket = bracket_of(label)
    assert bracket is not None
    assert bracket.literal == literal
