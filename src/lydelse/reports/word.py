"""A document as a Word file: in the look of the Word file in force, else in Word's own."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lydelse.extractors.word import extract
from lydelse.formats.ooxml.writing import word_bytes
from lydelse.model.consolidated import Consolidated
from lydelse.model.document import Document, Redline
from lydelse.model.message import Message
from lydelse.model.readings import plain_lines
from lydelse.model.section import Section
from lydelse.model.text import Paragraph
from lydelse.records import replace
from lydelse.reports.word_in_force import copied

FORMATTED = Message("consolidate.plain.formatted")
UNLIKE = Message("consolidate.plain.unlike")


def write(document: Document) -> bytes:
    """Return a document without marks as a Word file: headings, lists and tables, in Word's own styles."""
    return word_bytes(document)


def write_consolidated(outcome: Consolidated, in_force: bytes) -> tuple[bytes, Message | None]:
    """Return a consolidated document as a Word file, and why it has Word's own look where it has.

    The file is an edited copy of that in force. It is read again before it is given out: a copy that does not hold the consolidated
    document, paragraph by paragraph, is given up for a plain file that does.

    Args:
        outcome: the consolidated document.
        in_force: the Word file in force.
    """
    if outcome.in_force.redline is Redline.FORMATTED:
        return write(outcome.document), FORMATTED
    content = copied(outcome, in_force)
    if content is None or _lines(_read(content)) != _lines(outcome.document):
        return write(outcome.document), UNLIKE
    return content, None


def _read(content: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "consolidated.docx"
        file.write_bytes(content)
        return extract(file)


def _lines(document: Document) -> list[str]:
    """Return a document's lines with any text, bullets and numbers of items left out: of a list's numbers Word keeps count itself."""
    blocks = (replace(block, marker="") if isinstance(block, Paragraph) else block for block in document.blocks)
    lines = plain_lines(Document(sections=(Section("", "", "", 0, tuple(blocks)),)))
    return [line for line in lines if line.replace("|", "").strip()]
