"""Pictures on pages that have text of their own: what is written in them is not read, and that is said once for the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lydelse.formats.pdf import BrokenPage, Page
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Box

BROAD, HIGH = 90.0, 40.0  # points: three centimetres by one and a half, with room for a line or two; arms and logotypes are smaller
ON_PAGE_AFTER_PAGE = 3  # pages with a picture at one place: a letterhead's, or a ground


STRIPS_WITHIN = 1.5
"""Points between the strips that some programs cut a picture into."""


def pictures_unread(pages: Iterable[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield that there are pictures with room for text, where there are; a page that is a picture is told by itself."""
    found = list(pictures_with_room(pages))
    if found:
        numbers = tuple(str(number) for number in sorted({page.number for page, _ in found}))
        yield Unread("X905", Severity.INFO, Message("X905.pdf-picture", {"count": len(found), "pages": numbers}))


def pictures_with_room(pages: Iterable[Page | BrokenPage]) -> Iterator[tuple[Page, Box]]:
    """Yield the pictures with room for text on pages with text, but for those that stand at one place on page after page."""
    whole = (page for page in pages if isinstance(page, Page) and page.glyphs)
    own = [(page, box) for page in whole for box in _put_together(page.pictures) if _has_room(box)]
    times = Counter(at for _, at in {(page.number, _at(box)) for page, box in own})
    yield from ((page, box) for page, box in own if times[_at(box)] < ON_PAGE_AFTER_PAGE)


def _put_together(boxes: Iterable[Box]) -> list[Box]:
    """Return pictures, those that continue one another downwards as one."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(box.x0), round(box.x1), box.top)):
        before = found[-1] if found else None
        if before and _continues(before, box):
            found[-1] = before.united_with(box)
        else:
            found.append(box)
    return sorted(found, key=lambda box: (box.top, box.x0))


def _continues(before: Box, box: Box) -> bool:
    aligned = abs(before.x0 - box.x0) <= 1 and abs(before.x1 - box.x1) <= 1
    return aligned and abs(box.top - before.bottom) <= STRIPS_WITHIN and min(before.height, box.height) < HIGH


def _has_room(box: Box) -> bool:
    return box.width >= BROAD and box.height >= HIGH


def _at(box: Box) -> tuple[int, ...]:
    return tuple(round(side) for side in box)
