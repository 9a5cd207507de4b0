"""From a PDF's own coordinates to points from the top left corner of the page as it is seen."""

from __future__ import annotations

import ctypes
from math import atan2, cos, degrees, hypot, isfinite, radians, sin, sqrt
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.asking import Filled, by_address
from lydelse.model.place import Box
from lydelse.records import dataclass

_fill_matrix = by_address(pdfium.FPDFPageObj_GetMatrix)
_six = Filled(ctypes.c_float, 6)  # FS_MATRIX: six floats, from a to f

FAR_AWAY = -1e6
"""Points: where something is taken to stand whose place is no number, or one without end. No paper reaches there."""


class Matrix(NamedTuple):
    """The six numbers of a PDF transformation."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def then(self, outer: Matrix) -> Matrix:
        """Return the transformation that does this one first and the outer one after it."""
        if outer is IDENTITY:  # that of all that stands in no form
            return self
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def rise(self) -> float:
        """How many times taller things become."""
        return abs(self.d) if self.c == 0 else hypot(self.c, self.d)

    @property
    def scale(self) -> float:
        """How many times larger things become, on the average of all directions."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def direction(self) -> float:
        """The angle in degrees, counterclockwise, that what was horizontal gets."""
        return 0.0 if self.b == 0 and self.a > 0 else degrees(atan2(self.b, self.a))


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


def matrix_of(holder: int) -> Matrix:
    """Return the matrix of a page object by its address, the identity where it has none."""
    return Matrix._make(_six.values) if _fill_matrix(holder, _six.places[0]) else IDENTITY


@dataclass(frozen=True, slots=True)
class Frame:
    """What is seen of a page: its visible rectangle in the page's own coordinates and how it is turned (quarter turns clockwise).

    ``tilt`` is how many degrees counterclockwise its text lies slanted: what is seen of it is then told as if it were set straight, turned
    about the middle of the page.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    tilt: float = 0.0

    @property
    def width(self) -> float:
        """The width of the page as seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    @property
    def is_plain(self) -> bool:
        """Tell whether what is seen is the page as it is, upright and straight, as nearly all pages are."""
        return self.turns == 0 and not self.tilt

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is seen, from the top left corner; far away where that is no number."""
        if not isfinite(x + y):
            return FAR_AWAY, FAR_AWAY
        if not (self.turns or self.tilt):
            return x - self.left, self.top - y
        return self._straight(*self._crooked(x, y)) if self.tilt else self._crooked(x, y)

    def _straight(self, x: float, y: float) -> tuple[float, float]:
        aside, down, tilt = x - self.width / 2, y - self.height / 2, radians(self.tilt)
        return self.width / 2 + aside * cos(tilt) - down * sin(tilt), self.height / 2 + aside * sin(tilt) + down * cos(tilt)

    def _crooked(self, x: float, y: float) -> tuple[float, float]:
        match self.turns % 4:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def seen_box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return where a rectangle of the page is seen; far away where that is no number."""
        if self.is_plain:
            x0, x1, y0, y1 = left - self.left, right - self.left, self.top - bottom, self.top - top
            box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            return box if isfinite(x0 + y0 + x1 + y1) else Box(FAR_AWAY, FAR_AWAY, FAR_AWAY, FAR_AWAY)
        x0, y0 = self._crooked(left, bottom)
        x1, y1 = self._crooked(right, top)
        if not isfinite(x0 + y0 + x1 + y1):
            return Box(FAR_AWAY, FAR_AWAY, FAR_AWAY, FAR_AWAY)
        box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        return self.straightened(box) if self.tilt else box

    def straightened(self, box: Box) -> Box:
        """Return the slanted rectangle that just fits into an upright one, set straight; one of that size where none fits."""
        x, y = self._straight((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
        along, across = cos(radians(self.tilt)), abs(sin(radians(self.tilt)))
        wide = (box.width * along - box.height * across) / (along**2 - across**2)
        high = (box.height * along - box.width * across) / (along**2 - across**2)
        wide, high = (wide, high) if min(wide, high) >= 0 else (box.width, box.height)
        return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def seen_angle(self, angle: float) -> float:
        """Return the direction of writing as seen: 0 for upright text and for what is no number, between -180 and 180."""
        if not isfinite(angle):
            return 0.0
        turned = (angle - 90 * self.turns - self.tilt) % 360
        return round(turned - 360 if turned > 180 else turned, 1) + 0.0
