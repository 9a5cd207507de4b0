"""Numbers written in figures alone, and sums of whole ones: what a long file of units holds mostly, read and added soonest."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

MOST_FIGURES = 12
"""A longer number is looked at as any other text."""


@lru_cache(1 << 14)
def counted(text: str) -> Fraction | None:
    """Return a number written in figures alone, which most cells hold; None for anything else."""
    is_plain = text.isascii() and text.isdecimal() and len(text) <= MOST_FIGURES and (text[0] != "0" or text == "0")
    return Fraction(int(text)) if is_plain else None


def sum_of(numbers: Sequence[Fraction]) -> Fraction:
    """Return the sum; whole numbers are added as such, which is much sooner done."""
    if all(number.denominator == 1 for number in numbers):
        return Fraction(sum(number.numerator for number in numbers))
    return sum(numbers, Fraction(0))
