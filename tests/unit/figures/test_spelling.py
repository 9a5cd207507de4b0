from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.figures.numbers import parse_number
from lydelse.figures.spelling import in_unit, spelled


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal(773096), "773 096"),
        (Decimal("1.10"), "1,10"),
        (Decimal("-0.5"), "−0,5"),
        (132230, "132 230"),
        (0, "0"),
        (Decimal("1E+3"), "1 000"),
    ],
)
def test_a_figure_is_written_as_swedish_writes_it(value: Decimal | int, written: str) -> None:
    assert spelled(value) == written


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert parse_number(spelled(value)) == value


def test_a_number_is_shown_in_a_larger_unit_rounded_half_away_from_zero() -> None:
    assert in_unit(Fraction(1_234_500), 1000, 0) == Decimal(1235)
    assert in_unit(Fraction(-1_234_500), 1000, 0) == Decimal(-1235)
    assert in_unit(Fraction(1, 3), 1, 2) == Decimal("0.33")
