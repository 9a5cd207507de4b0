from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.model.interval import Interval

ENDS = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
INTERVALS = st.builds(lambda a, b: Interval(min(a, b), max(a, b)), ENDS, ENDS)
POSITIVE = st.builds(lambda a, b: Interval(min(a, b) + 1001, max(a, b) + 1001), ENDS, ENDS)


def within(interval: Interval) -> st.SearchStrategy[Fraction]:
    assert interval.lower is not None
    assert interval.upper is not None
    return st.fractions(min_value=interval.lower, max_value=interval.upper)


@given(INTERVALS, INTERVALS, st.data())
def test_arithmetic_holds_every_outcome_of_its_numbers(one: Interval, other: Interval, data: st.DataObject) -> None:
    a, b = data.draw(within(one)), data.draw(within(other))
    assert a + b in one + other
    assert a - b in one - other
    assert a * b in one * other


@given(INTERVALS, POSITIVE, st.data())
def test_quotients_hold_every_outcome(one: Interval, other: Interval, data: st.DataObject) -> None:
    assert data.draw(within(one)) / data.draw(within(other)) in one / other


def test_division_by_what_reaches_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="reaches zero"):
        Interval(Fraction(1), Fraction(2)) / Interval(Fraction(-1), Fraction(1))


def test_multiplying_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="without an end"):
        Interval(Fraction(1), None) * Interval.exactly(2)


def test_an_open_end_does_not_meet_what_begins_there() -> None:
    below = Interval(Fraction(0), Fraction(5), upper_open=True)
    assert not below.meets(Interval.exactly(5))
    assert Interval(Fraction(0), Fraction(5)).meets(Interval.exactly(5))
    assert 5 not in below


def test_what_is_without_end_meets_all_beyond() -> None:
    assert Interval(Fraction(3), None).meets(Interval.exactly(10**9))
    assert not Interval(Fraction(3), None).meets(Interval.exactly(2))


def test_what_is_common_has_the_innermost_ends() -> None:
    one = Interval(Fraction(0), Fraction(5), upper_open=True)
    other = Interval(Fraction(1), Fraction(5), lower_open=True)
    assert one.common_with(other) == Interval(Fraction(1), Fraction(5), lower_open=True, upper_open=True)
    assert one.common_with(Interval.exactly(7)) is None


def test_a_negative_factor_turns_the_interval() -> None:
    assert Interval(Fraction(1), Fraction(2), lower_open=True).scaled(-2) == Interval(Fraction(-4), Fraction(-2), upper_open=True)
