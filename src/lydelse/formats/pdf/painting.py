"""The order in which a page is painted: what lies over text, and what lies under it.

Text that is painted over by a picture or an area is there for a program and not for a reader; so is white text with nothing dark
under it, and text outside the page. A picture or an area that lets through what is under it (a stamp, a marker pen) covers nothing,
nor does one that is clipped to anything but a rectangle.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.bounds import TooMuchError, bounds
from lydelse.formats.pdf.characters import address_of
from lydelse.formats.pdf.geometry import IDENTITY, Frame, Matrix, matrix_of
from lydelse.formats.pdf.page import Colour
from lydelse.model.place import Box

DEEPEST_FORM = 12
"""Forms within forms that are followed; a form that holds itself ends here."""

COVERS_FROM = 6.0
"""Points, each way: what is smaller covers no words."""

WHITE_FROM = 245
"""Of 255 in each of red, green and blue."""


class Painted(NamedTuple):
    """One thing that is painted, with the matrix of the form that it stands in, and which of the page's forms it stands in."""

    holder: pdfium.FPDF_PAGEOBJECT
    outer: Matrix
    forms: tuple[int, ...] = ()


@dataclass(slots=True)
class Layers:
    """What is painted when.

    ``order`` is the place of each text object, by its address; ``covers`` hide what was painted before their own place; ``grounds``
    are the boxes of all that is not white, however it is painted; ``off`` are the text objects that are not painted at all.
    """

    order: dict[int, int] = field(default_factory=dict)
    covers: list[tuple[int, Box]] = field(default_factory=list)
    grounds: list[Box] = field(default_factory=list)
    off: frozenset[int] = frozenset()

    def over(self, holder: int) -> tuple[Box, ...]:
        """Return what is painted over a text object."""
        if not self.covers:
            return ()
        own = self.order.get(holder, 1 << 60)
        return tuple(box for at, box in self.covers if at > own)

    def shows(self, colour: Colour, box: Box) -> bool:
        """Tell whether text of a colour is seen at a place: on white paper, all but white is."""
        return min(colour) < WHITE_FROM or any(_holds(ground, box) for ground in self.grounds)


def painted_on(page: pdfium.FPDF_PAGE) -> Iterator[Painted]:
    """Yield what is painted on an open page, in order; forms are opened.

    Raises:
        TooMuchError: more is painted than is read.
    """
    most = bounds().objects
    every = (each for index in range(_within(most, pdfium.FPDFPage_CountObjects(page))) for each in _at(page, index))
    for count, each in enumerate(every):
        _within(most, count)
        yield each


def _within(most: int, count: int) -> int:
    if count > most:
        raise TooMuchError(what="objects", most=most)
    return count


def _at(page: pdfium.FPDF_PAGE, index: int) -> Iterator[Painted]:
    return _opened(Painted(pdfium.FPDFPage_GetObject(page, index), IDENTITY), index)


def _opened(each: Painted, at: int) -> Iterator[Painted]:
    holder = each.holder
    if pdfium.FPDFPageObj_GetType(holder) != pdfium.FPDF_PAGEOBJ_FORM:
        yield each
        return
    if len(each.forms) < DEEPEST_FORM:
        matrix = matrix_of(holder).then(each.outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(holder)):
            yield from _opened(Painted(pdfium.FPDFFormObj_GetObject(holder, index), matrix, (*each.forms, at)), index)


def layers_of(
    objects: Iterable[Painted],
    frame: Frame,
    off: Container[int] = frozenset(),
    clear: Container[int] = frozenset(),
    shaded: Container[int] = frozenset(),
) -> Layers:
    """Return what lies over and under the text of a page.

    ``off`` are the places of the objects that are not painted, ``clear`` those of pictures that hide nothing, ``shaded`` those of areas
    whose colour is not white though PDFium says so.
    """
    layers = Layers()
    for at, (holder, outer, _) in enumerate(objects):
        kind = pdfium.FPDFPageObj_GetType(holder)
        if at in off:
            layers.off |= {address_of(holder)} if kind == pdfium.FPDF_PAGEOBJ_TEXT else frozenset()
            continue
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            layers.order[address_of(holder)] = at
            continue
        box = painted_box(holder, outer, frame)
        picture = kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}
        ink = None if picture else ink_of(holder)
        if picture or at in shaded or (ink is not None and min(ink) < WHITE_FROM):
            layers.grounds.append(box)
        covers = at not in clear and (picture or (ink is not None and is_rectangle(holder)))
        if covers and min(box.width, box.height) >= COVERS_FROM:
            layers.covers.extend((at, part) for part in _opaque(holder, outer, frame, box))
    return layers


def is_hidden(box: Box, colour: Colour, over: Sequence[Box], layers: Layers, frame: Frame) -> bool:
    """Tell whether a glyph is not seen: outside the page, painted over, or white on white."""
    middle = (box.x0 + box.x1) / 2
    if not (0 <= middle <= frame.width and box.bottom > 0 and box.top < frame.height):
        return True
    return any(_holds(cover, box) for cover in over) or not layers.shows(colour, box)


def _holds(outer: Box, box: Box) -> bool:
    """Tell whether the middle of a glyph's letters lies in a box."""
    x, y = (box.x0 + box.x1) / 2, (box.top + 2 * box.bottom) / 3
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom


def painted_box(holder: pdfium.FPDF_PAGEOBJECT, outer: Matrix, frame: Frame) -> Box:
    """Return the rectangle that a page object takes, as seen."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(holder, left, bottom, right, top)
    return _seen((left.value, right.value), (bottom.value, top.value), outer, frame)


def _seen(xs: tuple[float, float], ys: tuple[float, float], outer: Matrix, frame: Frame) -> Box:
    corners = [outer.apply(x, y) for x in xs for y in ys]
    own_xs, own_ys = [x for x, _ in corners], [y for _, y in corners]
    return frame.seen_box(min(own_xs), min(own_ys), max(own_xs), max(own_ys))


def ink_of(holder: pdfium.FPDF_PAGEOBJECT) -> Colour | None:
    """Return the colour that a path is filled with, black for a pattern or where it is only outlined; None where nothing is seen."""
    mode, outlined = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(holder, mode, outlined)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if mode.value == pdfium.FPDF_FILLMODE_NONE:
        return (0, 0, 0) if outlined.value else None
    if not pdfium.FPDFPageObj_GetFillColor(holder, red, green, blue, alpha):
        return (0, 0, 0)
    return (red.value, green.value, blue.value) if alpha.value else None


def pen_of(holder: pdfium.FPDF_PAGEOBJECT) -> Colour | None:
    """Return the colour that a path is outlined with, None where nothing of that is seen."""
    mode, outlined = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(holder, mode, outlined)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not outlined.value or not pdfium.FPDFPageObj_GetStrokeColor(holder, red, green, blue, alpha):
        return None
    return (red.value, green.value, blue.value) if alpha.value else None


def is_rectangle(holder: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Tell whether a path is filled and has as few corners as a rectangle: a larger one may leave a hole where the text is."""
    mode, outlined = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(holder, mode, outlined)
    return mode.value != pdfium.FPDF_FILLMODE_NONE and pdfium.FPDFPath_CountSegments(holder) in {4, 5}


def _opaque(holder: pdfium.FPDF_PAGEOBJECT, outer: Matrix, frame: Frame, box: Box) -> Iterator[Box]:
    """Yield the part of a box that its clip leaves, nothing where the thing lets through what is under it."""
    if pdfium.FPDFPageObj_HasTransparency(holder):
        return
    clips = clips_of(holder, outer, frame)
    if clips is None:
        return
    for clip in clips:
        box = Box(max(box.x0, clip.x0), max(box.top, clip.top), min(box.x1, clip.x1), min(box.bottom, clip.bottom))
    if box.x1 > box.x0 and box.bottom > box.top:
        yield box


def clip_of(holder: pdfium.FPDF_PAGEOBJECT, outer: Matrix, frame: Frame) -> Box | None:
    """Return the rectangle that a page object is seen within, None where nothing but its page limits it, or something of another form."""
    clips = clips_of(holder, outer, frame)
    if not clips:
        return None
    top, bottom = max(clip.top for clip in clips), min(clip.bottom for clip in clips)
    return Box(max(clip.x0 for clip in clips), top, min(clip.x1 for clip in clips), bottom)


def clips_of(holder: pdfium.FPDF_PAGEOBJECT, outer: Matrix, frame: Frame) -> list[Box] | None:
    """Return the rectangles that a page object is clipped to, None where one of its clips is no rectangle."""
    clip = pdfium.FPDFPageObj_GetClipPath(holder)
    found: list[Box] = []
    for index in range(max(0, pdfium.FPDFClipPath_CountPaths(clip)) if clip else 0):
        count = pdfium.FPDFClipPath_CountPathSegments(clip, index)
        if count not in {4, 5}:
            return None
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for at in range(count):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, index, at), x, y)
            points.append(frame.seen(*outer.apply(x.value, y.value)))
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        found.append(Box(min(xs), min(ys), max(xs), max(ys)))
    return found
