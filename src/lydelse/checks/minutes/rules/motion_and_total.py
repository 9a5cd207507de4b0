"""K512: a motion that moves a figure, and what that makes of the totals that the figure is part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.minutes.meant import changing
from lydelse.checks.minutes.moved import Movable, MovedAmount, moved_by, spelled
from lydelse.checks.minutes.referred import shortened
from lydelse.checks.minutes.settled import settled_in
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.checks.rule import Subject, rule
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.calculation import Relation, RelationKind
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import Item, Motion, Point, paragraphs_of
from lydelse.model.place import Place
from lydelse.model.quantity import Entry
from lydelse.model.review import Confirmed
from lydelse.model.text import Version
from lydelse.records import dataclass

_MOST_STEPS = 3
"""Totals of totals that are followed."""


@dataclass(frozen=True, slots=True)
class _Total:
    """A total, where it stands, with what a motion makes of it."""

    place: Place
    amount: Amount
    after: Fraction


@rule("K512", "motion-and-total", Severity.QUESTION)
def motion_and_total(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    """Yield the totals that a motion moves; a question where the motion was adopted and the decision has the total as it was."""
    for minutes, one in subject.pairs:
        for item in minutes.items:
            told = Told(minutes, item)
            settled = settled_in(minutes, item)
            for motion in (item.motions[at] for at in changing(item)):
                if motion not in settled.rejected:
                    yield from _of_motion(subject, one, told, motion, is_adopted=motion in settled.adopted)


def _of_motion(subject: MinutesSubject, one: Subject, told: Told, motion: Motion, *, is_adopted: bool) -> Iterator[Finding | Confirmed]:
    moved = moved_by(motion, told.item.proposal, tuple(_movable(one, told.item)))
    totals = [*_totals(one, told.item, moved), *_within_points(moved)] if moved else []
    for total in {total.amount.exactly: total for total in reversed(totals)}.values():
        facts: dict[str, Fact] = {
            "where": subject.called(told.minutes, told.item),
            "motion": shortened(motion.text),
            "moved": tuple(f"{each.unlike.one} → {each.unlike.other}" for each in moved),
            "before": figure_of(total.amount),
            "after": spelled(total.after, total.amount),
        }
        at = [passage(told.minutes, motion.place, motion.text), Passage(total.place, total.amount.literal, told.minutes.name)]
        decided = _deciding(told.item.decision, total)
        if total.after == total.amount.exactly:
            yield motion_and_total.finding(*at, facts=facts, case="unmoved", severity=Severity.INFO)
        elif is_adopted and decided and decided.exactly == total.after:
            yield motion_and_total.confirmed(*at, facts=facts, document=told.minutes.name)
        elif is_adopted and decided:
            yield motion_and_total.finding(passage(told.minutes, decided.place, decided.literal), *at, facts=facts)
        else:
            yield motion_and_total.finding(*at, facts=facts, case="total", severity=Severity.INFO)


def _movable(one: Subject, item: Item) -> Iterator[Movable]:
    """Yield the figures of a proposal, those of its tables by their rows."""
    for point in item.proposal:
        paths = {paragraph.place.path for paragraph in paragraphs_of(point.blocks)}
        for entry in one.entries:
            if entry.after is not None and entry.place.path in paths:
                yield Movable(point, entry.after, f"{entry.label} {entry.column or ''}")


def _deciding(decision: Sequence[Point], total: _Total) -> Amount | None:
    """Return the amount of a decision that is the total, as it was or as the motion makes it; None where it has neither."""
    amounts = [
        amount for point in decision for amount in point.amounts if amount.kind is total.amount.kind and amount.per == total.amount.per
    ]
    was = next((amount for amount in amounts if amount.exactly == total.amount.exactly), None)
    return next((amount for amount in amounts if amount.exactly == total.after), was)


def _totals(one: Subject, item: Item, moved: Sequence[MovedAmount]) -> Iterator[_Total]:
    """Yield each total of the item's own figures that holds as printed and that moved figures are part of, its totals after it."""
    paths = {paragraph.place.path for part in item.parts for paragraph in paragraphs_of(part.blocks)}
    entries = [entry for entry in one.entries if entry.after is not None and entry.place.path in paths]
    change = {entry: each.change for each in moved for entry in entries if _is_the_same(entry, each)}
    seen: set[str] = set()
    sums = _sums(one)
    for _ in range(_MOST_STEPS):
        fresh: dict[Entry, Fraction] = {}
        for relation in sums:
            whole = relation.whole
            by = sum(
                (change[part] * (-1 if at in relation.minus else 1) for at, part in enumerate(relation.parts) if part in change),
                Fraction(0),
            )
            if whole.after is None or whole in change or not any(part in change for part in relation.parts):
                continue
            fresh[whole] = by
            if whole.quantity not in seen:
                seen.add(whole.quantity)
                yield _Total(whole.place, whole.after, whole.after.exactly + by)
        if not fresh:
            return
        change |= fresh


def _within_points(moved: Sequence[MovedAmount]) -> Iterator[_Total]:
    """Yield the totals that a point says together with all their parts: "totalt 900 tkr: 500 tkr, 300 tkr och 100 tkr"."""
    for point in dict.fromkeys(each.point for each in moved):
        amounts = [amount for amount in point.amounts if amount.kind is AmountKind.MONEY and amount.per is None]
        for whole in amounts:
            parts = [amount for amount in amounts if amount is not whole]
            change = sum(
                (each.change for each in moved if each.point is point and any(each.before.exactly == part.exactly for part in parts)),
                Fraction(0),
            )
            if len(parts) > 1 and sum(part.exactly for part in parts) == whole.exactly:
                yield _Total(whole.place, whole, whole.exactly + change)


def _sums(one: Subject) -> list[Relation]:
    held = {
        id(outcome.relation)
        for outcome in one.calculation.outcomes
        if outcome.version is Version.AFTER and outcome.holds and not outcome.difference
    }
    return [relation for relation in one.calculation.relations if relation.kind is RelationKind.SUM and id(relation) in held]


def _is_the_same(entry: Entry, moved: MovedAmount) -> bool:
    amount = entry.stated
    return amount.kind is moved.before.kind and amount.exactly == moved.before.exactly and amount.per == moved.before.per
