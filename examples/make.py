"""Make the example documents from their lines of text: the redline as PDF and as Word, the minutes as PDF.

The PDF draws its marks as Word's own export does: a strike or an underline is a thin filled rectangle over each word, in the
colour of the text. Run it with ``make examples``; the files it writes are committed, so that nobody has to.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lydelse.extractors.written import written
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph, Run

HERE = Path(__file__).parent
PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 72.0
RED = (0.82, 0.2, 0.22)
BLACK = (0.0, 0.0, 0.0)
FONT, BOLD = "Helvetica", "Helvetica-Bold"
AUTHOR, DATE = "Beställarenheten", "2025-05-20T10:00:00Z"


class Piece(NamedTuple):
    """A word or a space between words, with its mark."""

    text: str
    mark: Mark


class Paper:
    """A PDF being written from the top down; a new page comes with its running header and footer."""

    def __init__(self, path: Path, header: str) -> None:
        """Begin the first page."""
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.canvas.setTitle(header)
        self.header = header
        self.page = 0
        self.y = 0.0
        self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.canvas.setFont(FONT, 8)
        self.canvas.drawString(MARGIN, PAGE_HEIGHT - 40, self.header)
        self.canvas.drawCentredString(PAGE_WIDTH / 2, 36, f"Sida {self.page}")
        self.y = PAGE_HEIGHT - MARGIN

    def down(self, by: float) -> None:
        """Go down the page by some points, to the next one where there is no room."""
        self.y -= by
        if self.y < MARGIN:
            self.turn()
            self.y -= by

    def line(self, x: float, pieces: list[Piece], size: float, font: str) -> None:
        """Draw one line of pieces from ``x`` on the current baseline."""
        for piece in pieces:
            width = stringWidth(piece.text, font, size)
            self.canvas.setFont(font, size)
            self.canvas.setFillColorRGB(*(BLACK if piece.mark is Mark.KEPT else RED))
            self.canvas.drawString(x, self.y, piece.text)
            if piece.mark is not Mark.KEPT:
                above = 0.26 * size if piece.mark is Mark.STRUCK else -0.11 * size
                self.canvas.rect(x, self.y + above, width, 0.05 * size, stroke=0, fill=1)
            x += width
        self.canvas.setFillColorRGB(*BLACK)

    def paragraph(self, paragraph: Paragraph, *, indent: float = 0.0) -> None:
        """Draw a paragraph, its lines broken at the right margin."""
        heading = paragraph.kind is Kind.HEADING
        size = {0: 18.0, 1: 15.0, 2: 13.0}.get(paragraph.level, 11.5) if heading else 10.5
        font = BOLD if heading else FONT
        self.down(size * (1.9 if heading else 1.5))
        if paragraph.marker:
            self.canvas.setFont(FONT, size)
            self.canvas.drawString(MARGIN + indent, self.y, paragraph.marker)
            indent += 14
        lines = list(broken(paragraph.runs, PAGE_WIDTH - 2 * MARGIN - indent, size, font))
        for at, line in enumerate(lines):
            if at:
                self.down(size * 1.22)
            self.line(MARGIN + indent, line, size, font)

    def table(self, table: Table) -> None:
        """Draw a table without rules: two columns that begin at the same place on each line."""
        self.down(6)
        for row in table.rows:
            self.down(15)
            for column, cell in enumerate(row.cells):
                pieces = [piece for paragraph in cell.paragraphs for piece in pieces_of(paragraph.runs)]
                self.line(MARGIN + 120 * column, pieces, 10.5, BOLD if cell.header else FONT)
        self.down(4)


def pieces_of(runs: tuple[Run, ...]) -> Iterator[Piece]:
    """Yield the words of the runs, and the spaces between them."""
    for run in runs:
        words = run.text.split(" ")
        for at, word in enumerate(words):
            if at:
                yield Piece(" ", run.mark)
            if word:
                yield Piece(word, run.mark)


def broken(runs: tuple[Run, ...], width: float, size: float, font: str) -> Iterator[list[Piece]]:
    """Yield the pieces line by line, none wider than ``width``; a line ends at a space, which is not drawn."""
    line: list[Piece] = []
    for piece in pieces_of(runs):
        filled = sum(stringWidth(each.text, font, size) for each in line)
        if piece.text != " " and filled + stringWidth(piece.text, font, size) > width:
            cut = max((at for at, each in enumerate(line) if each.text == " "), default=len(line))
            yield line[:cut]
            line = line[cut + 1 :]
        if line or piece.text != " ":
            line.append(piece)
    if line:
        yield line


def make_pdf(document: Document, path: Path) -> None:
    """Write the document as a PDF whose marks are drawn."""
    paper = Paper(path, document.properties.title)
    for block in document.blocks:
        if isinstance(block, Table):
            paper.table(block)
        else:
            paper.paragraph(block, indent=12.0 if block.kind is Kind.ITEM else 0.0)
    paper.canvas.save()


def make_docx(document: Document, path: Path) -> None:
    """Write the document as a Word file with tracked changes."""
    word = docx.Document()
    word.core_properties.title = document.properties.title
    word.core_properties.author = AUTHOR
    for block in document.blocks:
        if isinstance(block, Table):
            table = word.add_table(rows=0, cols=len(block.rows[0].cells))
            for row in block.rows:
                for drawn, cell in zip(table.add_row().cells, row.cells, strict=True):
                    for paragraph in cell.paragraphs:
                        add_runs(drawn.paragraphs[0]._p, paragraph.runs)  # noqa: SLF001 - python-docx has no tracked changes
        else:
            add_runs(word.add_paragraph(style=style_of(block))._p, block.runs)  # noqa: SLF001 - as above
    word.save(str(path))


def style_of(paragraph: Paragraph) -> str | None:
    """Return the name of the Word style for a paragraph."""
    if paragraph.kind is Kind.HEADING:
        return f"Heading {paragraph.level}" if paragraph.level else "Title"
    return "List Bullet" if paragraph.kind is Kind.ITEM else None


def add_runs(parent: etree._Element, runs: tuple[Run, ...]) -> None:
    """Append runs to a paragraph's XML, struck and inserted ones as tracked changes."""
    for count, run in enumerate(runs):
        holder: etree._Element = parent
        if run.mark is not Mark.KEPT:
            holder = OxmlElement("w:del" if run.mark is Mark.STRUCK else "w:ins")
            for name, value in (("w:id", str(1000 + count)), ("w:author", AUTHOR), ("w:date", DATE)):
                holder.set(qn(name), value)
            parent.append(holder)
        element = OxmlElement("w:r")
        text = OxmlElement("w:delText" if run.mark is Mark.STRUCK else "w:t")
        text.set(qn("xml:space"), "preserve")
        text.text = run.text
        element.append(text)
        holder.append(element)


def main() -> None:
    """Write every example beside its lines of text."""
    redline = written((HERE / "andringar-2026.md").read_text("utf-8"))
    make_pdf(redline, HERE / "andringar-2026.pdf")
    make_docx(redline, HERE / "andringar-2026.docx")
    make_pdf(written((HERE / "protokollsutdrag.md").read_text("utf-8")), HERE / "protokollsutdrag.pdf")


if __name__ == "__main__":
    main()
