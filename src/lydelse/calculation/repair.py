"""Single-typo repair: which one figure, with one digit exchanged, left out, put in or swapped, satisfies every relation again?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from lydelse.calculation.draft import finest_step
from lydelse.calculation.testing import head_count, held_against
from lydelse.model.amount import Amount
from lydelse.model.calculation import Calculation, Outcome, Relation, RelationKind, Verdict
from lydelse.model.interval import Interval
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass, replace

TELLING_SIZE = 1000
"""How many of the finest steps of its figures a whole must hold for a typo to tell anything."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A figure that would satisfy every relation again, and the entry whose printed figure it would replace."""

    entry: Entry
    value: Decimal


def repair_of(calculation: Calculation, broken: Outcome) -> Repair | None:
    """Return the one single-typo repair that explains a mismatch, None where there is none or more than one.

    The figure must stand in every failing relation of the version that shares a figure with this one; after the repair every
    relation that it stands in must hold. Of several values those that leave no difference in any sum are preferred, as figures
    that hold only within rounding could be many.
    """
    version = broken.version
    known = [outcome for outcome in calculation.outcomes if outcome.version is version]
    figures = {id(entry): entry for entry in _figures(broken.relation)}
    beside = [each for each in known if any(id(entry) in figures for entry in _figures(each.relation))]
    failing = [{id(entry) for entry in _figures(each.relation)} for each in beside if each.verdict is Verdict.INCONSISTENT]
    suspects = [entry for identity, entry in figures.items() if all(identity in each for each in failing)]
    found = [(repair, exact) for suspect in suspects for repair, exact in _repairs(suspect, broken, beside)]
    best = [repair for repair, exact in found if exact] or [repair for repair, _ in found]
    return best[0] if len(best) == 1 else None


def _repairs(suspect: Entry, broken: Outcome, beside: Sequence[Outcome]) -> Iterator[tuple[Repair, bool]]:
    """Yield the typos in one figure that satisfy every relation that it stands in, and whether its sums are then exact."""
    theirs = [each.relation for each in beside if any(entry is suspect for entry in _figures(each.relation))]
    relations = sorted(theirs, key=lambda relation: relation is not broken.relation)
    for repair in _that_may_mend(suspect, broken):
        exact = _satisfies(repair, relations, broken.version)
        if exact is not None:
            yield repair, exact


def _that_may_mend(suspect: Entry, broken: Outcome) -> Iterator[Repair]:
    """Yield the typos that bring a sum within its rounding at all, or a head count to the others; most do neither."""
    repairs = _candidates(suspect, broken.version)
    match broken.relation.kind:
        case RelationKind.RATIO:
            within = _values_of_heads(suspect, broken.relation, broken.version)
        case RelationKind.SUM:
            within = _values_of_sum(suspect, broken)
        case _:
            within = None
    yield from repairs if within is None else (repair for repair in repairs if within[0] <= repair.value <= within[1])


def _values_of_sum(suspect: Entry, broken: Outcome) -> tuple[Decimal, Decimal]:
    """Return between which printed values a figure must lie for the sum that it stands in to hold within rounding."""
    amount = suspect.amount(broken.version)
    assert amount is not None, "the figure stands in a relation that was tested in this version"
    taken_off = {id(broken.relation.parts[at]) for at in broken.relation.minus}
    sign = 1 if suspect is broken.relation.whole or id(suspect) in taken_off else -1
    middle = amount.exactly - sign * broken.difference
    reach = ((broken.found.width or Fraction(0)) + (broken.expected.width or Fraction(0))) / 2
    return _printed(amount, middle - reach, middle + reach)


def _values_of_heads(suspect: Entry, relation: Relation, version: Version) -> tuple[Decimal, Decimal] | None:
    """Return between which printed values a figure must lie for its pair to count another's heads; None where it may be any."""
    figures = (relation.whole, *relation.parts)
    pairs = list(zip(figures[::2], figures[1::2], strict=True))
    own = next((pair for pair in pairs if any(entry is suspect for entry in pair)), None)
    others = (_head_count(*pair, version) for pair in pairs if all(entry is not suspect for entry in pair))
    heads = next((each for each in others if each), None)
    amount = suspect.amount(version)
    beside = own[own[0] is suspect].amount(version) if own else None
    if own is None or beside is None or amount is None or heads is None or not heads.lower or not heads.upper:
        return None
    box, half = beside.rounding_box, amount.last_place / 2
    if box.lower is None or box.upper is None or box.lower <= 0:
        return None
    if own[0] is suspect:
        return _printed(amount, heads.lower * box.lower - half, heads.upper * box.upper + half)
    return _printed(amount, box.lower / heads.upper - half, box.upper / heads.lower + half)


def _printed(amount: Amount, lower: Fraction, upper: Fraction) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number between two, in the base unit, that is printed as a figure is: they are compared fast."""
    ends = ceil(lower / amount.last_place), floor(upper / amount.last_place)
    exponent = amount.value.as_tuple().exponent
    least, most = (Decimal(end).scaleb(exponent if isinstance(exponent, int) else 0) for end in ends)
    return least, most


def _head_count(total: Entry, price: Entry, version: Version) -> Interval | None:
    above, below = total.amount(version), price.amount(version)
    return head_count(above, below) if above and below else None


def _mended(entry: Entry, repair: Repair, version: Version) -> Entry:
    return _with_value(entry, repair.value, version) if entry is repair.entry else entry


def _figures(relation: Relation) -> tuple[Entry, ...]:
    return (relation.whole, *relation.parts)


def _candidates(entry: Entry, version: Version) -> Iterator[Repair]:
    amount = entry.amount(version)
    if amount is not None:
        yield from (Repair(entry, value) for value in one_slip_from(amount.value))


def one_slip_from(value: Decimal) -> list[Decimal]:
    """Return the numbers that one typo makes of a printed one, a digit left out or put in among them, as many decimals kept."""
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "a printed figure is a number"
    shorter = [(*digits[:at], *digits[at + 1 :]) for at in range(len(digits))]
    longer = [(*digits[:at], digit, *digits[at:]) for at in range(len(digits) + 1) for digit in range(10)]
    sign = 1 if value < 0 else 0
    other = [Decimal((sign, each, exponent)) for each in (*shorter, *longer) if each and each[0]]
    return [*dict.fromkeys((*one_typo_from(value), *other))]


def one_typo_from(value: Decimal) -> list[Decimal]:
    """Return the numbers that differ from a printed one by one digit or by two neighbours swapped, as many decimals kept."""
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "a printed figure is a number"
    changed = [(*digits[:at], digit, *digits[at + 1 :]) for at in range(len(digits)) for digit in range(10) if digit != digits[at]]
    swapped = [
        (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :]) for at in range(len(digits) - 1) if digits[at] != digits[at + 1]
    ]
    sign = 1 if value < 0 else 0
    return [Decimal((sign, each, exponent)) for each in dict.fromkeys([*changed, *swapped]) if each[0] or len(each) == 1]


def is_one_slip_off(relation: Relation, version: Version) -> bool:
    """Tell whether one digit exchanged, left out, put in or swapped in one figure of a relation makes it hold."""
    for entry in _figures(relation):
        for repair in _candidates(entry, version):
            outcome = held_against(_repaired(relation, repair, version), version)
            if outcome and outcome.holds:
                return True
    return False


def is_one_typo_off(relation: Relation, version: Version) -> bool:
    """Tell whether one typo in one figure explains a sum's whole difference.

    Round figures tell nothing: a typo often explains what parts them by chance.
    """
    outcome, whole = held_against(relation, version), relation.whole.amount(version)
    if outcome is None or outcome.holds or whole is None:
        return False
    if abs(whole.exactly) < TELLING_SIZE * finest_step(_figures(relation), version):
        return False
    parts = (amount for part in relation.parts if (amount := part.amount(version)))
    return _may_be(whole, -outcome.difference) or any(_may_be(part, outcome.difference) for part in parts)


def _may_be(amount: Amount, moved: Fraction) -> bool:
    """Tell whether one typo moves a figure just so far, in the base unit."""
    return any((Fraction(value) - Fraction(amount.value)) * amount.scale == moved for value in one_typo_from(amount.value))


def _satisfies(repair: Repair, relations: Sequence[Relation], version: Version) -> bool | None:
    """Tell whether a repair satisfies every relation of its figure, sums without any difference; None where it does not."""
    exact = True
    for relation in relations:
        outcome = held_against(_repaired(relation, repair, version), version)
        if outcome is None or not outcome.holds or outcome.verdict is Verdict.BARELY:
            return None
        exact = exact and (relation.kind is not RelationKind.SUM or outcome.difference == 0)
    return exact


def _repaired(relation: Relation, repair: Repair, version: Version) -> Relation:
    parts = tuple(_mended(part, repair, version) for part in relation.parts)
    return replace(relation, whole=_mended(relation.whole, repair, version), parts=parts)


def _with_value(entry: Entry, value: Decimal, version: Version) -> Entry:
    amount = entry.amount(version)
    assert amount is not None, "only a figure that the version states is repaired"
    repaired: Amount = replace(amount, value=value)
    return replace(entry, before=repaired) if version is Version.BEFORE else replace(entry, after=repaired)
