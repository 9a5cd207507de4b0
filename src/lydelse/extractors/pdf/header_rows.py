"""The header of a table without upright rules: which of its lines are one row, each cell's lines put together.

A header's cells end on one line, whatever lines they have above it. What shows that a line goes on in the one under it is a level rule
under the header with none between the two, the distance between them, or the words. A heading over several columns stays a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.grid import MOST_HEADER_ROWS, GridCell, has_figure
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.rows import TIGHTER, UNFINISHED, WRAPPED_WITHIN
from lydelse.extractors.pdf.rulings import Rule
from lydelse.figures.units import unit_after
from lydelse.patterns import compiled

MOST_LINES = 7
"""Of a header."""

ACROSS = 0.8
"""Of the table's width that the rule under its header covers, at least."""

ALIGNED_WITHIN = 0.4
"""Ems that two lines of a cell may differ at their right edges or middles."""

PER = compiled(r"\s?(?:/|per)\s?[^\W\d]+[23²³]?(?:(?:/|,| och | per )\s?[^\W\d]+)?")
"""What follows on a unit that is counted for something."""

Row = tuple[GridCell, ...]


class _Header(NamedTuple):
    """What shows which lines of a header belong together: the level rules, whether one closes it, and the distance between rows."""

    rules: Sequence[Rule]
    closed: bool
    pitch: float


def with_header_cells_whole(rows: Sequence[Row], rules: Sequence[Rule]) -> tuple[Row, ...]:
    """Return the rows of a table with the lines of each header cell in one cell; rows that are left empty are taken out."""
    count, closed = _header(rows, rules)
    if count < 2:
        return tuple(rows)
    header = _Header(rules, closed, _pitch(rows[count:]))
    merged = [list(row) for row in rows[:count]]
    for upper, lower in pairwise(merged):
        _moved_down(upper, lower, header)
    kept = (tuple(row) for row in merged if any(cell.lines for cell in row))
    return (*kept, *rows[count:])


def _header(rows: Sequence[Row], rules: Sequence[Rule]) -> tuple[int, bool]:
    """Return how many rows stand over the first one of the body, and whether a level rule parts them from it."""
    first = next((at for at, row in enumerate(rows) if _is_body(row)), 0)
    if not 0 < first <= MOST_LINES:
        return 0, False
    x0, x1 = min(_left(row) for row in rows), max(_right(row) for row in rows)
    for count in range(first, 0, -1):
        low, high = _last(rows[count - 1]).baseline, _first(rows[count]).box.top + 1
        across = sum(rule.x1 - rule.x0 for rule in rules if low - 1 <= rule.y <= high)
        if across >= ACROSS * (x1 - x0):
            return count, True
    groups = next((at for at, row in enumerate(rows[:first]) if at and _is_label(row)), first)
    return (groups, False) if groups <= MOST_HEADER_ROWS else (0, False)


def _is_body(row: Row) -> bool:
    """Tell whether a row has a label and figures, and nothing else but their units."""
    cells = [cell.text for cell in row[1:] if cell.lines and not _is_unit(cell.text)]
    figures = sum(has_figure(text) for text in cells)
    letters = any(letter.isalpha() for text in cells if not has_figure(text) for letter in text)
    return bool(row[0].lines) and figures > 0 and not letters


def _is_unit(text: str) -> bool:
    """Tell whether a cell holds a unit alone, with what it is counted for: "kr", "kr/m3", "kr per år"."""
    known = unit_after(text, 0)
    return known is not None and (known.end == len(text) or PER.fullmatch(text, known.end) is not None)


def _is_label(row: Row) -> bool:
    return bool(row[0].lines) and not any(cell.lines for cell in row[1:])


def _moved_down(upper: list[GridCell], lower: list[GridCell], header: _Header) -> None:
    """Move the cells of one line into those under them that they belong to; then those over nothing, where others have moved."""
    below = {cell.column: at for at, cell in enumerate(lower) if cell.colspan == 1 and cell.rowspan == 1}
    over = {cell.column for cell in upper if cell.lines for _ in range(cell.colspan)}
    alone = [cell for cell in upper if cell.lines and cell.colspan == 1 and cell.column in below]
    pairs = [(cell, lower[below[cell.column]]) for cell in alone]
    going = {
        cell.column for cell, own in pairs if own.lines and _is_one(cell, own, header) and not _may_head(cell, own, lower, over, header)
    }
    if len(going) * 2 >= sum(bool(own.lines) for _, own in pairs):
        going |= {
            cell.column
            for cell, own in pairs
            if own.lines and _stands_over(cell, own, header) and not _may_head(cell, own, lower, over, header)
        }
    if going:
        going |= {cell.column for cell, own in pairs if not own.lines and _is_near(cell.lines[-1], lower, header)}
    for at, cell in enumerate(upper):
        if cell.column in going and cell.lines:
            own = lower[below[cell.column]]
            lower[below[cell.column]] = own._replace(lines=(*cell.lines, *own.lines))
            upper[at] = cell._replace(lines=())


def _is_one(cell: GridCell, own: GridCell, header: _Header) -> bool:
    """Tell whether a line of a header goes on in the one under it."""
    above, below = cell.lines[-1], own.lines[0]
    near = header.closed or below.baseline - above.baseline <= TIGHTER * header.pitch or _reads_on(above, below)
    return near and _stands_over(cell, own, header)


def _stands_over(cell: GridCell, own: GridCell, header: _Header) -> bool:
    """Tell whether a line of a header stands right over the one under it, with no rule between."""
    above, below = cell.lines[-1], own.lines[0]
    overlap = above.box.x0 < below.box.x1 and below.box.x0 < above.box.x1
    near = 0 < below.baseline - above.baseline <= WRAPPED_WITHIN * above.size
    return overlap and near and not _is_ruled_off(above, below, header.rules)


def _may_head(cell: GridCell, own: GridCell, lower: Sequence[GridCell], over: set[int], header: _Header) -> bool:
    """Tell whether a cell may be a heading over its column and the next ones, which then have nothing of their own over them."""
    beside = [other for other in lower if other.column in {own.column - 1, own.column + 1} and other.column and other.lines]
    bare = [other for other in beside if other.column not in over]
    if not bare or own.column == 0:
        return False
    above, below = cell.lines[-1], own.lines[0]
    if _reads_on(above, below):
        return any(other.lines[0].text[0].islower() for other in bare if other.column > own.column)
    within = ALIGNED_WITHIN * above.size
    lefts = abs(above.box.x0 - below.box.x0) <= within
    rights = abs(above.box.x1 - below.box.x1) <= within
    return lefts or not rights or not header.closed


def _is_ruled_off(above: Line, below: Line, rules: Sequence[Rule]) -> bool:
    x0, x1 = min(above.box.x0, below.box.x0), max(above.box.x1, below.box.x1)
    return any(above.baseline - 1 < rule.y < below.baseline - 0.5 * below.size and rule.x0 < x1 and x0 < rule.x1 for rule in rules)


def _is_near(line: Line, lower: Sequence[GridCell], header: _Header) -> bool:
    below = _first(tuple(lower))
    return 0 < below.baseline - line.baseline <= WRAPPED_WITHIN * line.size and not _is_ruled_off(line, below, header.rules)


def _reads_on(above: Line, below: Line) -> bool:
    return below.text[0].islower() or below.text[0] == "(" or above.text.endswith(UNFINISHED)


def _pitch(rows: Sequence[Row]) -> float:
    """Return the least distance between two rows of the body, 0 where there is but one."""
    pairs = pairwise(row for row in rows if any(cell.lines for cell in row))
    return min((_first(below).baseline - _last(above).baseline for above, below in pairs), default=0.0)


def _first(row: Row) -> Line:
    return min((line for cell in row for line in cell.lines), key=lambda line: line.baseline)


def _last(row: Row) -> Line:
    return max((line for cell in row for line in cell.lines), key=lambda line: line.baseline)


def _left(row: Row) -> float:
    return min((line.box.x0 for cell in row for line in cell.lines), default=float("inf"))


def _right(row: Row) -> float:
    return max((line.box.x1 for cell in row for line in cell.lines), default=0.0)
