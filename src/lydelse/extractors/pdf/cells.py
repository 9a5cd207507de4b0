"""Tables as found on the pages -> the document's tables, their cells' paragraphs with marks and spots.

The lines of a cell are one paragraph unless something shows that they are more: a bullet, space between, or a line that begins with a
capital where its first word had room on the line before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.grid import Grid, GridCell
from lydelse.extractors.pdf.joining import Vocabulary, text_of
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.markers import Marked, without_marker
from lydelse.model.place import Place
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Kind, Mark, Paragraph

SPACE = 0.28  # ems
ROOM_LEFT = 0.5  # ems that must be left when the next word is counted in: columns are measured by their rules, not by their text
SPACED_FROM = 1.25  # times the closest lines of the cell: paragraphs with space between
NO_BULLETS = "-–—−*§("


def table_of(grid: Grid, vocabulary: Vocabulary) -> Table:
    """Return a table as the document holds it. A row all of whose text is struck is a struck row, likewise an inserted one."""
    rows = (Row(tuple(_cell(cell, vocabulary) for cell in row), _mark_of(row)) for row in grid.rows)
    return Table(tuple(rows), Place(page=grid.page, box=grid.box))


def _cell(cell: GridCell, vocabulary: Vocabulary) -> Cell:
    return Cell(tuple(_paragraphs(cell, vocabulary)) or (Paragraph(()),), cell.header, cell.colspan, cell.rowspan)


def _paragraphs(cell: GridCell, vocabulary: Vocabulary) -> Iterator[Paragraph]:
    for lines in _parted(cell):
        bullet = _bullet(lines[0])
        own = (bullet.line, *lines[1:]) if bullet else tuple(lines)
        text = text_of(own, vocabulary)
        kind = Kind.ITEM if bullet else Kind.PARAGRAPH
        yield Paragraph(text.runs, kind, marker=bullet.marker if bullet else "", place=text.place, spots=text.spots)


def _parted(cell: GridCell) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; a header's lines are one, for headers are broken where it looks good."""
    lines: list[Line] = []
    closest = min((after.baseline - before.baseline for before, after in pairwise(cell.lines) if before.page == after.page), default=0.0)
    for line in cell.lines:
        if lines and (_bullet(line) or (not cell.header and _begins_anew(lines, line, cell.room, closest))):
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _bullet(line: Line) -> Marked | None:
    marked = without_marker(line)
    return marked if marked and marked.sure and not marked.marker[0].isalnum() and marked.marker[0] not in NO_BULLETS else None


def _begins_anew(lines: Sequence[Line], line: Line, room: float, closest: float) -> bool:
    last = lines[-1]
    if not line.text[0].isupper() or not any(letter.isalpha() for letter in last.text) or last.text[-1] in "-,/–":
        return False
    if last.page == line.page and line.baseline - last.baseline > SPACED_FROM * closest > 0:
        return True
    needed = last.box.width + SPACE * last.size + line.words[0].box.width
    return needed + ROOM_LEFT * last.size < room


def _mark_of(row: Iterable[GridCell]) -> Mark:
    marks = {mark for cell in row for line in cell.lines for word in line.words for mark in word.marks}
    return marks.pop() if len(marks) == 1 else Mark.KEPT
