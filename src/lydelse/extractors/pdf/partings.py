"""Where a table's rows and columns part otherwise than its rules or gaps say.

Rows and columns inside one ruled cell, and the two columns that a struck value and the one that replaces it make.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.alignment import LONGEST_CELL
from lydelse.extractors.pdf.grid import Grid, GridCell, has_figure, line_of
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.pieces import pieces_of
from lydelse.model.text import Mark

STACKED_LINES = 3
"""Lines in one ruled cell, each a figure on the baseline of a label, that are rows without rules between."""

LEVEL_WITHIN = 0.3
"""Ems that two baselines of one row may differ."""


EMPTY_LINE = 1.7
"""Times the least distance between lines: rows in one ruled cell that an empty line parts."""

MOST_LABEL_LINES = 2
"""Of a row that empty lines part from the others: more are prose in two columns."""

Row = tuple[GridCell, ...]


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


def unstacked(row: Row) -> Iterator[Row]:
    """Yield a ruled row, or the rows in it where rules part the columns only: each a line of figures, or parted by empty lines."""
    if any(cell.rowspan > 1 for cell in row):
        yield row
        return
    stacked = list(_by_figures(row))
    if len(stacked) > 1:
        yield from (part for each in stacked for part in _with_headings_apart(each))
    else:
        yield from _by_space(row)


def _by_figures(row: Row) -> Iterator[Row]:
    stacks = [cell for cell in row if cell.lines]
    deep = [cell for cell in stacks if cell.column and len(cell.lines) >= STACKED_LINES]
    figures = [cell for cell in deep if all(has_figure(line.text) for line in cell.lines)]
    labels = stacks[0].lines
    starts = [line.baseline for line in figures[0].lines] if figures else []
    level = all(any(_is_level(line, start) for start in starts) for cell in figures for line in cell.lines)
    if starts and level and all(any(_is_level(line, start) for line in labels) for start in starts):
        yield from _cut(row, [start - 1 for start in starts[1:]])
    else:
        yield row


def _with_headings_apart(row: Row) -> Iterator[Row]:
    """Yield a row, bold lines of its label as rows of their own where the label itself is not bold: they head the rows under them."""
    label, *cells = row
    starts = [line.baseline for cell in cells for line in cell.lines[:1]]
    own = [line for line in label.lines if any(_is_level(line, start) for start in starts)]
    others = [line for line in label.lines if not any(line is each for each in own)]
    if not own or not others or any(map(_is_bold, own)) or not all(map(_is_bold, others)):
        yield row
        return
    empty = tuple(cell._replace(lines=()) for cell in cells)
    for line in label.lines:
        yield (label._replace(lines=(line,)), *(cells if any(line is each for each in own) else empty))


def _by_space(row: Row) -> Iterator[Row]:
    """Yield the rows of a ruled row that empty lines part all across it, each beginning with a short label."""
    baselines = sorted({line.baseline for cell in row for line in cell.lines})
    size = max((line.size for cell in row for line in cell.lines), default=0.0)
    apart = [after - before for before, after in pairwise(baselines) if after - before > LEVEL_WITHIN * size]
    places = [after - 1 for before, after in pairwise(baselines) if after - before >= EMPTY_LINE * min(apart, default=size)]
    parts = [part for part in _cut(row, places) if any(cell.lines for cell in part)]
    full = [part for part in parts if sum(bool(cell.lines) for cell in part) > 1]
    deep = any(len(cell.lines) > 1 for part in full for cell in part[1:])
    yield from parts if len(full) > 1 and deep and all(map(_begins_with_label, parts)) else [row]


def _begins_with_label(row: Row) -> bool:
    """Tell whether all cells of a row begin on the line of a short label."""
    label = row[0]
    if not label.lines or len(label.lines) > MOST_LABEL_LINES or len(label.text) > LONGEST_CELL:
        return False
    return all(_is_level(cell.lines[0], label.lines[0].baseline) for cell in row if cell.lines) and all(cell.colspan == 1 for cell in row)


def _cut(row: Row, places: Sequence[float]) -> Iterator[Row]:
    for start, end in pairwise([float("-inf"), *places, float("inf")]):
        yield tuple(cell._replace(lines=tuple(line for line in cell.lines if start <= line.baseline < end)) for cell in row)


def _is_level(line: Line, baseline: float) -> bool:
    return abs(line.baseline - baseline) < LEVEL_WITHIN * line.size


def _is_bold(line: Line) -> bool:
    return all(word.bold for word in line.words)


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
