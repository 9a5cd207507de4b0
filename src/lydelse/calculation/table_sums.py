"""Sums in tables: rows that are called totals, subtotals or what is left, and the rows that make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import permutations

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.row_sums import row_sums
from lydelse.calculation.table_grid import Grid, as_stated, differing, grid_of, summed
from lydelse.calculation.testing import held_against
from lydelse.figures.statements.totals import (
    is_averaged,
    is_bare_total,
    is_limit_label,
    is_net_label,
    is_subtotal_label,
    is_total_label,
    is_within_another,
    mixes_income_and_cost,
    says_it_adds_up,
)
from lydelse.model.table import Table
from lydelse.model.text import Version

MOST_OPERANDS = 8
"""How many of the rows nearest above may be what a row is the difference of."""


def table_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the totals that the tables state, each with the cells that make it."""
    for section in ledger.document.sections:
        for above, table in zip((None, *section.blocks), section.blocks, strict=False):
            if isinstance(table, Table):
                grid = grid_of(ledger, table, version)
                yield from _down(grid, is_whole=not isinstance(above, Table))
                yield from row_sums(grid)


@dataclass(frozen=True, slots=True)
class _Total:
    """A total row. ``readings`` are the rows that may make it, the plainest first; ``block`` those since the total before it.

    ``is_plain`` when the label and the structure leave no doubt of what is added up; ``operands`` are the rows that it may be the
    difference of.
    """

    row: int
    readings: tuple[tuple[int, ...], ...]
    block: tuple[int, ...]
    operands: tuple[int, ...]
    is_plain: bool
    is_net: bool


@dataclass(slots=True)
class _Walk:
    """What has been met on the way down a table: the rows since the last total, all rows before those, the totals."""

    parts: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)

    def close(self, row: int) -> None:
        """Go on below a total."""
        self.before.extend(self.parts)
        self.parts = []
        self.totals.append(row)


def _down(grid: Grid, *, is_whole: bool) -> Iterator[Draft]:
    """Yield the total rows, column by column; in a table that may go on from the one before it, a total is never plain."""
    totals = list(_totals_of(grid, is_whole=is_whole))
    columns = [column for column in grid.columns if not is_averaged(grid.headers.get(column, ""))]
    tested = [each for total in totals for column in columns for each in _tested(grid, total, column)]
    for each in (_as_beside(grid, each, tested) for each in tested):
        is_stated = bool(each.rows) and not each.total.is_net and (each.total.is_plain or _is_witnessed(each, tested))
        if each.holds or is_stated or not each.total.is_net:
            yield as_stated(each.draft) if is_stated else each.draft


def _totals_of(grid: Grid, *, is_whole: bool) -> Iterator[_Total]:
    walk = _Walk()
    counted = [row for row in grid.rows if not _is_passed_over(grid.label(row))]
    for row in counted:
        label = grid.label(row)
        if not is_total_label(label):
            total = _net(grid, row, walk) if is_net_label(label) else None
            if total is None:
                walk.parts.append(row)
                continue
        elif is_net_label(label):
            total = _net(grid, row, walk)
        else:
            total = _total(grid, row, walk, is_whole=is_whole, is_last=row == counted[-1])
        if total:
            yield total
        walk.close(row)


def _is_passed_over(label: str) -> bool:
    """Tell whether a row is neither a part of a total nor a total: what another row contains, a mean, a ceiling for the total."""
    return is_within_another(label) or is_averaged(label) or (is_total_label(label) and is_limit_label(label))


def _total(grid: Grid, row: int, walk: _Walk, *, is_whole: bool, is_last: bool) -> _Total:
    label = grid.label(row)
    is_bare = is_bare_total(label)
    parts = tuple(walk.parts)
    readings = [parts]
    if walk.totals and not is_subtotal_label(label):
        readings = [(*walk.totals, *parts), (*walk.before, *parts), parts]
    is_on_top = bool(walk.totals[:1] == list(grid.rows[:1])) or not (parts or walk.totals)
    if is_on_top:
        readings = [*readings, _rows_below(grid, row)] if parts or walk.totals else [_rows_below(grid, row)]
    is_plain = is_whole and bool(parts or walk.totals) and (is_bare or (is_last and not is_on_top and says_it_adds_up(label)))
    if not is_bare:
        readings.extend(parts[at:] for at in range(1, len(parts) - 1))
    block = parts if is_whole and not is_on_top and says_it_adds_up(label) and len(parts) > 1 else ()
    found = tuple(dict.fromkeys(reading for reading in readings if reading))
    return _Total(row, found, block, _operands(walk), is_plain, is_net=False)


def _net(grid: Grid, row: int, walk: _Walk) -> _Total | None:
    """Return a row of what is left, None where the rows above it do not show that it is."""
    parts, totals = tuple(walk.parts), tuple(walk.totals)
    readings = tuple(dict.fromkeys(each for each in ((*totals, *parts), (*walk.before, *parts), (*totals[-1:], *parts), parts) if each))
    total = _Total(row, readings, (), _operands(walk), is_plain=False, is_net=True)
    return total if any(each.holds for column in grid.columns for each in _tested(grid, total, column)) else None


def _operands(walk: _Walk) -> tuple[int, ...]:
    return tuple(sorted({*walk.totals, *walk.parts}))[-MOST_OPERANDS:]


def _rows_below(grid: Grid, row: int) -> tuple[int, ...]:
    below = [each for each in grid.rows if each > row]
    end = next((each for each in below if is_total_label(grid.label(each))), None)
    return tuple(each for each in below if (end is None or each < end) and not is_within_another(grid.label(each)))


@dataclass(frozen=True, slots=True)
class _Tested:
    """A total row in one column: the relation that holds there or, where none does, the one that should."""

    total: _Total
    column: int
    draft: Draft
    rows: tuple[int, ...]
    holds: bool

    @property
    def is_of_its_block(self) -> bool:
        """Tell whether the relation adds up all rows since the total before."""
        return bool(self.total.block) and self.rows == self.total.block


def _tested(grid: Grid, total: _Total, column: int) -> Iterator[_Tested]:
    whole = grid.cells.get((total.row, column))
    if whole is None or _is_mean(grid, total, column):
        return
    key = f"r{total.row}c{column}"
    found: list[tuple[_Tested, Fraction]] = []
    readings = [*total.readings, *(_without_breakdowns(grid, column, reading) for reading in total.readings[:1])]
    for reading in readings:
        draft = summed(grid, whole, grid.column(column, reading), key, stated=total.is_plain)
        outcome = held_against(draft.relation, grid.version) if draft else None
        if draft and outcome:
            found.append((_Tested(total, column, draft, reading, outcome.holds), abs(outcome.difference)))
    holding = [each for each, _ in found if each.holds]
    difference = None if holding else _difference(grid, total, column)
    if holding or difference:
        yield holding[0] if holding else _Tested(total, column, difference, (), holds=True) if difference else holding[0]
    elif found and not _may_be_difference(grid, total, column):
        should = [each for each, _ in found if each.is_of_its_block and not total.is_plain]
        yield should[0] if should else min(found, key=lambda each: each[1])[0]


def _is_mean(grid: Grid, total: _Total, column: int) -> bool:
    """Tell whether a bare number called a total lies among its parts, as a mean does and a sum does not."""
    whole = grid.amount(total.row, column)
    values = [amount.value for row in total.readings[0] if (amount := grid.amount(row, column))] if total.readings else []
    if whole is None or whole.unit or not values or "summa" in grid.label(total.row).lower():
        return False
    return min(values) >= 0 and min(values) <= whole.value <= max(values) and len(values) > 1


def _may_be_difference(grid: Grid, total: _Total, column: int) -> bool:
    """Tell whether income and cost stand above a total without signs: then nobody says that they are added up."""
    rows = total.readings[0] if total.readings else ()
    if any(amount.value < 0 for row in rows if (amount := grid.amount(row, column))):
        return False
    return mixes_income_and_cost([grid.label(row) for row in rows])


def _difference(grid: Grid, total: _Total, column: int) -> Draft | None:
    """Return the one difference of two rows above that a row is exactly, where it says that it is one or they may be income and cost."""
    whole = grid.cells.get((total.row, column))
    if whole is None or not (total.is_net or _may_be_difference(grid, total, column)):
        return None
    operands = [entry for row in total.operands if (entry := grid.cells.get((row, column)))]
    pairs = list(permutations(operands, 2))  # either may be the larger; only one order can hold
    drafts = [differing(grid, whole, more, less, f"r{total.row}c{column}-", len(pairs) // 2) for more, less in pairs]
    found = [draft for draft in drafts if draft]
    return found[0] if len(found) == 1 else None


def _as_beside(grid: Grid, one: _Tested, tested: Sequence[_Tested]) -> _Tested:
    """Return a total that does not hold with the rows that make it in another column, where they do."""
    if one.holds or one.total.is_plain or one.total.is_net:
        return one
    beside = next((each for each in tested if each.total is one.total and each.holds and each.rows), None)
    whole = one.draft.relation.whole
    draft = summed(grid, whole, grid.column(one.column, beside.rows), one.draft.key[-1], stated=True) if beside else None
    return replace(one, draft=draft, rows=beside.rows) if beside and draft else one


def _is_witnessed(one: _Tested, tested: Sequence[_Tested]) -> bool:
    """Tell whether other figures show that a total row adds up these rows.

    They are all rows since the total before, and another total is built on it or another block of the column is added up so; or
    the row adds them up in another column.
    """
    whole = one.draft.relation.whole
    for other in tested:
        if other is one or not other.holds:
            continue
        if other.column == one.column and one.is_of_its_block:
            relation = other.draft.relation
            if other.is_of_its_block or any(entry is whole for entry in (relation.whole, *relation.parts)):
                return True
        elif other.total is one.total and other.rows == one.rows:
            return True
    return False


def _without_breakdowns(grid: Grid, column: int, rows: Sequence[int]) -> tuple[int, ...]:
    """Return the rows without those that break another down: a row that is the sum of the rows that follow it stands for them."""
    kept: list[int] = []
    at = 0
    while at < len(rows):
        kept.append(rows[at])
        at += 1 + _broken_down(grid, column, rows[at:])
    return tuple(kept)


def _broken_down(grid: Grid, column: int, rows: Sequence[int]) -> int:
    """Return how many of the rows after the first make it up, 0 where none do."""
    values = [grid.amount(row, column) for row in rows]
    whole = values[0] if values else None
    made = Fraction(0)
    for count, part in enumerate(values[1:], 1):
        if whole is None or part is None:
            return 0
        made += part.exactly
        if count > 1 and made == whole.exactly:
            return count
    return 0
