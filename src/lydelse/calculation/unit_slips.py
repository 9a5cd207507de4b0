"""Slips of the unit: a relation that breaks because one figure is in kr where tkr is meant, or the like."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.testing import held_against
from lydelse.model.amount import SCALES, AmountKind
from lydelse.model.calculation import Outcome, Relation, RelationKind, Verdict
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass, replace

_LIABLE = (RelationKind.SUM, RelationKind.SHARE, RelationKind.EQUALITY, RelationKind.PRODUCT, RelationKind.INSTALMENT)


@dataclass(frozen=True, slots=True)
class UnitSlip:
    """The one figure of a relation whose unit, made another, lets the relation hold."""

    entry: Entry
    unit: str


def unit_slips_of(outcome: Outcome) -> tuple[UnitSlip, ...]:
    """Return the slips of the unit that explain a mismatch, each by itself: one, or two where either figure may be the one that slipped.

    Of several, the one that gives a figure its unit of the earlier version again is taken alone. None where more than two would do.
    """
    relation = outcome.relation
    if outcome.verdict is not Verdict.INCONSISTENT or relation.kind not in _LIABLE:
        return ()
    tried = (slip for slip in _tried(relation, outcome.version) if _holds_with(relation, slip, outcome.version))
    slips = tuple(slip for slip in tried if not _holds_without(relation, slip.entry, outcome.version))
    as_before = tuple(slip for slip in slips if slip.entry.before and slip.entry.before.unit == slip.unit)
    likeliest = as_before or slips
    return likeliest if len(likeliest) <= 2 else ()


def _tried(relation: Relation, version: Version) -> Iterator[UnitSlip]:
    for entry in dict.fromkeys((relation.whole, *relation.parts)):
        amount = entry.amount(version)
        if amount is None or amount.kind is not AmountKind.MONEY or amount.unit not in SCALES:
            continue
        yield from (UnitSlip(entry, unit) for unit in SCALES if unit != amount.unit)


def _holds_with(relation: Relation, slip: UnitSlip, version: Version) -> bool:
    mended = _in_unit(slip.entry, slip.unit, version)
    whole = mended if relation.whole is slip.entry else relation.whole
    parts = tuple(mended if part is slip.entry else part for part in relation.parts)
    outcome = held_against(replace(relation, whole=whole, parts=parts), version)
    return outcome is not None and outcome.holds


def _holds_without(relation: Relation, part: Entry, version: Version) -> bool:
    """Tell whether a sum holds where a part is left out: then another unit only makes it too small to be seen."""
    if relation.kind is not RelationKind.SUM or relation.minus or part is relation.whole or len(relation.parts) < 2:
        return False
    outcome = held_against(replace(relation, parts=tuple(each for each in relation.parts if each is not part)), version)
    return outcome is not None and outcome.holds


def _in_unit(entry: Entry, unit: str, version: Version) -> Entry:
    if version is Version.BEFORE:
        return replace(entry, before=replace(entry.before, unit=unit) if entry.before else None)
    return replace(entry, after=replace(entry.after, unit=unit) if entry.after else None)
