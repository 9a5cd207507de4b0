"""Lines taken out of a picture, so that the letters that they go through are read."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray

from lydelse.formats.picture.lines import INK_FROM, Found
from lydelse.formats.picture.paper import Grey, Paper

EDGE = 0.25
"""Pixels of a line that are left on either side when it is taken out."""

BARE, BARE_SHARE = 0.03, 0.85
"""Inches above and below a rule of a table, where nothing stands along most of it: what is left of its edges is read as small letters."""


def without_lines(paper: Paper, lines: list[Found]) -> Paper:
    """Return the page with these lines taken out of it: in each column what stands above and below is joined.

    The line's soft edges are left where letters touch it: in a page of 150 dpi every letter of struck text is then read rightly, and every
    hundredth is not where half a pixel more is taken on either side. Of rules they are taken too: Tesseract takes them for letters.
    """
    ink, colours = paper.ink.copy(), paper.colours.copy()
    for found in lines:
        x0, x1 = int(found.line.box.x0), int(found.line.box.x1)
        reach = max(0.3, found.line.thickness / 2 - EDGE)
        _join(ink, colours, found.middles, slice(max(0, x0 - 1), min(ink.shape[1], x1 + 1)), x0, reach)
        _take_out_edges(ink, colours, found, paper)
    return paper._replace(ink=ink, colours=colours)


def _take_out_edges(ink: Grey, colours: NDArray[np.uint8], found: Found, before: Paper) -> None:
    """Make white what is left of a rule that no text stands at, in the columns where nothing is near it."""
    xs = np.arange(max(0, int(found.line.box.x0) - 1), min(ink.shape[1], int(found.line.box.x1) + 1))
    middle = np.rint(found.middles[np.clip(xs - int(found.line.box.x0), 0, len(found.middles) - 1)]).astype(int)
    reach = ceil(found.line.thickness / 2) + 1
    near = [side * step for side in (-1, 1) for step in range(reach + 1, reach + 1 + ceil(BARE * before.dpi))]
    free = np.max([before.ink[np.clip(middle + step, 0, ink.shape[0] - 1), xs] for step in near], axis=0) <= INK_FROM
    if free.mean() < BARE_SHARE:
        return
    for step in range(-reach, reach + 1):
        rows = np.clip(middle[free] + step, 0, ink.shape[0] - 1)
        ink[rows, xs[free]] = 0
        colours[rows, xs[free]] = 255


def _join(ink: Grey, colours: NDArray[np.uint8], middles: NDArray[np.float32], columns: slice, first: int, reach: float) -> None:
    xs = np.arange(columns.start, columns.stop)
    middle = middles[np.clip(xs - first, 0, len(middles) - 1)]
    top = np.clip(np.floor(middle + 0.5 - reach).astype(int), 1, ink.shape[0] - 3)
    bottom = np.clip(np.ceil(middle - 0.5 + reach).astype(int), top, ink.shape[0] - 2)
    span = (bottom - top + 2).astype(np.float32)
    for layer in (ink, *(colours[:, :, at] for at in range(3))):
        above, below = layer[top - 1, xs].astype(np.float32), layer[bottom + 1, xs].astype(np.float32)
        for step in range(int(span.max()) - 1):
            rows = top + step
            within = rows <= bottom
            value = above + (below - above) * (step + 1) / span
            layer[rows[within], xs[within]] = value[within].astype(np.uint8)
