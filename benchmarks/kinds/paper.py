"""Cases drawn with ReportLab: each line and each mark where this file puts it, as Word's export and hand-made redlines have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from benchmarks.kinds.case import (
    AMBER,
    BLACK,
    BLUE,
    PALE,
    RED,
    Case,
    Colour,
    Piece,
    Placed,
    cells_of,
    columns_in,
    is_set_right,
    is_turned,
    led,
    pieces_of,
)
from benchmarks.kinds.ruling import RULINGS, Sides, ground_of, sides_of
from benchmarks.kinds.setting import BOLD, FONT, Bit, bits_of, broken, font_of
from benchmarks.kinds.strokes import Pen
from reportlab.pdfgen.canvas import Canvas

from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph
from lydelse.records import replace

SHORT, LONG = 595.0, 842.0
MARGIN, GAP = 72.0, 24.0
SIZE, SMALL, LEADING = 10.5, 8.5, 1.22
SIZES = {1: 15.0, 2: 13.0, 3: 11.5}
PADDING = 4.0
LED = 60.0
"""Points at the end of a line whose label is followed by dots."""
BALLOON_MARGIN = 90.0
NUMBER_AT = 24.0


class Drawn(NamedTuple):
    """A string at its place, kept until the page is full."""

    x: float
    y: float
    text: str
    font: str
    size: float
    colour: Colour


class Paper:
    """A PDF written from the top down."""

    def __init__(self, path: Path, case: Case) -> None:
        """Begin the first page."""
        self.case, self.layout = case, case.layout
        self.width, self.height = (LONG, SHORT) if self.layout.landscape else (SHORT, LONG)
        self.canvas = Canvas(str(path), pagesize=(self.width, self.height), invariant=1, pageCompression=0)
        self.canvas.setTitle("Ändringar")
        self.pen = Pen(self.canvas, case.look)
        self.notes = {b.marker: b for b in case.document.blocks if isinstance(b, Paragraph) and b.kind is Kind.FOOTNOTE}
        self.waiting: list[Drawn] = []
        self.standing: list[tuple[str, list[list[Bit]]]] = []
        self.column = self.page = self.counted = 0
        self.cells: tuple[Placed, ...] = ()
        self.shape = (0, 0)
        self.floor = MARGIN
        self.y = self.height - MARGIN
        self._begin()

    @property
    def measure(self) -> float:
        """How wide a line may be, in points."""
        width = self.width - BALLOON_MARGIN if self.layout.trick.startswith("balloons") else self.width
        return (width - 2 * MARGIN - GAP * (self.layout.columns - 1)) / self.layout.columns

    @property
    def left(self) -> float:
        """Where the lines of this column begin."""
        return MARGIN + self.column * (self.measure + GAP)

    def _begin(self) -> None:
        self.page += 1
        if self.layout.trick == "turned":
            self.canvas.setPageSize((self.height, self.width))  # reportlab turns the sheet's own size along
            self.canvas.setPageRotation(90)
        for text, y in ((self.layout.header, self.height - 40), (self.layout.footer, 34)):
            if text:
                self.put(MARGIN, y, text.replace("{page}", str(self.page)), FONT, 8)

    def put(self, x: float, y: float, text: str, font: str, size: float, colour: Colour = BLACK) -> None:
        """Write a string; words in pieces where the case asks for it."""
        if self.layout.trick == "kerned" and len(text) > 2:
            for at in range(0, len(text), 2):
                part = text[at : at + 2]
                self.waiting.append(Drawn(x, y, part, font, size, colour))
                x += self.canvas.stringWidth(part, font, size) - (0.03 * size if part[-1] in "vrATty" else 0.0)
        else:
            self.waiting.append(Drawn(x, y, text, font, size, colour))

    def weighted(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Yield the pieces, those that are inserted as bold where the case has them so."""
        for piece in pieces:
            bold = self.case.look.bold and piece.mark is Mark.INSERTED and not piece.sign
            yield piece._replace(sign="b") if bold else piece

    def turn(self) -> None:
        """Go to the next column, or to a new page."""
        if self.column + 1 < self.layout.columns:
            self.column += 1
        else:
            self.flush()
            self.canvas.showPage()
            self.column, self.floor = 0, MARGIN
            self._begin()
        self.y = self.height - MARGIN

    def flush(self) -> None:
        """Write what waits, in an order of its own where the case asks for one, and the footnotes under it."""
        here = self.y
        self._notes()
        self.y = here
        if self.layout.trick == "shuffled":
            self.waiting.sort(key=lambda each: (len(each.text) % 5, each.text, each.x))
        for x, y, text, font, size, colour in self.waiting:
            self.canvas.setFont(font, size)
            self.canvas.setFillColorRGB(*(part / 255 for part in colour))
            self.canvas.drawString(x, y, text)
        self.waiting.clear()

    def down(self, by: float) -> None:
        """Go down by some points, to the next column or page where there is no room."""
        if self.y - by < self.floor:
            self.turn()
            by = min(by, 16.0)
        self.y -= by

    def line(self, x: float, bits: list[Bit], font: str, size: float, *, room: float = 0.0) -> None:
        """Write a line from ``x``, its words spread out to fill ``room`` where that is given, and draw its marks."""
        if self.layout.trick == "numbered":
            self.counted += 1
            self.put(self.left - NUMBER_AT, self.y, str(self.counted), FONT, SMALL)
        spaces = sum(bit.text.isspace() for bit in bits)
        extra = (room - sum(bit.width for bit in bits)) / spaces if room and spaces else 0.0
        spread: list[tuple[float, float, Piece]] = []
        for bit in bits:
            width = bit.width + (extra if bit.text.isspace() else 0.0)
            spread.append((x, width, bit.piece))
            self._word(x, bit.piece, font, size)
            x += width
        for (mark, sign), stretch in groupby(spread, key=lambda each: (each[2].mark, each[2].sign)):
            own = list(stretch)
            self.pen.draw(mark, sign, [(x, width) for x, width, _ in own], self.y, size)

    def _word(self, x: float, piece: Piece, font: str, size: float) -> None:
        look = self.case.look
        colour = {Mark.KEPT: BLACK, Mark.STRUCK: look.struck, Mark.INSERTED: look.inserted}[piece.mark]
        colour = {"l": BLUE, "v": RED, "a": AMBER}.get(piece.sign, colour)
        if piece.text.isspace():
            return
        if piece.sign in {"f", "r"}:
            self.put(x, self.y + 0.35 * size, piece.text, FONT, 0.65 * size)
            if piece.sign == "f":
                self._note(self.notes[piece.text])
            return
        self.put(x, self.y, piece.text, font_of(piece, font), size, colour)

    def _note(self, note: Paragraph) -> None:
        """Keep room at the foot of the page for a footnote."""
        lines = broken(self.weighted(pieces_of(note)), self.measure - 8, FONT, SMALL)
        self.standing.append((note.marker, lines))
        self.floor += len(lines) * SMALL * LEADING + 4

    def _notes(self) -> None:
        """Write the page's footnotes at its foot."""
        self.y = self.floor
        for marker, lines in self.standing:
            for at, bits in enumerate(lines):
                self.y -= SMALL * LEADING
                if not at:
                    self.put(self.left, self.y + 3, marker, FONT, 0.65 * SMALL)
                self.line(self.left + 6, bits, FONT, SMALL)
            self.y -= 4
        self.standing.clear()

    def paragraph(self, block: Paragraph) -> None:
        """Write a paragraph, a heading or an item."""
        heading = block.kind is Kind.HEADING
        size = SIZES.get(block.level, SIZE) if heading and not self.layout.plain_titles else SIZE
        font = BOLD if heading and not self.layout.plain_titles else FONT
        indent = 16.0 if block.kind is Kind.ITEM else 0.0
        before, after = led(tuple(self.weighted(pieces_of(block))))
        lines = broken(before, self.measure - indent - (LED if after else 0.0), font, size)
        if heading and self.y - size * 1.9 - 3 * SIZE * LEADING < self.floor:
            self.turn()
        self.down(size * (1.9 if heading else 1.65))
        if indent:
            self.put(self.left, self.y, block.marker, FONT, size)
        for at, bits in enumerate(lines):
            if at:
                self.down(size * LEADING)
            full = self.layout.justified and at + 1 < len(lines) and not heading
            self.line(self.left + indent, bits, font, size, room=self.measure - indent if full else 0.0)
            if heading and self.layout.underlined_titles:
                self.pen.underline(self.left, self.left + sum(bit.width for bit in bits), self.y, size, BLACK)
        if after:
            self._led(self.left + sum(bit.width for bit in lines[-1]), list(bits_of(after, font, size)), font, size)

    def _led(self, x: float, bits: list[Bit], font: str, size: float) -> None:
        """Fill a line with dots, and write what stands at its end."""
        end = self.left + self.measure - sum(bit.width for bit in bits)
        dot = self.canvas.stringWidth(".", font, size)
        dots = "." * int((end - x - 2 * dot) / dot)
        self.put(end - dot - len(dots) * dot, self.y, dots, font, size)
        self.line(end, bits, font, size)

    def table(self, table: Table) -> None:
        """Draw a table, its header once more on each new page."""
        cells = cells_of(table)
        shares = self.layout.widths or (1 / columns_in(cells),) * columns_in(cells)
        edges = [sum(shares[:at]) * self.measure for at in range(len(shares) + 1)]
        heights = [self._height([c for c in cells if c.row == at and c.rowspan == 1], edges) for at in range(len(table.rows))]
        heads = [at for at in range(len(table.rows)) if any(c.row == at and c.header for c in cells)]
        self.cells, self.shape = cells, (len(table.rows), len(heads))
        self.y -= 8
        top = True
        for at in range(len(table.rows)):
            if self.y - heights[at] < self.floor:
                self.turn()
                top = True
                for head in heads if at not in heads else ():
                    self._row([c for c in cells if c.row == head], edges, heights, top=top)
                    top = False
            self._row([c for c in cells if c.row == at], edges, heights, top=top)
            top = False
        self.y -= 6

    def beside(self, tables: list[Table]) -> None:
        """Draw tables side by side, each with its share of the measure."""
        start, lowest, whole = self.y, self.y, self.layout
        for at, table in enumerate(tables):
            self.layout = replace(whole, columns=len(tables))
            self.column, self.y = at, start
            self.table(table)
            lowest = min(lowest, self.y)
        self.layout, self.column, self.y = whole, 0, lowest

    def wide(self, table: Table) -> None:
        """Draw a table on a page of its own that lies down."""
        for size in ((LONG, SHORT), (SHORT, LONG)):
            self.flush()
            self.canvas.showPage()
            self.width, self.height = size
            self.canvas.setPageSize(size)
            self.y, self.floor = self.height - MARGIN, MARGIN
            self._begin()
            if size == (LONG, SHORT):
                self.table(table)

    def _sides(self, at: int, *, top: bool) -> Sides:
        ruling = RULINGS[self.layout.rules]
        own = sides_of(ruling, at, *self.shape)
        return own._replace(over=ruling.width) if top and ruling.under in {"each", "head"} else own

    def _height(self, row: list[Placed], edges: list[float]) -> float:
        turned = [cell for cell in row if is_turned(cell, self.layout)]
        if turned:
            return max(sum(bit.width for bit in bits_of(cell.pieces, BOLD, SIZE)) for cell in turned) + 2 * PADDING
        return max((len(self._lines(cell, edges)) for cell in row), default=1) * SIZE * LEADING + 2 * PADDING

    def _lines(self, cell: Placed, edges: list[float]) -> list[list[Bit]]:
        width = edges[cell.column + cell.colspan] - edges[cell.column] - 2 * PADDING
        return broken(self.weighted(cell.pieces), width, BOLD if cell.header else FONT, SIZE)

    def _row(self, row: list[Placed], edges: list[float], heights: list[float], *, top: bool) -> None:
        start = self.y
        for cell in row:
            x0, x1 = self.left + edges[cell.column], self.left + edges[cell.column + cell.colspan]
            bottom = start - sum(heights[cell.row : cell.row + cell.rowspan])
            over, under = self._sides(cell.row, top=top), self._sides(cell.row + cell.rowspan - 1, top=False)
            ground = ground_of(RULINGS[self.layout.rules], cell.row)
            if ground:
                self.pen.area(x0, bottom, x1, start, ground)
            if self.layout.tinted and cell.header:
                self.pen.area(x0, bottom, x1, start, PALE)
            self.pen.sides(x0, bottom, x1, start, RULINGS[self.layout.rules], over, under)
            if is_turned(cell, self.layout):
                self._upwards((x0 + x1 + SIZE / 2) / 2, bottom + PADDING, list(bits_of(cell.pieces, BOLD, SIZE)))
                continue
            self.y = start - PADDING + 2
            for bits in self._lines(cell, edges):
                self.y -= SIZE * LEADING
                own = sum(bit.width for bit in bits)
                at = x1 - PADDING - own if is_set_right(cell, self.cells, self.layout) else x0 + PADDING
                self.line(at, bits, BOLD if cell.header else FONT, SIZE)
        self.y = start - heights[row[0].row] if row else start

    def _upwards(self, x: float, y: float, bits: list[Bit]) -> None:
        """Write a line from below upwards, at once."""
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.rotate(90)
        waiting, here, self.waiting, self.y = self.waiting, self.y, [], 0.0
        self.line(0, bits, BOLD, SIZE)
        for each in self.waiting:
            self.canvas.setFont(each.font, each.size)
            self.canvas.setFillColorRGB(*(part / 255 for part in each.colour))
            self.canvas.drawString(each.x, each.y, each.text)
        self.waiting, self.y = waiting, here
        self.canvas.restoreState()


def draw(case: Case, path: Path) -> Paper:
    """Draw a case up to its last line; the page is left open, so that a trick may put more on it."""
    paper = Paper(path, case)
    for beside, run in groupby(_body(case), key=lambda block: case.layout.beside and isinstance(block, Table)):
        blocks = list(run)
        if beside:
            paper.beside([block for block in blocks if isinstance(block, Table)])
        else:
            _in_order(paper, blocks)
    paper.flush()
    return paper


def _in_order(paper: Paper, blocks: Iterable[Paragraph | Table]) -> None:
    for block in blocks:
        if isinstance(block, Table) and paper.layout.wide:
            paper.wide(block)
        elif isinstance(block, Table):
            paper.table(block)
        else:
            paper.paragraph(block)


def _body(case: Case) -> Iterator[Paragraph | Table]:
    return (block for block in case.document.blocks if isinstance(block, Table) or block.kind is not Kind.FOOTNOTE)
