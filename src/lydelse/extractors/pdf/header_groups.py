"""Headers over several columns where no upright rule says how far they reach: "2025" and "2026", each over "Tkr" and "%".

They are known by standing evenly: each begins a group of as many columns, all of which have a header of their own below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lydelse.extractors.pdf.grid import Grid, GridCell

FEWEST_GROUPS = 2
FEWEST_COLUMNS = 2

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
    if not heads or not others or any(cell.colspan > 1 or cell.rowspan > 1 for cell in row if cell.column) or heads[0].column != 1:
        return None
    starts = [*(cell.column for cell in heads), last]
    widths = {end - start for start, end in pairwise(starts)}
    even = len(heads) >= FEWEST_GROUPS and len(widths) == 1 and min(widths) >= FEWEST_COLUMNS and own >= set(range(1, last))
    if not even and not (whole and len(heads) == 1):
        return None
    ends = dict(pairwise(starts))
    return (*(cell for cell in row if not cell.column), *(cell._replace(colspan=ends[cell.column] - cell.column) for cell in heads))
