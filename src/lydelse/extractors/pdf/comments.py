"""Comments in a PDF: what annotations say of the text, with author, date, the words that are marked, and the place of their paragraph.

A caret's contents are text that is put in, and no comment where it was found where. What a reader copied into the note from the text that
it marks says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.turning import Turned
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Annotation
from lydelse.model.comment import Comment
from lydelse.model.document import Document
from lydelse.model.place import Box, Place
from lydelse.model.text import Paragraph, Spot
from lydelse.records import replace

MARKING = {"Highlight", "Squiggly", "Underline", "StrikeOut"}
"""Kinds that lie over the words that they are about."""

SPEAKING = MARKING | {"Text", "FreeText", "Stamp", "Caret", "Ink", "Line", "PolyLine", "Polygon", "Square", "Circle", "Redact"}
"""Kinds whose contents somebody wrote; a link's are its address, a field's what is filled in."""

MARKED_FROM = 0.3  # of a word's width: less is touched by the end of a mark


class Remark(NamedTuple):
    """An annotation that says something: its page, and its boxes as seen."""

    page: int
    boxes: tuple[Box, ...]
    note: Annotation


def comments_in(
    pages: Iterable[Page | BrokenPage], lines: Sequence[Line], document: Document, turned: Mapping[int, Turned]
) -> tuple[Comment, ...]:
    """Return the comments of the pages from the top of each page, an answer after what it answers; ``lines`` are the text as read."""
    speaking = [page for page in pages if isinstance(page, Page) and any(note.contents.strip() for note in page.annotations)]
    if not speaking:
        return ()
    in_text = {id(drawn.note) for line in lines for word in line.words for drawn in word.drawn if drawn.note and drawn.note.kind == "Caret"}
    remarks = (remark for page in speaking for remark in _remarks(page, turned.get(page.number), in_text))
    paragraphs = tuple(document.paragraphs)
    found = (_comment(remark, paragraphs) for remark in remarks)
    return tuple(comment for comment in found if _folded(comment.text) != _folded(comment.quoted))


def _remarks(page: Page, turned: Turned | None, in_text: set[int]) -> Iterator[Remark]:
    said = [note for note in page.annotations if note.contents.strip() and note.kind in SPEAKING and id(note) not in in_text and note.boxes]
    tops = {note.number: note.boxes[0].top for note in page.annotations if note.boxes}
    above = {note.number: note.answers for note in page.annotations if note.answers is not None}

    def asked(note: Annotation) -> int:
        """Return the first note of the conversation that a note is part of."""
        number, steps = note.number, len(above)
        while number in above and steps:
            number, steps = above[number], steps - 1
        return number

    for note in sorted(said, key=lambda note: (tops.get(asked(note), 0.0), asked(note), note.number != asked(note), note.number)):
        boxes = tuple(turned.seen(box) for box in note.boxes) if turned else note.boxes
        yield Remark(page.number, boxes, note)


def _comment(remark: Remark, paragraphs: Sequence[Paragraph]) -> Comment:
    note = remark.note
    marked = [(paragraph, spots) for paragraph in paragraphs if (spots := _marked(paragraph, remark))] if note.kind in MARKING else []
    quoted = " ".join(paragraph.marked_text[spot.start : spot.end] for paragraph, spots in marked for spot in spots)
    nearest = marked[0][0] if marked else _nearest(remark, paragraphs)
    place = replace(nearest.place if nearest else Place(), page=remark.page, box=remark.boxes[0])
    return Comment(note.contents.strip(), note.author, note.date, place, quoted, is_answer=note.answers is not None)


def _marked(paragraph: Paragraph, remark: Remark) -> list[Spot]:
    return [spot for spot in paragraph.spots if spot.page == remark.page and any(_covers(box, spot.box) for box in remark.boxes)]


def _covers(box: Box, word: Box) -> bool:
    across = min(box.x1, word.x1) - max(box.x0, word.x0)
    return across >= MARKED_FROM * word.width and box.top <= (word.top + word.bottom) / 2 <= box.bottom


def _nearest(remark: Remark, paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """Return the paragraph of the page that a note stands at, or nearest to."""
    box = remark.boxes[0]
    apart = [
        (_apart(box, spot.box), at, paragraph)
        for at, paragraph in enumerate(paragraphs)
        for spot in paragraph.spots
        if spot.page == remark.page
    ]
    return min(apart, key=lambda each: each[:2])[2] if apart else None


def _apart(box: Box, other: Box) -> tuple[float, float]:
    """Return how far apart two boxes are, first in height."""
    down = max(0.0, other.top - box.bottom, box.top - other.bottom)
    return down, max(0.0, other.x0 - box.x1, box.x0 - other.x1)


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
