"""Plain text: a file -> a Document."""

from __future__ import annotations

from pathlib import Path

from lydelse.errors import UnreadableFileError
from lydelse.extractors.endless import refuse_endless_figures
from lydelse.extractors.letters import damaged_letters, unknown_letters
from lydelse.extractors.text.blocks import body_of
from lydelse.extractors.text.decoding import decoded, older_encoding_of
from lydelse.extractors.text.lines import lines_of
from lydelse.extractors.text.lost import with_lost_marks
from lydelse.extractors.text.unplaced import unplaced_figures
from lydelse.extractors.wordings_beside import wordings_beside
from lydelse.extractors.written import written
from lydelse.model.document import Document, Source
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.section import sections_of
from lydelse.records import replace

_EXPLICIT = (("[-", "-", "]"), ("{+", "+", "}"))
"""How an explicit mark begins, and the two signs that it ends with."""


def extract(path: Path) -> Document:
    """Return the document that a text file holds.

    Raises:
        UnreadableFileError: the bytes are no text.
    """
    content = path.read_bytes()
    text = decoded(content)
    if text is None:
        raise UnreadableFileError("error.kind", file=path.name)
    refuse_endless_figures((text,), path.name)
    document, encoding = document_of(text), older_encoding_of(content)
    guessed = (Unread("X902", Severity.INFO, Message("X902.encoding", {"encoding": encoding})),) if encoding else ()
    return replace(document, unread=(*guessed, *document.unread))


def document_of(text: str) -> Document:
    """Return the document that the lines of a text make; explicit marks are read, lost ones are looked for."""
    if _has_explicit_marks(text):
        return written(text)
    lines, furniture = lines_of(text)
    body = body_of(lines)
    pages = text.count("\f") + 1 if "\f" in text.strip() else None
    document = Document(
        source=Source(format="text", pages=pages), sections=sections_of(body.blocks), furniture=(*furniture, *body.furniture)
    )
    read = with_lost_marks(replace(document, unread=(*damaged_letters(document), *unknown_letters(document))))
    return replace(read, unread=(*read.unread, *unplaced_figures(read, body.columned), *wordings_beside(read)))


def _has_explicit_marks(text: str) -> bool:
    """Tell whether a line has an explicit mark. Each sign is walked once: a pattern would walk the line from each beginning of a mark."""
    pieces = ((piece, begins, last) for begins, last, ends in _EXPLICIT for line in text.split("\n") for piece in line.split(ends)[:-1])
    return any(piece.endswith(last) and 0 <= piece.find(begins) < len(piece) - 3 for piece, begins, last in pieces)
