"""Amounts left without a partner within their own paragraph or row, paired across a section.

A clause that is struck whole and written anew, or a table replaced by another, leaves its amounts removed in one block and added
in another. They are one amount when what they are called, their kind and their unit agree, no other amount is called so, and
the words around them are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lydelse.differ.pairing import likeness
from lydelse.differ.quantities import quantity_stem
from lydelse.model.quantity import Entry, Status

LEAST_LIKENESS = 0.5
"""The share of the words around two amounts that they must have in common to be one amount in two clauses."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry with the words around its amount; a table's cell has none and goes by its row and column alone."""

    entry: Entry
    context: frozenset[str] = frozenset()


def status_of(entry: Entry) -> Status:
    """Return what became of an amount: unchanged when value, unit and kind are the same, however they are written."""
    before, after = entry.before, entry.after
    if before is None:
        return Status.ADDED
    if after is None:
        return Status.REMOVED
    same = (before.value, before.unit, before.kind) == (after.value, after.unit, after.kind)
    return Status.UNCHANGED if same else Status.CHANGED


def partners_found(candidates: Sequence[Candidate]) -> list[Entry]:
    """Return the entries of a section, removed and added ones made one where they are one amount; it stands at the later place."""
    removed = _by_name(candidates, Status.REMOVED)
    added = _by_name(candidates, Status.ADDED)
    joined: dict[int, Entry] = {}
    gone: set[int] = set()
    for name, ats in added.items():
        others = removed.get(name, [])
        if len(ats) != 1 or len(others) != 1:
            continue
        before, after = candidates[others[0]], candidates[ats[0]]
        if likeness(before.context, after.context) >= LEAST_LIKENESS:
            joined[ats[0]] = _joined(before.entry, after.entry)
            gone.add(others[0])
    return [joined.get(at, each.entry) for at, each in enumerate(candidates) if at not in gone]


def _by_name(candidates: Sequence[Candidate], status: Status) -> dict[str, list[int]]:
    names: dict[str, list[int]] = {}
    for at, each in enumerate(candidates):
        if each.entry.status is status:
            names.setdefault(quantity_stem(each.entry), []).append(at)
    return names


def _joined(before: Entry, after: Entry) -> Entry:
    entry = replace(after, before=before.before, year_before=before.year_before, text=f"{before.text} {after.text}")
    return replace(entry, status=status_of(entry))
