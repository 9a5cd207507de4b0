"""Pages that lay crooked when they were scanned: they are read set straight, and what was read has its place as seen."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

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
