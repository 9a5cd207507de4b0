"""Headers over several columns where no upright rule says how far they reach: "2025" and "2026", each over "Tkr" and "%".

They are known by standing evenly: each begins, or set at the right each ends, a group of as many columns, all of which have a header of
their own below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lydelse.extractors.pdf.grid import Grid, GridCell

FEWEST_GROUPS = 2
FEWEST_COLUMNS = 2
AT_EDGE = 1.0
"""Points between the ends of a header and of the one under it."""

Row = tuple[GridCell, ...]


def with_header_groups(grid: Grid) -> Grid:
    """Return the table with each header over its group of columns, from the header row above the last one upwards."""
    rows = list(grid.rows)
    count = next((at for at, row in enumerate(rows) if not any(cell.header for cell in row)), 0)
    grouped = False
    for at in range(count - 2, -1, -1):
        row = _over_its_columns(rows[at], rows[count:])
        groups = _groups(row, rows[at + 1], whole=grouped)
        if groups:
            rows[at], grouped = groups, True
    return grid._replace(rows=tuple(rows))


def _over_its_columns(row: Row, body: Sequence[Row]) -> Row:
    """Return a header row, a header that begins only after its column's cells have ended moved to the next one."""
    cells = list(row)
    for at in range(len(cells) - 2, -1, -1):
        own, following = cells[at], cells[at + 1]
        ends = [line.box.x1 for each in body for cell in each if cell.column == own.column for line in cell.lines]
        if own.lines and not following.lines and own.colspan == 1 and ends and own.lines[0].box.x0 >= max(ends):
            cells[at], cells[at + 1] = own._replace(lines=()), following._replace(lines=own.lines)
    return tuple(cells)


def _groups(row: Row, below: Row, *, whole: bool) -> Row | None:
    """Return the row with its headers over even groups, or with one over all groups below it; None where they do not stand so."""
    heads = [cell for cell in row if cell.column and cell.lines]
    others = [cell for cell in row if cell.column and not cell.lines]
    last = max(cell.column + cell.colspan for cell in below)
    own = {cell.column for cell in below if cell.lines}
    if not heads or not others or any(cell.colspan > 1 or cell.rowspan > 1 for cell in row if cell.column):
        return None
    starts = _starts(heads, below, last)
    if not starts:
        return None
    widths = {end - start for start, end in pairwise(starts)}
    even = len(heads) >= FEWEST_GROUPS and len(widths) == 1 and min(widths) >= FEWEST_COLUMNS and own >= set(range(1, last))
    if not even and not (whole and len(heads) == 1):
        return None
    spans = zip(heads, pairwise(starts), strict=True)
    return (*(cell for cell in row if not cell.column), *(cell._replace(column=start, colspan=end - start) for cell, (start, end) in spans))


def _starts(heads: Sequence[GridCell], below: Row, last: int) -> list[int]:
    """Return the columns where the groups begin, and where the last one ends; none where the heads neither begin nor end them all."""
    if heads[0].column == 1:
        return [*(cell.column for cell in heads), last]
    under = {cell.column: cell.lines[-1].box.x1 for cell in below if cell.lines}
    at_right = all(abs(cell.lines[-1].box.x1 - under.get(cell.column, 0.0)) <= AT_EDGE for cell in heads)
    return [1, *(cell.column + 1 for cell in heads)] if at_right and heads[-1].column == last - 1 else []
