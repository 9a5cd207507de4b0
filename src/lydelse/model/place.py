"""Where something stands: in the order of the sections, and on paper."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.records import dataclass, field


class Box(NamedTuple):
    """A rectangle in points, measured from the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """The extent along the line, in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The extent across the line, in points."""
        return self.bottom - self.top

    def united_with(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document.

    ``section`` is the number as printed ("5.1.1"), ``section_id`` its unique path, ``path`` the block within it ("5.1.1/p2",
    "5.1.1/t1/r5/c2"). ``page`` counts from 1 and is None where the format has no pages. ``origin`` is the number of the paragraph in
    the Word file that it was read from, 0 where it was read from none; it says where to write, and makes no place another.
    """

    section: str = ""
    section_id: str = ""
    path: str = ""
    page: int | None = None
    box: Box | None = None
    origin: int = field(default=0, compare=False, repr=False)
