"""Two tables made one marked table: columns by their headers, rows by what names them, then cell by cell.

Cells pair by the columns that they stand in, those that span several included, so that a column put into a table with merged cells
is a column and not another table.
"""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.differ.align import Match, Pairing, with_leftovers
from lydelse.differ.blocks import MarkedParagraph, marked_paragraphs
from lydelse.differ.columns import Grid, paired_columns
from lydelse.differ.grid import Seat
from lydelse.differ.rows import paired_rows
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph, Version
from lydelse.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table of the redline, and what each of its paragraphs was made of, in their order."""

    table: Table
    paragraphs: tuple[MarkedParagraph, ...]


Made = tuple[Row, list[MarkedParagraph]]


def wholly_table(table: Table, mark: Mark) -> MarkedTable:
    """Return a table struck or inserted whole."""
    return _table(table, [_wholly_row(row, mark) for row in table.rows])


def reworded_table(before: Table, after: Table) -> MarkedTable | None:
    """Return the later table with its differences from the earlier one marked, None where no row of the one became one of the other."""
    ours, theirs = Grid(before), Grid(after)
    columns = paired_columns(ours, theirs)
    rows = paired_rows(ours, theirs, columns)
    if not any(i is not None and j is not None for i, j in rows):
        return None
    return _table(after, [_marked_row(ours, theirs, pair, columns) for pair in rows])


def _table(table: Table, made: Sequence[Made]) -> MarkedTable:
    return MarkedTable(replace(table, rows=tuple(row for row, _ in made)), tuple(each for _, paragraphs in made for each in paragraphs))


def _marked_row(before: Grid, after: Grid, pair: tuple[int | None, int | None], columns: Pairing) -> Made:
    i, j = pair
    if i is None:
        assert j is not None, "a pair has a row on at least one side"
        return _wholly_row(_spread(after.table.rows[j], columns, Version.AFTER), Mark.INSERTED)
    if j is None:
        return _wholly_row(_spread(before.table.rows[i], columns, Version.BEFORE), Mark.STRUCK)
    ours, theirs = before.rows[i], after.rows[j]
    made = [
        _marked_cell(None if a is None else ours[a].cell, None if b is None else theirs[b].cell)
        for a, b in _paired_cells(ours, theirs, columns)
    ]
    return Row(tuple(cell for cell, _ in made)), [each for _, paragraphs in made for each in paragraphs]


def _paired_cells(before: Sequence[Seat], after: Sequence[Seat], columns: Pairing) -> Pairing:
    """Pair the cells of two rows in order: each with the first one that stands in a column that its own became."""
    became = {i: j for i, j in columns if i is not None and j is not None}
    matches: list[Match] = []
    at = 0
    for a, seat in enumerate(before):
        theirs = {became[column] for column in _covered(seat) if column in became}
        found = next((b for b in range(at, len(after)) if theirs & _covered(after[b])), None)
        if found is not None:
            matches.append((a, found))
            at = found + 1
    return _in_column_order(with_leftovers(matches, len(before), len(after)), before, after, columns)


def _covered(seat: Seat) -> set[int]:
    return set(range(seat.column, seat.column + seat.cell.colspan))


def _in_column_order(pairs: Pairing, before: Sequence[Seat], after: Sequence[Seat], columns: Pairing) -> Pairing:
    """Return the pairs in the order that the columns have in the marked table."""
    order: dict[tuple[Version, int], int] = {}
    for position, (i, j) in enumerate(columns):
        order.update({(Version.BEFORE, i): position} if i is not None else {})
        order.update({(Version.AFTER, j): position} if j is not None else {})

    def place(pair: tuple[int | None, int | None]) -> int:
        a, b = pair
        ours = order.get((Version.BEFORE, before[a].column), 0) if a is not None else 0
        return order.get((Version.AFTER, after[b].column), ours) if b is not None else ours

    placed = sorted(pairs, key=place)
    kept = [[at for pair in placed if (at := pair[side]) is not None] for side in (0, 1)]
    return placed if all(each == sorted(each) for each in kept) else pairs


def _marked_cell(before: Cell | None, after: Cell | None) -> tuple[Cell, list[MarkedParagraph]]:
    if before is None or after is None:
        cell, mark = (before, Mark.STRUCK) if before else (after, Mark.INSERTED)
        assert cell is not None, "a pair has a cell on at least one side"
        made = [_wholly_inside(paragraph, mark) for paragraph in cell.paragraphs]
        return replace(cell, paragraphs=tuple(each.paragraph for each in made), mark=mark), made
    made = list(marked_paragraphs(before.paragraphs, after.paragraphs))
    made[-1:] = map(_inside, made[-1:])
    paragraphs = tuple(each.paragraph for each in made)
    return after if paragraphs == after.paragraphs else replace(after, paragraphs=paragraphs), made


def _inside(made: MarkedParagraph) -> MarkedParagraph:
    """Return a paragraph whose end is that of its cell: it goes with the cell or the row, never by itself."""
    return made if made.paragraph.ending is Mark.KEPT else replace(made, paragraph=replace(made.paragraph, ending=Mark.KEPT))


def _wholly_inside(paragraph: Paragraph, mark: Mark) -> MarkedParagraph:
    """Return a cell's paragraph struck or inserted whole, its end that of its cell."""
    runs = tuple([run.marked(mark) for run in paragraph.runs])
    return MarkedParagraph(replace(paragraph, runs=runs, ending=Mark.KEPT), paragraph if mark is Mark.STRUCK else None)


def _wholly_row(row: Row, mark: Mark) -> Made:
    made: list[MarkedParagraph] = []
    cells: list[Cell] = []
    for cell in row.cells:
        inside = [_wholly_inside(paragraph, mark) for paragraph in cell.paragraphs]
        cells.append(Cell(tuple([each.paragraph for each in inside]), cell.header, cell.colspan, cell.rowspan, cell.mark))
        made.extend(inside)
    return Row(tuple(cells), mark), made


def _spread(row: Row, columns: Pairing, version: Version) -> Row:
    """Return the row of one version with empty cells, not of that version, where the other has columns of its own.

    A row with merged cells is left as it is: it says itself how wide it is.
    """
    own = [pair[0 if version is Version.BEFORE else 1] for pair in columns]
    plain = all(cell.colspan == cell.rowspan == 1 for cell in row.cells) and len(row.cells) == sum(at is not None for at in own)
    if not plain or all(a is not None and b is not None for a, b in columns):
        return row
    other = Mark.INSERTED if version is Version.BEFORE else Mark.STRUCK
    return replace(row, cells=tuple(Cell((), mark=other) if at is None else row.cells[at] for at in own))
