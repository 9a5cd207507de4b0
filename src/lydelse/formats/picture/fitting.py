"""A row of figures, spelled out with the shapes of its page: the row of shapes and white that leaves least of its ink unexplained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lydelse.formats.picture.seen_shapes import Shape
from lydelse.formats.picture.strips import FIGURES, ROWS, Ink, Strip

EACH_COSTS = 0.6
"""What a shape costs, in pixels of ink: no shape stands where there is nothing but a speck."""

DARKER, PALER = 1.35, 0.65
"""How much darker and paler than the row's other ink a shape may be."""

SHIFTS = (-2, -1, 0, 1, 2)
"""Pixels that a shape may stand higher or lower than the baseline was measured."""

WELL_EXPLAINED = 0.08
"""Of a row's ink: where no more is left over the shapes are not tried higher or lower."""

ASIDE = 2
"""Columns that another figure may stand to either side when it is held against the one that was found."""


class Spelled(NamedTuple):
    """One shape of a row, and its first and last column.

    ``left_over`` is how much of the ink there it leaves unexplained, ``margin`` how much less that is than what ``other`` leaves, the
    next best figure; both are shares of the ink.
    """

    text: str
    first: int
    last: int
    left_over: float
    margin: float
    other: str

    @property
    def middle(self) -> float:
        """Its middle column."""
        return (self.first + self.last) / 2


class Spelling(NamedTuple):
    """The shapes of a strip from the left, and which share of its ink stands outside them."""

    row: tuple[Spelled, ...] = ()
    outside: float = 1.0


def spelled(strip: Strip, shapes: Mapping[str, Shape]) -> Spelling:
    """Return the shapes that a strip shows; nothing where the document has no shapes."""
    if not shapes or strip.ink.shape[1] < 3:
        return Spelling()
    best = _path(strip, shapes, (0,))
    if best.cost > WELL_EXPLAINED * max(1e-6, float(best.blank.sum())):
        best = _path(strip, shapes, SHIFTS)
    return Spelling(tuple(best.judged(at) for at in range(len(best.placed))), best.outside)


class _Placed(NamedTuple):
    text: str
    first: int
    last: int


class _Path(NamedTuple):
    cost: float
    placed: tuple[_Placed, ...]
    fits: Mapping[str, NDArray[np.float32]]
    blank: NDArray[np.float32]

    @property
    def outside(self) -> float:
        """Which share of the ink stands where no shape was found."""
        total = max(1e-6, float(self.blank.sum()))
        return 1 - sum(float(self.blank[each.first : each.last].sum()) for each in self.placed) / total

    def judged(self, at: int) -> Spelled:
        """Return a shape with how well it fits, and how much better than any other figure."""
        own = self.placed[at]
        low = self.placed[at - 1].last if at else 0
        high = self.placed[at + 1].first if at + 1 < len(self.placed) else len(self.blank)
        room = max(low, own.first - ASIDE - 3), min(high, own.last + ASIDE + 3)
        ink = max(1e-6, float(self.blank[room[0] : room[1]].sum()))
        mine = self._cost_in(own.text, own.first, room)
        others = [
            (self._cost_in(text, first, room), text)
            for text, fit in self.fits.items()
            if text in FIGURES and text != own.text
            for first in range(max(room[0], own.first - 2 * ASIDE), min(len(fit), own.first + 2 * ASIDE + 1))
        ]
        other, text = min(others, default=(ink, ""))
        return Spelled(own.text, own.first, own.last, mine / ink, (other - mine) / ink, text)

    def _cost_in(self, text: str, first: int, room: tuple[int, int]) -> float:
        fit = self.fits[text]
        broad = len(self.blank) - len(fit) + 1
        before, after = self.blank[room[0] : first].sum(), self.blank[first + broad : room[1]].sum()
        return float(before + fit[first] + after)


def _path(strip: Strip, shapes: Mapping[str, Shape], shifts: Sequence[int]) -> _Path:
    counted = strip.ink * strip.counts
    dark = _darkness(counted)
    ink = counted / dark
    wide = ink.shape[1]
    blank = np.square(ink).sum(axis=0)
    fits = {text: _fit(ink, strip.counts, blank, shape, shifts) for text, shape in shapes.items() if shape.broad <= wide}
    least = np.zeros(wide + 1, np.float64)
    came: list[tuple[int, str]] = [(0, "")] * (wide + 1)
    for column in range(1, wide + 1):
        cost, source = least[column - 1] + blank[column - 1], (column - 1, "")
        for text, fit in fits.items():
            first = column - shapes[text].broad
            if first >= 0 and least[first] + fit[first] + EACH_COSTS < cost:
                cost, source = least[first] + fit[first] + EACH_COSTS, (first, text)
        least[column], came[column] = cost, source
    placed: list[_Placed] = []
    column = wide
    while column > 0:
        first, text = came[column]
        if text:
            placed.append(_Placed(text, first, column))
        column = first
    return _Path(float(least[wide]), tuple(reversed(placed)), fits, blank)


def _darkness(ink: Ink) -> float:
    dark = ink[ink > 0.2]
    return max(0.25, float(np.percentile(dark, 90))) if dark.size else 1.0


def _fit(ink: Ink, counts: Ink, blank: NDArray[np.float32], shape: Shape, shifts: Sequence[int]) -> NDArray[np.float32]:
    """Return what a shape leaves unexplained of the ink, for each column that it may begin in; it is as high and as dark as fits best."""
    windows = sliding_window_view(ink, (ROWS, shape.broad))[0]
    seen = sliding_window_view(counts, (ROWS, shape.broad))[0]
    total = np.convolve(blank, np.ones(shape.broad, np.float32), mode="valid")
    explained: NDArray[np.float32] = np.zeros_like(total)
    for shift in shifts:
        own = np.roll(shape.ink, shift, axis=0)
        both = np.tensordot(windows, own, axes=2)
        whole = np.tensordot(seen, np.square(own), axes=2)
        dark = np.clip(both / np.maximum(whole, 1e-6), PALER, DARKER)
        explained = np.maximum(explained, 2 * dark * both - np.square(dark) * whole)
    result: NDArray[np.float32] = total - explained
    return result
