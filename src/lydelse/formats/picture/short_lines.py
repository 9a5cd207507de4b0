"""Lines that are judged by the words at them: short ones that are none after all, and shorter ones under or through a letter or two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lydelse.formats.picture.lines import CERTAIN_FROM, INK_FROM, LONG_FROM, Found
from lydelse.formats.picture.paper import Grey, Paper
from lydelse.formats.picture.picture import Letter, Line, ReadWord
from lydelse.model.place import Box

AT_BASELINE, AT_TOPS = 0.03, 0.48
"""Ems: how near the baseline the feet of letters run together, and from which height their bars and shoulders do."""

WHOLE_WORD_WITHIN = 0.16
"""Ems that a line under a whole word may end before or after it."""

UNDER = (0.035, 0.3)
THROUGH = (0.2, 0.38)
"""Ems below the baseline, and above it, where short lines are looked for."""

SHORTEST_UNDER, SHORTEST_THROUGH = 0.2, 0.45
"""Ems: a line under a full stop, and one through a figure."""

THICKEST = 0.12
AS_DARK_AS_OTHERS = (0.7, 1.5)
"""A short line is as dark across itself as the long lines of its page, give or take so much."""

SHORT_OF, OVER_AT_LEAST, OVER = 0.025, 0.02, 0.1
"""Ems that a line may end within the ink of its letters, that it goes on beyond it on one side at least, and at most within a word."""

THROUGH_AT_LEAST = 0.06
"""Ems that a line through letters goes on beyond their ink on both sides together: 0.08 at least, and the bars of heavy figures 0.03."""

TALL, SOFT_EDGE, LETTERS_FROM = 0.72, 1.2, 90
"""Ems that letters are high, pixels of a line's soft edges, and of 255 what is ink of a letter."""

WITH_BARS = frozenset("-–—+=4eEFHAtfzZ€GPRBaäåsSgö")
"""Letters and signs with strokes of their own where a line would strike them."""

BELOW = frozenset("gjpqyçQJ,;()[]{}/|§_@µ$")


class _Run(NamedTuple):
    row: int
    x0: int
    x1: int


def without_bars_of_letters(found: Iterable[Found], words: Sequence[ReadWord]) -> list[Found]:
    """Return the lines without those that are letters run together: short ones at the feet or the tops of letters, or in large ones."""
    return [each for each in found if _joins_words(each.line, words) or not any(_is_of_letters(each.line, word) for word in words)]


def _joins_words(line: Line, words: Sequence[ReadWord]) -> bool:
    """Tell whether a line goes on from where one word begins to where another ends: letters do not run together over a space."""
    middle = (line.box.top + line.box.bottom) / 2
    row = [word for word in words if -UNDER[1] <= (word.baseline - middle) / word.size <= 1.0]
    begins = {at for at, word in enumerate(row) if abs(line.box.x0 - word.letters[0].box.x0) <= WHOLE_WORD_WITHIN * word.size}
    ends = {at for at, word in enumerate(row) if abs(line.box.x1 - word.letters[-1].box.x1) <= WHOLE_WORD_WITHIN * word.size}
    return any(one != other for one in begins for other in ends)


def _is_of_letters(line: Line, word: ReadWord) -> bool:
    wide = line.box.width / word.size
    if wide >= LONG_FROM or line.box.x1 <= word.letters[0].box.x0 or line.box.x0 >= word.letters[-1].box.x1:
        return False
    above = (word.baseline - (line.box.top + line.box.bottom) / 2) / word.size
    ends = abs(line.box.x0 - word.letters[0].box.x0), abs(line.box.x1 - word.letters[-1].box.x1)
    if not -AT_BASELINE <= above <= 1.0 or max(ends) <= WHOLE_WORD_WITHIN * word.size:
        return False
    return wide < CERTAIN_FROM * 0.9 or abs(above) <= AT_BASELINE or above >= AT_TOPS


def through_whole_words(doubtful: Iterable[Found], words: Sequence[ReadWord]) -> list[Found]:
    """Return those of the doubtful lines that go through or under whole words, from the beginning of one to the end of one."""
    return [each for each in doubtful if _begins_and_ends_with_words(each.line, words)]


def _begins_and_ends_with_words(line: Line, words: Iterable[ReadWord]) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    own = [word for word in words if line.thickness <= THICKEST * word.size and _is_where_lines_are((word.baseline - middle) / word.size)]
    begins = any(abs(line.box.x0 - word.letters[0].box.x0) <= WHOLE_WORD_WITHIN * word.size for word in own)
    ends = [
        word for word in own if abs(line.box.x1 - word.letters[-1].box.x1) <= WHOLE_WORD_WITHIN * word.size or _ends_at_point(line, word)
    ]
    return begins and any(line.box.width > 0.9 * word.size for word in ends)


def _is_where_lines_are(above: float) -> bool:
    return THROUGH[0] <= above <= THROUGH[1] or -UNDER[1] <= above <= -UNDER[0]


def _ends_at_point(line: Line, word: ReadWord) -> bool:
    """Tell whether a line ends before the full stop or the comma that a word ends with."""
    last = word.letters[-1]
    return last.text in ".,;:" and abs(line.box.x1 - last.box.x0) <= WHOLE_WORD_WITHIN * word.size


def short_lines(paper: Paper, words: Iterable[ReadWord], known: Sequence[Found]) -> list[Found]:
    """Return the lines under or through single letters; ``known`` are the page's lines, without which no short one is believed."""
    weights = [_weight(paper.ink, each.line.box) for each in known if each.line.box.width >= LONG_FROM * each.line.thickness]
    if not weights:
        return []
    usual = float(np.median(weights))
    return [each for word in words if not _is_lined(word, known) for each in _at(paper, word, usual)]


def _is_lined(word: ReadWord, known: Iterable[Found]) -> bool:
    """Tell whether a line goes through or under most of a word already."""
    x0, x1 = word.letters[0].box.x0, word.letters[-1].box.x1
    near = (each.line.box for each in known if abs((each.line.box.top + each.line.box.bottom) / 2 - word.baseline) <= 0.6 * word.size)
    return any(min(x1, box.x1) - max(x0, box.x0) > 0.5 * (x1 - x0) for box in near)


def _at(paper: Paper, word: ReadWord, usual: float) -> Iterator[Found]:
    for (low, high), shortest, side in ((UNDER, SHORTEST_UNDER, 1), (THROUGH, SHORTEST_THROUGH, -1)):
        first, last = sorted((word.baseline + side * low * word.size, word.baseline + side * high * word.size))
        for run in _runs(paper.ink, word, slice(round(first), round(last) + 1), shortest * word.size):
            line = _as_line(paper.ink, run)
            letters = [letter for letter in word.letters if _common(letter, run) > 0.5 * letter.box.width]
            own = {letter.text for letter in letters}
            if not letters or line.thickness > THICKEST * word.size or (own & BELOW if side > 0 else _may_be_bars(own)):
                continue
            is_as_dark = AS_DARK_AS_OTHERS[0] <= _weight(paper.ink, line.box) / usual <= AS_DARK_AS_OTHERS[1]
            if is_as_dark and _reaches_as_lines_do(paper.ink, line, letters, word):
                yield Found(line, np.full(run.x1 - run.x0, run.row, np.float32))


def _common(letter: Letter, run: _Run) -> float:
    return min(letter.box.x1, run.x1) - max(letter.box.x0, run.x0)


def _reaches_as_lines_do(ink: Grey, line: Line, letters: Sequence[Letter], word: ReadWord) -> bool:
    """Tell whether a line goes on to the edges of the room of its letters: the strokes of a letter end where its ink ends."""
    middle, beside = (line.box.top + line.box.bottom) / 2, line.thickness / 2 + SOFT_EDGE
    rows = np.arange(max(0, int(word.baseline - TALL * word.size)), min(ink.shape[0], int(word.baseline) + 1))
    first, last = letters[0].box.x0, letters[-1].box.x1
    left = max(0, int(first) - 2 if letters[0] is word.letters[0] else int(min(first, line.box.x0)))  # not into the letter beside it
    right = int(last) + 3 if letters[-1] is word.letters[-1] else round(max(last, line.box.x1))
    piece = ink[rows[np.abs(rows + 0.5 - middle) > beside], left:right]
    inked = np.flatnonzero((piece > LETTERS_FROM).any(axis=0)) if piece.size else np.zeros(0, np.int64)
    if not len(inked):
        return True
    if len(letters) < len(word.letters) and all(letter.text.isdecimal() for letter in letters):
        return True  # a mark of one digit in a figure: told as uncertain where it is none
    before, after = (left + inked[0] - line.box.x0) / word.size, (line.box.x1 - left - inked[-1] - 1) / word.size
    most = OVER if len(letters) < len(word.letters) and word.text.isalpha() else 1.0
    least = THROUGH_AT_LEAST if middle < word.baseline else 0.0
    return bool(min(before, after) >= -SHORT_OF and OVER_AT_LEAST <= max(before, after) <= most and before + after >= least)


def _may_be_bars(letters: set[str]) -> bool:
    """Tell whether a line through these letters may be their own strokes: the bar of a "4" does not go through the figure beside it."""
    return letters == {"4"} if all(letter.isdecimal() for letter in letters) else bool(letters & WITH_BARS)


def _runs(ink: Grey, word: ReadWord, rows: slice, shortest: float) -> Iterator[_Run]:
    """Yield the longest runs of ink in these rows within the room of a word, none over another; in a word of letters the longest alone."""
    left, right = max(0, round(word.letters[0].box.x0) - 2), round(word.letters[-1].box.x1) + 3
    found: list[_Run] = []
    for at, row in enumerate(ink[rows, left:right] > INK_FROM, rows.start):
        steps = np.diff(np.pad(row.astype(np.int8), 1))
        found += [
            _Run(at, left + int(a), left + int(b)) for a, b in zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1), strict=True)
        ]
    has_figures = any(letter.text.isdecimal() for letter in word.letters)
    while found:
        longest = max(run.x1 - run.x0 for run in found)
        if longest < shortest:
            return
        alike = [run for run in found if run.x1 - run.x0 >= 0.9 * longest]
        best = max(alike, key=lambda run: (int(ink[run.row, run.x0 : run.x1].sum()), -run.row))
        if best.x1 - best.x0 <= CERTAIN_FROM * word.size:
            yield best
        if not has_figures:
            return
        found = [run for run in found if run.x1 <= best.x0 or run.x0 >= best.x1]


def _as_line(ink: Grey, run: _Run) -> Line:
    """Return the run as a line: as thick as it is where it is thinnest."""
    weight = max(
        1.0, _weight(ink, Box(run.x0, run.row, run.x1, run.row + 1)) / max(1.0, float(np.percentile(ink[run.row, run.x0 : run.x1], 30)))
    )
    box = Box(run.x0, run.row + 0.5 - weight / 2, run.x1, run.row + 0.5 + weight / 2)
    return Line(box, weight, (0, 0, 0), level=True)


def _weight(ink: Grey, box: Box) -> float:
    """Return how dark a level line is across itself: the sum of its column where no letter touches it."""
    middle = round((box.top + box.bottom) / 2 - 0.5)
    rows: NDArray[np.float32] = ink[max(0, middle - 2) : middle + 3, int(box.x0) : max(int(box.x0) + 1, int(box.x1))].astype(np.float32)
    return float(np.percentile(rows.sum(axis=0), 15)) if rows.size else 0.0
