"""A maker of PDFs: puts text, lines, tables and annotations exactly where a test says, in points from the top left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lydelse.model.place import Box
from lydelse.model.text import Mark

Colour = tuple[int, int, int]
Draw = Callable[["PdfMaker", float, float, float, float], None]
"""Draws a mark over or under text: the maker, where the text begins and ends, its baseline and its size."""

BLACK, RED, BLUE, WHITE = (0, 0, 0), (200, 0, 0), (0, 0, 200), (255, 255, 255)
A4_WIDTH, A4_HEIGHT = 595.0, 842.0
MARKED = re.compile(r"\[-(?P<struck>.*?)-\]|\{\+(?P<inserted>.*?)\+\}|(?P<kept>(?:(?!\[-|\{\+).)+)")


def struck_line(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
    """A stroked line through the letters."""
    pdf.line(x0, baseline - 0.27 * size, x1, baseline - 0.27 * size, width=size / 18, colour=RED)


def struck_rectangle(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
    """A thin filled rectangle through the letters, as Word draws it."""
    pdf.area(Box(x0, baseline - 0.29 * size, x1, baseline - 0.24 * size), RED)


def underline(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
    """A stroked line under the letters."""
    pdf.line(x0, baseline + 0.11 * size, x1, baseline + 0.11 * size, width=size / 18, colour=RED)


class PdfMaker:
    """A PDF in the making; used in a ``with`` statement, at whose end the file is written."""

    def __init__(
        self, path: Path, *, width: float = A4_WIDTH, height: float = A4_HEIGHT, title: str = "", password: str | None = None
    ) -> None:
        """Begin a file of pages of one size."""
        lock = StandardEncryption(password, strength=128) if password else None
        self.path = path
        self.width, self.height = width, height
        self.canvas = Canvas(str(path), pagesize=(width, height), invariant=1, encrypt=lock)
        self.canvas.setTitle(title or "untitled")
        self.every_page: list[Callable[[PdfMaker], object]] = []

    def __enter__(self) -> Self:
        """Return the maker."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Write the file."""
        self.next_page()
        self.canvas.save()

    def next_page(self) -> None:
        """End the page; what stands on every page is put on it."""
        for draw in self.every_page:
            draw(self)
        self.canvas.showPage()

    def on_every_page(self, x: float, baseline: float, text: str) -> None:
        """Put a running header or footer on this and every later page; {page} is the page's number."""
        self.every_page.append(lambda pdf: pdf.plain(x, baseline, text.replace("{page}", str(pdf.canvas.getPageNumber())), size=8))

    def turned(self, degrees: int) -> None:
        """Turn the page clockwise as it is seen; what is put on it turns along."""
        if degrees % 180:  # reportlab turns the sheet's own size too
            self.canvas.setPageSize((self.height, self.width))
        self.canvas.setPageRotation(degrees)

    def cropped(self, left: float, top: float, right: float, bottom: float) -> None:
        """Let only a part of each page be seen."""
        self.canvas.setCropBox((left, self.height - bottom, right, self.height - top))

    def plain(
        self, x: float, baseline: float, text: str, *, size: float = 11, colour: Colour = BLACK, bold: bool = False, mode: int | None = None
    ) -> float:
        """Write text and return where it ends."""
        writer = self.canvas.beginText(x, self.height - baseline)
        writer.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        writer.setFillColorRGB(*(part / 255 for part in colour))
        if mode is not None:
            writer.setTextRenderMode(mode)
        writer.textOut(text)
        self.canvas.drawText(writer)
        return x + width_of(text, size, bold=bold)

    def marked(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        size: float = 11,
        strike: Draw = struck_line,
        insert: Draw | None = underline,
        colour: Colour = BLACK,
    ) -> float:
        """Write marked text, "[-struck-]" and "{+inserted+}", and return where it ends; ``colour`` is that of what is inserted."""
        for piece, mark in pieces_of(text):
            end = self.plain(x, baseline, piece, size=size, colour=colour if mark is Mark.INSERTED else BLACK)
            draw = strike if mark is Mark.STRUCK else insert if mark is Mark.INSERTED else None
            if draw:
                draw(self, x, end, baseline, size)
            x = end
        return x

    def paragraph(self, x: float, baseline: float, lines: Sequence[str], *, pitch: float = 13.6, size: float = 11) -> float:
        """Write lines of marked text under one another and return the baseline that follows."""
        for line in lines:
            self.marked(x, baseline, line, size=size)
            baseline += pitch
        return baseline

    def justified(self, x0: float, x1: float, baseline: float, line: str, *, size: float = 11) -> None:
        """Write a line whose words are spread out to fill the measure."""
        words = line.split()
        gap = (x1 - x0 - sum(width_of(word, size) for word in words)) / max(1, len(words) - 1)
        for word in words:
            x0 = self.plain(x0, baseline, word, size=size) + gap

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *, width: float = 0.5, colour: Colour = BLACK, dash: tuple[float, ...] = ()
    ) -> None:
        """Draw a line."""
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(*(part / 255 for part in colour))
        self.canvas.setLineWidth(width)
        if dash:
            self.canvas.setDash(*dash)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        self.canvas.restoreState()

    def area(self, box: Box, colour: Colour, *, alpha: float = 1.0) -> None:
        """Fill a rectangle."""
        self.canvas.saveState()
        self.canvas.setFillColorRGB(*(part / 255 for part in colour))
        self.canvas.setFillAlpha(alpha)
        self.canvas.rect(box.x0, self.height - box.bottom, box.width, box.height, stroke=0, fill=1)
        self.canvas.restoreState()

    def outline(self, box: Box, *, width: float = 0.5) -> None:
        """Draw the outline of a rectangle."""
        self.canvas.saveState()
        self.canvas.setLineWidth(width)
        self.canvas.rect(box.x0, self.height - box.bottom, box.width, box.height, stroke=1, fill=0)
        self.canvas.restoreState()

    def hollow(self, outer: Box, inner: Box, colour: Colour = BLACK) -> None:
        """Fill what lies between two rectangles, by the even-odd rule: how Chromium draws borders."""
        path = self.canvas.beginPath()
        for box in (outer, inner):
            path.rect(box.x0, self.height - box.bottom, box.width, box.height)
        self.canvas.saveState()
        self.canvas.setFillColorRGB(*(part / 255 for part in colour))
        self.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
        self.canvas.restoreState()

    def ruled_table(self, x: float, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]], *, height: float = 18) -> float:
        """Draw a table with all its rules and return where it ends."""
        edges = [x + sum(widths[:at]) for at in range(len(widths) + 1)]
        for at in range(len(rows) + 1):
            self.line(edges[0], top + at * height, edges[-1], top + at * height)
        for edge in edges:
            self.line(edge, top, edge, top + len(rows) * height)
        for at, row in enumerate(rows):
            for edge, cell in zip(edges, row, strict=False):
                self.marked(edge + 4, top + at * height + 13, cell, size=10)
        return top + len(rows) * height

    def plain_table(self, lefts: Sequence[float], baseline: float, rows: Sequence[Sequence[str]], *, pitch: float = 13.6) -> float:
        """Write a table without rules, its columns at these left edges, and return the baseline that follows."""
        for row in rows:
            for left, cell in zip(lefts, row, strict=False):
                self.marked(left, baseline, cell, size=10.5)
            baseline += pitch
        return baseline

    def annotation(self, kind: str, box: Box, *, contents: str = "", author: str = "", date: str = "") -> None:
        """Put an annotation ("StrikeOut", "Underline", "Highlight", "Text") on a stretch of one line."""
        bottom, top = self.height - box.bottom, self.height - box.top
        parts = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName(kind),
            "Rect": PDFArray([box.x0, bottom, box.x1, top]),
            "QuadPoints": PDFArray([box.x0, top, box.x1, top, box.x0, bottom, box.x1, bottom]),
            "Contents": PDFString(contents),
            "T": PDFString(author),
            "M": PDFString(date),
        }
        self.canvas._addAnnotation(PDFDictionary(parts))

    def drawn_by_hand(self, points: Sequence[tuple[float, float]]) -> None:
        """Put an ink annotation of one stroke on the page."""
        xs, ys = [x for x, _ in points], [self.height - y for _, y in points]
        flat = [value for point in zip(xs, ys, strict=True) for value in point]
        parts = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Ink"),
            "Rect": PDFArray([min(xs), min(ys), max(xs), max(ys)]),
            "InkList": PDFArray([PDFArray(flat)]),
        }
        self.canvas._addAnnotation(PDFDictionary(parts))

    def link(self, box: Box, address: str) -> None:
        """Make a stretch of the page a link."""
        self.canvas.linkURL(address, (box.x0, self.height - box.bottom, box.x1, self.height - box.top))


def pieces_of(text: str) -> Iterator[tuple[str, Mark]]:
    """Yield the pieces of marked text with their marks."""
    for found in MARKED.finditer(text):
        if found["struck"] is not None:
            yield found["struck"], Mark.STRUCK
        elif found["inserted"] is not None:
            yield found["inserted"], Mark.INSERTED
        else:
            yield found["kept"], Mark.KEPT


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text becomes."""
    return float(stringWidth(text, "Helvetica-Bold" if bold else "Helvetica", size))
