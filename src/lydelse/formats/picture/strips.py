"""Rows of figures cut out of a page, in one size whatever the page has, with what a line goes through left out of account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lydelse.formats.picture.among_figures import among_figures
from lydelse.formats.picture.paper import Grey
from lydelse.formats.picture.picture import Letter, Line, ReadWord

EM = 32
"""Pixels of an em in a strip: text of 150 dpi has 20 to 25, and of 300 dpi 40 to 50."""

ABOVE, BELOW = 26, 7
"""Pixels above and below the baseline."""

ROWS = ABOVE + BELOW

FIGURES = frozenset("0123456789")
SIGNS = frozenset(",.-–%/:+()")

MISREAD_WHEN_STRUCK = frozenset("-+–—|lIiítTHf!±=~_*\"'#zZoOQSsB&gq?¥€")
"""What a figure is read as now and then when a line goes through it."""

PER_CENT_MISREAD = frozenset({"Yo", "Vo", "Yb", "Zo", "Jo", "Ya", "Yó", "°o", "°/o", "%o", "%0", "Ye", "Yeo"})
"""What a sign for per cent is read as now and then."""

HEAVY_FROM = 1.3
"""Times the weight of most words."""

ASIDE = 0.12
"""Ems on either side of a row of figures that are looked at too."""

FURTHER = 1.2
"""Ems that a line may go on beyond what was read as figures: what stands there is looked at too."""

APART = 0.6
"""Ems between two words that are one row of figures: groups of thousands, and a struck figure and the one that replaces it."""

MARGIN = 0.6
"""Pixels on either side of a line's own thickness that say nothing of what it goes through."""

THROUGH, INKED_FROM = (0.2, 0.38), 0.3
"""Ems above the baseline that lines go through figures, and how dark their ink is at least."""

Ink = NDArray[np.float32]
Spot = tuple[int, int]
"""The number of a word and of a letter in it."""


class Strip(NamedTuple):
    """A row of figures: its ink, how far each pixel counts (0 where a line is), where its left edge is on the page, and its em there."""

    ink: Ink
    counts: Ink
    left: float
    size: float

    def on_page(self, column: float) -> float:
        """Return where a column is on the page."""
        return self.left + column * self.size / EM

    def column(self, x: float) -> float:
        """Return where something of the page is in the strip."""
        return (x - self.left) * EM / self.size


class Run(NamedTuple):
    """Letters of one or several words that may be figures, and their strip."""

    spots: tuple[Spot, ...]
    strip: Strip
    is_heavy: bool


def runs_of(words: Sequence[ReadWord], ink: Grey, lines: Sequence[Line]) -> tuple[Run, ...]:
    """Return the rows of figures among the words of a page."""
    weights = [word.weight for word in words if word.weight]
    heavy_from = HEAVY_FROM * (float(np.median(weights)) if weights else 1.0)
    among = among_figures(words)
    return tuple(
        _run(spots, words, ink, lines, heavy_from=heavy_from)
        for row in _rows(words)
        for spots in _stretches(row, words, lines, among)
        if any(words[word].letters[at].text in FIGURES or word in among for word, at in spots)
    )


def strokes_through(strip: Strip, broad: float) -> list[tuple[int, int]]:
    """Return from where to where ink goes on at least so many columns where lines go through figures, and no line was found."""
    seen = strip.ink * strip.counts
    found: list[tuple[int, int]] = []
    for row in seen[round(ABOVE - THROUGH[1] * EM) : round(ABOVE - THROUGH[0] * EM) + 1]:
        steps = np.diff(np.pad((row > INKED_FROM).astype(np.int8), 1))
        runs = zip(np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist(), strict=True)
        found += [run for run in runs if run[1] - run[0] >= broad]
    return found


def _rows(words: Sequence[ReadWord]) -> Iterator[list[int]]:
    """Yield the numbers of the words that stand beside each other without more than a space between."""
    row: list[int] = []
    for at, word in enumerate(words):
        if row and not _follows(words[row[-1]], word):
            yield row
            row = []
        row.append(at)
    if row:
        yield row


def _follows(before: ReadWord, own: ReadWord) -> bool:
    gap = own.letters[0].box.x0 - before.letters[-1].box.x1
    alike = abs(before.baseline - own.baseline) <= 0.15 * own.size and abs(before.size - own.size) <= 0.1 * own.size
    return alike and -0.2 * own.size <= gap <= APART * own.size


def _stretches(row: Sequence[int], words: Sequence[ReadWord], lines: Sequence[Line], among: frozenset[int]) -> Iterator[tuple[Spot, ...]]:
    spots = [(word, at) for word in row for at in range(len(words[word].letters))]
    crossed = [line for line in lines if line.level]
    for is_figure, own in groupby(spots, key=lambda spot: spot[0] in among or _may_be_figure(words[spot[0]], spot[1], crossed)):
        if is_figure:
            yield tuple(own)


def _may_be_figure(word: ReadWord, at: int, lines: Sequence[Line]) -> bool:
    text = word.letters[at].text
    if text in FIGURES:
        return True
    if text in SIGNS or word.text in PER_CENT_MISREAD:
        return True
    short = len(word.letters) <= 2 or any(letter.text in FIGURES for letter in word.letters)
    return short and text in MISREAD_WHEN_STRUCK and is_crossed(word, word.letters[at], lines)


def is_crossed(word: ReadWord, letter: Letter, lines: Sequence[Line]) -> bool:
    """Tell whether a line goes through a letter."""
    for line in lines:
        above = (word.baseline - (line.box.top + line.box.bottom) / 2) / word.size
        if (
            line.level
            and 0.1 <= above <= 0.6
            and min(line.box.x1, letter.box.x1) - max(line.box.x0, letter.box.x0) > 0.3 * letter.box.width
        ):
            return True
    return False


def _run(spots: tuple[Spot, ...], words: Sequence[ReadWord], ink: Grey, lines: Sequence[Line], *, heavy_from: float) -> Run:
    (first, begins), (last, ends) = spots[0], spots[-1]
    own = words[first]
    left, right = own.letters[begins].box.x0, words[last].letters[ends].box.x1
    under = [line.box for line in lines if line.level and _is_at(line, own) and line.box.x0 < right and line.box.x1 > left]
    if not begins:
        least = words[first - 1].letters[-1].box.x1 if first and _is_beside(words[first - 1], own) else 0.0
        left = max(least, min([left - ASIDE * own.size, *(box.x0 for box in under if box.x0 >= left - FURTHER * own.size)]))
    if ends + 1 == len(words[last].letters):
        most = words[last + 1].letters[0].box.x0 if last + 1 < len(words) and _is_beside(words[last + 1], own) else float(ink.shape[1])
        right = min(most, max([right + ASIDE * own.size, *(box.x1 for box in under if box.x1 <= right + FURTHER * own.size)]))
    left, right = min(left, own.letters[begins].box.x0), max(right, words[last].letters[ends].box.x1)
    baseline = (own.baseline + words[last].baseline) / 2
    heavy = float(np.median([words[word].weight for word, _ in spots])) >= heavy_from
    return Run(spots, strip_of(ink, lines, (left, right), baseline, own.size), heavy)


def _is_at(line: Line, word: ReadWord) -> bool:
    """Tell whether a line goes through or under the row of a word."""
    above = (word.baseline - (line.box.top + line.box.bottom) / 2) / word.size
    return -0.3 <= above <= 0.6


def _is_beside(one: ReadWord, other: ReadWord) -> bool:
    return abs(one.baseline - other.baseline) <= 0.3 * other.size


def strip_of(ink: Grey, lines: Sequence[Line], sides: tuple[float, float], baseline: float, size: float) -> Strip:
    """Return the row of text between two sides of the page."""
    left, right = sides
    scale = size / EM
    wide = max(1, round((right - left) / scale))
    top = baseline - ABOVE * scale
    first, above = int(left) - 3, int(top) - 3
    piece = _piece(ink, slice(above, int(baseline + BELOW * scale) + 4), slice(first, int(left + wide * scale) + 4))
    within = (left - first, top - above, left - first + wide * scale, top - above + ROWS * scale)
    shown = Image.fromarray(piece).resize((wide, ROWS), Image.Resampling.BICUBIC, box=within)
    return Strip(np.asarray(shown, np.float32) / np.float32(255), _counts(lines, wide, left, baseline, scale), left, size)


def _piece(ink: Grey, rows: slice, columns: slice) -> Grey:
    """Return a piece of a page, white where it reaches beyond the paper."""
    result = np.zeros((rows.stop - rows.start, columns.stop - columns.start), np.uint8)
    top, left = max(0, rows.start), max(0, columns.start)
    own = ink[top : max(top, rows.stop), left : max(left, columns.stop)]
    result[top - rows.start : top - rows.start + own.shape[0], left - columns.start : left - columns.start + own.shape[1]] = own
    return result


def _counts(lines: Sequence[Line], wide: int, left: float, baseline: float, scale: float) -> Ink:
    """Return how far each pixel of a strip counts: not where a line is."""
    counts = np.ones((ROWS, wide), np.float32)
    heights, across = np.arange(ROWS) + 0.5, np.arange(wide) + 0.5
    for line in lines:
        x0, x1 = ((x - left) / scale for x in (line.box.x0, line.box.x1))
        top, bottom = (ABOVE + (y - baseline) / scale for y in (line.box.top, line.box.bottom))
        if x1 > 0 and x0 < wide and bottom > 0 and top < ROWS:
            rows = (heights >= top - MARGIN) & (heights <= bottom + MARGIN)
            columns = (across >= x0 - MARGIN) & (across <= x1 + MARGIN)
            counts[np.ix_(rows, columns)] = 0.0
    return counts
