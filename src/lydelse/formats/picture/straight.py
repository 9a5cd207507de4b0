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
    down, across = np.nonzero(ink > INK_FROM)
    if len(down) < LOOKED_AT // 60:
        return 0.0
    every = max(1, len(down) // LOOKED_AT)
    ys, xs = down[::every].astype(np.float32), across[::every].astype(np.float32)
    best = 0.0
    for reach, step in STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: (_levelness(xs, ys, float(angle)), -abs(float(angle)))))
    return best if STRAIGHT_WITHIN < abs(best) < MOST else 0.0


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
