"""Sums in tables: rows that are called totals, subtotals or what is left, and the rows that make them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.row_sums import row_sums
from lydelse.calculation.signed_sums import balanced, taken_off
from lydelse.calculation.table_grid import Grid, as_stated, differing, grid_of, summed, without_breakdowns
from lydelse.calculation.testing import held_against
from lydelse.calculation.witnessed_totals import TestedTotal, TotalRow, Witnesses, key_of
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
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.records import dataclass, field

MOST_OPERANDS = 8
"""How many of the rows nearest above may be what a row is the difference of."""

MOST_FEW = 30
"""How many rows directly above a total may make it without the rows above them."""

_Gaps = dict[tuple[int, ...], tuple[Decimal, Decimal]]


def table_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the totals that the tables state, each with the cells that make it."""
    for section in ledger.document.sections:
        for above, table in zip((None, *section.blocks), section.blocks, strict=False):
            if isinstance(table, Table):
                grid = grid_of(ledger, table, version)
                yield from _down(grid, is_whole=not isinstance(above, Table))
                yield from row_sums(grid)


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
    witnesses = Witnesses(tested)
    for each in (witnesses.as_beside(grid, each) for each in tested):
        is_stated = bool(each.rows) and not each.total.is_net and (each.total.is_plain or witnesses.speak_for(each, grid.version))
        yield as_stated(each.draft) if is_stated else each.draft


def _totals_of(grid: Grid, *, is_whole: bool) -> Iterator[TotalRow]:
    walk = _Walk()
    counted = [row for row in grid.rows if not _is_passed_over(grid.label(row))]
    for row in counted:
        label = grid.label(row)
        if not is_total_label(label):
            total = _net(grid, row, walk) if is_net_label(label) else None
            if total is None:
                walk.parts.append(row)
                continue
        elif is_net_label(label) and row != counted[0]:
            total = _net(grid, row, walk)
        else:
            total = _total(grid, row, walk, is_whole=is_whole, is_last=row == counted[-1])
        if total:
            yield total
        walk.close(row)


def _is_passed_over(label: str) -> bool:
    """Tell whether a row is neither a part of a total nor a total: what another row contains, a mean, a ceiling for the total."""
    return is_within_another(label) or is_averaged(label) or (is_total_label(label) and is_limit_label(label))


def _total(grid: Grid, row: int, walk: _Walk, *, is_whole: bool, is_last: bool) -> TotalRow:
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
    few = () if is_bare else tuple(parts[at:] for at in range(max(1, len(parts) - MOST_FEW), len(parts) - 1))
    block = _block(grid, row, parts, is_on_top=is_on_top) if is_whole and says_it_adds_up(label) else ()
    found = tuple(dict.fromkeys(reading for reading in readings if reading))
    return TotalRow(row, found, few, block, _operands(walk), is_plain, is_net=False)


def _block(grid: Grid, row: int, parts: tuple[int, ...], *, is_on_top: bool) -> tuple[int, ...]:
    """Return the rows that a total closes; those below the one total of a table that begins with it."""
    if is_on_top:
        below = [each for each in grid.rows if each > row and not _is_passed_over(grid.label(each))]
        is_only = row == grid.rows[0] and not any(is_total_label(grid.label(each)) for each in below)
        parts = tuple(below) if is_only else ()
    return parts if len(parts) > 1 else ()


def _net(grid: Grid, row: int, walk: _Walk) -> TotalRow | None:
    """Return a row of what is left, None where the rows above it do not show that it is."""
    parts, totals = tuple(walk.parts), tuple(walk.totals)
    readings = tuple(dict.fromkeys(each for each in ((*totals, *parts), (*walk.before, *parts), (*totals[-1:], *parts), parts) if each))
    total = TotalRow(row, readings, (), (), _operands(walk), is_plain=False, is_net=True)
    return total if any(each.holds for column in grid.columns for each in _tested(grid, total, column)) else None


def _operands(walk: _Walk) -> tuple[int, ...]:
    return tuple(sorted({*walk.totals, *walk.parts}))[-MOST_OPERANDS:]


def _rows_below(grid: Grid, row: int) -> tuple[int, ...]:
    below = [each for each in grid.rows if each > row]
    end = next((each for each in below if is_total_label(grid.label(each))), None)
    return tuple(each for each in below if (end is None or each < end) and not is_within_another(grid.label(each)))


def _tested(grid: Grid, total: TotalRow, column: int) -> Iterator[TestedTotal]:
    whole = grid.cells.get((total.row, column))
    if whole is None or _is_mean(grid, total, column):
        return
    gaps = _gaps(grid, total, column)
    for reading in (each for each, (gap, reach) in gaps.items() if gap <= reach):
        draft = summed(grid, whole, grid.column(column, reading), key_of(total, column), stated=total.is_plain)
        outcome = held_against(draft.relation, grid.version) if draft else None
        if draft and outcome and outcome.holds:
            yield TestedTotal(total, column, draft, reading, holds=True)
            return
    difference = _difference(grid, total, column) or _balance(grid, total, column, whole)
    less = taken_off(grid, whole, total.readings[0] if total.readings else (), column, key_of(total, column), stated=total.is_plain)
    outcome = held_against(less.relation, grid.version) if less else None
    if difference:
        yield TestedTotal(total, column, difference, (), holds=True)
    elif less and outcome and (outcome.holds or total.is_plain):
        yield TestedTotal(total, column, less, (), holds=outcome.holds)
    elif not total.is_net and not _may_be_difference(grid, total, column):
        yield from _broken(grid, total, column, gaps)


def _broken(grid: Grid, total: TotalRow, column: int, gaps: _Gaps) -> Iterator[TestedTotal]:
    """Yield the relation that a total should obey and does not: with the rows that miss it least, the last few of a block apart."""
    whole = grid.cells[total.row, column]
    for reading in sorted((each for each in gaps if each not in total.few), key=lambda each: gaps[each][0]):
        draft = summed(grid, whole, grid.column(column, reading), key_of(total, column), stated=total.is_plain) if whole else None
        if draft and held_against(draft.relation, grid.version):
            yield TestedTotal(total, column, draft, reading, holds=False)
            return


def _gaps(grid: Grid, total: TotalRow, column: int) -> _Gaps:
    shortened = (without_breakdowns(grid, column, reading) for reading in (*total.readings[:1], total.block))
    readings = dict.fromkeys([*total.readings, *total.few, *shortened])
    return {reading: gap for reading in readings if (gap := grid.gap(total.row, column, reading))}


def _is_mean(grid: Grid, total: TotalRow, column: int) -> bool:
    """Tell whether a bare number called a total lies among its parts, as a mean does and a sum does not."""
    whole = grid.amount(total.row, column)
    values = [amount.value for row in total.readings[0] if (amount := grid.amount(row, column))] if total.readings else []
    if whole is None or whole.unit or not values or "summa" in grid.label(total.row).lower():
        return False
    return min(values) >= 0 and min(values) <= whole.value <= max(values) and len(values) > 1


def _may_be_difference(grid: Grid, total: TotalRow, column: int) -> bool:
    """Tell whether income and cost stand above a total without signs: then nobody says that they are added up."""
    rows = total.readings[0] if total.readings else ()
    if any(amount.value < 0 for row in rows if (amount := grid.amount(row, column))):
        return False
    return mixes_income_and_cost([grid.label(row) for row in rows])


def _difference(grid: Grid, total: TotalRow, column: int) -> Draft | None:
    """Return the one difference of two rows above that a row is exactly, where it says that it is one or they may be income and cost."""
    whole = grid.cells.get((total.row, column))
    if whole is None or not (total.is_net or _may_be_difference(grid, total, column)):
        return None
    values = {row: value[0] for row in total.operands if (value := grid.values.get((row, column)))}
    left, key, tried = grid.values[total.row, column][0], f"{key_of(total, column)}-", len(values) * (len(values) - 1) // 2
    pairs = [
        (grid.cells[more, column], grid.cells[less, column])
        for more, less in permutations(values, 2)
        if values[more] - values[less] == left
    ]
    drafts = [differing(grid, whole, more, less, key, tried) for more, less in pairs if more and less]
    found = [draft for draft in drafts if draft]
    return found[0] if len(found) == 1 else None


def _balance(grid: Grid, total: TotalRow, column: int, whole: Entry) -> Draft | None:
    """Return what is left of three rows or more, some of them taken off without a sign, where the row may be such a difference."""
    if not (total.is_net or _may_be_difference(grid, total, column)):
        return None
    drafts = (balanced(grid, whole, reading, column, f"{key_of(total, column)}±") for reading in total.readings)
    return next((draft for draft in drafts if draft), None)
