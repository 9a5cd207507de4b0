"""Tables over page ends: what closes one that a page end leaves open, what finishes its last row, and the two parts made one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.extractors.pdf.columns import Block, cells_of
from lydelse.extractors.pdf.grid import MOST_HEADER_ROWS, Grid, GridCell, River, around, has_figure, texts_of
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.rows import WRAPPED_WITHIN, rows_of
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

SAME_COLUMN_WITHIN = 4.0
"""Points that the columns of a table may move from one page to the next."""

SAME_END_WITHIN = 2.0
"""Points that the upright rules of a table may differ in where they end."""

FEWEST_UPRIGHT = 3
"""Upright rules that end together: two columns between them, at least."""

BEGINS_WITHIN = 2.0
"""Points that the rest of a cell may begin beside its beginning."""

FEWEST_OTHERS = 2
"""Rows with a label, which show that one without is none of its own."""

MOST_LABELLED = 0.8
"""Of the other rows, where what goes over would stand in empty cells."""

MOST_LINES_BEGUN = 8
"""Lines of a table above a page end that are too few to be told for one: its head, and two rows that wrap."""

BEGUN_APART = 3.2
"""Ems between them."""

Rows = Sequence[tuple[GridCell, ...]]


def closing_rules(strokes: Sequence[Stroke], lines: Sequence[Line]) -> Iterator[Stroke]:
    """Yield the level rules that a page's first or last table lacks because a page end cuts one of its rows: WeasyPrint draws none."""
    upright = [stroke for stroke in strokes if stroke.vertical]
    if len(upright) < FEWEST_UPRIGHT or not lines:
        return
    low, high = max(stroke.box.bottom for stroke in upright), min(stroke.box.top for stroke in upright)
    if not any(line.baseline > low for line in lines):
        yield from _closing([stroke for stroke in upright if stroke.box.bottom >= low - SAME_END_WITHIN], low, strokes)
    if not any(line.baseline < high for line in lines):
        yield from _closing([stroke for stroke in upright if stroke.box.top <= high + SAME_END_WITHIN], high, strokes)


def _closing(ending: Sequence[Stroke], y: float, strokes: Sequence[Stroke]) -> Iterator[Stroke]:
    x0, x1 = min(stroke.box.x0 for stroke in ending), max(stroke.box.x1 for stroke in ending)
    level = [stroke.box for stroke in strokes if stroke.horizontal and stroke.box.x0 < x1 and stroke.box.x1 > x0]
    closed = any(abs(box.top - y) <= SAME_COLUMN_WITHIN for box in level)
    places = {round(stroke.box.x0 / SAME_COLUMN_WITHIN) for stroke in ending}
    met = any(box.x0 <= x0 + SAME_COLUMN_WITHIN and ending[0].box.top - 1 <= box.top <= ending[0].box.bottom + 1 for box in level)
    if not closed and met and len(places) >= FEWEST_UPRIGHT:
        yield ending[0]._replace(box=Box(x0, y, x1, y), horizontal=True, vertical=False)


def moved(grid: Grid, by: float) -> Grid:
    """Return a table as it would stand some points to the right, where it goes on in another column of the page."""
    if not by:
        return grid
    rows = tuple(tuple(cell._replace(lines=tuple(_moved(line, by) for line in cell.lines)) for cell in row) for row in grid.rows)
    edges, rivers = tuple(edge + by for edge in grid.edges), tuple(River(river.x0 + by, river.x1 + by) for river in grid.rivers)
    return grid._replace(rows=rows, edges=edges, rivers=rivers)


def _moved(line: Line, by: float) -> Line:
    return line._replace(box=line.box._replace(x0=line.box.x0 + by, x1=line.box.x1 + by))


def same_columns(first: Grid, second: Grid) -> bool:
    """Tell whether two tables with rules have their columns in the same places."""
    return (
        are_same_edges(first.edges, second.edges)
        and len(first.rivers) == len(second.rivers)
        and all(one.x0 < other.x1 and other.x0 < one.x1 for one, other in zip(first.rivers, second.rivers, strict=True))
    )


def are_same_edges(edges: Sequence[float], others: Sequence[float]) -> bool:
    """Tell whether the columns of two tables with rules are divided at the same places."""
    return len(edges) == len(others) > 0 and all(abs(one - other) <= SAME_COLUMN_WITHIN for one, other in zip(edges, others, strict=True))


def rest_of_last_row(lines: Sequence[Line], start: int, above: Grid) -> Block | None:
    """Return the lines from ``start`` that finish the last row of the page before, None where none does.

    Such a line stands in one column after the first, begins where its cell does, and reads on from it.
    """
    end, last = start, above.rows[-1]
    while end < len(lines):
        parts = cells_of(lines[end], above.rivers)
        (column, words), *others = parts.items()
        cell = last[column] if column < len(last) else None
        if others or not column or cell is None or not cell.lines or abs(words[0].box.x0 - cell.lines[-1].box.x0) > BEGINS_WITHIN:
            break
        if end == start and not _reads_on(cell, lines[end]):
            break
        if end > start and lines[end].baseline - lines[end - 1].baseline > WRAPPED_WITHIN * lines[end].size:
            break
        end += 1
    return Block(start, end, above.rivers, start) if end > start else None


def is_header_again(lines: Sequence[Line], block: Block, above: Grid) -> bool:
    """Tell whether a block at the top of a page says the table's header once more, and nothing else."""
    own = rows_of(lines, block)
    return _repeated(above, own) == len(own)


def with_rows_before(flow: list[Line | Grid], grid: Grid, further: float) -> tuple[list[Line | Grid], Grid]:
    """Return what stands before a page end and the table after it, with its rows above the page end where those were too few to be told.

    They are its rows where they begin with its head, which the next page says again. ``further`` is how far to the right of them it stands.
    """
    count = sum(any(cell.header for cell in row) for row in grid.rows) or 1
    wanted = [texts_of(row) for row in grid.rows[:count]]
    rivers = moved(grid, -further).rivers if len(grid.rows) > count and not grid.continues else ()
    for lines in _last_lines(flow) if rivers else ():
        rows = rows_of(lines, Block(0, len(lines), rivers, 0))
        if [texts_of(row) for row in rows[:count]] == wanted:
            heads = tuple(tuple(cell._replace(header=True) for cell in row) for row in rows[:count])
            begun = Grid((*heads, *rows[count:]), around(line.box for line in lines), lines[0].page, rivers=rivers)
            return flow[: -len(lines)], joined(begun, grid)
    return flow, grid


def _last_lines(flow: Sequence[Line | Grid]) -> Iterator[list[Line]]:
    """Yield the last line before a page end, the last two, and so on."""
    lines: list[Line] = []
    for part in flow[: -MOST_LINES_BEGUN - 1 : -1]:
        if not isinstance(part, Line) or (lines and not 0 < lines[0].baseline - part.baseline <= BEGUN_APART * part.size):
            return
        lines.insert(0, part)
        yield list(lines)


def _reads_on(cell: GridCell, line: Line) -> bool:
    return line.text[0].islower() and cell.text[-1] not in ".:!?"


def joined(first: Grid, second: Grid) -> Grid:
    """Return a table and its continuation on the next page as one.

    A header that is repeated there is left out, and a row that the page end cut in two is one row again.
    """
    repeated = _repeated(first, second.rows)
    heads, rows = _headers(first, repeated)
    rest = list(second.rows[repeated:])
    if rows and rest and _goes_on(rows[-1], rest[0], [*rows[:-1], *rest[1:]], cut=first.cut):
        pairs = zip(rows.pop(), rest.pop(0), strict=True)
        rows.append(tuple(cell._replace(lines=(*cell.lines, *more.lines)) for cell, more in pairs))
    plain = (tuple(cell._replace(header=False) for cell in row) for row in rest)
    return first._replace(rows=(*heads, *rows, *plain), cut=second.cut)


def _headers(grid: Grid, repeated: int) -> tuple[Rows, list[tuple[GridCell, ...]]]:
    """Return the header rows of a table, those that the next page repeats among them, and the others."""
    count = max(repeated, sum(any(cell.header for cell in row) for row in grid.rows))
    heads = [tuple(cell._replace(header=True) for cell in row) for row in grid.rows[:count]]
    return heads, list(grid.rows[count:])


def _repeated(above: Grid, rows: Rows) -> int:
    """Return how many rows at the top of a page say once more what the table of the page before begins with: its header.

    Where a page ends right under the header, the header is all that stands above.
    """
    head_alone = len(above.rows) <= MOST_HEADER_ROWS and len(above.rows) < len(rows)
    if head_alone and all(texts_of(row) == texts_of(other) for row, other in zip(above.rows, rows, strict=False)):
        return len(above.rows)
    count = 0
    while count < min(len(rows), len(above.rows) - 1, MOST_HEADER_ROWS) and texts_of(rows[count]) == texts_of(above.rows[count]):
        head = above.rows[count]
        if not any(cell.header for cell in head) and any(has_figure(cell.text) for cell in head):
            break
        count += 1
    return count


def _goes_on(row: tuple[GridCell, ...], more: tuple[GridCell, ...], others: Rows, *, cut: bool) -> bool:
    """Tell whether a row is the rest of the one before.

    It is where no more than words go on, in cells that have begun; and where it lacks the label that every other row has, or the
    table was left open by the page end, and no figure would stand beside another.
    """
    if [cell.column for cell in row] != [cell.column for cell in more]:
        return False
    pairs = [(cell, rest.text) for cell, rest in zip(row, more, strict=True) if rest.lines]
    if all(cell.lines for cell, _ in pairs) and len(pairs) < len(more) and all(text[0].islower() for _, text in pairs):
        return True
    unlabelled = bool(row[0].lines) and not more[0].lines
    with_label = sum(bool(other[0].lines) for other in others)
    beside = not any(cell.lines for cell, _ in pairs)
    labelled = with_label >= FEWEST_OTHERS and with_label >= (MOST_LABELLED if beside else 1.0) * len(others)
    figure_on_figure = any(cell.lines and not any(letter.isalpha() for letter in text) for cell, text in pairs)
    return unlabelled and (cut or labelled) and not figure_on_figure
