from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.calculation.declared.evaluation import NoSolutionError, coefficients, solved_for, worked_out
from lydelse.calculation.expressions import equation_of
from lydelse.model.interval import Interval

HALF = Fraction(1, 2)


def around(number: int) -> Interval:
    return Interval(number - HALF, number + HALF)


def test_a_share_of_a_base_that_holds_itself_is_solved() -> None:
    equation = equation_of("g = 15 % * (a + c + g)")
    solved = solved_for(equation, "g", {"a": Interval.exactly(304262), "c": Interval.exactly(202842)})
    assert solved == Interval.exactly(Fraction(3, 17) * (304262 + 202842))


def test_rounding_is_carried_along() -> None:
    solved = solved_for(equation_of("a = b - 2 * c"), "a", {"b": around(10), "c": around(3)})
    assert (solved.lower, solved.upper) == (Fraction(5, 2), Fraction(11, 2))


def test_a_quantity_under_a_division_line_is_not_solved_for() -> None:
    with pytest.raises(NoSolutionError):
        solved_for(equation_of("a = b / x"), "x", {"a": around(3), "b": around(9)})
    with pytest.raises(NoSolutionError):
        solved_for(equation_of("a = x * x"), "x", {"a": around(3)})


def test_nothing_is_divided_by_what_may_be_zero() -> None:
    with pytest.raises(NoSolutionError):
        worked_out(equation_of("a = b / c").sides[1], {"b": around(3), "c": around(0)})
    with pytest.raises(NoSolutionError):
        solved_for(equation_of("x = x + a"), "x", {"a": around(3)})


def test_the_coefficients_of_a_sum_of_multiples_are_told() -> None:
    found = coefficients(equation_of("g = 15 % * (a + c + g) - a / 2"), {})
    assert found == {"g": Fraction(85, 100), "a": Fraction(35, 100), "c": -Fraction(15, 100)}


def test_an_exact_quantity_counts_as_a_number() -> None:
    assert coefficients(equation_of("t = p * n"), {"n": Interval.exactly(12)}) == {"t": Fraction(1), "p": Fraction(-12)}
    assert coefficients(equation_of("t = p * n"), {}) is None


@given(st.lists(st.integers(-1000, 1000), min_size=3, max_size=3), st.lists(st.fractions(-HALF, HALF), min_size=3, max_size=3))
def test_what_honest_figures_make_is_always_within_the_interval(printed: list[int], errors: list[Fraction]) -> None:
    values = dict(zip("abc", map(around, printed), strict=True))
    a, b, c = (Fraction(number) + error for number, error in zip(printed, errors, strict=True))
    assert a * b - c * (a + 2) in worked_out(equation_of("x = a * b - c * (a + 2)").sides[1], values)
