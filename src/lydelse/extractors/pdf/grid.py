"""Tables as found on a page, before their cells become paragraphs; which of their rows are headers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line, Word
from lydelse.model.place import Box
from lydelse.patterns import compiled

YEAR = compiled(r"\b(?:19|20)\d\d\b")
FIGURE = compiled(r"\d|#{3}")
"""A figure, or what a spreadsheet prints for one that its column has no room for."""

MOST_HEADER_ROWS = 4


class River(NamedTuple):
    """An upright gap: no word of the table stands between ``x0`` and ``x1``."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Where the columns on its sides part."""
        return (self.x0 + self.x1) / 2

    @property
    def width(self) -> float:
        """How wide it is; less than nothing where cells on its sides reach past one another in different lines."""
        return self.x1 - self.x0


class GridCell(NamedTuple):
    """A cell: its lines from the top, () where it is empty; ``column`` counts from 0.

    ``room`` is how wide its text may be, 0 where nothing tells.
    """

    lines: tuple[Line, ...]
    column: int
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    room: float = 0.0

    @property
    def text(self) -> str:
        """The lines with one space between."""
        return " ".join(line.text for line in self.lines)


class Grid(NamedTuple):
    """A table on a page.

    A ruled one has the ``edges`` where its columns begin and, last, where it ends; one without rules has the ``rivers`` between its
    columns, and ``of_text`` where its rows are text, each begun by a label. ``continues`` is set where it goes on from the end of the page
    before, ``cut`` where the rules of its last row are left open at the end of the page.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    box: Box
    page: int
    edges: tuple[float, ...] = ()
    rivers: tuple[River, ...] = ()
    continues: bool = False
    cut: bool = False
    of_text: bool = False


def line_of(words: Sequence[Word], page: int) -> Line:
    """Return words that stand beside each other as a line of their own."""
    box = words[0].box
    for word in words[1:]:
        box = box.united_with(word.box)
    return Line(tuple(words), box, median(word.baseline for word in words), max(word.size for word in words), page)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds them all."""
    first, *others = boxes
    for box in others:
        first = first.united_with(box)
    return first


def with_headers(grid: Grid) -> Grid:
    """Return the table with its header rows marked.

    A header row is one above the others whose cells hold no figures (a year is none) where those below do, or the only bold one.
    """
    count = min(max(_bold_rows(grid.rows), _wordy_rows(grid.rows)), MOST_HEADER_ROWS, len(grid.rows) - 1)
    while count > 1 and _heads_group(grid.rows[count - 1]):
        count -= 1
    rows = tuple(tuple(cell._replace(header=True) for cell in row) if at < count else row for at, row in enumerate(grid.rows))
    return grid._replace(rows=rows)


def _heads_group(row: tuple[GridCell, ...]) -> bool:
    """Tell whether a row has a label alone: it belongs to the rows below it, not to the header."""
    return bool(row[0].lines) and not any(cell.lines for cell in row[1:])


def has_figure(text: str) -> bool:
    """Tell whether a cell's text holds a figure that is not a year."""
    return bool(FIGURE.search(YEAR.sub("", text)))


def _bold_rows(rows: Sequence[tuple[GridCell, ...]]) -> int:
    bold = [all(word.bold for cell in row for line in cell.lines for word in line.words) for row in rows]
    leading = next((at for at, each in enumerate(bold) if not each), 0)
    return leading if leading <= MOST_HEADER_ROWS else 0


def _wordy_rows(rows: Sequence[tuple[GridCell, ...]]) -> int:
    """Count the leading rows without figures; 0 where the rows below have none either."""
    wordy = [not any(has_figure(cell.text) for cell in row) and any(cell.lines for cell in row if cell.column) for row in rows]
    leading = next((at for at, each in enumerate(wordy) if not each), 0)
    below = rows[leading:]
    figured = sum(any(has_figure(cell.text) for cell in row if cell.column) for row in below)
    return leading if figured * 2 > len(below) >= leading else 0


def texts_of(row: tuple[GridCell, ...]) -> tuple[str, ...]:
    """Return the texts of a row's cells."""
    return tuple(cell.text for cell in row)
