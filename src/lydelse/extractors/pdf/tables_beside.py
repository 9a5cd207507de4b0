"""Two tables side by side without rules, read as one table of more columns: told by their labels, and parted.

A column of words after one of figures heads the rows of a table of its own where both have a total, or where the rows of one side end
before those of the other. Else it may be any column of words, and the table is one: asked about where much speaks for two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.extractors.pdf.grid import YEAR, Grid, GridCell, around, has_figure
from lydelse.figures.statements.totals import is_total_label

FEWEST_ROWS = 3
MOSTLY = 0.8
"""Of a column's cells."""

WIDE = 1.5
"""Ems of the gap between two tables; a cell's padding is less."""

Row = tuple[GridCell, ...]


def tables_beside(grid: Grid) -> tuple[Grid, ...]:
    """Return the tables that a table without rules is."""
    count = len(grid.rivers) + 1
    body = [row for row in grid.rows if not any(cell.header for cell in row)]
    if len(body) < FEWEST_ROWS or any(cell.colspan > 1 or cell.rowspan > 1 or len(row) != count for row in grid.rows for cell in row):
        return (grid,)
    at = next((at for at in range(2, count - 1) if _begins_table(body, at)), None)
    if at is None:
        return (grid,)
    return (_part(grid, 0, at), *tables_beside(_part(grid, at, count)))


def may_be_beside(grid: Grid) -> Row | None:
    """Return the first row of a table that may be two side by side, None where nothing speaks for it.

    Both halves have a column of names, all different, and as many columns of figures after it, no years; the gap between is wide.
    """
    count = len(grid.rivers) + 1
    body = [row for row in grid.rows if not any(cell.header for cell in row)]
    at = count // 2
    if count % 2 or at < 2 or len(body) < FEWEST_ROWS or any(len(row) != count for row in body):
        return None
    size = body[0][0].lines[0].size if body[0][0].lines else 0.0
    wide = size > 0 and grid.rivers[at - 1].width >= WIDE * size
    years = any(all(YEAR.fullmatch(text) for text in _texts(body, column)) for column in range(1, count))
    figured = all(_is_figured(_texts(body, column)) for column in range(count) if column not in {0, at})
    named = all(_is_named(_texts(body, column)) for column in (0, at))
    return body[0] if wide and named and figured and not years else None


def _is_named(texts: Sequence[str]) -> bool:
    return len(texts) >= FEWEST_ROWS and len(set(texts)) == len(texts) and not any(map(has_figure, texts))


def _is_figured(texts: Sequence[str]) -> bool:
    return sum(map(has_figure, texts)) >= MOSTLY * max(1, len(texts))


def _begins_table(rows: Sequence[Row], at: int) -> bool:
    labels, own = _texts(rows, 0), _texts(rows, at)
    worded = all(sum(not has_figure(text) for text in texts) >= MOSTLY * len(texts) for texts in (labels, own))
    figured = all(sum(map(has_figure, texts)) >= MOSTLY * len(texts) for texts in (_texts(rows, at - 1), _texts(rows, at + 1)))
    if min(len(labels), len(own)) < FEWEST_ROWS or not worded or not figured or len(set(own)) < len(own):
        return False
    totals = all(any(map(is_total_label, texts)) for texts in (labels, own))
    return totals or _ends_before(rows, at)


def _texts(rows: Sequence[Row], at: int) -> list[str]:
    return [row[at].text for row in rows if row[at].lines]


def _ends_before(rows: Sequence[Row], at: int) -> bool:
    """Tell whether the last rows have nothing on one side of a column, and all rows before them have cells on both."""
    sides = [(any(cell.lines for cell in row[:at]), any(cell.lines for cell in row[at:])) for row in rows]
    both = next((place for place, side in enumerate(sides) if side != (True, True)), len(sides))
    rest = set(sides[both:])
    return both >= FEWEST_ROWS and len(rest) == 1 and rest != {(False, False)}


def _part(grid: Grid, start: int, end: int) -> Grid:
    rows = tuple(row for row in _cut(grid.rows, start, end) if any(cell.lines for cell in row))
    box = around(line.box for row in rows for cell in row for line in cell.lines)
    return grid._replace(rows=rows, box=box, rivers=grid.rivers[start : end - 1])


def _cut(rows: Sequence[Row], start: int, end: int) -> Iterator[Row]:
    for row in rows:
        yield tuple(cell._replace(column=cell.column - start) for cell in row[start:end])
