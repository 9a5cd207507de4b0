"""Straight lines in a picture: told from the strokes of letters by how far they go on, or by going on between letters."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lydelse.formats.picture.paper import Grey, Paper
from lydelse.formats.picture.picture import Colour, Line
from lydelse.model.place import Box

INK_FROM, FAINT_FROM = 58, 34
"""Of 255: a line as thin as the pixels, spread over two rows of them; and what may stand in it where the picture has specks."""

THICKEST = 0.055
"""Inches: 4 points."""

SHORTEST_RUN = 0.055
"""Inches of ink in one row of pixels without a gap: 4 points, longer than what most letters have."""

CERTAIN_FROM = 1.15
"""Ems: no letter and no two letters that touch have a stroke that goes on as far."""

X_HEIGHT = 0.52
"""Ems: how high most letters are."""

FEWEST_LETTERS = 20
MOST_PIECES = 200_000
"""Pieces of ink: a page full of letters has 10 000, and each takes memory."""

ALONE = 0.06
"""Of a line's length at least, where no letter touches it."""

AS_PALE, AS_DARK = 0.76, 1.08
"""How pale and how dark a line is in places as against its usual darkness: bars that run together reach 0.7 and 1.1."""

AS_PALE_AS_LONG, AS_LONG = 0.6, 0.13
"""The same for a line that is as dark as a long one of the page, give or take so much of that one's darkness."""

STEADY_ROW = 0.75
"""How pale one row of a line is in places as against its usual darkness, where the feet of letters stand on it: bars that run together
reach 0.56.
"""

LONG_FROM = 2.5
"""Ems."""

STEADY_SHARE = 85
"""Per cent of a line's columns in which it is steady: the bar of a "4" beside it moves its middle in the others."""

STEADY_WITHIN, DRIFT = 0.045, 0.004
"""Ems that a line's middle may rise and fall, and of its length: a dash and the bars of the figures beside it do by 0.08."""

STEP = 1.0
"""Pixels that the middle of a long line may always rise and fall: where the bar of a "4" lies beside it that is a whole one at 150 dpi."""

UPRIGHT_FROM = 0.26
"""Inches: higher than the stems of any letters but the largest headings'."""

Mask = NDArray[np.bool_]


class Found(NamedTuple):
    """A line, and at which height its middle stands in each of its columns."""

    line: Line
    middles: NDArray[np.float32]


def em_of(ink: Grey, dpi: float) -> float:
    """Return the usual size of a page's text, in pixels, by the height of most of its letters; 10 points where there are few."""
    labels, count = ndimage.label(ink > 128)
    pieces = ndimage.find_objects(labels) if count <= MOST_PIECES else []
    heights = np.array([rows.stop - rows.start for rows, columns in pieces if columns.stop - columns.start < dpi / 2])
    letters = heights[(heights >= 0.04 * dpi) & (heights <= 0.3 * dpi)]
    return float(np.percentile(letters, 40)) / X_HEIGHT if len(letters) > FEWEST_LETTERS else dpi * 10 / 72


def level_lines(paper: Paper, em: float) -> tuple[list[Found], list[Found]]:
    """Return the level lines of a page, and those that may be strokes of letters that run together; ``em`` is the size of its text.

    The bars of letters that stand close run together in paler ink: a short line is as dark between letters as elsewhere, or as the
    long lines of the page are.
    """
    shortest = round(SHORTEST_RUN * paper.dpi)
    labels, _ = ndimage.label(_runs(paper.ink > INK_FROM, paper.ink > FAINT_FROM, shortest), structure=np.ones((3, 3), np.bool_))
    pieces = (
        (at, piece) for at, piece in enumerate(ndimage.find_objects(labels), 1) if piece[1].stop - piece[1].start >= CERTAIN_FROM * em
    )
    found = [line for line in (_line(paper, labels[piece] == at, piece, em) for at, piece in pieces) if line is not None]
    across = [_across(paper.ink, each) for each in found]
    is_long = [each.line.box.width >= LONG_FROM * em and own.usual > 0 for each, own in zip(found, across, strict=True)]
    known = [own.usual for own, long in zip(across, is_long, strict=True) if long]
    seen = zip(found, across, is_long, strict=True)
    lines: list[Found] = []
    doubtful: list[Found] = []
    for each, own, long in seen:
        if long or own.is_even or own.is_as_dark_as(known):
            lines.append(_as_thick(each, own))
            continue
        steady = _steadiest(paper.ink, each, median(known)) if known else None
        (lines if steady else doubtful).append(steady or _as_thick(each, own))
    return lines, doubtful


def _steadiest(ink: Grey, found: Found, usual: float) -> Found | None:
    """Return a line of which one row is as dark all along, by that row, where letters touch the others; None where no row is.

    ``usual`` is how dark the page's long lines are across themselves.
    """
    box = found.line.box
    steady, row, dark = _steadiest_row(ink, slice(floor(box.top), ceil(box.bottom) + 1), slice(int(box.x0), int(box.x1)))
    if steady < STEADY_ROW:
        return None
    thick = max(1.0, min(found.line.thickness, usual / dark))
    line = found.line._replace(box=box._replace(top=row + 0.5 - thick / 2, bottom=row + 0.5 + thick / 2), thickness=thick)
    return Found(line, np.full_like(found.middles, row))


def _steadiest_row(ink: Grey, rows: slice, columns: slice) -> tuple[float, int, float]:
    """Return the row of a piece of ink that is most nearly as dark all along: how nearly, which it is, and how dark."""
    best = (0.0, rows.start, 1.0)
    for row in range(max(0, rows.start), min(ink.shape[0], rows.stop)):
        palest, dark = np.percentile(ink[row, columns.start + 1 : columns.stop - 1], (4, 50))
        if dark > INK_FROM:
            best = max(best, (float(palest / dark), row, float(dark)))
    return best


def upright_lines(paper: Paper) -> list[Line]:
    """Return the upright lines of a page: the sides of tables and the bars beside changed text."""
    runs = _runs((paper.ink > INK_FROM).T, (paper.ink > FAINT_FROM).T, round(UPRIGHT_FROM * paper.dpi)).T
    labels, _ = ndimage.label(runs, structure=np.ones((3, 3), np.bool_))
    lines = []
    for at, (rows, columns) in enumerate(ndimage.find_objects(labels), 1):
        thick = float(np.median((labels[rows, columns] == at).sum(axis=1)))
        if thick <= THICKEST * paper.dpi and columns.stop - columns.start <= 3 * THICKEST * paper.dpi:
            middle = (columns.start + columns.stop) / 2
            box = Box(middle - thick / 2, rows.start, middle + thick / 2, rows.stop)
            lines.append(Line(box, thick, (0, 0, 0), level=False))
    return lines


def _runs(ink: Mask, faint: Mask, shortest: int) -> Mask:
    """Return the pixels of runs along a row that are inked without a gap over so many pixels; faint ones count within a run."""
    high, wide = ink.shape
    padded = np.zeros((high, wide + 2), np.int8)
    padded[:, 1:-1] = faint
    steps = np.diff(padded.ravel())
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    long = ends - starts >= shortest
    starts, ends = starts[long], ends[long]
    strong = np.zeros(high * (wide + 2) + 1, np.int32)
    padded[:, 1:-1] = ink
    np.cumsum(padded.ravel(), out=strong[1:])
    inked = (strong[ends + 1] - strong[starts + 1]) >= 0.8 * (ends - starts)
    marks = np.zeros(high * (wide + 2), np.int8)
    np.add.at(marks, starts[inked] + 1, 1)
    np.add.at(marks, ends[inked] + 1, -1)
    return np.cumsum(marks, dtype=np.int32).reshape(high, wide + 2)[:, 1:-1] > 0


def _line(paper: Paper, own: Mask, piece: tuple[slice, slice], em: float) -> Found | None:
    """Return the line that a long piece of ink is, None where it is an area, or rises and falls."""
    rows, columns = piece
    wide = columns.stop - columns.start
    counts = own.sum(axis=0)
    thick = float(np.median(counts))
    if thick > THICKEST * paper.dpi:
        return None
    heights = np.arange(own.shape[0], dtype=np.float32)[:, None]
    middles = (own * heights).sum(axis=0) / np.maximum(counts, 1)
    narrow = ndimage.median_filter(middles, size=round(em / 4) | 1, mode="nearest")
    may_drift = max(STEADY_WITHIN * em, DRIFT * wide, STEP if wide >= LONG_FROM * em else 0.0)
    if float(np.percentile(np.abs(narrow - np.median(narrow)), STEADY_SHARE)) > may_drift:
        steady, row, _ = _steadiest_row(paper.ink, rows, columns)
        if steady < STEADY_ROW:
            return None
        middles = np.full(wide, row - rows.start)
    middles = ndimage.median_filter(middles, size=min(wide, 2 * round(em) + 1), mode="nearest").astype(np.float32) + rows.start
    middle = float(np.median(middles)) + 0.5
    weight = _thickness(paper.ink, middles, columns)
    box = Box(columns.start, middle - weight / 2, columns.stop, middle + weight / 2)
    return Found(Line(box, weight, _colour(paper, middles, columns), level=True), middles)


class _Across(NamedTuple):
    """How dark a line is across itself where no letter touches it: at its palest, usually, in many places, and in its middle row."""

    palest: float
    usual: float
    often: float
    middle: float

    @property
    def is_even(self) -> bool:
        """Tell whether a line is nearly as dark in all places: the bars of letters that stand close run together in paler ink."""
        return self.palest >= AS_PALE * self.usual > 0 and self.often <= AS_DARK * self.usual

    def is_as_dark_as(self, known: Iterable[float]) -> bool:
        """Tell whether a line is as dark as a long one of the page; ``known`` are these."""
        steady = self.palest >= AS_PALE_AS_LONG * self.usual > 0 and self.often <= AS_DARK * self.usual
        return steady and any(abs(self.usual - other) <= AS_LONG * other for other in known)


def _across(ink: Grey, found: Found) -> _Across:
    """Return how dark a line is across itself; all nought where letters touch the whole of it."""
    xs = np.arange(int(found.line.box.x0), int(found.line.box.x1))
    at = np.clip(np.rint(found.middles).astype(int), 0, ink.shape[0] - 1)
    reach = max(2, ceil(found.line.thickness / 2) + 1)
    sums = np.zeros(len(xs), np.float32)
    for step in range(-reach + 1, reach):
        sums += ink[np.clip(at + step, 0, ink.shape[0] - 1), xs]
    alone = np.maximum(ink[np.clip(at - reach, 0, ink.shape[0] - 1), xs], ink[np.clip(at + reach, 0, ink.shape[0] - 1), xs]) <= INK_FROM
    if alone.sum() < ALONE * len(xs):
        return _Across(0.0, 0.0, 0.0, 0.0)
    palest, usual, often = np.percentile(sums[alone], (5, 25, 40))
    return _Across(float(palest), float(usual), float(often), float(np.percentile(ink[at, xs][alone], 75)))


def _as_thick(found: Found, across: _Across) -> Found:
    """Return a line as thick as it is where no letter touches it."""
    if not across.middle:
        return found
    thick, middle = max(1.0, across.usual / across.middle), (found.line.box.top + found.line.box.bottom) / 2
    box = found.line.box._replace(top=middle - thick / 2, bottom=middle + thick / 2)
    return found._replace(line=found.line._replace(box=box, thickness=thick))


def _thickness(ink: Grey, middles: NDArray[np.float32], columns: slice) -> float:
    """Return about how thick a line is, in pixels: by its ink where letters take least."""
    at = np.clip(np.rint(middles).astype(int), 0, ink.shape[0] - 1)
    xs = np.arange(columns.start, columns.stop)
    sums = np.zeros(len(xs), np.float32)
    for step in range(-4, 5):
        sums += ink[np.clip(at + step, 0, ink.shape[0] - 1), xs]
    strongest = max(1.0, float(np.percentile(ink[at, xs], 75)))
    return max(1.0, float(np.percentile(sums, 20)) / strongest)


def _colour(paper: Paper, middles: NDArray[np.float32], columns: slice) -> Colour:
    at = np.clip(np.rint(middles).astype(int), 0, paper.ink.shape[0] - 1)
    red, green, blue = np.median(paper.colours[at, np.arange(columns.start, columns.stop)], axis=0)
    return int(red), int(green), int(blue)
