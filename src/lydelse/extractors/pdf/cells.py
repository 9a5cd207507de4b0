"""Tables as found on the pages -> the document's tables, their cells' text with marks and spots."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.extractors.pdf.grid import Grid, GridCell
from lydelse.extractors.pdf.joining import Vocabulary, text_of
from lydelse.model.place import Place
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph


def table_of(grid: Grid, vocabulary: Vocabulary) -> Table:
    """Return a table as the document holds it. A row all of whose text is struck is a struck row, likewise an inserted one."""
    rows = (Row(tuple(_cell(cell, vocabulary) for cell in row), _mark_of(row)) for row in grid.rows)
    return Table(tuple(rows), Place(page=grid.page, box=grid.box))


def _cell(cell: GridCell, vocabulary: Vocabulary) -> Cell:
    return Cell(_paragraphs(cell, vocabulary), cell.header, cell.colspan, cell.rowspan)


def _paragraphs(cell: GridCell, vocabulary: Vocabulary) -> tuple[Paragraph, ...]:
    if not cell.lines:
        return (Paragraph(()),)
    text = text_of(cell.lines, vocabulary)
    return (Paragraph(text.runs, place=Place(page=cell.lines[0].page, box=cell.lines[0].box), spots=text.spots),)


def _mark_of(row: Iterable[GridCell]) -> Mark:
    marks = {mark for cell in row for line in cell.lines for word in line.words for mark in word.marks}
    return marks.pop() if len(marks) == 1 else Mark.KEPT
