"""What LibreOffice does not carry over from an RTF file, told by signs in the text: marked ends of paragraphs, marked rows.

The signs are put in before the file is converted (``formats/office/rtf.py``), and here taken away again.
"""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.formats.office.rtf import INSERTED_END, INSERTED_ROW, STRUCK_END, STRUCK_ROW
from lydelse.model.document import Document
from lydelse.model.section import Block, sections_of
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph, joined
from lydelse.records import replace

_SIGNS = str.maketrans(dict.fromkeys((STRUCK_END, INSERTED_END, STRUCK_ROW, INSERTED_ROW)))
_ENDS = {STRUCK_END: Mark.STRUCK, INSERTED_END: Mark.INSERTED}
_ROWS = {STRUCK_ROW: Mark.STRUCK, INSERTED_ROW: Mark.INSERTED}


def ends_told(document: Document) -> int:
    """Return how many struck ends of paragraphs the text tells of."""
    return sum(paragraph.marked_text.count(STRUCK_END) for paragraph in document.paragraphs)


def with_signs_read(document: Document) -> Document:
    """Return the document with the marks that the signs stand for, and without the signs."""
    return replace(document, sections=sections_of(_blocks(document)))


def _blocks(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield replace(block, rows=tuple(map(_row, block.rows)))
        else:
            yield from _paragraph(block)


def _row(row: Row) -> Row:
    texts = "".join(paragraph.marked_text for cell in row.cells for paragraph in cell.paragraphs)
    mark = next((mark for sign, mark in _ROWS.items() if sign in texts), row.mark)
    return Row(tuple(map(_cell, row.cells)), mark)


def _cell(cell: Cell) -> Cell:
    return replace(cell, paragraphs=tuple(read for paragraph in cell.paragraphs for read in _paragraph(paragraph)))


def _paragraph(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the paragraph, nothing where the sign of its end was all that it held."""
    ending = next((mark for sign, mark in _ENDS.items() if sign in paragraph.marked_text), paragraph.ending)
    runs = joined([replace(run, text=run.text.translate(_SIGNS)) for run in paragraph.runs])
    if any(run.text.strip() for run in runs):
        yield replace(paragraph, runs=runs, ending=ending)
