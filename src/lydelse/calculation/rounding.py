"""How likely it is that honest rounding explains a difference: the distribution of a sum of uniform errors (Irwin, Hall 1927)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, factorial, floor, prod

MOST_TERMS = 20_000
"""The most terms that the exact sum is worked out with; equal widths need one for each part, so that only odd mixtures reach this."""


def probability_at_most(widths: Sequence[Fraction], limit: Fraction) -> Fraction | None:
    """Return how likely the sum of errors, each uniform within half its width of zero, is at most ``limit``.

    Exact. None where the widths are too many and too unlike for the exact sum.
    """
    widths = [width for width in widths if width]
    if not widths:
        return Fraction(1 if limit >= 0 else 0)
    shifted = limit + sum(widths) / 2
    if shifted <= 0:
        return Fraction(0)
    if shifted >= sum(widths):
        return Fraction(1)
    corners: dict[Fraction, int] = {Fraction(0): 1}
    for width in widths:
        for corner, sign in list(corners.items()):
            corners[corner + width] = corners.get(corner + width, 0) - sign
        if len(corners) > MOST_TERMS:
            return None
    count = len(widths)
    volume = sum(sign * (shifted - corner) ** count for corner, sign in corners.items() if corner < shifted)
    return Fraction(volume) / (factorial(count) * prod(widths, start=Fraction(1)))


def probability_of(difference: Fraction, expected: Fraction, grid: Fraction, widths: Sequence[Fraction]) -> Fraction | None:
    """Return how often honest rounding alone gives a printed whole at least as far from what its printed parts give.

    Args:
        difference: the printed whole less ``expected``.
        expected: what the printed parts give.
        grid: one unit in the last printed place of the whole, 0 where it is exact.
        widths: the width of the error that each part adds to ``expected``.
    """
    far = abs(difference)
    if grid:
        low = floor((expected - far) / grid) * grid + grid / 2
        high = ceil((expected + far) / grid) * grid - grid / 2
    else:
        low, high = expected - far, expected + far
    if low >= high:
        return Fraction(1)
    below = probability_at_most(widths, low - expected)
    above = probability_at_most(widths, expected - high)
    return None if below is None or above is None else min(Fraction(1), below + above)
