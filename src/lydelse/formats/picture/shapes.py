"""The shapes of a page's figures: what "4" looks like here, by all the fours that nothing goes through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lydelse.formats.picture.paper import Grey, Paper
from lydelse.formats.picture.picture import Line, ReadWord
from lydelse.model.place import Box

COLUMNS, ROWS = 16, 24
TOP, BOTTOM, HALF = 0.76, 0.03, 0.34
"""Ems above and below the baseline, and on either side of a figure's middle, that its shape takes."""

ALIKE_FROM, CLEARLY, CERTAINLY = 0.7, 0.05, 0.1
"""How like the page's own a figure is at least (1 for the same), and how much more like it than any other, to be told by its shape."""

HEAVY_FROM, SIZES_APART = 1.3, 1.15
"""Times the weight and the size of most words."""

LINE_TAKES = 0.05
"""Ems above and below the middle of a line that say nothing of the figure that it strikes."""

FEWEST = 2
"""Figures of a kind that make its shape."""

Shape = NDArray[np.float32]


Kind = tuple[bool, int]
"""Whether words are heavy, and whether they are smaller than most, as most, or larger: -1, 0 or 1."""


class Seen(NamedTuple):
    """What a figure looks like, "" where that is not clear; and whether it is so clear that what was read otherwise is wrong."""

    figure: str = ""
    is_certain: bool = False


class Shapes(NamedTuple):
    """What the figures of a page look like, by the kind of their words; and the lines that go through text."""

    known: dict[Kind, dict[str, Shape]]
    ink: Grey
    lines: Sequence[Line]
    usual: tuple[float, float]

    def figure_at(self, word: ReadWord, place: int) -> Seen:
        """Return which figure a letter of a word looks like; nothing where the page does not show what it was read as."""
        known = self.known.get(_kind(word, self.usual), {})
        own = _shape(word, place, self.ink)
        if own is None or len(known) < FEWEST or word.letters[place].text not in known:
            return Seen()
        rows = _rows_seen(word, place, self.lines)
        alike = sorted(((_likeness(own[rows], shape[rows]), figure) for figure, shape in known.items()), reverse=True)
        (best, figure), (second, _) = alike[:2]
        clear = best >= ALIKE_FROM and best - second >= CLEARLY
        return Seen(figure, is_certain=best - second >= CERTAINLY) if clear else Seen()

    def is_crossed(self, word: ReadWord) -> bool:
        """Tell whether a line goes through a figure of a word."""
        return any(letter.text.isdecimal() and not _rows_seen(word, at, self.lines).all() for at, letter in enumerate(word.letters))


def shapes_of(words: Sequence[ReadWord], clean: Paper, lines: Sequence[Line]) -> Shapes:
    """Return the shapes of a page's figures."""
    weights = [word.weight for word in words if word.weight]
    usual = (float(np.median(weights)) if weights else 1.0, float(np.median([word.size for word in words])))
    level = [line for line in lines if line.level]
    seen: dict[tuple[Kind, str], list[Shape]] = defaultdict(list)
    for word in words:
        for place, letter in enumerate(word.letters):
            shape = _shape(word, place, clean.ink) if letter.text.isdecimal() else None
            if shape is not None and _rows_seen(word, place, level).all():
                seen[_kind(word, usual), letter.text].append(shape)
    known: dict[Kind, dict[str, Shape]] = defaultdict(dict)
    for (kind, figure), shapes in seen.items():
        if len(shapes) >= FEWEST:
            known[kind][figure] = np.median(np.stack(shapes), axis=0).astype(np.float32)
    return Shapes(dict(known), clean.ink, level, usual)


def _kind(word: ReadWord, usual: tuple[float, float]) -> Kind:
    weight, size = usual
    return word.weight >= HEAVY_FROM * weight, (word.size > SIZES_APART * size) - (size > SIZES_APART * word.size)


def _shape(word: ReadWord, place: int, ink: Grey) -> Shape | None:
    """Return the ink of a letter laid over a grid, its middle in the middle; None where there is none."""
    box = word.letters[place].box
    top, bottom = word.baseline - TOP * word.size, word.baseline + BOTTOM * word.size
    own = ink[max(0, round(top)) : round(bottom), max(0, round(box.x0)) : max(0, round(box.x1))]
    if not own.size or own.max() < 80:
        return None
    columns = own.max(axis=0).astype(np.float32)
    inked = np.flatnonzero(columns > 0.4 * columns.max())
    middle = max(0, round(box.x0)) + (float(inked[0]) + float(inked[-1]) + 1) / 2
    x0, x1 = middle - HALF * word.size, middle + HALF * word.size
    alone = np.zeros_like(ink[max(0, round(top) - 1) : round(bottom) + 1])
    left, right = max(0, round(box.x0)), round(box.x1)
    alone[:, left:right] = ink[max(0, round(top) - 1) : round(bottom) + 1, left:right]
    first = max(0, round(top) - 1)
    shown = Image.fromarray(alone).resize(
        (COLUMNS, ROWS), Image.Resampling.BILINEAR, box=_within((x0, top - first, x1, bottom - first), alone)
    )
    shape = np.asarray(shown, np.float32)
    return shape / max(1.0, float(shape.max()))


def _within(sides: tuple[float, float, float, float], ink: Grey) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = sides
    return max(0.0, x0), max(0.0, top), min(float(ink.shape[1]), x1), min(float(ink.shape[0]), bottom)


def _rows_seen(word: ReadWord, place: int, lines: Sequence[Line]) -> NDArray[np.bool_]:
    """Return which rows of a letter's shape no line goes through."""
    box: Box = word.letters[place].box
    heights = np.linspace(TOP, -BOTTOM, ROWS, endpoint=False) - (TOP + BOTTOM) / ROWS / 2
    seen = np.ones(ROWS, np.bool_)
    for line in lines:
        if min(line.box.x1, box.x1) - max(line.box.x0, box.x0) > 0.2 * box.width:
            middle = (word.baseline - (line.box.top + line.box.bottom) / 2) / word.size
            seen &= np.abs(heights - middle) > LINE_TAKES + line.thickness / 2 / word.size
    return seen


def _likeness(one: Shape, other: Shape) -> float:
    """Return how alike two shapes are, whichever is darker: 1 for the same, 0 for nothing in common."""
    first, second = one - one.mean(), other - other.mean()
    both = float(np.sqrt(np.square(first).sum() * np.square(second).sum()))
    return float((first * second).sum()) / both if both else 0.0
