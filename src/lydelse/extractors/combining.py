"""Text struck by combining signs: a letter with a bar laid over it is the letter, struck; one with a line laid under it is added.

So is text struck where nothing but text can be written: in a plain text file, an e-mail, a cell of a sheet. Added text is told in the
same way or not at all; a lone line under a letter, in a text where nothing is struck, is emphasis and loses its sign only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

from lydelse.model.document import Document, Redline
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.section import Block, sections_of
from lydelse.model.table import Table
from lydelse.model.text import Mark, Paragraph, Run, joined
from lydelse.patterns import compiled
from lydelse.records import replace

BARS = "\N{COMBINING LONG STROKE OVERLAY}\N{COMBINING SHORT STROKE OVERLAY}"
SLASHES = "\N{COMBINING LONG SOLIDUS OVERLAY}\N{COMBINING SHORT SOLIDUS OVERLAY}"
LINES = "\N{COMBINING LOW LINE}\N{COMBINING DOUBLE LOW LINE}"
STRIKING = frozenset(BARS + SLASHES)
SIGNS = STRIKING | frozenset(LINES)
"""Laid over or under the character before them."""

_LETTER = "[^\\W_]"
_SLASHED_WORD = compiled(f"(?:{_LETTER}[{SLASHES}]){{2,}}")
_BAR = compiled(f"[{BARS}]")
_PIECES = compiled(f"(?:.[{BARS + SLASHES}]+)+|(?:.[{LINES}]+)+|(?:.(?![{BARS + SLASHES + LINES}]))+|.", re.DOTALL)
_ANY = compiled(f"[{BARS + SLASHES + LINES}]")


def is_struck_by_signs(text: str) -> bool:
    """Tell whether a text has letters struck so: a bar is laid over nothing else, a slash over lone letters and signs of many kinds."""
    return _BAR.search(text) is not None or _SLASHED_WORD.search(text) is not None


def with_combining_signs_read(document: Document) -> Document:
    """Return the document with its letters under combining signs struck or added, and without the signs."""
    if not any(is_struck_by_signs(paragraph.marked_text) for paragraph in document.paragraphs):
        return document
    sections = sections_of(tuple(_in_block(block, _read) for block in document.blocks))
    source = document.source
    if source.redline in {Redline.NONE, Redline.UNMARKED}:
        source = replace(source, redline=Redline.FORMATTED)
    read = replace(document, sections=sections, source=source)
    return replace(read, unread=(*read.unread, *_open_additions(read)))


def _open_additions(document: Document) -> Iterator[Unread]:
    """Yield a question where nothing shows what is added."""
    if not any(run.mark is Mark.INSERTED for paragraph in document.paragraphs for run in paragraph.runs):
        yield Unread("X903", Severity.QUESTION, Message("X903.only-struck-by-signs"))


def _in_block(block: Block, change: Callable[[Paragraph], Paragraph]) -> Block:
    if isinstance(block, Paragraph):
        return change(block)
    return _in_table(block, change)


def _in_table(table: Table, change: Callable[[Paragraph], Paragraph]) -> Table:
    rows = (
        replace(row, cells=tuple(replace(cell, paragraphs=tuple(map(change, cell.paragraphs))) for cell in row.cells)) for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _read(paragraph: Paragraph) -> Paragraph:
    text = paragraph.marked_text
    if not _ANY.search(text):
        return paragraph
    runs = joined([piece for run in paragraph.runs for piece in _pieces(run)])
    kept = list(accumulate((character not in SIGNS for character in text), initial=0))
    spots = tuple(spot._replace(start=kept[spot.start], end=kept[spot.end]) for spot in paragraph.spots)
    return replace(paragraph, runs=runs, spots=spots)


def _pieces(run: Run) -> Iterator[Run]:
    for found in _PIECES.finditer(run.text):
        text = "".join(character for character in found[0] if character not in SIGNS)
        signs = SIGNS & frozenset(found[0])
        mark = run.mark
        if signs and mark is Mark.KEPT:
            mark = Mark.STRUCK if signs & STRIKING else Mark.INSERTED
        yield replace(run, text=text, mark=mark)
