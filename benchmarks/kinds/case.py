"""A case: marked lines of text, how their marks look, how the page is set, and what reading it must give.

The text is the mini-language of ``lydelse.extractors.written`` with a few signs more, which the truth is without:

    ⟦l:www.exempel.se⟧   a link, blue and underlined      ⟦v:Obs!⟧     a warning, red, kept
    ⟦u:viktigt⟧          underlined, kept                 ⟦b:fetstil⟧  bold, kept
    ⟦a:Obs!⟧             a warning, amber, kept           ⟦2x1⟧        first in a cell: it takes two columns, one row
    ⟦f:1⟧                a raised footnote mark                      ⟦r:1⟧        a raised figure, read as ¹
    ⟦t:⟧                 a tab whose room is filled with dots, read as a space

A soft hyphen says where a word may be divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lydelse.extractors.written import written
from lydelse.model.document import Document
from lydelse.model.table import Cell, Table
from lydelse.model.text import Mark, Paragraph

Colour = tuple[int, int, int]
BLACK, RED, GREEN, BLUE, PURPLE = (0, 0, 0), (200, 30, 40), (0, 128, 60), (20, 60, 200), (120, 40, 150)
YELLOW, PALE, AMBER = (255, 240, 90), (214, 226, 240), (225, 130, 0)

DRAWN, WRITER, TRACKED, CHROMIUM, WEASYPRINT, TYPST = "drawn", "writer", "tracked", "chromium", "weasyprint", "typst"
PAGED = (DRAWN, WRITER, CHROMIUM, WEASYPRINT, TYPST)
EVERY = (DRAWN, WRITER, TRACKED, CHROMIUM, WEASYPRINT, TYPST)
SHEET, PLACED, SLIDES = "sheet", "placed", "slides"
"""What prints sheets, what draws each cell by itself, and what prints slides: for cases of their own."""

_SIGN = re.compile(r"⟦(?P<sign>[lvaubfrt]):(?P<text>[^⟧]*)⟧")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FIGURES = re.compile(r"[^\w]*(?:\d|$)")
_SPAN = re.compile(r"⟦(\d)x(\d)⟧")


@dataclass(frozen=True)
class Look:
    """How marks are drawn. ``strike`` is line, rectangle, curve, dashes, dots, double, annotation, letters, picture, slanted or none."""

    strike: str = "line"
    struck: Colour = RED
    inserted: Colour = RED
    underline: bool = True
    behind: Colour | None = None
    bold: bool = False


@dataclass(frozen=True)
class Layout:
    """How pages are set. ``rules`` of tables are one of ``ruling.RULINGS``. ``trick`` is something that one producer alone can do.

    ``right`` sets the figures of tables at the right of their cells, ``beside`` two tables that follow one another side by side, and
    ``wide`` each table on a page of its own that lies down, ``turned_heads`` the headers of all columns but the first from below upwards;
    ``css`` is what a web page is set with besides.
    """

    rules: str = "full"
    columns: int = 1
    landscape: bool = False
    justified: bool = False
    header: str = ""
    footer: str = ""
    tinted: bool = False
    underlined_titles: bool = False
    plain_titles: bool = False
    widths: tuple[float, ...] = ()
    trick: str = ""
    right: bool = False
    beside: bool = False
    wide: bool = False
    turned_heads: bool = False
    css: str = ""


@dataclass(frozen=True)
class Case:
    """One document. ``truths`` are the texts that a right reading may give, the source alone where none is named.

    ``said`` are the codes of what the reader must say that it did not read.
    """

    kind: str
    source: str
    look: Look = field(default_factory=Look)
    layout: Layout = field(default_factory=Layout)
    producers: tuple[str, ...] = EVERY
    truths: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()

    @property
    def document(self) -> Document:
        """The document with its signs, for a producer."""
        return written(self.source)

    @property
    def accepted(self) -> tuple[Document, ...]:
        """The documents that a right reading gives."""
        return tuple(written(plain(text)) for text in self.truths or (self.source,))


class Piece(NamedTuple):
    """Text with one mark; ``sign`` is the letter of what else it is, "" for nothing."""

    text: str
    mark: Mark = Mark.KEPT
    sign: str = ""


class Placed(NamedTuple):
    """A cell in its grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    header: bool
    pieces: tuple[Piece, ...]


def plain(text: str) -> str:
    """Return text without the signs, as it is to be read."""
    return _SPAN.sub("", _SIGN.sub(_as_read, text)).replace("\u00ad", "")


def _as_read(sign: re.Match[str]) -> str:
    """Return a sign's text as it is read: a raised figure after another as the character that is raised by itself, dots as a space."""
    if sign["sign"] == "t":
        return " "
    after_figure = sign.string[: sign.start()].rstrip("-+]}")[-1:].isdecimal()
    return sign["text"].translate(RAISED) if sign["sign"] == "r" and after_figure else sign["text"]


def pieces_of(paragraph: Paragraph) -> Iterator[Piece]:
    """Yield the text of a paragraph in pieces of one mark and one sign."""
    for run in paragraph.runs:
        at = 0
        for match in _SIGN.finditer(run.text):
            if at < match.start():
                yield Piece(run.text[at : match.start()], run.mark)
            yield Piece(match["text"], run.mark, match["sign"])
            at = match.end()
        if at < len(run.text):
            yield Piece(run.text[at:], run.mark)


def cells_of(table: Table) -> tuple[Placed, ...]:
    """Return the cells of a table where they stand, those that span several places once."""
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while (at, column) in taken:
                column += 1
            colspan, rowspan, pieces = _spanned(cell)
            taken.update((at + down, column + right) for down in range(rowspan) for right in range(colspan))
            found.append(Placed(at, column, rowspan, colspan, cell.header, pieces))
            column += colspan
    return tuple(found)


def is_set_right(cell: Placed, cells: Sequence[Placed], layout: Layout) -> bool:
    """Tell whether a cell's text stands at the right: figures, and the header over a column of them, where the layout has them so."""
    under = [_text(each) for each in cells if each.column == cell.column and not each.header and each.colspan == 1]
    figures = sum(FIGURES.match(text) is not None for text in under) * 2 > len(under)
    return layout.right and cell.column > 0 and cell.colspan == 1 and figures


def is_turned(cell: Placed, layout: Layout) -> bool:
    """Tell whether a cell's text runs from below upwards."""
    return layout.turned_heads and cell.header and cell.column > 0


def led(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return what stands before and after the dots of a line, the second empty where it has none."""
    at = next((at for at, piece in enumerate(pieces) if piece.sign == "t"), len(pieces))
    return tuple(pieces[:at]), tuple(pieces[at + 1 :])


def _text(cell: Placed) -> str:
    return "".join(piece.text for piece in cell.pieces)


def columns_in(cells: Sequence[Placed]) -> int:
    """Return how many columns a table has."""
    return max(cell.column + cell.colspan for cell in cells)


def _spanned(cell: Cell) -> tuple[int, int, tuple[Piece, ...]]:
    pieces = [piece for paragraph in cell.paragraphs for piece in (Piece("\n"), *pieces_of(paragraph))][1:]
    span = _SPAN.match(pieces[0].text) if pieces else None
    if not span:
        return 1, 1, tuple(pieces)
    rest = pieces[0]._replace(text=pieces[0].text[span.end() :])
    return int(span[1]), int(span[2]), tuple(piece for piece in (rest, *pieces[1:]) if piece.text)
