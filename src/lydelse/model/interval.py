"""Exact intervals: what a printed figure stands for."""

from __future__ import annotations

from fractions import Fraction

from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``lower`` to ``upper``; None is without end. An open end does not belong to the interval itself."""

    lower: Fraction | None
    upper: Fraction | None
    lower_open: bool = False
    upper_open: bool = False

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """Return the interval of one number."""
        return cls(Fraction(value), Fraction(value))

    @property
    def is_point(self) -> bool:
        """Tell whether the interval is one number."""
        return self.lower is not None and self.lower == self.upper

    @property
    def width(self) -> Fraction | None:
        """The distance between the ends, None where there is no end."""
        return None if self.lower is None or self.upper is None else self.upper - self.lower

    @property
    def middle(self) -> Fraction | None:
        """The number half way between the ends, None where there is no end."""
        return None if self.lower is None or self.upper is None else (self.lower + self.upper) / 2

    def __contains__(self, number: Fraction | int) -> bool:
        """Tell whether a number belongs to the interval."""
        above = self.lower is None or (number > self.lower if self.lower_open else number >= self.lower)
        below = self.upper is None or (number < self.upper if self.upper_open else number <= self.upper)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Tell whether some number belongs to both."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Interval) -> bool:
        if self.upper is None or other.lower is None:
            return False
        return self.upper < other.lower or (self.upper == other.lower and (self.upper_open or other.lower_open))

    def common_with(self, other: Interval) -> Interval | None:
        """Return the numbers that belong to both, None where there are none."""
        if not self.meets(other):
            return None
        lower, lower_open = _innermost((self.lower, self.lower_open), (other.lower, other.lower_open), 1)
        upper, upper_open = _innermost((self.upper, self.upper_open), (other.upper, other.upper_open), -1)
        return Interval(lower, upper, lower_open, upper_open)

    def __add__(self, other: Interval) -> Interval:
        """Return every sum of a number of each."""
        return Interval(
            None if self.lower is None or other.lower is None else self.lower + other.lower,
            None if self.upper is None or other.upper is None else self.upper + other.upper,
            self.lower_open or other.lower_open,
            self.upper_open or other.upper_open,
        )

    def __neg__(self) -> Interval:
        """Return every number with its sign changed."""
        return Interval(
            None if self.upper is None else -self.upper,
            None if self.lower is None else -self.lower,
            self.upper_open,
            self.lower_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Return every difference of a number of each."""
        return self + -other

    def scaled(self, factor: Fraction | int) -> Interval:
        """Return every number times a factor."""
        if factor == 1:
            return self
        if factor < 0:
            return -self.scaled(-factor)
        return Interval(
            None if self.lower is None else self.lower * factor,
            None if self.upper is None else self.upper * factor,
            self.lower_open,
            self.upper_open,
        )

    def __mul__(self, other: Interval) -> Interval:
        """Return every product; both intervals must have ends.

        Raises:
            ValueError: an interval without an end cannot be multiplied here.
        """
        (low, low_open), (high, high_open) = _ends(self)
        (least, least_open), (most, most_open) = _ends(other)
        if low.numerator > 0 and least.numerator > 0:
            return Interval(low * least, high * most, low_open or least_open, high_open or most_open)
        ends = [(a * b, open_a or open_b) for a, open_a in _ends(self) for b, open_b in _ends(other)]
        lower = min(ends, key=lambda end: (end[0], end[1]))
        upper = max(ends, key=lambda end: (end[0], not end[1]))
        return Interval(lower[0], upper[0], lower[1], upper[1])

    def __truediv__(self, other: Interval) -> Interval:
        """Return every quotient; the divisor must not reach zero.

        Raises:
            ValueError: the divisor has no end or reaches zero.
        """
        (lower, lower_open), (upper, upper_open) = _ends(other)
        if lower <= 0 <= upper:
            message = "division by an interval that reaches zero"
            raise ValueError(message)
        if lower.numerator > 0 and self.lower is not None and self.upper is not None and self.lower.numerator > 0:
            return Interval(self.lower / upper, self.upper / lower, self.lower_open or upper_open, self.upper_open or lower_open)
        return self * Interval(1 / upper, 1 / lower, upper_open, lower_open)


def _ends(interval: Interval) -> tuple[tuple[Fraction, bool], tuple[Fraction, bool]]:
    if interval.lower is None or interval.upper is None:
        message = "an interval without an end"
        raise ValueError(message)
    return (interval.lower, interval.lower_open), (interval.upper, interval.upper_open)


def _innermost(one: tuple[Fraction | None, bool], other: tuple[Fraction | None, bool], direction: int) -> tuple[Fraction | None, bool]:
    """Return the end that binds; of two equal ends the open one does."""
    if one[0] is None:
        return other
    if other[0] is None:
        return one
    if one[0] == other[0]:
        return one[0], one[1] or other[1]
    return one if (one[0] - other[0]) * direction > 0 else other
