"""A figure that was made of printed ones: what it is as printed, and the least and the most that rounding allows."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from lydelse.model.interval import Interval

LARGEST_PART = 512
"""Bits of a part in common that still is faster to work with than fractions."""


class Span(NamedTuple):
    """``made`` is what the figures give as printed; it lies between ``low`` and ``high``, which are exact too."""

    low: Fraction
    made: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Fraction | int) -> Span:
        """Return the span of one number."""
        number = value if isinstance(value, Fraction) else Fraction(value)
        return cls(number, number, number)

    @property
    def is_point(self) -> bool:
        """Tell whether rounding leaves one number."""
        return self.low is self.high or self.low == self.high

    @property
    def interval(self) -> Interval:
        """The span as an interval."""
        return Interval(self.low, self.high)

    def plus(self, other: Span) -> Span:
        """Return the sum."""
        if self.low is self.high and other.low is other.high:
            return Span.exactly(self.made + other.made)
        return Span(self.low + other.low, self.made + other.made, self.high + other.high)

    def minus(self, other: Span) -> Span:
        """Return the difference; the two count as if each could differ by itself, so that the span is never too narrow."""
        return Span(self.low - other.high, self.made - other.made, self.high - other.low)

    def turned(self) -> Span:
        """Return the span with its sign changed."""
        return Span(-self.high, -self.made, -self.low)

    def times(self, other: Span) -> Span:
        """Return the product."""
        made = self.made * other.made
        if self.low is self.high and other.low is other.high:
            return Span(made, made, made)
        if self.low.numerator >= 0 and other.low.numerator >= 0:
            return Span(self.low * other.low, made, self.high * other.high)
        ends = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Span(min(ends), made, max(ends))

    def over(self, other: Span) -> Span:
        """Return the quotient.

        Raises:
            ZeroDivisionError: the divisor reaches zero.
        """
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError
        return self.times(Span(1 / other.high, 1 / other.made, 1 / other.low))


NOTHING = Span.exactly(0)
"""No kronor at all."""


def summed(spans: Iterable[Span]) -> Span:
    """Return the sum of spans that are all of one sign or independent of one another."""
    listed = list(spans)
    made = exact_sum(span.made for span in listed)
    if all(span.low is span.high for span in listed):
        return Span.exactly(made)
    return Span(exact_sum(span.low for span in listed), made, exact_sum(span.high for span in listed))


def exact_sum(numbers: Iterable[Fraction]) -> Fraction:
    """Return an exact sum; numbers that have a part in common are added up as whole numbers of it, which is much faster."""
    by_denominator: dict[int, int] = {}
    for number in numbers:
        denominator = number.denominator
        by_denominator[denominator] = by_denominator.get(denominator, 0) + number.numerator
    part = 1
    for denominator in by_denominator:
        part = lcm(part, denominator)
        if part.bit_length() > LARGEST_PART:
            return sum((Fraction(numerator, each) for each, numerator in by_denominator.items()), Fraction(0))
    return Fraction(sum(numerator * (part // denominator) for denominator, numerator in by_denominator.items()), part)
