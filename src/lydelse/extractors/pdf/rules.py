"""Level lines of a page: strokes chained over small gaps, and the dots and dashes of broken lines, before anyone says what they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.formats.pdf.page import Colour, Fill, Stroke
from lydelse.model.place import Box

COVERED_FROM = 0.5  # of the glyph's advance: where a stroke ends inside a glyph, the larger part decides
TOUCHED_FROM = 0.15  # of the advance of a letter whose descender an underline makes way for, or of the last one of a broken line
CHAINED_OVER = 5.5  # points between pieces of one line: dashes, words struck one by one, a descender that a line makes way for
CHAIN_DRIFT = 0.4  # points that pieces of one line may differ in height
EVEN_WITHIN = 1.0  # points that the gaps of a broken line differ
LARGEST_DOT = 4.5  # points in height: a piece of a broken line that is about as high as it is long; 3 under letters of 30 points
THICKEST_BAR = 8.0  # points: browsers strike letters with a tenth of their size; what is too thick for its text is none of its lines
LONGEST_DOT = 2.0  # times its height; what is longer is a line of its own
PAIR_WITHIN = 3.0  # points between two dots that are all of a line: no figure finds room between them
INVISIBLE_FROM = 245  # of 255 in each of red, green and blue: white on white paper

Piece = tuple[float, float]


class Rule(NamedTuple):
    """Pieces of one level line, its colour and its height on the page; ``x0`` and ``x1`` are its ends.

    ``crest`` is how high above its middle a wave rises, 0 for a straight line; ``gap`` how far apart the dashes of a broken line
    are, 0 for an unbroken one, and ``dot`` how long one of them is where they are dots.
    """

    x0: float
    x1: float
    y: float
    thickness: float
    colour: Colour
    pieces: tuple[Piece, ...]
    strokes: tuple[Stroke, ...]
    crest: float = 0.0
    gap: float = 0.0
    dot: float = 0.0

    @property
    def reach(self) -> float:
        """Where the next dot would begin; the end of a line that is not dotted."""
        return self.x1 + self.gap if self.dot else self.x1

    def covers(self, box: Box) -> bool:
        """Tell whether most of a glyph's width lies on the pieces, or it ends in the gap after the last of them."""
        return self._share(box) >= COVERED_FROM or self._breaks_off_in(box)

    def spans(self, box: Box) -> bool:
        """Tell whether a glyph is covered, or the line makes way for its descender and goes on after it."""
        within = self.x0 < box.x0 and box.x1 < self.x1
        return self._share(box) >= (TOUCHED_FROM if within else COVERED_FROM) or self._breaks_off_in(box)

    def _breaks_off_in(self, box: Box) -> bool:
        last = self.gap and box.x0 < self.x1 < box.x1 <= self.x1 + self.gap
        return bool(last) and self._share(box) >= TOUCHED_FROM

    def _share(self, box: Box) -> float:
        at = bisect_left(self.pieces, (box.x0, box.x0))
        near = self.pieces[max(0, at - 1) : at + 4]
        return sum(max(0.0, min(x1, box.x1) - max(x0, box.x0)) for x0, x1 in near) / (box.width or 0.1)


def rules_of(strokes: Iterable[Stroke], fills: Iterable[Fill]) -> Iterator[Rule]:
    """Yield the visible level lines, the pieces of each chained over small gaps.

    Filled dots are pieces of a line where two or more stand in a row, and a filled bar is a line.
    """
    areas = tuple(fills)
    lines = (*strokes, *(_dot(fill.box, fill.colour) for fill in areas if _is_bar(fill.box)))
    flat = [stroke for stroke in lines if stroke.horizontal]
    upright = [stroke for stroke in lines if stroke.vertical]
    dots = [_dot(fill.box, fill.colour) for fill in areas if _is_dot(fill.box)]
    dots += [_dot(stroke.box, stroke.colour) for stroke in upright if _is_dot(stroke.box)]
    alone = {id(dot) for dot in dots}
    for chain in _chains([stroke for stroke in (*flat, *dots) if min(stroke.colour) < INVISIBLE_FROM]):
        if len(chain) > 1 or id(chain[0]) not in alone:
            yield _rule(chain)


def _is_bar(box: Box) -> bool:
    return box.height <= THICKEST_BAR and box.width > LONGEST_DOT * box.height


def _is_dot(box: Box) -> bool:
    return box.height <= LARGEST_DOT and box.width <= LONGEST_DOT * box.height


def _dot(box: Box, colour: Colour) -> Stroke:
    return Stroke(box, box.height, colour, horizontal=True, vertical=False)


def _chains(strokes: list[Stroke]) -> Iterator[list[Stroke]]:
    chain: list[Stroke] = []
    for level in _levels(strokes):
        for stroke in sorted(level, key=lambda stroke: (stroke.colour, stroke.box.x0)):
            if chain and not (stroke.colour == chain[-1].colour and _same_height(stroke, chain[-1]) and _continues(stroke, chain)):
                yield chain
                chain = []
            chain.append(stroke)
        if chain:
            yield chain
            chain = []


def _levels(strokes: list[Stroke]) -> Iterator[list[Stroke]]:
    level: list[Stroke] = []
    for stroke in sorted(strokes, key=_height):
        if level and _height(stroke) - _height(level[-1]) > CHAIN_DRIFT:
            yield level
            level = []
        level.append(stroke)
    if level:
        yield level


def _height(stroke: Stroke) -> float:
    return (stroke.box.top + stroke.box.bottom) / 2


def _same_height(first: Stroke, second: Stroke) -> bool:
    return abs(_height(first) - _height(second)) <= CHAIN_DRIFT


def _continues(stroke: Stroke, chain: list[Stroke]) -> bool:
    return stroke.box.x0 - max(piece.box.x1 for piece in chain[-3:]) <= CHAINED_OVER


def _rule(chain: list[Stroke]) -> Rule:
    runs = list(_even_runs([(stroke.box.x0, stroke.box.x1) for stroke in chain]))
    pieces = tuple(piece for run in runs for piece in ([(run[0][0], run[-1][1])] if _is_broken(run) else run))
    heights = [_height(stroke) for stroke in chain]
    return Rule(
        x0=pieces[0][0],
        x1=max(x1 for _, x1 in pieces),
        y=sum(heights) / len(heights),
        thickness=max(stroke.thickness for stroke in chain),
        colour=chain[0].colour,
        pieces=pieces,
        strokes=tuple(chain),
        crest=max(stroke.box.height - stroke.thickness for stroke in chain) / 2,
        gap=runs[-1][1][0] - runs[-1][0][1] if _is_broken(runs[-1]) else 0.0,
        dot=_dot_of(runs[-1], max(stroke.thickness for stroke in chain)) if _is_broken(runs[-1]) else 0.0,
    )


def _dot_of(run: Sequence[Piece], thickness: float) -> float:
    """Return how long the dots of a run are, 0.0 where they are longer than dots."""
    longest = max(x1 - x0 for x0, x1 in run)
    return longest if longest < LONGEST_DOT * thickness else 0.0


def _even_runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces in runs between which the gaps are even."""
    run = [pieces[0]]
    for before, after in pairwise(pieces):
        gap = after[0] - before[1]
        if len(run) > 1 and abs(gap - (run[1][0] - run[0][1])) >= EVEN_WITHIN:
            yield run
            run = []
        run.append(after)
    yield run


def _is_broken(run: Sequence[Piece]) -> bool:
    """Tell whether pieces with even gaps are one dashed or dotted line: three or more short ones, or two that nearly meet."""
    lengths = sorted(x1 - x0 for x0, x1 in run)
    gaps = [after[0] - before[1] for before, after in pairwise(run)]
    if not gaps or min(gaps) <= 0.2 or lengths[len(run) // 2] > 2 * CHAINED_OVER:
        return False
    return len(run) >= 3 or gaps[0] <= min(PAIR_WITHIN, lengths[0])
