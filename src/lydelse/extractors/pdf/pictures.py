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


def pictures_unread(pages: Iterable[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield that there are pictures with room for text, where there are; a page that is a picture is told by itself."""
    own = [(page.number, _at(box)) for page in pages if isinstance(page, Page) and page.glyphs for box in page.pictures if _has_room(box)]
    times = Counter(at for _, at in set(own))
    found = [(number, at) for number, at in own if times[at] < ON_PAGE_AFTER_PAGE]
    if found:
        numbers = tuple(str(number) for number in sorted({number for number, _ in found}))
        yield Unread("X905", Severity.INFO, Message("X905.pdf-picture", {"count": len(found), "pages": numbers}))


def _has_room(box: Box) -> bool:
    return box.width >= BROAD and box.height >= HIGH


def _at(box: Box) -> tuple[int, ...]:
    return tuple(round(side) for side in box)
