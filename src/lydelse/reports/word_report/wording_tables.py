"""The two wordings of a table: as one table whose left half is the earlier and whose right half the later, or one below the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lydelse.figures.numbers import parse_number
from lydelse.formats.ooxml.sheet_rows import Cell, Line
from lydelse.model.table import Cell as TableCell
from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Run, Version
from lydelse.records import dataclass, field
from lydelse.reports.html.redline import split_head
from lydelse.reports.two_wordings import wording_of
from lydelse.reports.word_report.sheet import Sheet

MOST_BESIDE = 4
"""Columns of a table that has room in half a page; a broader one stands above its other wording."""
_NARROW, _BROAD = 6, 40
"""Signs that a column is as broad as at least, and at most for the sake of a text that may go on in the next line."""
_SIGNS_OF_A_PAGE, _MARGIN = 96, 3
"""Small signs that have room between the margins of a page, and what the edges of a cell take of them."""
_LEFT_OUT = {Version.BEFORE: Mark.INSERTED, Version.AFTER: Mark.STRUCK}
_HEADS = {Version.BEFORE: "report.wordings.current", Version.AFTER: "report.wordings.proposed"}


def two_tables(sheet: Sheet, table: Table) -> None:
    """Write the two wordings of a table. A row or column that only one of them has stands in that one alone, marked."""
    sides = [side for version in Version if (side := _Side(table, version)).columns]
    if all(side.columns <= MOST_BESIDE for side in sides):
        _beside(sheet, table, sides)
        return
    for side in sides:
        head = [Cell(Line.of(sheet.say(_HEADS[side.version]), bold=True), side.columns, is_head=True)]
        rows = [(row, cells) for row, cells in side.rows() if cells]
        heads = [cells for row, cells in rows if row in side.heads]
        sheet.spanned_table([head, *heads], [cells for row, cells in rows if row not in side.heads], side.widths(1.0))


def _beside(sheet: Sheet, table: Table, sides: Sequence[_Side]) -> None:
    """Write a row of the one wording beside what it is in the other; where a wording has no such row its half is one empty cell."""
    widths = [width for side in sides for width in side.widths(1 / len(sides))]
    first = [
        Cell(Line.of(sheet.say(_HEADS[side.version]), bold=True), side.columns, is_head=True, parted=at > 0)
        for at, side in enumerate(sides)
    ]
    halves = [[_half(cells, side, parted=at > 0) for _, cells in side.rows()] for at, side in enumerate(sides)]
    written = [[cell for half in row for cell in half] for row in zip(*halves, strict=True)]
    count = len(split_head(table)[0])
    sheet.spanned_table([first, *written[:count]], written[count:], widths)


def _half(cells: Sequence[Cell], side: _Side, *, parted: bool) -> Sequence[Cell]:
    first, *others = cells or [Cell("", side.columns)]
    return [Cell(first.content, first.columns, first.is_head, first.right, parted), *others]


@dataclass
class _Side:
    """One wording of a table."""

    table: Table
    version: Version
    columns: int = field(init=False)
    heads: tuple[Row, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.columns = max((sum(columns for _, columns in placed) for placed in self._placed() if placed), default=0)
        self.heads = split_head(self.table)[0]

    def rows(self) -> Iterator[tuple[Row, Sequence[Cell]]]:
        """Yield each row of the table with its cells, of which there are none where this wording has no such row."""
        figures = self._columns_of_figures()
        for row, placed in zip(self.table.rows, self._placed(), strict=True):
            missing = self.columns - sum(columns for _, columns in placed)
            starts = accumulate((columns for _, columns in placed), initial=0)
            cells = [
                self._cell(cell, columns, row, right=columns == 1 and at in figures)
                for at, (cell, columns) in zip(starts, placed, strict=False)
            ]
            yield row, [*cells, Cell("", missing)] if cells and missing else cells

    def widths(self, whole: float) -> Sequence[float]:
        """Return how broad each column is: room for its longest word, and what is left by its longest text."""
        words, texts = [_NARROW] * self.columns, [_NARROW] * self.columns
        for placed in self._placed():
            at = 0
            for cell, columns in placed:
                if columns == 1 and cell is not None:
                    texts[at] = max([texts[at], *(min(len(each) + _MARGIN, _BROAD) for each in self._texts(cell))])
                    words[at] = max([words[at], *(len(text) + _MARGIN for each in self._texts(cell) for text in each.split())])
                at += columns
        left = max(0.0, _SIGNS_OF_A_PAGE * whole - sum(words))
        more = [max(0, text - word) for text, word in zip(texts, words, strict=True)]
        signs = [word + left * extra / max(1, sum(more)) for word, extra in zip(words, more, strict=True)]
        return [whole * each / sum(signs) for each in signs]

    def _texts(self, cell: TableCell) -> Iterator[str]:
        yield from ("".join(run.text for run in wording_of(each.runs, self.version)) for each in cell.paragraphs)

    def _placed(self) -> Iterator[Sequence[tuple[TableCell | None, int]]]:
        """Yield the cells of each row with the columns that each takes up; None for one that goes on from the row above."""
        goes_on: dict[int, tuple[int, int]] = {}
        for row in self.table.rows:
            placed: list[tuple[TableCell | None, int]] = []
            below: dict[int, tuple[int, int]] = {}
            at = 0
            standing = self._standing(row)
            for cell in (*standing, None) if standing else ():
                while at in goes_on:
                    rows, columns = goes_on.pop(at)
                    placed.append((None, columns))
                    below |= {at: (rows - 1, columns)} if rows > 1 else {}
                    at += columns
                if cell is not None:
                    placed.append((cell, cell.colspan))
                    below |= {at: (cell.rowspan - 1, cell.colspan)} if cell.rowspan > 1 else {}
                    at += cell.colspan
            goes_on = below if placed else goes_on
            yield placed

    def _standing(self, row: Row) -> Sequence[TableCell]:
        left_out = _LEFT_OUT[self.version]
        return () if row.mark is left_out else [cell for cell in row.cells if cell.mark is not left_out]

    def _columns_of_figures(self) -> frozenset[int]:
        """Return the columns where most of what stands below the headings is figures: these and their headings are set to the right."""
        counts: Counter[int] = Counter()
        for placed in self._placed():
            at = 0
            for cell, columns in placed:
                if cell is not None and columns == 1 and not cell.header and any(text.strip() for text in self._texts(cell)):
                    counts[at] += 1 if self._is_figure(cell) else -1
                at += columns
        return frozenset(at for at, count in counts.items() if count > 0)

    def _cell(self, cell: TableCell | None, columns: int, row: Row, *, right: bool) -> Cell:
        if cell is None:
            return Cell("", columns)
        outer = next((part.mark for part in (cell, row) if part.mark is not Mark.KEPT), Mark.KEPT)
        texts = [wording_of(paragraph.runs, self.version) for paragraph in cell.paragraphs]
        lines = [
            Line(tuple(Run(run.text, run.mark if outer is Mark.KEPT else outer) for run in text), small=True, bold=cell.header)
            for text in texts
        ]
        return Cell(lines, columns, is_head=cell.header, right=right)

    def _is_figure(self, cell: TableCell) -> bool:
        texts = [text for text in self._texts(cell) if text.strip()]
        return bool(texts) and all(map(_is_number, texts))


def _is_number(text: str) -> bool:
    try:
        parse_number(text.strip())
    except ValueError:
        return False
    return True
