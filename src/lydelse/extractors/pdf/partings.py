"""Where a table's rows and columns part otherwise than its rules or gaps say.

Rows and columns inside one ruled cell, and the two columns that a struck value and the one that replaces it make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.columns import pieces_of
from lydelse.extractors.pdf.grid import Grid, GridCell, has_figure, line_of
from lydelse.extractors.pdf.line import Line, Word
from lydelse.model.text import Mark

STACKED_LINES = 3
"""Lines in one ruled cell, each a figure on the baseline of a label, that are rows without rules between."""

LEVEL_WITHIN = 0.3
"""Ems that two baselines of one row may differ."""


def parted(cell: GridCell, edges: Sequence[float]) -> tuple[GridCell, ...]:
    """Return a cell that spans columns as one cell for each, where its words stand in them as in the rows that are ruled off."""
    inner = edges[cell.column + 1 : cell.column + cell.colspan]
    pieces = [piece for line in cell.lines for piece in pieces_of(line)]
    columns = [_column(piece[0], inner) for piece in pieces]
    kept_apart = all(_column(piece[-1], inner) == column for piece, column in zip(pieces, columns, strict=True))
    if len(set(columns)) < 2 or not kept_apart or cell.rowspan > 1:
        return (cell,)
    return tuple(
        GridCell(tuple(_lines_at(cell.lines, inner, column)), cell.column + column, header=cell.header) for column in range(cell.colspan)
    )


def _column(word: Word, inner: Sequence[float]) -> int:
    return sum(edge < (word.box.x0 + word.box.x1) / 2 for edge in inner)


def _lines_at(lines: Sequence[Line], inner: Sequence[float], column: int) -> Iterator[Line]:
    for line in lines:
        words = [word for word in line.words if _column(word, inner) == column]
        if words:
            yield line_of(words, line.page)


def unstacked(row: tuple[GridCell, ...]) -> Iterator[tuple[GridCell, ...]]:
    """Yield a ruled row, or the rows in it where rules part the columns only."""
    stacks = [cell for cell in row if cell.lines]
    deep = [cell for cell in stacks if cell.column and len(cell.lines) >= STACKED_LINES]
    figures = [cell for cell in deep if all(has_figure(line.text) for line in cell.lines)]
    labels = stacks[0].lines
    starts = [line.baseline for line in figures[0].lines] if figures else []
    level = all(any(abs(line.baseline - start) < 0.3 * line.size for start in starts) for cell in figures for line in cell.lines)
    labelled = all(any(abs(line.baseline - start) < 0.3 * line.size for line in labels) for start in starts)
    if not starts or not level or not labelled or any(cell.rowspan > 1 for cell in row):
        yield row
        return
    for start, end in pairwise([float("-inf"), *(start - 1 for start in starts[1:]), float("inf")]):
        yield tuple(cell._replace(lines=tuple(line for line in cell.lines if start <= line.baseline < end)) for cell in row)


def with_pairs_together(grid: Grid) -> Grid:
    """Return the table with the struck and the inserted values of one column in one cell each, where the gap between made two."""
    columns = len(grid.rivers) + 1
    for column in range(columns - 2, -1, -1):
        pairs = [(row[column], row[column + 1]) for row in grid.rows if all(cell.colspan == 1 for cell in row)]
        if len(pairs) == len(grid.rows) and _replaced(pairs):
            rows = tuple(_with_one_less(row, column) for row in grid.rows)
            grid = grid._replace(rows=rows, rivers=(*grid.rivers[:column], *grid.rivers[column + 1 :]))
    return grid


def _replaced(pairs: Sequence[tuple[GridCell, GridCell]]) -> bool:
    """Tell whether what stands in two columns is struck in one and inserted in the other; only one of them has a header."""
    marked = [(_marks_in(one), _marks_in(other)) for one, other in pairs if one.lines and other.lines]
    opposite = [{Mark.STRUCK}, {Mark.INSERTED}]
    return len(marked) > 1 and all(list(marks) in (opposite, opposite[::-1]) for marks in marked)


def _marks_in(cell: GridCell) -> set[Mark]:
    return {mark for line in cell.lines for word in line.words for mark in word.marks}


def _with_one_less(row: tuple[GridCell, ...], column: int) -> tuple[GridCell, ...]:
    one, other = row[column], row[column + 1]
    if len(one.lines) == len(other.lines) == 1:
        lines: tuple[Line, ...] = (line_of([*one.lines[0].words, *other.lines[0].words], one.lines[0].page),)
    else:
        lines = (*one.lines, *other.lines)
    return (*row[:column], one._replace(lines=lines), *(cell._replace(column=cell.column - 1) for cell in row[column + 2 :]))
