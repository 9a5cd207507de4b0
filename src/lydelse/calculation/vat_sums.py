"""Prices without tax, the tax, and with it: three columns or three rows of a table, the last of which adds up the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.table_grid import Grid, grid_of, summed
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled

_WITHOUT = compiled(r"(?<!\w)(?:exkl\w*|utan|före)\.?\s+(?:mervärdes(?:skatt)?|moms)", re.IGNORECASE)
_WITH = compiled(r"(?<!\w)(?:inkl\w*|med|efter)\.?\s+(?:mervärdesskatt|moms)", re.IGNORECASE)
_TAX = compiled(r"\W*(?:varav\s+)?(?:mervärdesskatt|moms)(?:belopp\w*)?\W*(?:\d+\s*%|kr(?:onor)?|tkr)?\W*", re.IGNORECASE)


def vat_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the amounts with tax, each with the amount without it and the tax: stated, for the headers say so."""
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            grid = grid_of(ledger, table, version)
            columns, rows = tax_lines(grid.headers), tax_lines(grid.labels)
            if columns:
                yield from (draft for row in grid.rows if (draft := _across(grid, row, columns)))
            if rows and not is_total_label(grid.label(rows[2])):
                yield from (draft for column in grid.columns if (draft := _down(grid, column, rows)))


def tax_lines(names: Mapping[int, str]) -> tuple[int, int, int] | None:
    """Return which line is without tax, which is the tax and which is with it; None where one is missing or stands twice."""
    lines = [[at for at, name in names.items() if is_such(name)] for is_such in (_WITHOUT.search, _TAX.fullmatch, _WITH.search)]
    return (lines[0][0], lines[1][0], lines[2][0]) if all(len(each) == 1 for each in lines) else None


def _across(grid: Grid, row: int, columns: tuple[int, int, int]) -> Draft | None:
    without, tax, whole = (grid.cells.get((row, column)) for column in columns)
    return summed(grid, whole, [without, tax], f"r{row}c{columns[2]}moms>", stated=True) if whole else None


def _down(grid: Grid, column: int, rows: tuple[int, int, int]) -> Draft | None:
    without, tax, whole = (grid.cells.get((row, column)) for row in rows)
    return summed(grid, whole, [without, tax], f"r{rows[2]}c{column}moms", stated=True) if whole else None
