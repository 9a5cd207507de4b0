from __future__ import annotations

from fractions import Fraction

import pytest

from lydelse.impact.plain_figures import counted, sum_of


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("705", 705), ("12 000", None), ("1,5", None), ("007", None), ("", None), ("-3", None)]
)
def test_figures_alone_are_a_number(text: str, number: int | None) -> None:
    assert counted(text) == (None if number is None else Fraction(number))


def test_a_sum_is_the_same_however_it_is_added() -> None:
    assert sum_of([Fraction(1), Fraction(2)]) == 3
    assert sum_of([Fraction(1, 3), Fraction(2)]) == Fraction(7, 3)
    assert sum_of([]) == 0
