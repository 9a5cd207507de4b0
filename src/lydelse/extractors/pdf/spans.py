"""Cells over several columns in tables without upright rules: the heading of a group of rows, and a header of wider cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.bands import lines_in
from lydelse.extractors.pdf.columns import cells_of, column_of, is_tabular
from lydelse.extractors.pdf.grid import GridCell, River
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.pieces import pieces_of
from lydelse.extractors.pdf.rulings import Rule

AT_EDGE = 1.0
"""Points between a word's edge and that of the column that it is aligned on."""

SURELY_PARTED = 3
"""Cells of a header that end with their columns: what is left after them is a cell too, wherever it ends."""

MOSTLY = 0.7
"""Of a column's cells."""

UNDER = 0.7
"""Ems between a header's baseline and the rule that shows how far it reaches."""

Piece = tuple[Word, ...]


class Column(NamedTuple):
    """Where the cells of a column stand: from ``x0`` to ``x1``; whether most of them begin, or end, at one place."""

    x0: float
    x1: float
    left: bool
    right: bool


class Columns(NamedTuple):
    """The columns of a table without upright rules, and the gaps between them."""

    each: tuple[Column, ...]
    rivers: tuple[River, ...]


def columns_in(lines: Sequence[Line], rivers: Sequence[River]) -> Columns:
    """Return where the cells stand in lines that have cells beside one another."""
    rows = [cells_of(line, rivers) for line in lines if is_tabular(line)]
    return Columns(tuple(_column([row[at] for row in rows if at in row]) for at in range(len(rivers) + 1)), tuple(rivers))


def _column(cells: Sequence[Piece]) -> Column:
    if not cells:
        return Column(0.0, 0.0, left=False, right=False)
    lefts, rights = [cell[0].box.x0 for cell in cells], [max(word.box.x1 for word in cell) for cell in cells]
    begin, end = median(lefts), median(rights)
    left = sum(abs(x - begin) <= AT_EDGE for x in lefts) >= MOSTLY * len(cells)
    right = sum(abs(x - end) <= AT_EDGE for x in rights) >= MOSTLY * len(cells)
    return Column(min(lefts), end if right else max(rights), left, right)


def spanning(line: Line, rivers: Sequence[River]) -> tuple[GridCell, ...]:
    """Return a row of a header whose cells may stand over several columns."""
    reaching = [(piece, column_of(piece[0], rivers), column_of(piece[-1], rivers)) for piece in pieces_of(line)]
    return _row(reaching, line.page, len(rivers) + 1)


def header_row(line: Line, columns: Columns, rules: Sequence[Rule]) -> tuple[GridCell, ...]:
    """Return a row of a header: its words parted where the columns are, each cell as wide as the rule under it or what it stands over."""
    pieces = [part for piece in pieces_of(line) for part in _parted(piece, columns)]
    return _row([(piece, *_reach(piece, line, columns, rules)) for piece in pieces], line.page, len(columns.each))


def _row(reaching: Sequence[tuple[Piece, int, int]], page: int, count: int) -> tuple[GridCell, ...]:
    cells: list[GridCell] = []
    following = 0
    for piece, start, last in reaching:
        first = max(following, start)
        cells.extend(GridCell((), column) for column in range(following, first))
        cells.append(GridCell(lines_in(piece, page), first, colspan=max(1, last - first + 1)))
        following = max(first, last) + 1
    cells.extend(GridCell((), column) for column in range(following, count))
    return tuple(cells)


def _parted(piece: Piece, columns: Columns) -> Iterator[Piece]:
    """Yield the words of a header with no wide gap between as cells, where all of them end, or begin, with a column as its cells do."""
    ends = [column.x1 for column in columns.each[1:] if column.right]
    at_end = [at + 1 for at, word in enumerate(piece) if any(abs(word.box.x1 - end) <= AT_EDGE for end in ends)]
    starts = [column.x0 for column in columns.each if column.left]
    at_start = [at for at, word in enumerate(piece) if any(abs(word.box.x0 - start) <= AT_EDGE for start in starts)]
    if len(at_end) > 1 and at_end[-1] == len(piece):
        cuts = [0, *at_end]
    elif len(at_end) >= SURELY_PARTED and _is_over_next(piece[at_end[-1] :], piece[at_end[-1] - 1].box.x1, columns):
        cuts = [0, *at_end, len(piece)]
    elif len(at_start) > 1 and at_start[0] == 0:
        cuts = [*at_start, len(piece)]
    else:
        cuts = [0, len(piece)]
    yield from (piece[start:end] for start, end in pairwise(cuts))


def _is_over_next(rest: Piece, end: float, columns: Columns) -> bool:
    """Tell whether the last words of a header stand over one column alone, the one after that which ends before them."""
    over = [at for at, column in enumerate(columns.each) if column.x0 < rest[-1].box.x1 and rest[0].box.x0 < column.x1]
    return len(over) == 1 and over[0] > 0 and abs(columns.each[over[0] - 1].x1 - end) <= AT_EDGE


def _reach(piece: Piece, line: Line, columns: Columns, rules: Sequence[Rule]) -> tuple[int, int]:
    """Return the first and the last column that a cell of a header stands over."""
    x0, x1 = piece[0].box.x0, max(word.box.x1 for word in piece)
    low = line.baseline + UNDER * line.size
    near = (rule for rule in rules if line.baseline < rule.y <= low and rule.x0 <= x0 + AT_EDGE and x1 <= rule.x1 + AT_EDGE)
    for rule in near:
        under = [at for at, column in enumerate(columns.each) if rule.x0 <= (column.x0 + column.x1) / 2 <= rule.x1]
        if under and under[0] > 0:
            return under[0], under[-1]
    over = [at for at, column in enumerate(columns.each) if column.x0 < x1 and x0 < column.x1]
    return (over[0], over[-1]) if over else (column_of(piece[0], columns.rivers), column_of(piece[-1], columns.rivers))
