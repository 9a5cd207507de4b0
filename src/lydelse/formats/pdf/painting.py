"""The order in which a page is painted: what lies over text, and what lies under it.

Text that is painted over by a picture or an area is there for a program and not for a reader; so is white text with nothing dark
under it, and text outside the page. A picture or an area that lets through what is under it (a stamp, a marker pen) covers nothing,
nor does one that is clipped to anything but a rectangle.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.bounds import TooMuchError, bounds
from lydelse.formats.pdf.asking import ADDRESS, Filled, address_of, by_address
from lydelse.formats.pdf.geometry import IDENTITY, Frame, Matrix, matrix_of
from lydelse.formats.pdf.page import Colour
from lydelse.model.place import Box
from lydelse.records import dataclass, field

DEEPEST_FORM = 12
"""Forms within forms that are followed; a form that holds itself ends here."""

COVERS_FROM = 6.0
"""Points, each way: what is smaller covers no words."""

WHITE_FROM = 245
"""Of 255 in each of red, green and blue."""


_object_on = by_address(pdfium.FPDFPage_GetObject)
_object_in = by_address(pdfium.FPDFFormObj_GetObject)
_kind_of = by_address(pdfium.FPDFPageObj_GetType)
_fill_bounds = by_address(pdfium.FPDFPageObj_GetBounds)
_fill_mode = by_address(pdfium.FPDFPath_GetDrawMode)
_fill_ink = by_address(pdfium.FPDFPageObj_GetFillColor)
_fill_pen = by_address(pdfium.FPDFPageObj_GetStrokeColor)
_count_segments = by_address(pdfium.FPDFPath_CountSegments)
_clip_of = by_address(pdfium.FPDFPageObj_GetClipPath)
_count_clips = by_address(pdfium.FPDFClipPath_CountPaths)
_count_corners = by_address(pdfium.FPDFClipPath_CountPathSegments)
_corner_at = by_address(pdfium.FPDFClipPath_GetPathSegment)
_fill_point = by_address(pdfium.FPDFPathSegment_GetPoint)
_lets_through = by_address(pdfium.FPDFPageObj_HasTransparency)
_sides, _point = Filled(ctypes.c_float, 4), Filled(ctypes.c_float, 2)
_modes, _paint = Filled(ctypes.c_int, 2), Filled(ctypes.c_uint, 4)


class Painted(NamedTuple):
    """One thing that is painted, by its address, with the matrix of the form that it stands in, which forms that is in, and its kind."""

    holder: int
    outer: Matrix
    forms: tuple[int, ...] = ()
    kind: int = pdfium.FPDF_PAGEOBJ_UNKNOWN

    @property
    def handle(self) -> pdfium.FPDF_PAGEOBJECT:
        """The object as PDFium's own functions take it."""
        return ctypes.cast(ADDRESS(self.holder), pdfium.FPDF_PAGEOBJECT)


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
    own = address_of(page)
    count = 0
    for index in range(_within(most, pdfium.FPDFPage_CountObjects(page))):
        holder = _object_on(own, index)
        kind = _kind_of(holder)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            _within(most, count)
            count += 1
            yield Painted(holder, IDENTITY, (), kind)
            continue
        for each in _opened(Painted(holder, IDENTITY, (), kind), index):
            _within(most, count)
            count += 1
            yield each


def _within(most: int, count: int) -> int:
    if count > most:
        raise TooMuchError(what="objects", most=most)
    return count


def _opened(each: Painted, at: int) -> Iterator[Painted]:
    if each.kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield each
        return
    if len(each.forms) < DEEPEST_FORM:
        matrix = matrix_of(each.holder).then(each.outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(each.handle)):
            holder = _object_in(each.holder, index)
            yield from _opened(Painted(holder, matrix, (*each.forms, at), _kind_of(holder)), index)


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
    for at, (holder, outer, _, kind) in enumerate(objects):
        if at in off:
            layers.off |= {holder} if kind == pdfium.FPDF_PAGEOBJ_TEXT else frozenset()
            continue
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            layers.order[holder] = at
            continue
        box = painted_box(holder, outer, frame)
        picture = kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}
        ink = None if picture else ink_of(holder)
        if picture or at in shaded or (ink is not None and min(ink) < WHITE_FROM):
            layers.grounds.append(box)
        large = min(box.width, box.height) >= COVERS_FROM
        if large and at not in clear and (picture or (ink is not None and is_rectangle(holder))):
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


def painted_box(holder: int, outer: Matrix, frame: Frame) -> Box:
    """Return the rectangle that a page object takes, as seen."""
    _sides.values[:] = [0.0, 0.0, 0.0, 0.0]
    _fill_bounds(holder, *_sides.places)
    left, bottom, right, top = _sides.values
    return frame.seen_box(left, bottom, right, top) if outer is IDENTITY else _seen((left, right), (bottom, top), outer, frame)


def _seen(xs: tuple[float, float], ys: tuple[float, float], outer: Matrix, frame: Frame) -> Box:
    corners = [outer.apply(x, y) for x in xs for y in ys]
    own_xs, own_ys = [x for x, _ in corners], [y for _, y in corners]
    return frame.seen_box(min(own_xs), min(own_ys), max(own_xs), max(own_ys))


def ink_of(holder: int) -> Colour | None:
    """Return the colour that a path is filled with, black for a pattern or where it is only outlined; None where nothing is seen."""
    mode, outlined = draw_mode_of(holder)
    if mode == pdfium.FPDF_FILLMODE_NONE:
        return (0, 0, 0) if outlined else None
    return paint_of(_fill_ink, holder)


def draw_mode_of(holder: int) -> tuple[int, int]:
    """Return how a path is filled, and whether it is outlined."""
    _modes.values[:] = [0, 0]
    _fill_mode(holder, *_modes.places)
    mode, outlined = _modes.values
    return mode, outlined


def paint_of(read: Callable[..., int], holder: int) -> Colour | None:
    """Return the colour that a function reads, black for a pattern, None for paint that is wholly transparent."""
    if not read(holder, *_paint.places):
        return (0, 0, 0)
    red, green, blue, alpha = _paint.values
    return (red, green, blue) if alpha else None


def pen_of(holder: int) -> Colour | None:
    """Return the colour that a path is outlined with, None where nothing of that is seen."""
    _, outlined = draw_mode_of(holder)
    if not outlined or not _fill_pen(holder, *_paint.places):
        return None
    red, green, blue, alpha = _paint.values
    return (red, green, blue) if alpha else None


def is_rectangle(holder: int) -> bool:
    """Tell whether a path is filled and has as few corners as a rectangle: a larger one may leave a hole where the text is."""
    return draw_mode_of(holder)[0] != pdfium.FPDF_FILLMODE_NONE and _count_segments(holder) in {4, 5}


def _opaque(holder: int, outer: Matrix, frame: Frame, box: Box) -> Iterator[Box]:
    """Yield the part of a box that its clip leaves, nothing where the thing lets through what is under it."""
    if _lets_through(holder):
        return
    clips = clips_of(holder, outer, frame)
    if clips is None:
        return
    for clip in clips:
        box = Box(max(box.x0, clip.x0), max(box.top, clip.top), min(box.x1, clip.x1), min(box.bottom, clip.bottom))
    if box.x1 > box.x0 and box.bottom > box.top:
        yield box


def clip_of(holder: int, outer: Matrix, frame: Frame) -> Box | None:
    """Return the rectangle that a page object is seen within, None where nothing but its page limits it, or something of another form."""
    clips = clips_of(holder, outer, frame)
    if not clips:
        return None
    top, bottom = max(clip.top for clip in clips), min(clip.bottom for clip in clips)
    return Box(max(clip.x0 for clip in clips), top, min(clip.x1 for clip in clips), bottom)


def clips_of(holder: int, outer: Matrix, frame: Frame) -> list[Box] | None:
    """Return the rectangles that a page object is clipped to, None where one of its clips is no rectangle."""
    clip = _clip_of(holder)
    found: list[Box] = []
    for index in range(max(0, _count_clips(clip)) if clip else 0):
        count = _count_corners(clip, index)
        if count not in {4, 5}:
            return None
        points = []
        for at in range(count):
            _fill_point(_corner_at(clip, index, at), *_point.places)
            points.append(frame.seen(*outer.apply(*_point.values)))
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        found.append(Box(min(xs), min(ys), max(xs), max(ys)))
    return found
