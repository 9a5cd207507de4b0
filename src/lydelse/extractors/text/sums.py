"""Sums as witnesses: a guess that makes a total agree with its parts in both readings was no accident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lydelse.records import dataclass

PARTS_FROM = 2  # parts: a total of one part is the same figure twice
PARTS_TO = 12  # parts: with more of them a sum that agrees may do so by chance


@dataclass(frozen=True, slots=True)
class GuessedPair:
    """An old and a new figure as they were told apart, with their unit and the section that they stand in."""

    before: Decimal
    after: Decimal
    unit: str
    section: str


@dataclass(frozen=True, slots=True)
class ConfirmedTotal:
    """A pair whose figures are the sums of those of the pairs that follow it, in both readings."""

    total: GuessedPair
    parts: int


def confirmed_totals(pairs: Sequence[GuessedPair]) -> Iterator[ConfirmedTotal]:
    """Yield the pairs that are the total of the next pairs in the same unit, before as after, within the rounding of the parts."""
    for at, total in enumerate(pairs):
        following = [pair for pair in pairs[at + 1 :] if pair.unit == total.unit][:PARTS_TO]
        for count in range(PARTS_FROM, len(following) + 1):
            parts = following[:count]
            off = (total.before - sum(part.before for part in parts), total.after - sum(part.after for part in parts))
            if max(map(abs, off)) <= _last_place(total) * count / 2:
                yield ConfirmedTotal(total, count)
                break


def _last_place(pair: GuessedPair) -> Decimal:
    exponent = pair.after.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
