"""Amounts left without a partner within their own paragraph or row, paired across a section.

A clause that is struck whole and written anew, or a table replaced by another, leaves its amounts removed in one block and added
in another. They are one amount when what they are called, their kind and their unit agree, no other amount is called so, and
the words around them are alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.differ.pairing import likeness
from lydelse.differ.quantities import quantity_stem
from lydelse.model.amount import Amount
from lydelse.model.quantity import Entry, Status
from lydelse.records import dataclass, replace

LEAST_LIKENESS = 0.5
"""The share of the words around two amounts that they must have in common to be one amount in two clauses."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry with the words around its amount; a table's cell has none and goes by its row and column alone."""

    entry: Entry
    context: frozenset[str] = frozenset()


def status_of(before: Amount | None, after: Amount | None) -> Status:
    """Return what became of an amount: unchanged when value, unit and kind are the same, however they are written."""
    if before is None:
        return Status.ADDED
    if after is None:
        return Status.REMOVED
    same = (before.value, before.unit, before.kind) == (after.value, after.unit, after.kind)
    return Status.UNCHANGED if same else Status.CHANGED


def partners_found(candidates: Sequence[Candidate]) -> list[Entry]:
    """Return the entries of a section, removed and added ones made one where they are one amount; it stands at the later place."""
    named: dict[str, list[int]] = {}
    for at, each in enumerate(candidates):
        named.setdefault(quantity_stem(each.entry), []).append(at)
    joined: dict[int, Entry] = {}
    gone: set[int] = set()
    for ats in named.values():
        partners = _partners(candidates, ats)
        if partners:
            removed, added = partners
            joined[added] = _joined(candidates[removed].entry, candidates[added].entry)
            gone.add(removed)
    return [joined.get(at, each.entry) for at, each in enumerate(candidates) if at not in gone]


def _partners(candidates: Sequence[Candidate], ats: Sequence[int]) -> tuple[int, int] | None:
    """Return the removed and the added one of two amounts called the same, None where they are not one amount.

    Where a third is called so as well, they may be statements for different years: none is taken for another.
    """
    found = {candidates[at].entry.status: at for at in ats}
    if len(ats) != 2 or set(found) != {Status.REMOVED, Status.ADDED}:
        return None
    removed, added = found[Status.REMOVED], found[Status.ADDED]
    alike = likeness(candidates[removed].context, candidates[added].context) >= LEAST_LIKENESS
    return (removed, added) if alike else None


def _joined(before: Entry, after: Entry) -> Entry:
    status = status_of(before.before, after.after)
    return replace(after, before=before.before, year_before=before.year_before, text=f"{before.text} {after.text}", status=status)
