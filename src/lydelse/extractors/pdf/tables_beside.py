"""Two tables side by side without rules, read as one table of more columns: told by their labels, and parted.

A column of words after one of figures heads the rows of a table of its own where both have a total, or where the rows of one side end
before those of the other. Else it may be any column of words, and the table is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.extractors.pdf.grid import Grid, GridCell, around, has_figure
from lydelse.figures.statements.totals import is_total_label

FEWEST_ROWS = 3
MOSTLY = 0.8
"""Of a column's cells."""

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
