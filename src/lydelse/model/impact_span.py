"""A figure that was made of printed ones: what it is as printed, and the least and the most that rounding allows."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from lydelse.model.interval import Interval


class Span(NamedTuple):
    """``made`` is what the figures give as printed; it lies between ``low`` and ``high``, which are exact too."""

    low: Fraction
    made: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Fraction | int) -> Span:
        """Return the span of one number."""
        number = Fraction(value)
        return cls(number, number, number)

    @property
    def is_point(self) -> bool:
        """Tell whether rounding leaves one number."""
        return self.low == self.high

    @property
    def interval(self) -> Interval:
        """The span as an interval."""
        return Interval(self.low, self.high)

    def plus(self, other: Span) -> Span:
        """Return the sum."""
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
        if self.is_point and other.is_point:
            return Span(made, made, made)
        if self.low >= 0 and other.low >= 0:
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
    low = made = high = Fraction(0)
    for span in spans:
        low, made, high = low + span.low, made + span.made, high + span.high
    return Span(low, made, high)
