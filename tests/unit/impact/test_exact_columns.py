"""Figures of all units at once: the same as span by span."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.impact.exact_columns import Column, column_of, same_for_all, total_of
from lydelse.model.impact_span import Span

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=60)
spans = st.lists(numbers, min_size=3, max_size=3).map(lambda three: Span(*sorted(three)))
points = numbers.map(Span.exactly)
pairs = st.lists(st.tuples(spans | points, spans | points), min_size=1, max_size=6)


def both(of: list[tuple[Span, Span]]) -> tuple[Column, Column]:
    return column_of([one for one, _ in of]), column_of([other for _, other in of])


@given(pairs)
def test_sums_differences_and_products_are_those_of_each_unit(of: list[tuple[Span, Span]]) -> None:
    one, other = both(of)
    assert list(one.plus(other)) == [a.plus(b) for a, b in of]
    assert list(one.minus(other)) == [a.minus(b) for a, b in of]
    assert list(one.times(other)) == [a.times(b) for a, b in of]
    assert list(one.turned()) == [a.turned() for a, _ in of]


@given(pairs)
def test_quotients_are_those_of_each_unit_or_refused_as_they_are(of: list[tuple[Span, Span]]) -> None:
    one, other = both(of)
    reaches = [at for at, (_, divisor) in enumerate(of) if divisor.low <= 0 <= divisor.high]
    if reaches:
        with pytest.raises(ZeroDivisionError) as refused:
            other.reversed()
        assert refused.value.args == (reaches[0],)
    else:
        assert list(one.times(other.reversed())) == [a.over(b) for a, b in of]


def test_a_divisor_that_is_the_same_for_all_keeps_whole_numbers() -> None:
    made = column_of([Span.exactly(1), Span.exactly(2)]).times(same_for_all(Span.exactly(Fraction(3, 7)), 2).reversed())
    assert all(isinstance(number, int) for number in made.made)
    assert made.values() == [Fraction(7, 3), Fraction(14, 3)]


def test_ranges_that_share_their_ends_are_not_the_same_for_all() -> None:
    divisors = column_of([Span(Fraction(1), Fraction(1), Fraction(2)), Span(Fraction(1), Fraction(2), Fraction(2))])
    assert [span.made for span in divisors.reversed()] == [1, Fraction(1, 2)]


def test_denominators_without_a_part_in_common_are_worked_with_as_fractions() -> None:
    primes = [each for each in range(1000, 1700) if all(each % by for by in range(2, 42))]
    column = column_of([Span.exactly(Fraction(1, prime)) for prime in primes])
    assert column.part == 1
    assert column.summed().made == sum(Fraction(1, prime) for prime in primes)


def test_the_total_of_no_columns_is_nothing_for_each_unit() -> None:
    assert total_of([], 2).values() == [0, 0]
