"""A marked table written into the table of the later Word file: its own rows and cells stay, struck ones are put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from lydelse.formats.ooxml.copying import Part
from lydelse.formats.ooxml.letters import UnlikeWordingError
from lydelse.formats.ooxml.rows import cells_of, emptied, new_cell, new_row, paragraphs_of, rows_of, unmarked
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph, Version
from lydelse.reports.moved import paths_of


class Marker(Protocol):
    """What marks the paragraphs of cells that stand in the later file."""

    def __call__(self, pieces: Sequence[Paragraph], ending: Mark, *, moved: bool) -> Part:
        """Mark a paragraph of one or more pieces, whose end has a mark, and return the last element of it."""
        ...


class Gone(Protocol):
    """What others have struck of a table already, told by its visible text."""

    def tells_gone(self, text: str) -> bool:
        """Tell whether another struck a row of a text."""
        ...

    def tells_cell_gone(self, text: str) -> bool:
        """Tell whether another struck a cell of a text."""
        ...


class TrackedTable:
    """One table of the copy."""

    def __init__(self, part: Part, tracking: Tracking, mark: Marker, gone: Gone, moves: Mapping[tuple[Mark, str], str]) -> None:
        """Mark this table; ``gone`` tells what another has struck in it already, ``moves`` has the rows that moved."""
        self._part = part
        self._tracking = tracking
        self._mark = mark
        self._gone = gone
        self._moves = moves
        self._moved = False

    def write(self, table: Table) -> None:
        """Give the table the marks of a table of the redline.

        Raises:
            UnlikeWordingError: its rows or cells are not those that were read.
        """
        rows = rows_of(self._part)
        later = [row for row in table.rows if row.mark is not Mark.STRUCK]
        if len(rows) != len(later):
            raise UnlikeWordingError
        own = iter(rows)
        below: Part | None = None
        for row in table.rows:
            if row.mark is Mark.STRUCK and self._gone.tells_gone(_letters_of(row.cells)):
                continue
            move = next((name for path in paths_of(row) if (name := self._moves.get((row.mark, path)))), None)
            self._moved = move is not None
            below = self._struck_row(row, below, rows) if row.mark is Mark.STRUCK else self._own_row(row, next(own), rows[0])
            paragraphs = [each for cell in cells_of(below, first=True) if cell is not None for each in paragraphs_of(cell)]
            if move is not None and paragraphs:
                self._tracking.move([paragraphs[0], paragraphs[-1]], row.mark, move)

    def _own_row(self, row: Row, element: Part, first: Part) -> Part:
        self._write_row(row, element, first=element is first)
        self._tracking.row(element, row.mark)
        return element

    def _struck_row(self, row: Row, above: Part | None, rows: Sequence[Part]) -> Part:
        ordered = [each for each in (above, *reversed(rows)) if each is not None]
        wanted = len(row.cells)
        like = next((each for each in ordered if len(cells_of(each, first=True)) == wanted), ordered[0])
        made = unmarked(new_row(like))
        if above is None:
            rows[0].addprevious(made)
        elif like is not above:
            above.addnext(made)
        held = [cell for cell in cells_of(made, first=True) if cell is not None]
        for gone in held[wanted:]:
            made.remove(gone)
        while len(held) < wanted:
            held.append(new_cell(held[-1], after=True))
        for cell, part in zip(row.cells, held, strict=False):
            self._fill(part, cell)
            self._tracking.cell(part, cell.mark)
        self._tracking.row(made, Mark.STRUCK)
        return made

    def _write_row(self, row: Row, element: Part, *, first: bool) -> None:
        parts = cells_of(element, first=first)
        if len(parts) != sum(cell.mark is not Mark.STRUCK for cell in row.cells):
            raise UnlikeWordingError
        own = iter(parts)
        beside: Part | None = None
        for cell in row.cells:
            if cell.mark is not Mark.STRUCK:
                held = next(own)
                if held is not None:
                    self._write_cell(cell, held)
                    self._tracking.cell(held, cell.mark)
                    beside = held
            elif row.mark is Mark.KEPT and not self._gone.tells_cell_gone(_letters_of([cell])):
                near = beside if beside is not None else parts[0]
                if near is None:
                    raise UnlikeWordingError
                beside = unmarked(new_cell(near, after=beside is not None))
                self._fill(beside, cell)
                self._tracking.cell(beside, Mark.STRUCK)

    def _fill(self, part: Part, cell: Cell) -> None:
        """Give an empty cell its struck paragraphs."""
        element = paragraphs_of(part)[0]
        for at, paragraph in enumerate(cell.paragraphs):
            if at:
                made = emptied(element)
                element.addnext(made)
                element = made
            self._put(element, paragraph)

    def _put(self, element: Part, paragraph: Paragraph) -> None:
        element.extend([self._tracking.run(run, None, moved=self._moved) for run in paragraph.runs])

    def _write_cell(self, cell: Cell, part: Part) -> None:
        """Mark a cell's own paragraphs, and put in those that are struck."""
        last: Part | None = None
        own = [each for each in cell.paragraphs if not is_struck(each)]
        for pieces in pieces_of(cell.paragraphs):
            if not is_struck(pieces[0]):
                last = self._mark(pieces, pieces[-1].ending, moved=self._moved)
                continue
            first = paragraphs_of(part)[0]
            if last is None and len(paragraphs_of(part)) == 1 and not own:
                self._put(first, pieces[0])
                last = first
                continue
            last = self._struck_paragraph(pieces[0], last, first)

    def _struck_paragraph(self, paragraph: Paragraph, above: Part | None, first: Part) -> Part:
        """Put a struck paragraph in, and strike its end; last in the cell the end above it, for a cell must end with a paragraph."""
        made = emptied(above if above is not None else first)
        self._put(made, paragraph)
        if above is None:
            first.addprevious(made)
        else:
            above.addnext(made)
        is_last = above is not None and made.getnext() is None and not self._tracking.is_marked(above)
        self._tracking.end(above if is_last and above is not None else made, Mark.STRUCK)
        return made


def _letters_of(cells: Sequence[Cell]) -> str:
    """Return the visible letters of cells in the earlier version."""
    return "".join("".join(cell.text(Version.BEFORE).split()) for cell in cells)


def is_struck(paragraph: Paragraph) -> bool:
    """Tell whether nothing of a paragraph stands in the later version."""
    return all(run.mark is Mark.STRUCK or not run.text.strip() for run in paragraph.runs)


def pieces_of(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs, those together that are one paragraph in the later file and several in the earlier one."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and not (
            group[-1].ending is Mark.STRUCK and not is_struck(paragraph) and group[-1].place.origin == paragraph.place.origin
        ):
            yield group
            group = []
        group.append(paragraph)
        if is_struck(paragraph):
            yield group
            group = []
    if group:
        yield group
