"""Frames around words within a line, as a web page's border around what is added: told from the rules of tables by where they end.

A frame is a level line over some words and one under them that begin and end with the words, with an upright side at one end at least. One
that goes over a line end is open there; lines that stand so between two others have no upright side, and look as other frames do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line
from lydelse.formats.pdf.page import Colour, Glyph, Stroke
from lydelse.model.place import Box

OVER_FROM, OVER_TO = 0.6, 1.5  # ems between the baseline and the side above
UNDER_FROM, UNDER_TO = 0.1, 0.7  # ems between the baseline and the side below
AROUND_BY = 0.5  # ems between an end of a frame and its words: a cell's padding is mostly more
SAME_END = 1.2  # points that the sides of a frame may differ where they meet
HIGHEST = 1.5  # times as high as a frame: what is higher is a table's; the frames of two lines may overlap
NARROWEST = 2.0  # points: the corners of a frame may be drawn for themselves


class _Frame(NamedTuple):
    """Two level lines with words between."""

    box: Box
    colour: Colour
    glyphs: tuple[Glyph, ...]
    sides: int


def framed_glyphs(strokes: Iterable[Stroke], lines: Sequence[Line]) -> frozenset[int]:
    """Return the identities of the glyphs that stand in frames of their own."""
    drawn = tuple(strokes)
    level = sorted((stroke for stroke in drawn if stroke.horizontal and stroke.box.width >= NARROWEST), key=_colour_and_left)
    upright = [stroke for stroke in drawn if stroke.vertical]
    if not upright:
        return frozenset()
    frames = [frame for _, group in groupby(level, key=lambda stroke: stroke.colour) for frame in _frames(list(group), upright, lines)]
    closed = {frame.colour for frame in frames if frame.sides}
    return frozenset(id(glyph) for frame in frames if frame.colour in closed for glyph in frame.glyphs)


def _colour_and_left(stroke: Stroke) -> tuple[Colour, float]:
    return stroke.colour, stroke.box.x0


def _top(stroke: Stroke) -> float:
    return stroke.box.top


def _frames(level: Sequence[Stroke], upright: Sequence[Stroke], lines: Sequence[Line]) -> Iterator[_Frame]:
    """Yield the frames among level strokes of one colour, which stand sorted from the left."""
    rows = sorted(level, key=_top)
    ends_here = cache(lambda at: not _goes_on(level[at], rows))
    for at, one in enumerate(level):
        for further in range(at + 1, len(level)):
            other = level[further]
            if other.box.x0 - one.box.x0 > SAME_END:
                break
            if abs(other.box.x1 - one.box.x1) > SAME_END or not (ends_here(at) and ends_here(further)):
                continue
            box = one.box.united_with(other.box)
            glyphs = _within(box, lines)
            sides = _sides(box, upright) if glyphs else None
            if sides is not None:
                yield _Frame(box, one.colour, glyphs, sides)


def _within(box: Box, lines: Sequence[Line]) -> tuple[Glyph, ...]:
    """Return the glyphs that a frame stands around, () where it does not stand around words of one line as a frame does."""
    own = [line for line in lines if box.top < line.baseline < box.bottom and line.box.x0 < box.x1 and box.x0 < line.box.x1]
    if len(own) != 1:
        return ()
    glyphs = [glyph for word in own[0].words for glyph in word.glyphs if box.x0 < (glyph.box.x0 + glyph.box.x1) / 2 < box.x1]
    if not glyphs:
        return ()
    baseline, size = own[0].baseline, own[0].size
    high = OVER_FROM * size <= baseline - box.top <= OVER_TO * size and UNDER_FROM * size <= box.bottom - baseline <= UNDER_TO * size
    wide = glyphs[0].box.x0 - box.x0 <= AROUND_BY * size and box.x1 - glyphs[-1].box.x1 <= AROUND_BY * size
    return tuple(glyphs) if high and wide else ()


def _goes_on(stroke: Stroke, rows: Sequence[Stroke]) -> bool:
    """Tell whether another line goes on where one ends, as the rules of tables do; all lines stand sorted from the top."""
    own = stroke.box
    near = rows[bisect_left(rows, own.top - SAME_END - 1, key=_top) : bisect_right(rows, own.top + SAME_END + 1, key=_top)]
    return any(
        min(abs(other.box.x0 - own.x1), abs(other.box.x1 - own.x0)) <= SAME_END and abs(other.box.top - own.top) <= SAME_END
        for other in near
        if other is not stroke and not (own.x0 - SAME_END <= other.box.x0 and other.box.x1 <= own.x1 + SAME_END)
    )


def _sides(box: Box, upright: Sequence[Stroke]) -> int | None:
    """Return how many upright sides a frame has, None where one within it parts the words, or a higher one goes past."""
    near = [
        stroke.box
        for stroke in upright
        if stroke.box.x1 > box.x0 - SAME_END
        and stroke.box.x0 < box.x1 + SAME_END
        and stroke.box.bottom > box.top
        and stroke.box.top < box.bottom
    ]
    if any(side.height > HIGHEST * box.height for side in near):
        return None
    own = [side for side in near if abs(side.top - box.top) <= SAME_END and abs(side.bottom - box.bottom) <= SAME_END]
    ends = [abs(side.x0 - box.x0) <= SAME_END or abs(side.x1 - box.x1) <= SAME_END for side in own]
    return sum(ends) if all(ends) else None
