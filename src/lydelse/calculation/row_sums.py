"""Sums along the rows of a table: a column that is called a total, and the columns that make it."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.draft import Draft
from lydelse.calculation.table_grid import Grid, are_of_one_basis, basis_of, summed
from lydelse.calculation.testing import held_against, is_printed_finer
from lydelse.figures.statements.totals import is_averaged, is_net_label, is_total_label, is_within_another
from lydelse.model.calculation import Verdict
from lydelse.model.quantity import Entry
from lydelse.records import replace

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
        ways = (
            [(row, draft) for row in grid.rows if (draft := way(grid, row, column, beside))] for way in (_row, _wide_row, _row_of_one_kind)
        )
        yield from next((taught for drafts in ways if (taught := _taught(grid, drafts))), [])


def _is_part(header: str) -> bool:
    return not (is_total_label(header) or is_averaged(header) or is_within_another(header))


def _row(grid: Grid, row: int, column: int, beside: list[int]) -> Draft | None:
    """Return the relation of a row's total and the figures beside it that state the same unit as it, or none as it states none."""
    whole = grid.cells.get((row, column))
    if whole is None:
        return None
    basis = basis_of(whole, grid.version)
    parts = [part for part in _beside(grid, row, beside) if part is None or basis_of(part, grid.version) == basis]
    return summed(grid, whole, parts, f"r{row}c{column}>", stated=True)


def _wide_row(grid: Grid, row: int, column: int, beside: list[int]) -> Draft | None:
    """Return the relation of a row's total and all figures beside it, where only some of the headers state the unit of them all."""
    whole, parts = grid.cells.get((row, column)), _beside(grid, row, beside)
    if whole is None or not are_of_one_basis([whole, *(part for part in parts if part)], grid.version):
        return None
    return summed(grid, whole, parts, f"r{row}c{column}>", stated=True)


def _row_of_one_kind(grid: Grid, row: int, column: int, beside: list[int]) -> Draft | None:
    """Return the relation of a row's total and the figures of its kind beside it: fees that are added up beside how often they are paid."""
    whole = grid.cells.get((row, column))
    amount = whole.amount(grid.version) if whole else None
    if whole is None or amount is None:
        return None
    kind = amount.kind
    parts = [part for part in _beside(grid, row, beside) if part is None or ((own := part.amount(grid.version)) and own.kind is kind)]
    return summed(grid, whole, parts, f"r{row}c{column}>", stated=True)


def _beside(grid: Grid, row: int, columns: list[int]) -> list[Entry | None]:
    return [grid.cells[row, each] for each in columns if (row, each) in grid.cells]


def _is_exact(grid: Grid, draft: Draft) -> bool:
    outcome = held_against(draft.relation, grid.version)
    return outcome is not None and outcome.verdict is Verdict.EXACT


def _taught(grid: Grid, drafts: list[tuple[int, Draft]]) -> list[Draft]:
    def holds(draft: Draft) -> bool:
        outcome = held_against(draft.relation, grid.version)
        return outcome is not None and outcome.holds

    plain = [draft for row, draft in drafts if not is_total_label(grid.label(row))]
    if sum(is_printed_finer(draft.relation, grid.version) and _is_exact(grid, draft) for draft in plain) >= ROWS_THAT_TEACH:
        drafts = [(row, replace(draft, relation=replace(draft.relation, exact=True))) for row, draft in drafts]
        plain = [draft for row, draft in drafts if not is_total_label(grid.label(row))]
    holding = [draft for draft in plain if holds(draft)]
    if len(holding) < ROWS_THAT_TEACH or 3 * len(holding) < 2 * len(plain):
        return []
    return [draft for row, draft in drafts if not is_total_label(grid.label(row)) or len(holding) == len(plain) or holds(draft)]
