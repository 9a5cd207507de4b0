"""Reports read back as lines of text: what a reader sees of a Word file, a workbook, a marked PDF, a page and a file for machines."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, cast
from xml.etree import ElementTree

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from support.pages import StrictPage

_SAID = ("alt", "aria-label", "title", "data-label", "data-said", "placeholder")


def lines_of_word(content: bytes) -> Iterator[str]:
    """Yield the paragraphs of a Word file with their style, and the rows of its tables, cells parted by a line."""
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            yield from (
                f"| {' | '.join(' / '.join(_marked(each) for each in cell.paragraphs) for cell in row.cells)} |" for row in block.rows
            )
        else:
            yield f"{block.style.name if block.style else ''}: {_marked(block)}"


def _marked(paragraph: Paragraph) -> str:
    """Return a paragraph with what is struck and underlined in the signs of the mini-language."""
    pieces = ((run, run.text) for run in paragraph.runs)
    return "".join(f"[-{text}-]" if run.font.strike else f"{{+{text}+}}" if run.font.underline else text for run, text in pieces)


def lines_of_workbook(content: bytes) -> Iterator[str]:
    """Yield the cells of a workbook, a sheet at a time, each with its address; formulas as they stand, and the value behind."""
    written = openpyxl.load_workbook(io.BytesIO(content))
    valued = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for sheet in written:
        yield f"# {sheet.title}"
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            value = valued[sheet.title][cell.coordinate].value
            yield f"{cell.coordinate} {cell.value}" + (f" -> {value}" if value != cell.value else "")


def lines_of_notes(content: bytes) -> Iterator[str]:
    """Yield the notes of a PDF: page, kind, place and what it says."""
    for number, page in enumerate(PdfReader(io.BytesIO(content)).pages, 1):
        for note in (each.get_object() for each in cast("Any", page.get("/Annots", []))):
            place = " ".join(str(round(float(side))) for side in note["/Rect"])
            yield f"{number} {note['/Subtype']} [{place}] {note.get('/Contents', '')}"


def lines_of_page(page: str) -> Iterator[str]:
    """Yield all that is seen or heard of a page: its text and what its attributes say."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    yield from (unescape(text) for text in re.split(r"<[^>]*>", body) if text.strip())
    yield from (value for element in StrictPage(page).elements for name, value in element.attributes.items() if name in _SAID)


def lines_of_junit(content: str) -> Iterator[str]:
    """Yield what the XML for test results says: the messages of its failures and its texts."""
    for element in ElementTree.fromstring(content).iter():
        yield from (text for text in (element.get("message"), element.text) if text and text.strip())


def lines_of_csv(content: str) -> Iterator[str]:
    """Yield the messages of a file of findings."""
    yield from (row["message"] for row in csv.DictReader(io.StringIO(content)))
