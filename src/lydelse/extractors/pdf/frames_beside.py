"""Frames side by side, each with text of its own and room between them: read as the cells of one row, never line by line across both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from lydelse.extractors.pdf.line import Line
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

WIDEST_ROOM = 40.0
"""Points between two frames."""

ALIKE_WITHIN = 2.0
"""Points that their upper and lower sides may differ, and a side from a corner."""

LOWEST, NARROWEST = 20.0, 40.0
"""Points of a frame's height and width: what is smaller is a box to tick."""

MOST_UPRIGHTS = 60
"""Upright strokes of a page: more are of tables."""


def with_frames_joined(strokes: Sequence[Stroke], lines: Sequence[Line]) -> tuple[Stroke, ...]:
    """Return the strokes of a page, the facing sides of two frames side by side moved to the middle between them."""
    upright = [stroke for stroke in strokes if stroke.vertical and stroke.box.height >= LOWEST]
    if not 4 <= len(upright) <= MOST_UPRIGHTS:  # two frames have four
        return tuple(strokes)
    frames = list(_frames(upright, [stroke for stroke in strokes if stroke.horizontal]))
    for one, other in product(frames, frames):
        if _are_beside(one, other, lines):
            middle = (one.x1 + other.x0) / 2
            strokes = [_moved(_moved(stroke, one, one.x1, middle), other, other.x0, middle) for stroke in strokes]
    return tuple(strokes)


def _moved(stroke: Stroke, frame: Box, side: float, x: float) -> Stroke:
    """Return a stroke of a frame with its end at a side of the frame moved to another place."""
    box = stroke.box
    if not (frame.top - ALIKE_WITHIN <= box.top and box.bottom <= frame.bottom + ALIKE_WITHIN):
        return stroke
    x0, x1 = (x if abs(end - side) <= ALIKE_WITHIN else end for end in (box.x0, box.x1))
    return stroke._replace(box=box._replace(x0=x0, x1=x1))


def _frames(upright: Sequence[Stroke], level: Sequence[Stroke]) -> Iterator[Box]:
    """Yield the frames with nothing drawn within them and nothing that goes on from them: a table's cell is none."""
    for left, right in product(upright, upright):
        box = Box(left.box.x1, left.box.top, right.box.x0, left.box.bottom)
        alike = abs(left.box.top - right.box.top) <= ALIKE_WITHIN and abs(left.box.bottom - right.box.bottom) <= ALIKE_WITHIN
        closed = alike and box.width >= NARROWEST and all(_has_side(box, y, level) for y in (box.top, box.bottom))
        if closed and not any(_is_within(stroke.box, box) or _goes_on(stroke.box, box) for stroke in (*upright, *level)):
            yield box


def _has_side(box: Box, y: float, level: Iterable[Stroke]) -> bool:
    return any(
        abs((side.top + side.bottom) / 2 - y) <= ALIKE_WITHIN and max(abs(side.x0 - box.x0), abs(side.x1 - box.x1)) <= ALIKE_WITHIN
        for side in (stroke.box for stroke in level)
    )


def _is_within(own: Box, box: Box) -> bool:
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return box.x0 + ALIKE_WITHIN < x < box.x1 - ALIKE_WITHIN and box.top + ALIKE_WITHIN < y < box.bottom - ALIKE_WITHIN


def _goes_on(own: Box, box: Box) -> bool:
    """Tell whether a stroke touches a frame and reaches beyond it."""
    touches = own.x0 <= box.x1 + 1 and own.x1 >= box.x0 - 1 and own.top <= box.bottom + 1 and own.bottom >= box.top - 1
    beyond = max(box.x0 - own.x0, own.x1 - box.x1, box.top - own.top, own.bottom - box.bottom)
    return touches and beyond > ALIKE_WITHIN


def _are_beside(one: Box, other: Box, lines: Sequence[Line]) -> bool:
    """Tell whether two frames stand at one height, with a little room and no text between them, and text in both."""
    level = abs(one.top - other.top) <= ALIKE_WITHIN and abs(one.bottom - other.bottom) <= ALIKE_WITHIN
    if not (level and ALIKE_WITHIN < other.x0 - one.x1 <= WIDEST_ROOM):
        return False
    words = [word.box for line in lines if one.top < line.baseline < one.bottom + ALIKE_WITHIN for word in line.words]
    between = any(word.x0 < other.x0 and word.x1 > one.x1 for word in words)
    return not between and all(any(box.x0 < word.x0 and word.x1 < box.x1 for word in words) for box in (one, other))
