"""The tables of a page, those with rules and those without, and the lines that stand outside them.

``flow_of`` does it for all pages in order; their lines come with their marks known and without running headers and footers, their
strokes without those that are marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from lydelse.extractors.pdf.bands import as_line, bands_of
from lydelse.extractors.pdf.columns import Block, blocks_of, continuation
from lydelse.extractors.pdf.frames_beside import with_frames_joined
from lydelse.extractors.pdf.grid import Grid, GridCell, around, line_of, with_headers
from lydelse.extractors.pdf.header_groups import with_header_groups
from lydelse.extractors.pdf.header_rows import with_header_cells_whole
from lydelse.extractors.pdf.layout import Stretch
from lydelse.extractors.pdf.leaders import with_leaders_as_rows
from lydelse.extractors.pdf.level_rules import levelled
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.near_columns import with_touching_words_parted
from lydelse.extractors.pdf.open_sides import side_rules
from lydelse.extractors.pdf.opened import with_cells_opened
from lydelse.extractors.pdf.page_ends import (
    are_same_edges,
    closing_rules,
    is_header_again,
    joined,
    moved,
    rest_of_last_row,
    same_columns,
    with_rows_before,
)
from lydelse.extractors.pdf.partings import parted, unstacked, with_pairs_together
from lydelse.extractors.pdf.rows import header_above, is_of_text, rows_of, with_last_wrap
from lydelse.extractors.pdf.rulings import Rule, rules_of
from lydelse.extractors.pdf.seams import with_seams
from lydelse.extractors.pdf.side_by_side import with_tables_parted
from lydelse.extractors.pdf.tables_beside import tables_beside
from lydelse.formats.pdf import Page, RuledCell, RuledTable, ruled_tables
from lydelse.model.place import Box

EMPTY_SHARE = 0.7
"""Of a grid's cells that are empty: it is then a chart or a form's ruling."""

TALLEST_CELL = 0.5
"""Of the page's height: a grid with a cell of prose as tall as that frames the page."""

WIDEST_PADDING = 1.0
"""Ems between a rule and the text beside it; what is centred stands further off."""

PROSE_LINES = 6
"""Lines in a cell that are prose."""


class Found(NamedTuple):
    """The tables of a page from the top, the lines outside them, and the table that may go on on the next page, if any."""

    tables: tuple[Grid, ...]
    rest: tuple[Line, ...]
    open: Grid | None


def flow_of(stretches: Iterable[Stretch]) -> list[Line | Grid]:
    """Return the lines and tables of all pages in reading order; a table that goes on over the ends of pages or columns is one."""
    flow: list[Line | Grid] = []
    above: Grid | None = None
    for page, lines, further in stretches:
        found = tables_of(page, lines, moved(above, further) if above and further is not None else None)
        parts: list[Line | Grid] = sorted((*found.tables, *found.rest), key=lambda part: part.box.top)
        if parts and isinstance(parts[0], Grid) and further is not None:
            flow, parts[0] = with_rows_before(flow, parts[0], further)
        for part in parts:
            last = flow[-1] if flow else None
            if isinstance(part, Grid) and part.continues and isinstance(last, Grid):
                flow[-1] = joined(last, part)
            else:
                flow.append(part)
        above = found.open
    return flow


def tables_of(page: Page, lines: Sequence[Line], above: Grid | None = None) -> Found:
    """Return the tables of a page. ``above`` is the table that stood last on the page before, with nothing under it."""
    ruled, between = _ruled(page, with_cells_opened(with_touching_words_parted(page.strokes, lines)), above)
    levels, outside = levelled(page.strokes, with_tables_parted(page.strokes, between))
    led = with_leaders_as_rows(page.strokes, outside)
    ruled.extend((*levels, *_going_on_after_dots(led.tables, above)))
    top = min((grid.box.top for grid in ruled), default=page.height)
    going_on = above if above and not any(line.baseline > top for line in outside[:1]) else None
    plain, rest = _plain(led.rest, going_on, tuple(rules_of(page.strokes)))
    rest = tuple(sorted((*rest, *led.contents), key=lambda line: line.baseline)) if led.contents else rest
    tables = sorted((*ruled, *plain), key=lambda grid: (grid.box.top, grid.box.x0))
    if tables and above and _goes_on(above, tables[0], rest):
        tables[0] = _without_new_header(tables[0], above)._replace(continues=True)
    last = tables[-1] if tables else None
    closed = last is None or any(line.baseline > last.box.bottom for line in rest)
    return Found(tuple(tables), rest, None if closed else last)


def _goes_on(above: Grid, first: Grid, rest: Sequence[Line]) -> bool:
    """Tell whether the first table of a page continues the last one of the page before: same columns, nothing over it."""
    return (first.continues or same_columns(above, first)) and not any(line.baseline < first.box.top for line in rest)


def _going_on_after_dots(led: Sequence[Grid], above: Grid | None) -> Iterator[Grid]:
    """Yield tables whose labels are led to their figures by dots, the first as the rest of one like it on the page before."""
    for at, grid in enumerate(led):
        like = at == 0 and above is not None and above.rivers and not above.edges and len(above.rivers) == len(grid.rivers)
        near = (
            like and all(one.x0 < two.x1 and two.x0 < one.x1 for one, two in zip(above.rivers, grid.rivers, strict=True))
            if above
            else False
        )
        yield grid._replace(continues=bool(near))


def _without_new_header(grid: Grid, above: Grid) -> Grid:
    """Take the header marks off a continuation whose first row is not the header of its table once more."""
    header = [cell.text for cell in above.rows[0]]
    if [cell.text for cell in grid.rows[0]] == header:
        return grid
    return grid._replace(rows=tuple(tuple(cell._replace(header=False) for cell in row) for row in grid.rows))


def _ruled(page: Page, lines: Sequence[Line], above: Grid | None) -> tuple[list[Grid], tuple[Line, ...]]:
    if not any(stroke.vertical for stroke in page.strokes):
        return [], tuple(lines)
    strokes = with_frames_joined(page.strokes, lines)
    added = tuple(closing_rules(strokes, lines))
    found = ruled_tables(page, (*strokes, *added, *side_rules(strokes, lines)))
    grids: list[Grid] = []
    left = tuple(lines)
    for table in sorted(found, key=lambda table: table.box.width * table.box.height):  # a table within a cell is read first
        grid = _filled(table, left, page, above) if table.columns > 1 else None
        if grid:
            grids.append(grid._replace(cut=any(abs(rule.box.top - grid.box.bottom) <= 1 for rule in added)))
            taken = {id(word) for row in grid.rows for cell in row for line in cell.lines for word in line.words}
            left = tuple(rest for line in left if (rest := _without(line, taken)))
    return grids, left


def _without(line: Line, taken: Set[int]) -> Line | None:
    """Return what of a line no table has taken."""
    words = [word for word in line.words if id(word) not in taken]
    return line if len(words) == len(line.words) else line_of(words, line.page) if words else None


def _within(own: Box, box: Box) -> bool:
    return box.x0 <= (own.x0 + own.x1) / 2 < box.x1 and box.top <= (own.top + own.bottom) / 2 < box.bottom


def _filled(table: RuledTable, lines: Sequence[Line], page: Page, above: Grid | None) -> Grid | None:
    """Return a ruled table with its text, None where the rules hold something else than a table, or than the rest of a row of one above."""
    near = [line for line in lines if table.box.top < line.baseline < table.box.bottom]
    cells = [(cell, _lines_in(cell.box, near)) for cell in (*table.cells, *_unclosed(table))]
    full = [(cell, own) for cell, own in cells if own]
    edges = (*sorted({cell.box.x0 for cell in table.cells}), table.box.x1)
    sparse = len(full) < 2 or len(full) < (1 - EMPTY_SHARE) * len(cells) or len({cell.column for cell, _ in full}) < 2
    if sparse and not (above and are_same_edges(above.edges, edges) and _is_rest_of_row([cell for cell, _ in full])):
        return None
    if any(cell.box.height > TALLEST_CELL * page.height and len(own) > PROSE_LINES for cell, own in full):
        return None
    rows: list[tuple[GridCell, ...]] = []
    for at in range(table.rows):
        own = (
            GridCell(text, cell.column, cell.colspan, cell.rowspan, room=_room(cell, text))
            for cell, text in sorted(cells, key=_place)
            if cell.row == at
        )
        row = tuple(part for cell in own for part in parted(cell, edges))
        rows.extend(unstacked(row) if any(cell.lines for cell in row) else ())
    return with_headers(Grid(tuple(rows), table.box, page.number, edges=edges))


def _is_rest_of_row(full: Sequence[RuledCell]) -> bool:
    """Tell whether what stands in a table is one row without a label: the row above goes on there."""
    return len({cell.row for cell in full}) == 1 and min(cell.column for cell in full) > 0


def _room(cell: RuledCell, lines: Sequence[Line]) -> float:
    """Return how wide the text of a cell between rules may be: its padding is what stands before its widest line."""
    if not lines:
        return 0.0
    padding = min(min(line.box.x0 for line in lines) - cell.box.x0, WIDEST_PADDING * lines[0].size)
    return cell.box.width - 2 * max(0.0, padding)


def _place(filled: tuple[RuledCell, tuple[Line, ...]]) -> tuple[int, int]:
    return filled[0].row, filled[0].column


def _unclosed(table: RuledTable) -> Iterator[RuledCell]:
    """Yield the places of the grid that the rules leave open: a header without a corner, a label without a side."""
    lefts, tops = sorted({cell.box.x0 for cell in table.cells}), sorted({cell.box.top for cell in table.cells})
    rights, bottoms = [*lefts[1:], table.box.x1], [*tops[1:], table.box.bottom]
    covered = {
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    for row in range(table.rows):
        for column in range(table.columns):
            if (row, column) not in covered:
                yield RuledCell(Box(lefts[column], tops[row], rights[column], bottoms[row]), row, column, 1, 1)


def _lines_in(box: Box, lines: Sequence[Line]) -> tuple[Line, ...]:
    near = (line for line in lines if box.top < line.baseline < box.bottom + 2)
    pieces = ([word for word in line.words if _within(word.box, box)] for line in near)
    return tuple(line_of(words, lines[0].page) for words in pieces if words)


def _plain(lines: Sequence[Line], above: Grid | None, rules: Sequence[Rule]) -> tuple[list[Grid], tuple[Line, ...]]:
    """Return the tables without rules, and the lines outside them."""
    bands = bands_of(lines)
    rows = [as_line(band) for band in bands]
    grids: list[Grid] = []
    rest: list[tuple[Line, ...]] = []
    taken = 0
    going_on = _going_on(rows, above) if above and above.rivers else None
    if going_on:
        header, block = going_on
        grids.append(_grid(rows, block, header, ())._replace(continues=True))
        taken = block.end
    for found in blocks_of(rows, taken):
        block = with_last_wrap(rows, with_seams(rows, found))
        header = header_above(rows, block, taken, rules)
        rest.extend(bands[taken : block.first - len(header)])
        grids.extend(tables_beside(_grid(rows, block, header, rules)))
        taken = block.end
    rest.extend(bands[taken:])
    return grids, tuple(line for band in rest for line in band)


def _going_on(rows: Sequence[Line], above: Grid) -> tuple[list[tuple[GridCell, ...]], Block] | None:
    """Return what goes on at the top of a page of a table without rules: its header once more where that is said, and its lines."""
    block = continuation(rows, above.rivers)
    block = block._replace(of_text=above.of_text) if block else None
    if block and not is_header_again(rows, block, above):
        return [], with_last_wrap(rows, block)
    rest = rest_of_last_row(rows, block.end if block else 0, above)
    if block and rest:
        return list(rows_of(rows, block)), rest
    found = block or (with_last_wrap(rows, rest._replace(of_text=True)) if rest and above.of_text else rest)
    return ([], found) if found else None


def _grid(lines: Sequence[Line], block: Block, header: list[tuple[GridCell, ...]], rules: Sequence[Rule]) -> Grid:
    rows = with_header_cells_whole((*header, *rows_of(lines, block)), rules)
    box = around(line.box for row in rows for cell in row for line in cell.lines)
    of_text = is_of_text(lines[block.first : block.end], block)
    grid = Grid(rows, box, lines[block.first].page, rivers=block.rivers, of_text=of_text)
    return with_header_groups(with_headers(with_pairs_together(grid)))
