"""Signs that are recognised as others that they are like, told by their shape: bullets, and dashes of two lengths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lydelse.formats.picture.paper import Grey
from lydelse.formats.picture.picture import Letter
from lydelse.model.place import Box

DASHES = frozenset("-—–")
EN_DASH_FROM, EM_DASH_FROM = 0.43, 0.95
RUN_FROM = 130
"""Ems: a hyphen is 0.28 to 0.36 of an em long, the dash between figures 0.5 to 0.56."""

TAKEN_FOR_BULLETS = frozenset("»«*•·¢eo©®°.-+oO>")
POINTS, MISREAD = frozenset(",.;:"), frozenset(",.;")
"""Points between figures, and those that are taken for one another."""
HANGS_FROM, HANGS_TO = 0.07, 0.16
"""Ems below the baseline that a comma reaches; a full stop ends at it."""

HANGS_AT_LEAST, HANGS_AT_MOST = 70, 35
"""Of 255: how much darker it is below a comma, and at most below a full stop, than below the figures beside it, where what is left of an
underline stands too. Small commas reach no more than 11, full stops 31: what was read as a comma is never made a full stop.
"""

DOUBTED = 0.5
"""How sure a point is that may be a comma or a full stop."""

SMALLEST, LARGEST = 0.12, 0.55
"""Ems across a bullet."""

FILLED_FROM = 0.62
"""Of the box around it, how much of a bullet is ink: a disc fills 0.79 of its box, "o" and "e" less than half."""

HIGH = (0.12, 0.6)
"""Ems above the baseline that a bullet's middle stands."""


def with_signs_told(word: Sequence[Letter], ink: Grey, baseline: float, size: float) -> tuple[Letter, ...]:
    """Return a word with each dash of the length that it has, and a bullet that stands alone as one."""
    if len(word) == 1 and word[0].text in TAKEN_FOR_BULLETS and _is_bullet(word[0].box, ink, baseline, size):
        return (word[0]._replace(text="•"),)
    told = [letter._replace(text=_dash(letter.box, ink, size)) if letter.text in DASHES else letter for letter in word]
    for at in range(1, len(told) - 1):
        before, own, after = told[at - 1 : at + 2]
        if own.text in MISREAD and before.text.isdecimal() and after.text.isdecimal():
            told[at] = _point(before, own, after, _Hung(ink, baseline, size))
    return tuple(told)


class _Hung(NamedTuple):
    """The row that a point stands in: its ink, baseline and em."""

    ink: Grey
    baseline: float
    size: float

    def below(self, box: Box) -> float:
        """Return how dark it is below the baseline in the darkest column of a letter."""
        low = _piece(box._replace(top=self.baseline + HANGS_FROM * self.size, bottom=self.baseline + HANGS_TO * self.size), self.ink, 0)
        return float(low.max(axis=0).max()) if low.size else 0.0

    def usual(self, box: Box) -> float:
        """Return how dark it is below the baseline under most of a figure."""
        low = _piece(box._replace(top=self.baseline + HANGS_FROM * self.size, bottom=self.baseline + HANGS_TO * self.size), self.ink, 0)
        return float(np.median(low.max(axis=0))) if low.size else 0.0


def _point(before: Letter, own: Letter, after: Letter, hung: _Hung) -> Letter:
    """Return a point between two figures as the comma or the full stop that it is by what hangs below the baseline."""
    hangs = hung.below(own.box) - max(hung.usual(before.box), hung.usual(after.box))
    if own.text == ".":
        clear = hangs <= HANGS_AT_MOST or hangs >= HANGS_AT_LEAST
        read = own._replace(text="," if hangs >= HANGS_AT_LEAST else ".")
    else:
        clear = hangs > HANGS_AT_MOST
        read = own._replace(text=",")
    return read if clear else read._replace(confidence=min(own.confidence, DOUBTED))


def _dash(box: Box, ink: Grey, size: float) -> str:
    long = _longest_run(box, ink) / size
    if long < EN_DASH_FROM:
        return "-"
    return "–" if long < EM_DASH_FROM else "—"


def _longest_run(box: Box, ink: Grey) -> int:
    """Return how long the dash is, in pixels: the longest run of ink in the rows of its middle, without what stands beside it."""
    middle, reach = round((box.top + box.bottom) / 2), max(1, round(box.height / 2))
    longest = 0
    for row in _piece(box._replace(top=middle - reach, bottom=middle + reach), ink, 0) > RUN_FROM:
        steps = np.diff(np.pad(row.astype(np.int8), 1))
        longest = max(longest, *(np.flatnonzero(steps == -1) - np.flatnonzero(steps == 1)).tolist(), 0)
    return longest


def _is_bullet(box: Box, ink: Grey, baseline: float, size: float) -> bool:
    piece = _piece(box, ink, 1)
    dark = piece > 128
    if not dark.any():
        return False
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    high, wide = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    middle = (baseline - (max(0, int(box.top) - 1) + (rows[0] + rows[-1] + 1) / 2)) / size
    within = bool(SMALLEST <= high / size <= LARGEST and 0.6 * high <= wide <= 1.6 * high)
    return within and HIGH[0] <= float(middle) <= HIGH[1] and float(dark.sum()) >= FILLED_FROM * high * wide


def _piece(box: Box, ink: Grey, margin: int) -> Grey:
    top, bottom = max(0, int(box.top) - margin), int(np.ceil(box.bottom)) + margin
    return ink[top:bottom, max(0, int(box.x0) - margin) : int(np.ceil(box.x1)) + margin]
