"""The room that each letter of a word takes: Tesseract says about where a letter stands, the white between letters says exactly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lydelse.formats.picture.paper import Grey
from lydelse.formats.picture.picture import Letter
from lydelse.model.place import Box

SIDE = 0.04
"""Ems of white on either side of a word that belong to its letters."""

ASCENT, DESCENT = 0.9, 0.22

WHITE_UP_TO = (60, 100, 140, 180)
"""Of 255: how dark the darkest pixel between two letters may be, the lowest first at which there are as many pieces as letters."""

NEAR = 0.3
"""Ems around the seam that Tesseract gives within which the whitest column is looked for."""

NARROWEST = 0.13
"""Ems: the room of an "i" is 0.22."""

LEFT_OF_LINE = 0.16
"""Ems of ink, one row beside another, that may be left of a line that was taken out."""

SPACE_FROM = 0.27
"""Ems of white between two letters that are two words: "1" has 0.2 beside it."""


def rooms_of(letters: Sequence[Letter], ink: Grey, baseline: float, size: float) -> list[Box]:
    """Return one box for each letter, side by side, from ascender to descender."""
    x0, x1 = min(letter.box.x0 for letter in letters), max(letter.box.x1 for letter in letters)
    left, right = max(0, int(x0) - 1), min(ink.shape[1], int(np.ceil(x1)) + 1)
    rows = slice(max(0, int(baseline - ASCENT * size)), max(0, int(baseline + DESCENT * size) + 1))
    room = ink[rows, left:right]
    darkest = room.max(axis=0) if room.size else np.zeros(0, np.uint8)
    pieces = _pieces(darkest, len(letters))
    if pieces:
        seams = [left + (before[1] + after[0]) / 2 for before, after in pairwise(pieces)]
        ends = left + pieces[0][0] - SIDE * size, left + pieces[-1][1] + SIDE * size
    else:
        seams = _whitest(letters, ink[rows, left:right].sum(axis=0, dtype=np.float32), left, size)
        if any(after - before < NARROWEST * size for before, after in pairwise([x0, *seams, x1])):
            middles = [(letter.box.x0 + letter.box.x1) / 2 for letter in letters]
            seams = [(before + after) / 2 for before, after in pairwise(middles)]
        ends = x0 - SIDE * size, x1 + SIDE * size
    sides = [float(x) for x in np.maximum.accumulate([ends[0], *seams, ends[1]])]
    return [Box(x, baseline - ASCENT * size, max(end, x + 0.1), baseline + DESCENT * size) for x, end in pairwise(sides)]


def _pieces(darkest: NDArray[np.uint8], count: int) -> list[tuple[int, int]]:
    """Return where the pieces of ink begin and end, where there are as many of them as letters; else nothing."""
    for white in WHITE_UP_TO:
        steps = np.diff(np.pad((darkest > white).astype(np.int8), 1))
        pieces = list(zip(np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist(), strict=True))
        if len(pieces) == count:
            return pieces
    return []


def _whitest(letters: Sequence[Letter], ink: NDArray[np.float32], left: int, size: float) -> list[float]:
    """Return the column with least ink near each seam, the nearest to it where several have as little."""
    seams = []
    for before, after in pairwise(letters):
        about = (before.box.x1 + after.box.x0) / 2 - left
        first, last = max(0, round(about - NEAR * size / 2)), min(len(ink) - 1, round(about + NEAR * size / 2))
        if last <= first:
            seams.append(left + about)
            continue
        columns = np.arange(first, last + 1)
        cost = ink[columns] + 12 * np.abs(columns - about)
        seams.append(left + float(columns[int(np.argmin(cost))]) + 0.5)
    return seams


def white_at(x: float, box: Box, ink: Grey, size: float) -> float:
    """Return how broad the white is around a seam between two letters, in pixels; what is left of a line through it is no ink."""
    first = max(0, round(x - size))
    feet = int(box.bottom - DESCENT * size)  # what is left of an underline stands below them
    rows = ink[max(0, int(box.top)) : feet + 1, first : round(x + size)]
    if not rows.size:
        return 0.0
    inked = np.flatnonzero((rows > WHITE_UP_TO[1]).sum(axis=0) > LEFT_OF_LINE * size)
    at = min(round(x) - first, rows.shape[1] - 1)
    left, right = inked[inked <= at], inked[inked >= at]
    return float(right[0] - left[-1] - 1) if len(left) and len(right) else 0.0
