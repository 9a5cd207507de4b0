from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.calculation.rounding import probability_at_most, probability_of

ONE = Fraction(1)


def test_five_rounded_parts_miss_their_rounded_total_by_one_or_more_in_45_per_cent_of_all_tables() -> None:
    assert probability_of(ONE, Fraction(100), ONE, [ONE] * 5) == Fraction(45, 100)


def test_they_miss_it_by_two_in_fewer_than_2_per_cent() -> None:
    assert probability_of(Fraction(2), Fraction(100), ONE, [ONE] * 5) == Fraction(1, 60)


def test_a_difference_beyond_all_rounding_is_impossible() -> None:
    assert probability_of(Fraction(3), Fraction(100), ONE, [ONE] * 5) == 0


def test_no_difference_is_certain_enough() -> None:
    assert probability_of(Fraction(0), Fraction(100), ONE, [ONE] * 5) == 1


def test_a_share_that_rounds_to_the_other_side_is_as_unlikely_as_the_corner_of_a_triangle() -> None:
    rate = Fraction(15, 85)
    expected = (293_881 + 195_921) * rate
    probability = probability_of(86_435 - expected, expected, ONE, [rate, rate])
    assert probability == (1 - Fraction(5, 6)) ** 2 / 2


def test_an_exact_whole_of_rounded_parts_has_no_grid() -> None:
    assert probability_of(Fraction(1, 2), Fraction(10), Fraction(0), [ONE, ONE]) == Fraction(1, 4)


def test_exact_parts_leave_nothing_to_chance() -> None:
    assert probability_at_most([], Fraction(0)) == 1
    assert probability_at_most([], Fraction(-1)) == 0


def test_too_many_unlike_widths_are_given_up() -> None:
    assert probability_at_most([Fraction(3) ** power for power in range(20)], Fraction(0)) is None


@given(st.lists(st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(3, 17), Fraction(1000)]), min_size=1, max_size=6))
def test_errors_fall_on_either_side_of_zero_alike(widths: list[Fraction]) -> None:
    assert probability_at_most(widths, Fraction(0)) == Fraction(1, 2)


@pytest.mark.parametrize("count", [1, 2, 10, 50])
def test_the_whole_range_is_certain(count: int) -> None:
    assert probability_at_most([ONE] * count, Fraction(count, 2)) == 1
    assert probability_at_most([ONE] * count, -Fraction(count, 2)) == 0
