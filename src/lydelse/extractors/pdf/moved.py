"""Lines of text laid elsewhere on their page, with what strikes, underlines, shades or annotates them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line
from lydelse.formats.pdf.page import Glyph, Page, Stroke
from lydelse.model.place import Box
from lydelse.records import replace

HIGH, LOW = 0.6, 0.36
"""Sizes above and below a line's baseline between which lines strike or underline it; a cell's side stands further off."""

ASIDE = 0.5
"""Sizes before and after a line that its marks may reach."""

AROUND = 0.25
"""Sizes about its letters that an area behind a line may reach: a cell's ground is larger."""


class Move(NamedTuple):
    """A line that is laid elsewhere on its page.

    ``knots`` are places along the line and where each comes to stand, what is between them in proportion; ``baseline`` is where it is laid,
    and ``piece`` is what all of it is drawn as, where it is not 0.
    """

    line: Line
    knots: tuple[tuple[float, float], ...]
    baseline: float
    piece: int = 0

    def of(self, box: Box) -> Box:
        """Return where a box at the line comes to stand."""
        down = self.baseline - self.line.baseline
        return Box(self.along(box.x0), box.top + down, self.along(box.x1), box.bottom + down)

    def along(self, x: float) -> float:
        """Return where a place along the line comes to stand; before and after the line all is as it was."""
        first, last = self.knots[0], self.knots[-1]
        if not first[0] < x < last[0]:
            return x - first[0] + first[1] if x <= first[0] else x - last[0] + last[1]
        (old, new), (after, then) = next((one, other) for one, other in pairwise(self.knots) if one[0] <= x < other[0])
        return new + (x - old) / (after - old) * (then - new)

    def has(self, glyph: Glyph) -> bool:
        """Tell whether a glyph stands in the line."""
        own = self.line.box
        if glyph.angle:
            return False
        return own.x0 - 1 <= glyph.x <= own.x1 + 1 and abs(glyph.baseline - self.line.baseline) <= HIGH * self.line.size

    def is_marked_by(self, stroke: Stroke) -> bool:
        """Tell whether a stroke goes through or under the line."""
        if not stroke.horizontal:
            return False
        box, own, size = stroke.box, self.line.box, self.line.size
        middle = (box.top + box.bottom) / 2
        across = self.line.baseline - HIGH * size <= middle <= self.line.baseline + LOW * size
        return across and own.x0 - ASIDE * size <= box.x0 and box.x1 <= own.x1 + ASIDE * size

    def is_over(self, box: Box) -> bool:
        """Tell whether the line stands before an area that is no larger than it."""
        own, near = self.line.box, AROUND * self.line.size
        along = own.x0 - near <= box.x0 and box.x1 <= own.x1 + near
        return along and own.top - near <= box.top and box.bottom <= own.bottom + near


def with_moved(page: Page, laid: Page, moves: Sequence[Move]) -> Page:
    """Return a page with lines of it laid elsewhere; ``laid`` is the same page turned so that these lines are upright."""
    glyphs = zip(page.glyphs, laid.glyphs, strict=True)
    strokes = zip(page.strokes, laid.strokes, strict=True)
    fills = zip(page.fills, laid.fills, strict=True)
    notes = zip(page.annotations, laid.annotations, strict=True)
    return replace(
        page,
        glyphs=tuple(_glyph(own, each, moves) for own, each in glyphs),
        strokes=tuple(_stroke(own, each, moves) for own, each in strokes),
        fills=tuple(own._replace(box=_box(own.box, each.box, moves)) for own, each in fills),
        annotations=tuple(
            own._replace(boxes=tuple(_box(box, turned, moves) for box, turned in zip(own.boxes, each.boxes, strict=True)))
            for own, each in notes
        ),
    )


def _glyph(own: Glyph, laid: Glyph, moves: Sequence[Move]) -> Glyph:
    move = next((move for move in moves if move.has(laid)), None)
    if move is None:
        return own
    baseline = laid.baseline + move.baseline - move.line.baseline
    font = f"{laid.font} {move.piece}" if move.piece else laid.font  # pressed together, its letters are as wide as no others of the font
    return laid._replace(box=move.of(laid.box), x=move.along(laid.x), baseline=baseline, font=font, piece=move.piece or laid.piece)


def _stroke(own: Stroke, laid: Stroke, moves: Sequence[Move]) -> Stroke:
    move = next((move for move in moves if move.is_marked_by(laid)), None)
    return laid._replace(box=move.of(laid.box)) if move else own


def _box(own: Box, laid: Box, moves: Sequence[Move]) -> Box:
    move = next((move for move in moves if move.is_over(laid)), None)
    return move.of(laid) if move else own
