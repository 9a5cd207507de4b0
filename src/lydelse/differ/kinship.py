"""Whether two documents are two versions of one at all."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.differ.folding import words_in
from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.table import Table
from lydelse.model.text import Version

LEAST_COMMON = 0.05
"""The share of the shorter document's runs of four words that the other must have for the two to be versions of one."""
FEWEST_RUNS = 100
"""The runs of four words that a document must have for anything to be said of it."""


def are_strangers(before: Document, after: Document) -> bool:
    """Tell whether two documents hardly have anything in common."""
    ours, theirs = _runs_of(before), _runs_of(after)
    fewest = min(len(ours), len(theirs))
    return fewest >= FEWEST_RUNS and len(ours & theirs) < LEAST_COMMON * fewest


def said_of_strangers() -> Unread:
    """Return what the reader is told when two documents are compared that are not versions of one."""
    return Unread("X905", Severity.WARNING, Message("X905.strangers"))


def _runs_of(document: Document) -> set[tuple[str, ...]]:
    words = [word for text in _texts(document) for word in words_in(text)]
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def _texts(document: Document) -> Iterable[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text(Version.AFTER) for row in block.rows for cell in row.cells)
        else:
            yield block.marked_text
