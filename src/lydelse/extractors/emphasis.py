"""Text read as added that may be no more than emphasis: where one weak sign alone, such as a colour, shows what is added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run
from lydelse.patterns import compiled

LONGEST = 120
"""Characters: a warning is a sentence, and what is longer is new text."""

WARNS = compiled(
    r"(?:obs|observera|notera|nb|viktigt|varning|tänk på|kom ihåg|glöm inte|se upp|läs detta)\b|.*!$", re.IGNORECASE | re.DOTALL
)
"""How a line begins or ends that is set off as a warning is: a paragraph wholly in the sign of additions is else a new one."""

SHOWN, QUOTED = 3, 40
"""How many pieces are quoted, and how many characters of each."""


class Piece(NamedTuple):
    """Text read as added, and where it stands."""

    text: str
    place: Place


def possible_emphasis(document: Document) -> Iterator[Unread]:
    """Yield one question for a document whose additions have a single weak sign, if some of them may be emphasis instead.

    Those are the short pieces without any figure, in paragraphs and rows where nothing is struck: within kept text, or a warning alone
    in its paragraph. What an author is named for is none.
    """
    pieces = tuple(_pieces(document))
    if not pieces:
        return
    first = pieces[:SHOWN]
    facts: dict[str, Fact] = {"count": len(pieces), "texts": tuple(dict.fromkeys(f"”{piece.text[:QUOTED]}”" for piece in first))}
    pages = sorted({piece.place.page for piece in first if piece.place.page is not None})
    if pages:
        facts["pages"] = tuple(str(page) for page in pages)
    message = Message("X903.emphasis" if pages else "X903.emphasis.unplaced", facts)
    yield Unread("X903", Severity.QUESTION, message, pages[0] if pages else None)


def _pieces(document: Document) -> Iterator[Piece]:
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from _pieces_of_row(row)
        else:
            yield from _pieces_of(block)


def _pieces_of_row(row: Row) -> Iterator[Piece]:
    """Yield those of a row that stays: a new row is added whole."""
    paragraphs = [paragraph for cell in row.cells for paragraph in cell.paragraphs]
    marks = {run.mark for paragraph in paragraphs for run in paragraph.runs if run.text.strip()}
    if Mark.STRUCK not in marks and Mark.KEPT in marks:
        for paragraph in paragraphs:
            yield from _pieces_of(paragraph)


def _pieces_of(paragraph: Paragraph) -> Iterator[Piece]:
    runs = [run for run in paragraph.runs if run.text.strip()]
    if paragraph.kind is Kind.HEADING or any(run.mark is Mark.STRUCK for run in runs):
        return
    start = 0
    for run in paragraph.runs:
        text = run.text.strip()
        if run.mark is Mark.INSERTED and _may_be_emphasis(run, text, alone=len(runs) == 1):
            yield Piece(text, paragraph.place_of(start, start + len(run.text)))
        start += len(run.text)


def _may_be_emphasis(run: Run, text: str, *, alone: bool) -> bool:
    if run.author is not None or run.date is not None or (alone and not WARNS.match(text)):
        return False
    return len(text) <= LONGEST and any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
