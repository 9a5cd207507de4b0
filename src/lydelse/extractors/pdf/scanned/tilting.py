"""Pages that lay crooked when they were scanned: they are read set straight, and have their places as seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import cos, radians, sin
from typing import NamedTuple

from lydelse.formats.pdf import BrokenPage, Page
from lydelse.model.place import Box


class Tilted(NamedTuple):
    """A page that was turned about its middle by ``angle`` degrees counterclockwise to be read; its size in points."""

    width: float
    height: float
    angle: float

    def seen(self, box: Box) -> Box:
        """Return where a rectangle of the page as it was read is seen: the upright rectangle about the middle of the crooked one."""
        x, y = (box.x0 + box.x1) / 2 - self.width / 2, (box.top + box.bottom) / 2 - self.height / 2
        turn = radians(self.angle)
        middle_x = self.width / 2 + x * cos(turn) - y * sin(turn)
        middle_y = self.height / 2 + x * sin(turn) + y * cos(turn)
        return Box(middle_x - box.width / 2, middle_y - box.height / 2, middle_x + box.width / 2, middle_y + box.height / 2)


def slanted_pages(pages: Iterable[Page | BrokenPage]) -> Mapping[int, Tilted]:
    """Return the pages whose text is slanted, by their numbers: turned clockwise to be read."""
    slanted = (page for page in pages if isinstance(page, Page) and page.tilt)
    return {page.number: Tilted(page.width, page.height, -page.tilt) for page in slanted}
