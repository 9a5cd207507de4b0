"""A consolidated table written into the table of the Word file in force, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from lydelse.differ.align import aligned
from lydelse.differ.folding import folded, masked
from lydelse.differ.words import marked_words
from lydelse.formats.ooxml.accepting import remove
from lydelse.formats.ooxml.copying import Part, WordCopy
from lydelse.formats.ooxml.letters import UnlikeWordingError
from lydelse.formats.ooxml.rows import cells_of, fit_grid, new_cell, new_row, paragraphs_of, remove_row, rows_of
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Paragraph, Version

Columns = list[tuple[int | None, int | None]]


class TableCopy:
    """The tables of a copy."""

    def __init__(self, copy: WordCopy) -> None:
        """Edit the tables of this copy."""
        self._copy = copy

    def change(self, part: Part, standing: Table, table: Table) -> None:
        """Make a table in force read as the consolidated one.

        Raises:
            UnlikeWordingError: its rows or cells are not those that were read.
        """
        if _texts(standing) == _texts(table):
            return
        rows = rows_of(part)
        if len(rows) != len(standing.rows):
            raise UnlikeWordingError
        steps = _paired(standing, table)
        columns = _columns(standing, table, steps)
        below: Part | None = None
        for i, j in steps:
            if i is not None and j is not None:
                self._change_row(rows[i], standing.rows[i], table.rows[j], columns, first=i == 0)
                below = rows[i]
            elif j is not None:
                below = self._add_row(table.rows[j], below, rows)
        for i, j in steps:
            if j is None and i is not None:
                remove_row(rows[i])
        if columns:
            fit_grid(part)

    def fill(self, part: Part, cell: Cell) -> None:
        """Give a cell without text its paragraphs."""
        empty = paragraphs_of(part)
        last = empty[0]
        for at, paragraph in enumerate(cell.paragraphs):
            if not at:
                self._copy.fill(last, _spoken(paragraph))
                continue
            made = self._copy.new_paragraph(empty[0], _spoken(paragraph))
            last.addnext(made)
            last = made

    def _add_row(self, row: Row, above: Part | None, rows: Sequence[Part]) -> Part:
        """Add a row after another, like the nearest one with as many cells."""
        ordered = [each for each in (above, *reversed(rows)) if each is not None]
        like = next((each for each in ordered if len(cells_of(each, first=False)) == len(row.cells)), None)
        if like is None:
            raise UnlikeWordingError
        made = new_row(like)
        if above is None:
            rows[0].addprevious(made)
        elif like is not above:
            above.addnext(made)
        for part, cell in zip(cells_of(made, first=True), row.cells, strict=False):
            if part is not None and cell.paragraphs:
                self.fill(part, cell)
        return made

    def _change_row(self, part: Part, standing: Row, row: Row, columns: Columns, *, first: bool) -> None:
        parts = cells_of(part, first=first)
        if len(parts) != len(standing.cells):
            raise UnlikeWordingError
        if len(standing.cells) == len(row.cells):
            for held, one, other in zip(parts, standing.cells, row.cells, strict=True):
                self._change_cell(held, one, other)
            return
        if len(columns) < max(len(standing.cells), len(row.cells)):
            raise UnlikeWordingError
        self._change_columns(parts, standing, row, columns)

    def _change_columns(self, parts: Sequence[Part | None], standing: Row, row: Row, columns: Columns) -> None:
        """Make a row have the cells of another, whose columns are others."""
        beside: Part | None = None
        for i, j in columns:
            if i is not None and j is not None:
                self._change_cell(parts[i], standing.cells[i], row.cells[j])
                beside = parts[i]
            elif j is not None:
                near = beside if beside is not None else parts[0]
                if near is None:
                    raise UnlikeWordingError
                beside = new_cell(near, after=beside is not None)
                self.fill(beside, row.cells[j])
        for gone in (parts[i] for i, j in columns if j is None and i is not None):
            if gone is not None:
                remove(gone)

    def _change_cell(self, part: Part | None, standing: Cell, cell: Cell) -> None:
        if _text(standing) == _text(cell):
            return
        if part is None:
            raise UnlikeWordingError
        if not standing.paragraphs:
            self.fill(part, cell)
            return
        last = None
        for at, paragraph in enumerate(standing.paragraphs):
            element = self._copy.elements[paragraph.place.origin]
            if at >= len(cell.paragraphs):
                self._copy.remove_paragraph(element)
                continue
            last = element
            self._reword(element, paragraph, cell.paragraphs[at])
        for paragraph in cell.paragraphs[len(standing.paragraphs) :]:
            assert last is not None, "a cell with paragraphs has a last one"
            made = self._copy.new_paragraph(last, _spoken(paragraph))
            last.addnext(made)
            last = made

    def _reword(self, element: Part, standing: Paragraph, paragraph: Paragraph) -> None:
        if standing.after.split() == paragraph.after.split():
            return
        label = self._copy.label(element)
        ours, theirs = (text.removeprefix(f"{label} ") for text in (standing.marked_text, paragraph.marked_text))
        self._copy.reword([element], marked_words(ours, theirs))


def _paired(standing: Table, table: Table) -> Columns:
    """Pair the rows by their texts, else by their names."""
    ours, theirs = _texts(standing), _texts(table)
    labels = [[folded(texts[0]) or None if texts else None for texts in side] for side in (ours, theirs)]
    likened = [[tuple(masked(text) for text in texts) for texts in side] for side in (ours, theirs)]
    found = aligned([(ours, theirs), (likened[0], likened[1]), (labels[0], labels[1])])
    return _gaps_paired(found)


def _gaps_paired(steps: Sequence[tuple[int | None, int | None]]) -> Columns:
    """Return the steps with as many rows that are gone as are new between two pairs made pairs: they are the same rows reworded."""
    result: Columns = []
    gone: list[int] = []
    new: list[int] = []
    for i, j in (*steps, (-1, -1)):
        if i is not None and j is not None:
            result += (
                list(zip(gone, new, strict=True)) if len(gone) == len(new) else [*((g, None) for g in gone), *((None, n) for n in new)]
            )
            gone, new = [], []
            result.append((i, j))
        elif i is not None:
            gone.append(i)
        elif j is not None:
            new.append(j)
    return result[:-1]


def _columns(standing: Table, table: Table, steps: Columns) -> Columns:
    """Return which columns became which where their number is another; none where it is the same."""
    pairs = [(standing.rows[i], table.rows[j]) for i, j in steps if i is not None and j is not None]
    unlike = [pair for pair in pairs if len(pair[0].cells) != len(pair[1].cells)]
    if not unlike:
        return []
    ours, theirs = ([folded(_text(cell)) for cell in row.cells] for row in unlike[0])
    found: Columns = []
    for name, i, i2, j, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        both = min(i2 - i, j2 - j) if name != "equal" else i2 - i
        found += [(i + at, j + at) for at in range(both)]
        found += [(at, None) for at in range(i + both, i2)] + [(None, at) for at in range(j + both, j2)]
    return found


def _texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(_text(cell) for cell in row.cells) for row in table.rows]


def _text(cell: Cell) -> str:
    return "\n".join(" ".join(line.split()) for line in cell.text(Version.AFTER).split("\n"))


def _spoken(paragraph: Paragraph) -> str:
    return f"{paragraph.marker} {paragraph.after}" if paragraph.marker else paragraph.after
