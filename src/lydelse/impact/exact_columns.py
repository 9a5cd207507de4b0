"""A figure of every unit, worked with as whole numbers over one common part: exact as fractions are, and many times as fast.

Where no common part can be had (each unit divides by a figure of its own), the numbers are fractions and the part is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import repeat
from math import gcd, lcm
from operator import add, mul, sub
from typing import TypeVar

from lydelse.model.impact_span import LARGEST_PART, NOTHING, Span
from lydelse.records import dataclass

Number = int | Fraction
Found = TypeVar("Found")
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Column:
    """The spans of all units, in their order: each number divided by ``part`` is what it stands for.

    Where rounding leaves one number for every unit, ``low`` and ``high`` are the same object as ``made``.
    """

    low: Sequence[Number]
    made: Sequence[Number]
    high: Sequence[Number]
    part: int = 1

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.made)

    def __getitem__(self, at: int) -> Span:
        """Return the span of one unit."""
        return self._span(self.low[at], self.made[at], self.high[at])

    def __iter__(self) -> Iterator[Span]:
        """Yield the span of each unit."""
        if self.is_exact:
            return (Span(each, each, each) for each in self.values())
        return map(self._span, *self.sides)

    def _span(self, low: Number, made: Number, high: Number) -> Span:
        """Return what three numbers over the part stand for; one number where they are equal."""
        if low == high:
            return Span.exactly(_fraction(made, self.part))
        return Span(_fraction(low, self.part), _fraction(made, self.part), _fraction(high, self.part))

    def values(self) -> list[Fraction]:
        """Return what each unit has by the figures as printed."""
        return [_fraction(number, self.part) for number in self.made]

    def of_each(self, work: Callable[[Fraction], Found]) -> list[Found]:
        """Return what a function gives of each unit's figure as printed, worked out once for each that differs."""
        found = {number: work(_fraction(number, self.part)) for number in dict.fromkeys(self.made)}
        return [found[number] for number in self.made]

    @property
    def is_exact(self) -> bool:
        """Tell whether rounding leaves one number for every unit."""
        return self.low is self.made is self.high

    @property
    def sides(self) -> tuple[Sequence[Number], Sequence[Number], Sequence[Number]]:
        """The least, what was made, and the most."""
        return self.low, self.made, self.high

    def made_by(self, of_side: Callable[[Sequence[Number]], Sequence[Number]], part: int) -> Column:
        """Return the column that a function makes of each side."""
        made = of_side(self.made)
        return Column(made, made, made, part) if self.is_exact else Column(of_side(self.low), made, of_side(self.high), part)

    def over_part(self, part: int) -> Column:
        """Return the same column over a multiple of its part."""
        times = part // self.part
        return self if times == 1 else self.made_by(lambda side: [number * times for number in side], part)

    def plus(self, other: Column) -> Column:
        """Return the sums."""
        one, two = over_one_part(self, other)
        made = list(map(add, one.made, two.made))
        if one.is_exact and two.is_exact:
            return Column(made, made, made, one.part)
        return Column(list(map(add, one.low, two.low)), made, list(map(add, one.high, two.high)), one.part)

    def minus(self, other: Column) -> Column:
        """Return the differences; the two count as if each could differ by itself, so that no span is too narrow."""
        one, two = over_one_part(self, other)
        made = list(map(sub, one.made, two.made))
        if one.is_exact and two.is_exact:
            return Column(made, made, made, one.part)
        return Column(list(map(sub, one.low, two.high)), made, list(map(sub, one.high, two.low)), one.part)

    def turned(self) -> Column:
        """Return the column with its signs changed."""
        low, made, high = ([-number for number in side] for side in (self.high, self.made, self.low))
        return Column(made, made, made, self.part) if self.is_exact else Column(low, made, high, self.part)

    def times(self, other: Column) -> Column:
        """Return the products."""
        part = self.part * other.part
        made = list(map(mul, self.made, other.made))
        if self.is_exact and other.is_exact:
            return _reduced(Column(made, made, made, part))
        if all(number >= 0 for number in (*self.low, *other.low)):
            return _reduced(Column(list(map(mul, self.low, other.low)), made, list(map(mul, self.high, other.high)), part))
        lows, highs = zip(*map(_least_and_most, self.low, self.high, other.low, other.high), strict=True)
        return _reduced(Column(lows, made, highs, part))

    def reversed(self) -> Column:
        """Return one divided by each.

        Raises:
            ZeroDivisionError: a span reaches zero; ``args`` has the place of its unit.
        """
        for at, (low, high) in enumerate(zip(self.low, self.high, strict=True)):
            if low <= 0 <= high:
                raise ZeroDivisionError(at)
        if all(len(set(side)) == 1 for side in self.sides):
            span = self[0]
            return same_for_all(Span(1 / span.high, 1 / span.made, 1 / span.low), len(self))
        lows, mades, highs = ([1 / _fraction(number, self.part) for number in side] for side in (self.high, self.made, self.low))
        return Column(lows, mades, highs)

    def only_where(self, wanted: Sequence[bool]) -> Column:
        """Return the column with nothing where it is not wanted."""
        return self.made_by(lambda side: [number if kept else 0 for number, kept in zip(side, wanted, strict=True)], self.part)

    def summed(self) -> Span:
        """Return the sum over all units."""
        made = _fraction(sum(self.made), self.part)
        return (
            Span.exactly(made) if self.is_exact else Span(_fraction(sum(self.low), self.part), made, _fraction(sum(self.high), self.part))
        )


def column_of(spans: Sequence[Span]) -> Column:
    """Return spans as a column."""
    numbers = [number for span in spans for number in (span if not span.is_point else (span.made,))]
    part = _common([number.denominator for number in numbers])
    if all(span.is_point for span in spans):
        made = _over([span.made for span in spans], part)
        return Column(made, made, made, part)
    low, made, high = (_over([span[side] for span in spans], part) for side in range(3))
    return Column(low, made, high, part)


def same_for_all(span: Span, count: int) -> Column:
    """Return a column in which every unit has the same."""
    one = column_of([span])
    return one.made_by(lambda side: list(repeat(side[0], count)), one.part)


def of_numbers(numbers: Sequence[Fraction]) -> Column:
    """Return exact numbers as a column."""
    part = _common([number.denominator for number in numbers])
    made = _over(numbers, part)
    return Column(made, made, made, part)


def over_one_part(*columns: Column) -> list[Column]:
    """Return columns over a part that they have in common."""
    part = lcm(*(column.part for column in columns))
    return [column.over_part(part) for column in columns]


def total_of(columns: Sequence[Column], count: int) -> Column:
    """Return what all columns together give each unit."""
    if not columns:
        return same_for_all(NOTHING, count)
    added = over_one_part(*columns)
    made = list(map(sum, zip(*(column.made for column in added), strict=True)))
    if all(column.is_exact for column in added):
        return Column(made, made, made, added[0].part)
    low, high = (list(map(sum, zip(*(column.sides[side] for column in added), strict=True))) for side in (0, 2))
    return Column(low, made, high, added[0].part)


def _least_and_most(low: Number, high: Number, other_low: Number, other_high: Number) -> tuple[Number, Number]:
    """Return the ends of a product of two spans."""
    ends = (low * other_low, low * other_high, high * other_low, high * other_high)
    return min(ends), max(ends)


def _common(denominators: Sequence[int]) -> int:
    """Return the part of which all are whole, 1 where it would be too large to work with."""
    part = 1
    for each in set(denominators):
        part = lcm(part, each)
        if part.bit_length() > LARGEST_PART:
            return 1
    return part


def _over(numbers: Sequence[Fraction], part: int) -> list[Number]:
    if part == 1:
        return [number.numerator if number.denominator == 1 else number for number in numbers]
    return [number.numerator * (part // number.denominator) for number in numbers]


def _fraction(number: Number, part: int) -> Fraction:
    if not number:
        return _ZERO
    if part == 1 and isinstance(number, Fraction):
        return number
    return Fraction(number, part) if isinstance(number, int) else number / part


def _reduced(column: Column) -> Column:
    """Return a column over the least part that it is whole with."""
    if column.part == 1:
        return column
    sides = (column.made,) if column.is_exact else column.sides
    shared = column.part
    for side in sides:
        if not all(isinstance(number, int) for number in side):
            return column
        shared = gcd(shared, *side)  # type: ignore[arg-type]  # whole numbers, as just seen
        if shared == 1:
            return column
    return column.made_by(lambda side: [number // shared for number in side], column.part // shared)
