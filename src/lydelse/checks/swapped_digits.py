"""Amounts that moved unlike nearly all the others of a document, and would have moved alike with two digits the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import median

from lydelse.checks.rule import Subject
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.calculation import RelationKind
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version
from lydelse.records import dataclass

FEWEST_ALIKE = 8
"""How many different amounts must have moved alike, three of five of all, before one that did not is looked at."""
ALIKE_WITHIN = Fraction(1, 80)
"""How far from the median factor those may be that moved alike."""
FAR = Fraction(1, 25)
LEAST_MOVED = Fraction(1, 200)
"""Where amounts move by less than this, nothing is shown by their moving alike."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """An amount, what it may have been meant to be, and by how much the others moved: how many, the least and the most factor."""

    entry: Entry
    meant: Decimal
    others: int
    least: Fraction
    most: Fraction


def swapped_digits(subject: Subject) -> Iterator[Swapped]:
    """Yield the amounts of the later version that two digits in another order would move as nearly all the others move."""
    moved = {(each.before.exactly, each.after.exactly): each for each in subject.entries if _is_moved(each) and each.before and each.after}
    factors = [after / before for before, after in moved]
    middle = median(factors) if factors else Fraction(1)
    alike = sorted(factor for factor in factors if abs(factor - middle) <= ALIKE_WITHIN)
    if len(alike) < FEWEST_ALIKE or 5 * len(alike) < 3 * len(factors) or abs(middle - 1) < LEAST_MOVED:
        return
    made = _proven(subject)
    units = {entry.after.unit for (before, after), entry in moved.items() if entry.after and abs(after / before - middle) <= ALIKE_WITHIN}
    for (before, after), entry in moved.items():
        if abs(after / before - middle) > FAR and id(entry) not in made and entry.after and entry.after.unit in units:
            meant = _meant(entry.after, before, (alike[0], alike[-1]))
            if meant is not None:
                yield Swapped(entry, meant, len(alike), alike[0], alike[-1])


def _is_moved(entry: Entry) -> bool:
    if entry.kind is not AmountKind.MONEY or entry.status is not Status.CHANGED or entry.before is None or entry.after is None:
        return False
    plain = entry.before.qualifier is entry.after.qualifier is Qualifier.NONE
    return plain and entry.before.unit == entry.after.unit and entry.before.value > 0 and entry.after.value > 0


def _proven(subject: Subject) -> set[int]:
    """Return the figures that are made of others in the later version: they are told, or rightly what they are."""
    making = {RelationKind.SUM, RelationKind.PRODUCT, RelationKind.SHARE, RelationKind.INSTALMENT}
    tested = [each.relation for each in subject.calculation.outcomes if each.version is Version.AFTER and each.relation.kind in making]
    return {id(entry) for each in tested for entry in (each.whole, *each.parts)}


def _meant(after: Amount, before: Fraction, common: tuple[Fraction, Fraction]) -> Decimal | None:
    """Return the one figure that two neighbouring digits in the other order make, and that moved as the others did."""
    least, most = common
    reach = after.last_place  # rounded once, and worked out of what was rounded
    found = {
        value
        for value in _orders(after.value)
        if least * before - reach <= Fraction(value) * Fraction(after.scale) <= most * before + reach
    }
    return found.pop() if len(found) == 1 else None


def _orders(value: Decimal) -> Sequence[Decimal]:
    """Return a figure with each two neighbouring digits that differ the other way round."""
    digits, exponent = value.as_tuple().digits, int(value.as_tuple().exponent)
    swapped = [
        (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :]) for at in range(len(digits) - 1) if digits[at] != digits[at + 1]
    ]
    return [Decimal((0, each, exponent)) for each in swapped]
