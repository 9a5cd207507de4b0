"""Tests of relations that are no sums: products, instalments, floors under ceilings, and one factor of uprating."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from lydelse.calculation.verdicts import untestable
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.calculation import Outcome, Relation, Verdict
from lydelse.model.interval import Interval
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.patterns import compiled


def rounding_box(amount: Amount) -> Interval:
    """Return the numbers that round to a printed figure; "cirka", "knappt" and "drygt" widen it as they do everywhere."""
    return amount.rounding_box if amount.qualifier is Qualifier.NONE else amount.interval


_IN_FRACTIONS = compiled(r"årsarb|årsverk|tjänst|heltid|timm|dygn|månad", re.IGNORECASE)
"""What is counted in fractions of one, printed whole."""
FEW = 100
"""Fewer whole things than this were counted one by one; more may be a year's average, printed without its decimals."""


def multiplied_as(amount: Amount) -> Interval:
    """Return what a factor of a sentence stands for: a small whole count is itself ("12 besök"), all else what rounds to it."""
    is_counted = amount.kind is AmountKind.COUNT and amount.qualifier is Qualifier.NONE and amount.last_place == 1
    is_counted = is_counted and not _IN_FRACTIONS.search(amount.unit)
    return Interval.exactly(amount.exactly) if is_counted and 0 < amount.exactly < FEW else rounding_box(amount)


def multiplied(relation: Relation, version: Version, whole: Amount, parts: Sequence[Amount]) -> Outcome | None:
    """Test whole = factor x part x part ...; None where a part is not stated.

    What is multiplied may be rounded whatever it is called: a monthly amount is the year's divided by twelve. Where the relation is
    exact, as other rows of its table are, any difference is one but half a unit of the whole, which its last place cannot show.
    """
    if len(parts) < len(relation.parts):
        return None
    expected, allowed = relation.factor, Interval.exactly(relation.factor)
    in_table = "/t" in relation.whole.place.path
    for part in parts:
        expected *= part.exactly
        allowed = allowed * (rounding_box(part) if in_table else multiplied_as(part))
    difference = whole.exactly - expected
    found = rounding_box(whole)
    verdict = Verdict.INCONSISTENT
    if difference == 0:
        verdict = Verdict.EXACT
    elif found.meets(allowed) and (not relation.exact or 2 * abs(difference) <= whole.last_place):
        about = any(amount.qualifier is Qualifier.ABOUT for amount in (whole, *parts))
        verdict = Verdict.PLAUSIBLE if about else Verdict.WITHIN_ROUNDING
    return Outcome(relation, version, relation.whole.year(version), verdict, found, allowed, difference)


def ordered(relation: Relation, version: Version, ceiling: Amount, below: Sequence[Amount]) -> Outcome:
    """Test that nothing exceeds the ceiling."""
    highest = max(amount.exactly for amount in below)
    verdict = Verdict.EXACT if highest <= ceiling.exactly else Verdict.INCONSISTENT
    found, expected = Interval.exactly(ceiling.exactly), Interval(highest, None)
    return Outcome(relation, version, relation.whole.year(version), verdict, found, expected, ceiling.exactly - highest)


def factor_of(entry: Entry) -> Interval | None:
    """Return the factors that may have made an entry's later figure of its earlier one, None where it lacks one or may be zero."""
    if entry.before is None or entry.after is None or entry.before.unit != entry.after.unit:
        return None
    before, after = rounding_box(entry.before), rounding_box(entry.after)
    if before.lower is None or before.upper is None or after.lower is None or after.upper is None or before.lower <= 0:
        return None
    return after / before


def common_factor(entries: Sequence[Entry]) -> Interval | None:
    """Return the factors that may have moved every one of the entries, None where there are none."""
    common: Interval | None = Interval(None, None)
    for entry in entries:
        factor = factor_of(entry)
        common = common.common_with(factor) if common and factor else None
    return common


def uprated(relation: Relation, version: Version) -> Outcome | None:
    """Test that figures moved by one factor from the earlier version to the later one; None of the earlier."""
    if version is Version.BEFORE:
        return None
    common = common_factor((relation.whole, *relation.parts))
    if common is None:
        return untestable(relation, version)
    return Outcome(relation, version, relation.whole.year(version), Verdict.WITHIN_ROUNDING, common, common, Fraction(0))
