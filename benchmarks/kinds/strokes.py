"""The pen of the producer that draws: strikes and underlines in all their ways, areas, and the rules of tables."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from benchmarks.kinds.case import BLACK, BLUE, Colour, Look
from benchmarks.kinds.ruling import Ruling, Sides
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from lydelse.model.text import Mark

STRIKE, SECOND, UNDER = 0.27, 0.4, -0.11
THICKNESS = 0.05
AUTHOR, DATE = "Beställarenheten", "D:20260114093000+01'00'"
Stretch = list[tuple[float, float]]
"""Where each word or space begins, and its width, in points."""


class Pen:
    """Draws marks on one canvas as one look has them."""

    def __init__(self, canvas: Canvas, look: Look) -> None:
        """Take the look of the marks."""
        self.canvas = canvas
        self.look = look

    def draw(self, mark: Mark, sign: str, stretch: Stretch, y: float, size: float) -> None:
        """Draw what a stretch of one mark needs."""
        x0, x1 = stretch[0][0], sum(stretch[-1])
        if sign == "l":
            self.underline(x0, x1, y, size, BLUE)
        elif sign == "u":
            self.underline(x0, x1, y, size, BLACK)
        if mark is Mark.STRUCK:
            self.strike(stretch, y, size)
        elif mark is Mark.INSERTED:
            self.insert(stretch, y, size)

    def insert(self, stretch: Stretch, y: float, size: float) -> None:
        """Draw what inserted text has, its letters left out."""
        x0, x1 = stretch[0][0], sum(stretch[-1])
        if self.look.behind:
            self.area(x0, y - 0.22 * size, x1, y + 0.85 * size, self.look.behind)
        if not self.look.underline:
            return
        if self.look.strike == "annotation":
            self.annotation("Underline", x0, x1, y, size)
        elif self.look.strike == "rectangle":
            for x, width in stretch:
                self.area(x, y + (UNDER - THICKNESS) * size, x + width, y + UNDER * size, self.look.inserted)
        else:
            self.underline(x0, x1, y, size, self.look.inserted)

    def strike(self, stretch: Stretch, y: float, size: float) -> None:
        """Strike a stretch in the way of the look."""
        x0, x1 = stretch[0][0], sum(stretch[-1])
        height = y + STRIKE * size
        match self.look.strike:
            case "line":
                self._line([(x0, height), (x1, height)], self.look.struck, size)
            case "rectangle":
                for x, width in stretch:
                    self.area(x, height, x + width, height + THICKNESS * size, self.look.struck)
            case "curve":
                self._curve(x0, x1, height, size)
            case "dashes":
                self._dashes(x0, x1, height, size)
            case "dots":
                self._dots(x0, x1, height, size)
            case "double":
                self._line([(x0, height - 0.08 * size), (x1, height - 0.08 * size)], self.look.struck, size)
                self._line([(x0, y + SECOND * size), (x1, y + SECOND * size)], self.look.struck, size)
            case "annotation":
                self.annotation("StrikeOut", x0, x1, y, size)
            case _:
                self._strike_oddly(x0, x1, y, size)

    def _strike_oddly(self, x0: float, x1: float, y: float, size: float) -> None:
        """Strike in a way that no program has as its usual one."""
        match self.look.strike:
            case "letters":
                self._letters(x0, x1, y, size)
            case "picture":
                picture = ImageReader(Image.new("RGB", (8, 2), self.look.struck))
                self.canvas.drawImage(picture, x0, y + STRIKE * size, x1 - x0, THICKNESS * size)
            case "slanted":
                self._line([(x0, y - 0.05 * size), (x1, y + 0.7 * size)], self.look.struck, size)
            case _:
                pass

    def underline(self, x0: float, x1: float, y: float, size: float, colour: Colour) -> None:
        """Draw a line under text."""
        self._line([(x0, y + UNDER * size), (x1, y + UNDER * size)], colour, size)

    def area(self, x0: float, bottom: float, x1: float, top: float, colour: Colour) -> None:
        """Fill a rectangle."""
        self.canvas.saveState()
        self.canvas.setFillColorRGB(*(part / 255 for part in colour))
        self.canvas.rect(x0, bottom, x1 - x0, top - bottom, stroke=0, fill=1)
        self.canvas.restoreState()

    def sides(self, x0: float, bottom: float, x1: float, top: float, ruling: Ruling, over: Sides, under: Sides) -> None:
        """Draw the ground's sides of a cell: ``over`` those of its first row, ``under`` those of its last."""
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(*(part / 255 for part in ruling.colour))
        self.canvas.setDash({"solid": [], "dashed": [3, 2], "dotted": [1, 1.5]}[ruling.style])
        edges = [(x0, top, x1, top, over.over), (x0, bottom, x1, bottom, under.under)]
        edges += [(x1, bottom, x1, top, ruling.width), (x0, bottom, x0, top, ruling.width)] if ruling.upright else []
        edges += [(x0, bottom - 2, x1, bottom - 2, under.under)] if under.double else []
        for start, low, end, high, width in edges:
            if width:
                self.canvas.setLineWidth(width * 2 / 3)
                self.canvas.line(start, low, end, high)
        self.canvas.restoreState()

    def annotation(self, kind: str, x0: float, x1: float, y: float, size: float, contents: str = "") -> None:
        """Put an annotation on a stretch of a line, with author and date and without a drawing of its own."""
        low, high = y - 0.22 * size, y + 0.78 * size
        parts = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName(kind),
            "Rect": PDFArray([x0, low, x1, high]),
            "QuadPoints": PDFArray([x0, high, x1, high, x0, low, x1, low]),
            "C": PDFArray([part / 255 for part in self.look.struck]),
            "F": 4,
            "Contents": PDFString(contents),
            "T": PDFString(AUTHOR),
            "M": PDFString(DATE),
        }
        self.canvas._addAnnotation(PDFDictionary(parts))  # noqa: SLF001 - reportlab has no other way to a kind of one's own

    def _line(self, points: list[tuple[float, float]], colour: Colour, size: float) -> None:
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(*(part / 255 for part in colour))
        self.canvas.setLineWidth(THICKNESS * size)
        for (x0, y0), (x1, y1) in pairwise(points):
            self.canvas.line(x0, y0, x1, y1)
        self.canvas.restoreState()

    def _dashes(self, x0: float, x1: float, height: float, size: float) -> None:
        x = x0
        while x < x1:
            self._line([(x, height), (min(x + 3.0, x1), height)], self.look.struck, size)
            x += 5.0

    def _dots(self, x0: float, x1: float, height: float, size: float) -> None:
        side = THICKNESS * size
        for at in range(round((x1 - x0) / (2 * side))):
            x = x0 + 2 * at * side
            self.area(x, height, x + side, height + side, self.look.struck)

    def _letters(self, x0: float, x1: float, y: float, size: float) -> None:
        """Print "X" over a stretch, the last one reaching past its end, as LibreOffice does."""
        width = self.canvas.stringWidth("X", "Helvetica", size)
        self.canvas.saveState()
        self.canvas.setFillColorRGB(*(part / 255 for part in self.look.struck))
        self.canvas.setFont("Helvetica", size)
        for at in range(ceil((x1 - x0) / width)):
            self.canvas.drawString(x0 + at * width, y, "X")
        self.canvas.restoreState()

    def _curve(self, x0: float, x1: float, height: float, size: float) -> None:
        """Draw one stroke that waves a little, as a hand or a wavy line does."""
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(*(part / 255 for part in self.look.struck))
        self.canvas.setLineWidth(THICKNESS * size)
        path = self.canvas.beginPath()
        path.moveTo(x0, height)
        x, up = x0, 1
        while x < x1:
            end = min(x + 6.0, x1)
            path.curveTo(x + (end - x) / 3, height + up, x + 2 * (end - x) / 3, height + up, end, height)
            x, up = end, -up
        self.canvas.drawPath(path, stroke=1, fill=0)
        self.canvas.restoreState()
