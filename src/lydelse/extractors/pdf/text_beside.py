"""Text beside the text that was yet read with it, line by line: a box, a note in the margin, a column of its own for a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import mode

from lydelse.extractors.pdf.alignment import text_of
from lydelse.extractors.pdf.beside import GUTTER_FROM, PROSE_FROM, is_wordy
from lydelse.extractors.pdf.doubts import doubtful_tables, figures_not_printed
from lydelse.extractors.pdf.framed_aside import HIGHEST, LOWEST, MOST_STROKES, NARROWEST, SMALLER, outlines
from lydelse.extractors.pdf.grid import Grid, line_of
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.prose import FURTHEST_IN, LOWEST_PITCH
from lydelse.extractors.pdf.untold_tables import QUOTED, untold_tables
from lydelse.formats.pdf import Page
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Box

FEWEST_LETTERS = 3
MOST_BETWEEN = 2
"""Lines that stand beside a paragraph and between two lines of it: no more are read so."""

BEGIN_WITHIN = 1.0
"""Points that the lines of such a text may begin beside one another."""

WIDEST = 0.8
"""Of the page's width: a frame around its text."""

Parts = tuple[Line, Line]
"""A line's text, and what stands beside it."""


def doubtful_layout(pages: Iterable[Page], flow: Sequence[Line | Grid]) -> Iterator[Unread]:
    """Yield what is not printed in tables, and the questions about tables and columns.

    Of text beside the text there is none where the page is asked about already.
    """
    yield from figures_not_printed(flow)
    tables = (*doubtful_tables(flow), *untold_tables(flow))
    yield from tables
    asked = {question.page for question in tables}
    by_number = {page.number: page for page in pages}
    lines = (part for part in flow if isinstance(part, Line))
    for number, own in groupby(sorted(lines, key=lambda line: line.page), key=lambda line: line.page):
        text = "" if number in asked or number not in by_number else _beside(by_number[number], list(own))
        if text:
            facts = {"page": number, "text": text[:QUOTED]}
            yield Unread("X905", Severity.QUESTION, Message("X905.pdf-beside", facts), number)


def _beside(page: Page, lines: Sequence[Line]) -> str:
    """Return what stands beside the text and was read with it, "" where nothing does."""
    found = (*_between(lines), *_framed(page, lines), *_smaller(lines))
    return " ".join(line.text for line in found)


def _between(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines that stand between two lines of one paragraph, and beside both."""
    for at, above in enumerate(lines):
        for count in range(1, MOST_BETWEEN + 1):
            between, below = lines[at + 1 : at + 1 + count], lines[at + 1 + count : at + 2 + count]
            if below and _is_paragraph(above, below[0]) and all(_stands_off(line, (above, below[0])) for line in between):
                yield from between
                break


def _is_paragraph(above: Line, below: Line) -> bool:
    close = 0 < below.baseline - above.baseline <= LOWEST_PITCH * above.size
    level = abs(below.box.x0 - above.box.x0) <= FURTHEST_IN * above.size and below.size == above.size
    return close and level and _is_prose(above) and _is_prose(below)


def _stands_off(line: Line, others: Sequence[Line]) -> bool:
    apart = GUTTER_FROM * line.size
    beside = all(line.box.x0 - other.box.x1 >= apart or other.box.x0 - line.box.x1 >= apart for other in others)
    return beside and _is_worth_saying(line)


def _framed(page: Page, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the parts of lines that stand in a frame or on a ground of their own, beside prose outside it."""
    beside = [[own for own in _parted(line) if _is_prose(own[0]) and _is_worth_saying(own[1])] for line in lines]
    frames = list(_frames(page)) if any(beside) else []
    for parts in beside if frames else ():
        for text, own in parts:
            if any(_holds(box, own.box) and not _overlaps(box, text.box) for box in frames):
                yield own
                break


def _frames(page: Page) -> Iterator[Box]:
    level = [stroke.box for stroke in page.strokes if stroke.horizontal and stroke.box.width >= NARROWEST]
    upright = [stroke.box for stroke in page.strokes if stroke.vertical]
    drawn = outlines(level, upright, page) if len(page.strokes) <= MOST_STROKES else ()
    for box in (*drawn, *(fill.box for fill in page.fills if min(fill.colour) < 255)):
        if LOWEST <= box.height <= HIGHEST * page.height and NARROWEST <= box.width <= WIDEST * page.width:
            yield box


def _smaller(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the parts of two lines or more that begin at one place in smaller letters than the prose that they stand beside."""
    small = [own for line in lines for text, own in _parted(line) if _is_prose(text) and own.size <= SMALLER * text.size]
    for own in small:
        begun = sum(abs(own.box.x0 - other.box.x0) <= BEGIN_WITHIN for other in small)
        if begun > 1 and _is_worth_saying(own):
            yield own


def _parted(line: Line) -> Iterator[Parts]:
    """Yield both ways in which a line may be text and what stands beside it: it has one wide gap."""
    gaps = [at for at, (before, word) in enumerate(pairwise(line.words), 1) if word.box.x0 - before.box.x1 >= GUTTER_FROM * line.size]
    if len(gaps) == 1:
        left, right = _part(line, line.words[: gaps[0]]), _part(line, line.words[gaps[0] :])
        yield left, right
        yield right, left


def _part(line: Line, words: Sequence[Word]) -> Line:
    return line_of(words, line.page)._replace(size=mode(word.size for word in words for _ in word.glyphs))


def _is_prose(line: Line) -> bool:
    return len(text_of(line.words)) >= PROSE_FROM and is_wordy((line,))


def _is_worth_saying(line: Line) -> bool:
    return sum(letter.isalpha() for letter in line.text) >= FEWEST_LETTERS


def _holds(box: Box, own: Box) -> bool:
    middle = (own.top + own.bottom) / 2
    return box.x0 - 1 <= own.x0 and own.x1 <= box.x1 + 1 and box.top <= middle <= box.bottom


def _overlaps(box: Box, own: Box) -> bool:
    return box.x0 < own.x1 and own.x0 < box.x1
