"""Totals in tables of which some rows are taken off without a minus sign: "avgår", and what is left of income and cost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.draft import Draft, chance_of, finest_step
from lydelse.calculation.table_grid import Grid, summed
from lydelse.figures.statements.totals import is_taken_off
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.records import replace

MOST_SIGNED = 10
"""Of how many rows every choice of signs is tried."""
FEWEST_SIGNED = 3
"""A difference of two rows is found without a choice of signs."""
COINCIDENCE = Fraction(1, 100)


def taken_off(grid: Grid, whole: Entry, rows: Sequence[int], column: int, key: str, *, stated: bool) -> Draft | None:
    """Return the relation of a total to rows of which those that say so are taken off; None where none or all do, or carry a sign."""
    off = {row for row in rows if is_taken_off(grid.label(row)) and (value := grid.values.get((row, column))) and value[0] > 0}
    told = [row for row in rows if (row, column) in grid.values]
    if not off or off >= set(told):
        return None
    return _signed(grid, summed(grid, whole, grid.column(column, rows), key, stated=stated), _told(grid, rows, column), off)


def balanced(grid: Grid, whole: Entry, rows: Sequence[int], column: int, key: str) -> Draft | None:
    """Return the one choice of signs that makes what is left exactly of three rows or more, where chance hardly could."""
    values = {row: grid.values[row, column] for row in rows if (row, column) in grid.values}
    at = grid.seats.get(id(whole))
    if (
        at is None
        or not FEWEST_SIGNED <= len(values) <= MOST_SIGNED
        or len(values) < len([row for row in rows if (row, column) in grid.cells])
    ):
        return None
    left, _ = grid.values[at]
    tried = 2 ** len(values)
    step = finest_step([entry for row in rows if (entry := grid.cells.get((row, column)))], grid.version)
    chance = chance_of(tried, step, abs(Fraction(left)))
    if chance > COINCIDENCE:
        return None
    found = _choices(values, left)
    if len(found) != 1:
        return None
    draft = _signed(grid, summed(grid, whole, grid.column(column, rows), key, stated=False), _told(grid, rows, column), found[0])
    return replace(draft, relation=replace(draft.relation, tried=tried, chance=chance)) if draft else None


def _told(grid: Grid, rows: Sequence[int], column: int) -> list[int]:
    return [row for row in rows if (row, column) in grid.cells]


def _choices(values: dict[int, tuple[Decimal, Decimal]], left: Decimal) -> list[set[int]]:
    """Return the sets of rows that must be taken off for the rest to come to what is left; at least one row is, and one is not."""
    rows = list(values)
    total = sum(value for value, _ in values.values())
    found = []
    for choice in range(1, 2 ** len(rows) - 1):
        off = {row for at, row in enumerate(rows) if choice >> at & 1}
        if total - 2 * sum(values[row][0] for row in off) == left:
            found.append(off)
    return found


def _signed(grid: Grid, draft: Draft | None, rows: Sequence[int], off: set[int]) -> Draft | None:
    """Return a sum of rows, each of which states an amount or is blank, with some of them taken off."""
    if draft is None:
        return None
    label = grid.label(grid.seats[id(draft.relation.whole)][0])
    taken = tuple(f"”{grid.label(row)}”" for row in rows if row in off)
    wording = Message("relation.sum.taken", {"label": label, "count": len(rows), "taken": taken})
    minus = tuple(at for at, row in enumerate(rows) if row in off)
    return replace(draft, relation=replace(draft.relation, wording=wording, minus=minus))
