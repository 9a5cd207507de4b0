"""The lines and filled areas of a page, and its pictures, from PDFium's page objects.

Of what is clipped to a rectangle only the part within is there. A dashed line is one stroke. What nothing is painted of is not there.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.asking import Filled, by_address
from lydelse.formats.pdf.geometry import Frame, Matrix, matrix_of
from lydelse.formats.pdf.page import Colour, Fill, Stroke
from lydelse.formats.pdf.painting import Painted, clip_of, draw_mode_of, paint_of, painted_box
from lydelse.model.place import Box
from lydelse.records import dataclass, field

Point = tuple[float, float]

THICKEST_STROKE = 3.0
"""Points: a filled area that is thicker is no line. Word strikes 28 point headings with 1.4 points; a row's shading is 8 or more."""

LONGER_THAN_THICK = 2.0
"""How many times longer than thick a filled area must be to be seen as a line; a strike over one narrow letter is about 5."""

ROUNDED_BY = 0.001
"""Points: PDFium counts in single precision, and Chromium's dashes are just twice as long as thick."""

SMALL_SHAPE = 8.0
"""Points: a filled shape of any form up to this size is kept; Chromium draws its lists' bullets as discs of 3 points."""

ZIGZAG_FROM = 6
"""Points of a path so low that it is one line: a rectangle has five at most."""

RING_FROM, RING_WITHIN = 5, 1.0
"""Points of a path that is a ring, and by how many points its width and height may differ at most."""

UNKNOWN_COLOUR = (0, 0, 0)
"""Taken for the colour of a picture or a shade that is so thin that it is a line: what it shows is not looked at."""

HAIRLINE = 0.25
"""Points: the thickness given to a line of width nought, which is drawn as thin as the device can."""

STRAIGHT_WITHIN = 0.3
"""Points that the ends of a line may differ and it still lies straight."""

_fill_ink = by_address(pdfium.FPDFPageObj_GetFillColor)
_fill_pen = by_address(pdfium.FPDFPageObj_GetStrokeColor)
_fill_width = by_address(pdfium.FPDFPageObj_GetStrokeWidth)
_count_segments = by_address(pdfium.FPDFPath_CountSegments)
_segment_at = by_address(pdfium.FPDFPath_GetPathSegment)
_kind_of_segment = by_address(pdfium.FPDFPathSegment_GetType)
_fill_point = by_address(pdfium.FPDFPathSegment_GetPoint)
_closes = by_address(pdfium.FPDFPathSegment_GetClose)
_width, _point = Filled(ctypes.c_float, 1), Filled(ctypes.c_float, 2)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page besides its text."""

    strokes: list[Stroke] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


class _Subpath(NamedTuple):
    """A piece of a path between two moves: its corners, whether it is closed, and its box."""

    points: tuple[Point, ...]
    closed: bool
    box: Box

    @property
    def is_rectangle(self) -> bool:
        corners = self.points[:-1] if len(self.points) == 5 and _near(self.points[0], self.points[-1]) else self.points
        box = self.box
        at_corner = (abs(x - box.x0) < 0.05 or abs(x - box.x1) < 0.05 for x, _ in corners)
        and_corner = (abs(y - box.top) < 0.05 or abs(y - box.bottom) < 0.05 for _, y in corners)
        return len(corners) == 4 and all(at_corner) and all(and_corner)


def drawing_of(objects: Iterable[Painted], frame: Frame, waves: Mapping[int, Stroke], off: Container[int] = frozenset()) -> Drawing:
    """Return the strokes, fills and pictures among a page's objects, in the order in which they are painted.

    ``waves`` are the objects known to be wavy lines, each by its place, ``off`` the places of those that are not painted.
    """
    drawing = Drawing()
    for at, (holder, matrix, _, kind) in enumerate(objects):
        if at in off:
            continue
        if at in waves:
            drawing.strokes.append(waves[at])
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _draw_path(holder, matrix, frame, drawing)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            clip = clip_of(holder, matrix, frame)
            box = _within(_picture(holder, matrix, frame), clip)
            if box is None:
                continue
            if _is_thin(box):
                drawing.strokes.append(_stroke(box, UNKNOWN_COLOUR))
            else:
                drawing.pictures.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
            box = _within(painted_box(holder, matrix, frame), clip_of(holder, matrix, frame))
            if box is not None and _is_thin(box):
                drawing.strokes.append(_stroke(box, UNKNOWN_COLOUR))
    return drawing


def _picture(holder: int, outer: Matrix, frame: Frame) -> Box:
    matrix = matrix_of(holder).then(outer)
    corners = [matrix.apply(x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return frame.seen_box(min(xs), min(ys), max(xs), max(ys))


def _draw_path(holder: int, outer: Matrix, frame: Frame, drawing: Drawing) -> None:
    mode, outlined = draw_mode_of(holder)
    ink = paint_of(_fill_ink, holder) if mode != pdfium.FPDF_FILLMODE_NONE else None
    pen = paint_of(_fill_pen, holder) if outlined else None
    if ink is None and pen is None:
        return
    matrix = matrix_of(holder).then(outer)
    subpaths = list(_subpaths(holder, matrix, frame))
    _width.values[0] = 0.0
    _fill_width(holder, *_width.places)
    thickness = max(HAIRLINE, _width.values[0] * matrix.scale)
    clip = clip_of(holder, outer, frame)
    if ink is not None:
        _fill(subpaths, ink, drawing, clip)
    if pen is not None:
        rings = [subpath for subpath in subpaths if _is_ring(subpath)] if ink is None else []
        drawing.fills.extend(Fill(ring.box, pen) for ring in rings if _within(ring.box, clip))
        pieces = (piece for subpath in subpaths if subpath not in rings for piece in _outline(subpath, pen, thickness))
        drawing.strokes.extend(_clipped(pieces, clip) if clip else pieces)


def _is_ring(subpath: _Subpath) -> bool:
    """Tell whether a path is a small ring, as browsers draw the bullets of a list within a list: a shape like any other bullet."""
    box = subpath.box
    return (
        len(subpath.points) >= RING_FROM
        and not subpath.is_rectangle
        and max(box.width, box.height) <= SMALL_SHAPE
        and abs(box.width - box.height) <= RING_WITHIN
        and min(box.width, box.height) > RING_WITHIN
        and _near(subpath.points[0], subpath.points[-1])
    )


def _clipped(pieces: Iterable[Stroke], clip: Box) -> Iterator[Stroke]:
    """Yield what a clip leaves of strokes: WeasyPrint draws a wave along the whole line and shows it under some words.

    Across itself a line is left whole where any of it is seen: clips end where the line that they hold does, give or take its width.
    """
    for piece in pieces:
        box = piece.box
        if box.x0 > clip.x1 or box.x1 < clip.x0 or box.top > clip.bottom or box.bottom < clip.top:
            continue
        if piece.horizontal:
            box = box._replace(x0=max(box.x0, clip.x0), x1=min(box.x1, clip.x1))
        elif piece.vertical:
            box = box._replace(top=max(box.top, clip.top), bottom=min(box.bottom, clip.bottom))
        yield piece._replace(box=box)


def _within(box: Box, clip: Box | None) -> Box | None:
    """Return the part of a box that a clip leaves, None where it leaves nothing."""
    if clip is None:
        return box
    part = Box(max(box.x0, clip.x0), max(box.top, clip.top), min(box.x1, clip.x1), min(box.bottom, clip.bottom))
    return part if part.width >= 0 and part.height >= 0 else None


def _subpaths(holder: int, matrix: Matrix, frame: Frame) -> Iterator[_Subpath]:
    """Yield the pieces between two moves as seen on the page; a curve is taken as the straight line between its ends."""
    points: list[Point] = []
    closed = False
    curve = 0
    a, b, c, d, e, f = matrix
    values, (x_at, y_at), seen = _point.values, _point.places, frame.seen
    for index in range(_count_segments(holder)):
        segment = _segment_at(holder, index)
        kind = _kind_of_segment(segment)
        _fill_point(segment, x_at, y_at)
        x, y = values
        point = seen(a * x + c * y + e, b * x + d * y + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _subpath(points, closed=closed)
            points, closed, curve = [point], False, 0
            continue
        curve = (curve + 1) % 3 if kind == pdfium.FPDF_SEGMENT_BEZIERTO else 0
        if curve == 0:
            points.append(point)
        closed = closed or bool(_closes(segment))
    if len(points) > 1:
        yield _subpath(points, closed=closed)


def _subpath(points: list[Point], *, closed: bool) -> _Subpath:
    xs, ys = zip(*points, strict=True)
    return _Subpath(tuple(points), closed, Box(min(xs), min(ys), max(xs), max(ys)))


def _fill(subpaths: list[_Subpath], ink: Colour, drawing: Drawing, clip: Box | None) -> None:
    """Add what is filled: a line, the four sides of a frame (a rectangle with a hole only a little smaller), or an area."""
    boxes = [subpath.box for subpath in subpaths]
    at = 0
    while at < len(boxes):
        sides = _frame_sides(boxes[at], boxes[at + 1]) if at + 1 < len(boxes) and subpaths[at].is_rectangle else ()
        if sides:
            lines = (_stroke(side, ink) for side in sides)
            drawing.strokes.extend(_clipped(lines, clip) if clip else lines)
            at += 2
            continue
        seen = _within(boxes[at], clip)
        if seen is not None and _is_thin(seen):
            drawing.strokes.append(_stroke(seen, ink))
        elif seen is not None and (subpaths[at].is_rectangle or max(seen.width, seen.height) <= SMALL_SHAPE):
            drawing.fills.append(Fill(seen, ink))
        at += 1


def _frame_sides(outer: Box, inner: Box) -> tuple[Box, ...]:
    """Return the sides of a frame with this outer and inner edge, () where the two make none. Chromium draws table borders so."""
    if inner.width > outer.width:
        outer, inner = inner, outer
    sides = (
        Box(outer.x0, outer.top, outer.x1, inner.top),
        Box(outer.x0, inner.bottom, outer.x1, outer.bottom),
        Box(outer.x0, outer.top, inner.x0, outer.bottom),
        Box(inner.x1, outer.top, outer.x1, outer.bottom),
    )
    nested = all(side.width >= 0 and side.height >= 0 and min(side.width, side.height) <= THICKEST_STROKE for side in sides)
    if not nested or min(inner.width, inner.height) <= 0:
        return ()
    return tuple(side for side in sides if min(side.width, side.height) > 0.01)


def _outline(subpath: _Subpath, pen: Colour, thickness: float) -> Iterator[Stroke]:
    """Yield the straight pieces of a stroked path; a closed path so thin that its sides run together is one."""
    box = subpath.box
    if len(subpath.points) > 2 and _is_thin(_widened(box, thickness / 2)):
        line = _stroke(_widened(box, thickness / 2), pen)
        yield line._replace(thickness=thickness) if len(subpath.points) >= ZIGZAG_FROM else line
        return
    points = (*subpath.points, subpath.points[0]) if subpath.closed and subpath.points[0] != subpath.points[-1] else subpath.points
    for (x0, y0), (x1, y1) in pairwise(points):
        level = abs(y0 - y1) <= STRAIGHT_WITHIN < abs(x0 - x1)
        upright = abs(x0 - x1) <= STRAIGHT_WITHIN < abs(y0 - y1)
        piece = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if level or upright:
            yield Stroke(_widened(_flat(piece), thickness / 2), thickness, pen, level, upright)
        elif piece.width > STRAIGHT_WITHIN:
            yield Stroke(piece, thickness, pen, horizontal=False, vertical=False)


def _flat(box: Box) -> Box:
    """Return the line along the middle of the box."""
    if box.width >= box.height:
        return Box(box.x0, (box.top + box.bottom) / 2, box.x1, (box.top + box.bottom) / 2)
    return Box((box.x0 + box.x1) / 2, box.top, (box.x0 + box.x1) / 2, box.bottom)


def _widened(box: Box, by: float) -> Box:
    return (
        Box(box.x0, box.top - by, box.x1, box.bottom + by)
        if box.width >= box.height
        else Box(box.x0 - by, box.top, box.x1 + by, box.bottom)
    )


def _is_thin(box: Box) -> bool:
    short, long = sorted((box.width, box.height))
    return short <= THICKEST_STROKE and long >= LONGER_THAN_THICK * short - ROUNDED_BY and long > 0


def _stroke(box: Box, colour: Colour) -> Stroke:
    level = box.width >= box.height
    return Stroke(box, min(box.width, box.height), colour, horizontal=level, vertical=not level)


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.05 and abs(one[1] - other[1]) < 0.05
