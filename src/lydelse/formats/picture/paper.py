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
"""Of 255: what is darker over a broad area is a filled cell with light letters on it, which is turned about. A marker pen is as dark in
the colour that it takes away, which then says nothing of the letters on it.
"""


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
        return Paper(_ink(pixels), pixels, ground, dpi)
    ratios = pixels * _as_large(255 / np.maximum(ground, 1).astype(np.float32), pixels)
    blind = _as_large(ground < DARKEST_PAPER, pixels)
    ratios[blind] = 0
    ratios = np.where(blind, ratios.max(axis=2, keepdims=True), ratios)
    colours = np.minimum(255, ratios).astype(np.uint8)
    dark = _as_large(_dark_areas(ground, dpi), pixels)
    if dark.any():
        colours[dark] = (255 - pixels.max(axis=2)[dark])[:, None]
    return Paper(_ink(colours), colours, ground, dpi)


def _ink(colours: Rgb) -> Grey:
    """Return how dark each pixel is to the eye; a JPEG keeps that sharp, and the colours in blocks of four."""
    red, green, blue = (colours[:, :, at].astype(np.uint16) for at in range(3))
    return (255 - ((77 * red + 150 * green + 29 * blue) >> 8)).astype(np.uint8)


def _ground(pixels: Rgb, dpi: float) -> Rgb:
    """Return the colour of the paper, SHRUNK times smaller: the lightest that is near, with areas kept as large as they are."""
    height, width = pixels.shape[:2]
    small = pixels[: height - height % SHRUNK or None, : width - width % SHRUNK or None]
    small = small.reshape(small.shape[0] // SHRUNK, SHRUNK, small.shape[1] // SHRUNK, SHRUNK, 3).max(axis=(1, 3))
    size = max(3, round(LETTER_WITHIN * dpi / SHRUNK) | 1)
    closed = ndimage.grey_closing(small, size=(size, size, 1), mode="nearest")
    ground: Rgb = ndimage.grey_erosion(closed, size=(3, 3, 1), mode="nearest")  # the edge of a coloured cell is no line
    return ground


def _dark_areas(ground: Rgb, dpi: float) -> NDArray[np.bool_]:
    """Return where the paper itself is dark: light letters on it are narrower than it is."""
    size = max(3, round(LETTER_WITHIN * dpi / SHRUNK) | 1)
    dark: NDArray[np.bool_] = ndimage.grey_opening(ground.max(axis=2), size=(size, size), mode="nearest") < DARKEST_PAPER
    return dark


def _as_large(small: NDArray[Any], pixels: Rgb) -> NDArray[Any]:
    """Return what is known for every SHRUNK pixels for every one of them."""
    rows, columns = (
        np.minimum(np.arange(full) // SHRUNK, short - 1) for full, short in zip(pixels.shape[:2], small.shape[:2], strict=True)
    )
    large: NDArray[Any] = small[rows][:, columns]
    return large
