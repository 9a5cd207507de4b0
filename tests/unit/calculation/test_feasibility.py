from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.calculation import feasibility
from lydelse.calculation.feasibility import Constraint, StoppedError, cannot_hold
from lydelse.model.interval import Interval

ZERO = Interval.exactly(0)


def _box(value: int) -> Interval:
    return Interval(value - Fraction(1, 2), value + Fraction(1, 2))


def _sum(whole: int, *parts: int) -> Constraint:
    return Constraint({whole: Fraction(1), **{part: Fraction(-1) for part in parts}}, ZERO)


def _clash(values: dict[int, int], *constraints: Constraint) -> tuple[int, ...]:
    return cannot_hold(constraints, {name: _box(value) for name, value in values.items()}, {k: Fraction(v) for k, v in values.items()})


def test_what_holds_as_printed_can_hold() -> None:
    assert _clash({1: 30, 2: 10, 3: 20}, _sum(1, 2, 3)) == ()


def test_what_rounding_explains_can_hold() -> None:
    assert _clash({1: 31, 2: 10, 3: 20}, _sum(1, 2, 3)) == ()


def test_a_sum_that_rounding_cannot_explain_cannot_hold() -> None:
    assert _clash({1: 33, 2: 10, 3: 20}, _sum(1, 2, 3)) == (0,)


def test_two_sums_that_each_can_hold_and_both_cannot() -> None:
    values = {1: 31, 2: 10, 3: 20, 4: 29}
    assert _clash(values, _sum(1, 2, 3)) == _clash(values, _sum(4, 2, 3)) == ()
    assert _clash(values, _sum(1, 2, 3), _sum(4, 2, 3)) == (0, 1)


def test_a_constraint_that_the_others_contradict_each_other_without_is_left_out() -> None:
    values = {1: 31, 2: 10, 3: 20, 4: 29, 5: 60}
    assert _clash(values, _sum(1, 2, 3), _sum(5, 1, 4), _sum(4, 2, 3)) == (0, 2)


def test_a_search_that_takes_too_long_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feasibility, "MOST_STEPS", 1)
    with pytest.raises(StoppedError):
        _clash({1: 31, 2: 10, 3: 20, 4: 29}, _sum(1, 2, 3), _sum(4, 2, 3))


@given(st.lists(st.integers(0, 3000), min_size=3, max_size=6), st.integers(0, 99))
def test_honest_rounding_of_true_figures_is_never_a_contradiction(tenths: list[int], share: int) -> None:
    """The true figures are the parts in tenths, their sum, and a share of it: printed as whole numbers they must agree."""
    parts = [Fraction(each, 10) for each in tenths]
    total = sum(parts, Fraction(0))
    true = {**dict(enumerate(parts)), 90: total, 91: total * share / 100}
    printed = {name: Fraction(int(value + Fraction(1, 2))) for name, value in true.items()}
    boxes = {name: Interval(value - Fraction(1, 2), value + Fraction(1, 2)) for name, value in printed.items()}
    whole = Constraint({90: Fraction(1), **{name: Fraction(-1) for name in range(len(parts))}}, ZERO)
    part = Constraint({91: Fraction(1), 90: Fraction(-share, 100)}, ZERO)
    assert cannot_hold([whole, part], boxes, printed) == ()
