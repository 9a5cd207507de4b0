"""How crooked a page lies, and the page set straight: rows of text are level where the rows of pixels differ most."""

from __future__ import annotations

from math import radians, tan

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lydelse.formats.picture.paper import Grey, Rgb

MOST = 5.0
"""Degrees, either way: a page that lies more crooked is not set straight."""

STEPS = ((MOST, 0.25), (0.25, 0.05), (0.05, 0.01))
"""How far to look on either side of the best angle so far, and in which steps; degrees."""

INK_FROM = 96
LOOKED_AT = 60_000
"""Dark pixels that are looked at; every so many of them where there are more."""

STRAIGHT_WITHIN = 0.03
"""Degrees: over a line of text this is a third of a point."""


def angle_of(ink: Grey) -> float:
    """Return by how many degrees a page is to be turned counterclockwise for its lines to be level; 0 where nothing shows it."""
    looked_at = _looked_at(ink)
    if looked_at is None:
        return 0.0
    best = 0.0
    for reach, step in STEPS:
        best = float(max(_around(best, reach, step), key=lambda angle: (_levelness(*looked_at, float(angle)), -abs(float(angle)))))
    return best if STRAIGHT_WITHIN < abs(best) < MOST else 0.0


def levelness_of(ink: Grey) -> float:
    """Return how level the rows of a page are when it is turned about as they are most level; 0 where there is too little on it."""
    looked_at = _looked_at(ink)
    return max(_levelness(*looked_at, float(angle)) for angle in _around(0.0, *STEPS[0])) if looked_at else 0.0


def _around(best: float, reach: float, step: float) -> NDArray[np.float64]:
    return np.arange(best - reach, best + reach + step / 2, step)


def _looked_at(ink: Grey) -> tuple[NDArray[np.float32], NDArray[np.float32]] | None:
    """Return where some of the dark pixels are, across and down; None where there are few."""
    down, across = np.nonzero(ink > INK_FROM)
    if len(down) < LOOKED_AT // 60:
        return None
    every = max(1, len(down) // LOOKED_AT)
    return across[::every].astype(np.float32), down[::every].astype(np.float32)


def _levelness(xs: NDArray[np.float32], ys: NDArray[np.float32], angle: float) -> float:
    """Return how much the rows differ when the page is turned: the sum of squares of how many dark pixels stand in each."""
    rows = ys - xs * np.float32(tan(radians(angle)))
    counts = np.bincount((rows - rows.min()).astype(np.int32))
    return float(np.square(np.diff(counts.astype(np.float64))).sum())


def turned(pixels: Rgb, angle: float) -> Rgb:
    """Return the picture turned about its middle, as large as before, white where nothing was."""
    if not angle:
        return pixels
    return np.asarray(Image.fromarray(pixels).rotate(angle, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)))
