"""Lines drawn slantwise through words, by hand or in a zigzag: they may strike, and are asked about instead of read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.extractors.pdf.furniture import Sheet
from lydelse.extractors.pdf.line import Line, Word
from lydelse.formats.pdf import Page
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box

MIDDLE = 0.25  # ems above the baseline, the middle of small letters
WITHIN = 0.3  # ems above and below it
CROSSED_FROM = 0.5  # of a word's letters
FEWEST = 2  # letters of a word: a tick or an arrow touches one
MOST_PIECES = 2000  # on a page: a map or a chart has more
QUOTED = 60  # characters


def slanted_in(pages: Iterable[Page], sheets: Sequence[Sheet]) -> Iterator[Unread]:
    """Yield a question for each page where slanted lines go through words."""
    for page, sheet in zip(pages, sheets, strict=True):
        boxes = [stroke.box for stroke in page.strokes if not (stroke.horizontal or stroke.vertical)]
        if not 0 < len(boxes) <= MOST_PIECES:
            continue
        words = [word.text for line in sheet.lines for word in _crossed(line, boxes)]
        if words:
            facts: dict[str, Fact] = {"page": page.number, "text": " ".join(words)[:QUOTED]}
            yield Unread("X905", Severity.QUESTION, Message("X905.pdf-slanted", facts), page.number)


def _crossed(line: Line, boxes: Iterable[Box]) -> Iterator[Word]:
    middle, near = line.baseline - MIDDLE * line.size, WITHIN * line.size
    own = [box for box in boxes if box.top - near <= middle <= box.bottom + near and box.x0 < line.box.x1 and line.box.x0 < box.x1]
    for word in line.words if own else ():
        letters = [(glyph.box.x0 + glyph.box.x1) / 2 for glyph in word.glyphs]
        crossed = sum(any(_goes_through(box, x, middle, near) for box in own) for x in letters)
        if crossed >= max(min(FEWEST, len(letters)), CROSSED_FROM * len(letters)):
            yield word


def _goes_through(box: Box, x: float, y: float, near: float) -> bool:
    """Tell whether a line from corner to corner of a box, whichever way it slants, passes near a point."""
    if not box.x0 - near <= x <= box.x1 + near:
        return False
    share = min(1.0, max(0.0, (x - box.x0) / (box.width or 1.0)))
    falling, rising = box.top + share * box.height, box.bottom - share * box.height
    return min(abs(y - falling), abs(y - rising)) <= near
