"""What a motion makes of the proposal's figures: "ändras till 550 tkr", "från 500 till 550 tkr", "höjs med 50 tkr"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lydelse.checks.arithmetic import computed_in, figure_of
from lydelse.checks.minutes.proposals import pairs_of
from lydelse.checks.minutes.wordings import Unlike
from lydelse.figures.statements.names import shared_stems
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.minutes import Motion, Point
from lydelse.patterns import compiled
from lydelse.records import dataclass

_POINTS = compiled(r"\b(?:punkt(?:en|erna)?|att-sats(?:en)?)\s+(\d+(?:(?:\s*[,–-]\s*|\s+och\s+)\d+)*)", re.IGNORECASE)
_RISES_BY = compiled(r"\b(?:höj|ök|utök|förstärk|räknas\s+upp)\w*\s+(?:[^\s.]+\s+){0,6}?med\s+(?:ytterligare\s+)?$", re.IGNORECASE)
_FALLS_BY = compiled(r"\b(?:sänk|minsk|reducera|dras?\s+ner)\w*\s+(?:[^\s.]+\s+){0,6}?med\s+$", re.IGNORECASE)
_MOVED_KINDS = frozenset({AmountKind.MONEY, AmountKind.SHARE})


@dataclass(frozen=True, slots=True)
class MovedAmount:
    """A figure of the proposal with what a motion wants in its stead; ``after`` is in the base unit (kronor, percent)."""

    point: Point
    before: Amount
    after: Fraction

    @property
    def change(self) -> Fraction:
        """How much more the motion wants."""
        return self.after - self.before.exactly

    @property
    def unlike(self) -> Unlike:
        """The two figures as a reader sees them, in the proposal's unit."""
        return Unlike(figure_of(self.before), spelled(self.after, self.before))


def spelled(value: Fraction, like: Amount) -> str:
    """Return a figure that was worked out, in the unit and with the decimals of one that is printed."""
    return figure_of(Amount(like.kind, computed_in(value, like), like.unit, "", 0, 0, like.per))


@dataclass(frozen=True, slots=True)
class Movable:
    """A figure of a point that a motion may move, with what tells what it is a figure of."""

    point: Point
    amount: Amount
    name: str


def movable_in(points: Sequence[Point]) -> tuple[Movable, ...]:
    """Return the figures that the points say with their units."""
    return tuple(Movable(point, amount, point.text) for point in points for amount in point.amounts if amount.kind in _MOVED_KINDS)


def moved_by(motion: Motion, points: Sequence[Point], figures: Sequence[Movable]) -> tuple[MovedAmount, ...]:
    """Return the figures of a proposal that a motion moves, each once, those alone whose figure is known."""
    if motion.points:
        found = list(_point_by_point(motion, points))
        if found:
            return tuple(dict.fromkeys(found))
    return tuple(dict.fromkeys(_by_words(motion, figures)))


def _point_by_point(motion: Motion, points: Sequence[Point]) -> Iterator[MovedAmount]:
    for pair in pairs_of(points, motion.points):
        if pair.proposed and pair.decided:
            ours, theirs = _moving(pair.proposed.amounts), _moving(pair.decided.amounts)
            if len(ours) == len(theirs):
                unlike = ((a, b) for a, b in zip(ours, theirs, strict=True) if _is_alike(a, b) and a.exactly != b.exactly)
                yield from (MovedAmount(pair.proposed, a, b.exactly) for a, b in unlike)


def _by_words(motion: Motion, figures: Sequence[Movable]) -> Iterator[MovedAmount]:
    numbers = {int(number) for said in _POINTS.findall(motion.text) for number in re.findall(r"\d+", said)}
    pool = [each for each in figures if each.point.number in numbers] or list(figures)
    stated = {each.amount.exactly for each in pool}
    wanted = _moving(motion.amounts)
    new = [amount for amount in wanted if amount.exactly not in stated]
    for at, amount in enumerate(wanted):
        if amount not in new:
            continue
        named = wanted[at - 1 : at] if at and wanted[at - 1] not in new else wanted[at + 1 : at + 2]
        replaced = [each for each in pool if any(each.amount.exactly == other.exactly for other in named)]
        likely = _likeliest(motion, [each for each in replaced or pool if _is_alike(each.amount, amount)])
        if likely:
            yield MovedAmount(likely.point, likely.amount, _wanted(motion, amount, likely.amount))


def _wanted(motion: Motion, amount: Amount, old: Amount) -> Fraction:
    at = motion.text.find(amount.literal)
    before = motion.text[:at] if at >= 0 else ""
    if _RISES_BY.search(before):
        return old.exactly + amount.exactly
    return old.exactly - amount.exactly if _FALLS_BY.search(before) else amount.exactly


def _likeliest(motion: Motion, candidates: Sequence[Movable]) -> Movable | None:
    """Return the only figure that the motion may mean, or the one whose name has most of the motion's words."""
    if len({each.amount.exactly for each in candidates}) < 2:
        return candidates[0] if candidates else None
    ranked = sorted(((shared_stems(each.name, motion.text), at) for at, each in enumerate(candidates)), reverse=True)
    return candidates[ranked[0][1]] if ranked[0][0] > ranked[1][0] else None


def _moving(amounts: Sequence[Amount]) -> list[Amount]:
    return [amount for amount in amounts if amount.kind in _MOVED_KINDS]


def _is_alike(one: Amount, other: Amount) -> bool:
    return one.kind is other.kind and (one.per == other.per or not one.per or not other.per)
