"""Sums along the rows of a table: a column that is called a total, and the columns that make it."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.draft import Draft
from lydelse.calculation.table_grid import Grid, basis_of, summed
from lydelse.calculation.testing import held_against
from lydelse.figures.statements.totals import is_averaged, is_net_label, is_total_label, is_within_another

ROWS_THAT_TEACH = 2
"""How many rows a column called a total must agree with before the rows that disagree are thought wrong."""


def row_sums(grid: Grid) -> Iterator[Draft]:
    """Yield the rows of a column that is called a total, where enough rows show that it adds up the columns beside it.

    The columns are those before it, those after it where it stands first. Only rows that are no totals themselves teach; a total
    row is then told of only where every other row agrees, since it else shows the same mistake again.
    """
    for column, header in grid.headers.items():
        if not is_total_label(header) or is_averaged(header) or is_net_label(header):
            continue
        beside = [each for each in sorted(grid.headers) if each > 0 and each != column and _is_part(grid.headers[each])]
        beside = [each for each in beside if each < column] or beside
        drafts = [(row, draft) for row in grid.rows if (draft := _row(grid, row, column, beside))]
        yield from _taught(grid, drafts)


def _is_part(header: str) -> bool:
    return not (is_total_label(header) or is_averaged(header) or is_within_another(header))


def _row(grid: Grid, row: int, column: int, beside: list[int]) -> Draft | None:
    whole = grid.cells.get((row, column))
    if whole is None:
        return None
    cells = [(each, grid.cells[row, each]) for each in beside if (row, each) in grid.cells]
    parts = [part for _, part in cells if part is None or basis_of(part, grid.version) == basis_of(whole, grid.version)]
    return summed(grid, whole, parts, f"r{row}c{column}>", stated=True)


def _taught(grid: Grid, drafts: list[tuple[int, Draft]]) -> Iterator[Draft]:
    def holds(draft: Draft) -> bool:
        outcome = held_against(draft.relation, grid.version)
        return outcome is not None and outcome.holds

    plain = [draft for row, draft in drafts if not is_total_label(grid.label(row))]
    holding = [draft for draft in plain if holds(draft)]
    if len(holding) < ROWS_THAT_TEACH or 3 * len(holding) < 2 * len(plain):
        return
    yield from (draft for row, draft in drafts if not is_total_label(grid.label(row)) or len(holding) == len(plain) or holds(draft))
