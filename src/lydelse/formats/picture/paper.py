"""A picture of a page as ink on white paper: shadows, yellowed paper and marker pens taken for the paper that they colour."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lydelse.formats.picture.picture import Picture

Grey = NDArray[np.uint8]
Rgb = NDArray[np.uint8]

LETTER_WITHIN = 0.08
"""Inches: no letter's stroke is broader, so what is darker over more than this is the paper."""

SHRUNK = 4
"""The paper is looked at in so many times fewer pixels: it has no detail."""

WHITE_FROM = 240
"""Of 255, everywhere on the page: nothing to even out."""

DARKEST_PAPER = 90
"""Of 255: what is darker over a broad area is a filled cell with light letters on it, which is turned about."""


class Paper(NamedTuple):
    """What stands on a page: ``ink`` 0 for white and 255 for black, ``colours`` as on white paper, ``ground`` the paper's own colour."""

    ink: Grey
    colours: Rgb
    ground: Rgb
    dpi: float


def pixels_of(picture: Picture) -> Rgb:
    """Return the pixels of a picture: rows of columns of red, green and blue."""
    return np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, 3)


def as_ink(pixels: Rgb, dpi: float) -> Paper:
    """Return what is drawn on the paper, by how much darker it is than the paper around it."""
    ground = _ground(pixels, dpi)
    if ground.min() >= WHITE_FROM:
        return Paper(255 - pixels.min(axis=2), pixels, ground, dpi)
    more = _as_large(255 / np.maximum(ground, DARKEST_PAPER).astype(np.float32), pixels)
    colours = np.minimum(255, pixels * more).astype(np.uint8)
    dark = _as_large(ground.max(axis=2) < DARKEST_PAPER, pixels)
    if dark.any():
        lightest = pixels.max(axis=2)
        colours[dark] = (255 - lightest[dark])[:, None]
    return Paper(255 - colours.min(axis=2), colours, ground, dpi)


def _ground(pixels: Rgb, dpi: float) -> Rgb:
    """Return the colour of the paper, SHRUNK times smaller: the lightest that is near, with areas kept as large as they are."""
    height, width = pixels.shape[:2]
    small = pixels[: height - height % SHRUNK or None, : width - width % SHRUNK or None]
    small = small.reshape(small.shape[0] // SHRUNK, SHRUNK, small.shape[1] // SHRUNK, SHRUNK, 3).max(axis=(1, 3))
    size = max(3, round(LETTER_WITHIN * dpi / SHRUNK) | 1)
    closed = ndimage.grey_closing(small, size=(size, size, 1), mode="nearest")
    ground: Rgb = ndimage.uniform_filter(closed, size=(3, 3, 1), mode="nearest")
    return ground


def _as_large(small: NDArray[Any], pixels: Rgb) -> NDArray[Any]:
    """Return what is known for every SHRUNK pixels for every one of them."""
    rows, columns = (
        np.minimum(np.arange(full) // SHRUNK, short - 1) for full, short in zip(pixels.shape[:2], small.shape[:2], strict=True)
    )
    large: NDArray[Any] = small[rows][:, columns]
    return large
