"""A document as a plain Word file."""

from __future__ import annotations

from lydelse.formats.ooxml.writing import word_bytes
from lydelse.model.document import Document


def write(document: Document) -> bytes:
    """Return a document without marks as a Word file: headings, lists and tables, in Word's own styles."""
    return word_bytes(document)
