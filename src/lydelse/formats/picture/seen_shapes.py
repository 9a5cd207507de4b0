"""What the figures and signs of a document look like: each the mean of those that were read alike and look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage

from lydelse.formats.picture.strips import ABOVE, FIGURES, ROWS, SIGNS, Ink, Strip

INKED_FROM = 0.3
"""Of 1: there is something to be seen."""

EDGE_FROM = 0.5
"""Of a shape's darkest pixel: columns that have less are white beside it, or run together with its neighbour."""

ALIKE_FROM = 0.75
"""How like the others a figure is that counts: what was misread, or has run together with its neighbour, does not."""

FEWEST = 2
"""Figures that make a shape."""

MOST = 60
"""Figures that are looked at for one shape."""

NARROWER = 3
"""Pixels that a figure may be narrower or broader than most."""

USUAL_ADVANCE = 0.556
"""Ems from one figure's middle to the next's, where the document does not show it."""


BLURRED = 1.3
"""Pixels: the shape that is made of noughts is about right, and no more."""

ABOUT_ALIKE = 0.35
"""How like it a sign for per cent of the document is at least."""

PER_CENT_BROAD = 1.62
"""Times as broad as a nought a sign for per cent is: 1.5 to 1.75."""


class Sample(NamedTuple):
    """One figure as it stands in a strip: how it was read, and its columns."""

    text: str
    strip: Strip
    first: float
    last: float


class Shape(NamedTuple):
    """A figure or a sign: its ink, 1 for the darkest, in as many columns as it is broad."""

    text: str
    ink: Ink

    @property
    def broad(self) -> int:
        """How many columns it has."""
        return int(self.ink.shape[1])


class _Piece(NamedTuple):
    ink: Ink
    counts: Ink


def shapes_of(samples: Iterable[Sample]) -> dict[str, Shape]:
    """Return what figures and signs look like, by what they were read as; none of which there are too few that are alike."""
    seen: dict[str, list[_Piece]] = defaultdict(list)
    for sample in samples:
        if len(seen[sample.text]) < MOST and (sample.text in FIGURES or sample.text in SIGNS):
            piece = _piece(sample)
            if piece is not None:
                seen[sample.text].append(piece)
    return {text: shape for text, pieces in seen.items() if (shape := _mean(text, pieces)) is not None}


def is_whole(sample: Sample) -> bool:
    """Tell whether no line goes through a figure: one under it takes nothing of it."""
    own = sample.strip.counts[: ABOVE + 1, max(0, round(sample.first)) : round(sample.last)]
    return bool(own.size) and bool(own.all())


def _piece(sample: Sample) -> _Piece | None:
    """Return a figure in its own columns."""
    left, right = max(0, round(sample.first)), round(sample.last)
    ink, counts = sample.strip.ink[:, left:right], sample.strip.counts[:, left:right]
    counted = ink * counts
    if not counted.size or counted.max() < INKED_FROM:
        return None
    columns = counted.max(axis=0)
    inked = np.flatnonzero(columns > EDGE_FROM * columns.max())
    own = slice(int(inked[0]), int(inked[-1]) + 1)
    return _Piece(counted[:, own] / float(counted.max()), counts[:, own])


def _mean(text: str, pieces: Sequence[_Piece]) -> Shape | None:
    """Return the mean of those that are like the one that most are like."""
    if not pieces:
        return None
    broad = round(float(np.median([piece.ink.shape[1] for piece in pieces])))
    laid = [_laid(piece, broad) for piece in pieces if abs(piece.ink.shape[1] - broad) <= NARROWER]
    if not laid:
        return None
    alike = np.array([[_likeness(one, other) for other in laid] for one in laid])
    own = [piece for piece, like in zip(laid, alike[int(alike.mean(axis=1).argmax())], strict=True) if like >= ALIKE_FROM]
    if len(own) < FEWEST:
        return None
    seen = np.sum([piece.counts for piece in own], axis=0)
    ink = np.sum([piece.ink * piece.counts for piece in own], axis=0) / np.maximum(seen, 1e-6)
    return Shape(text, ink.astype(np.float32))


def per_cent_like(nought: Shape) -> Shape:
    """Return about what a sign for per cent looks like in a face of which the nought is known: two small noughts and a stroke between."""
    broad = round(PER_CENT_BROAD * nought.broad)
    ink = np.zeros((ROWS, broad), np.float32)
    rows = np.flatnonzero(nought.ink.max(axis=1) > EDGE_FROM)
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    high, wide = round(0.52 * (bottom - top)), round(0.42 * broad)
    ring = Image.fromarray(nought.ink[top:bottom]).resize((wide, high), Image.Resampling.BOX)
    small = np.clip(np.asarray(ring, np.float32) * 1.3, 0, 1)
    ink[top : top + high, :wide] = small
    ink[bottom - high : bottom, broad - wide :] = np.maximum(ink[bottom - high : bottom, broad - wide :], small)
    for row in range(top, bottom):
        middle = broad * (0.7 - 0.4 * (row - top) / max(1, bottom - 1 - top))
        ink[row, max(0, round(middle) - 1) : round(middle) + 1] = 1.0
    return Shape("%", ndimage.gaussian_filter(ink, BLURRED))


def is_like(one: Shape, other: Shape) -> bool:
    """Tell whether two shapes are about alike, the one as broad as the other."""
    stretched = Image.fromarray(one.ink).resize((other.broad, ROWS), Image.Resampling.BILINEAR)
    whole = np.ones_like(other.ink)
    return _likeness(_Piece(np.asarray(stretched, np.float32), whole), _Piece(other.ink, whole)) >= ABOUT_ALIKE


def _laid(piece: _Piece, broad: int) -> _Piece:
    """Return a figure in so many columns, its middle in the middle."""
    ink, counts = np.zeros((ROWS, broad), np.float32), np.ones((ROWS, broad), np.float32)
    shift = (broad - piece.ink.shape[1]) // 2
    first, last = max(0, shift), min(broad, shift + piece.ink.shape[1])
    for own, result in zip(piece, (ink, counts), strict=True):
        result[:, first:last] = own[:, first - shift : last - shift]
    return _Piece(ink, counts)


def _likeness(one: _Piece, other: _Piece) -> float:
    """Return how alike two figures are where both are seen, whichever is darker: 1 for the same, 0 for nothing in common."""
    seen = (one.counts * other.counts) > 0
    if seen.sum() < 0.4 * seen.size:
        return 0.0
    first, second = one.ink[seen] - one.ink[seen].mean(), other.ink[seen] - other.ink[seen].mean()
    both = float(np.sqrt(np.square(first).sum() * np.square(second).sum()))
    return float((first * second).sum()) / both if both else 0.0
