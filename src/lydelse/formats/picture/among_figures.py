"""Words in the middle of a column of figures: what Tesseract takes for letters there may be a figure ("SLS" for "31 175")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from lydelse.formats.picture.picture import ReadWord

AS_FIGURES_ARE = re.compile(r"[-–(]?\d+(?:[.,:/–-]\d+)*[)%,.]?")
LONGEST = 5
"""Letters: what is longer is a word."""

SHORT = 2
"""Small letters: what has more of them is a unit or a word."""

ROWS_NEAR, FEWEST_NEAR = 2, 3
"""Rows of a column that are looked at above and below a word, and how many of them must be figures: one may be a head."""

PITCH = 2.6
"""Ems from one row of a table to the next at most."""

ALONE = 1.0
"""Ems of white on either side of a word that stands in a column by itself; groups of one figure stand closer."""


def among_figures(words: Sequence[ReadWord]) -> frozenset[int]:
    """Return the numbers of the short words with letters above and below which a column has figures."""
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for at, word in enumerate(words):
        for step in range(int(word.letters[0].box.x0 // word.size), int(word.letters[-1].box.x1 // word.size) + 1):
            columns[step].append((word.baseline, at))
    for column in columns.values():
        column.sort()
    return frozenset(at for at, word in enumerate(words) if _may_be_figure(word) and _has_figures_around(at, words, columns))


def _may_be_figure(word: ReadWord) -> bool:
    text = word.text
    has_letters = any(letter.isalpha() for letter in text)
    return has_letters and len(text) <= LONGEST and not (len(text) > SHORT and text.strip(".,:;").islower())


def _has_figures_around(at: int, words: Sequence[ReadWord], columns: dict[int, list[tuple[float, int]]]) -> bool:
    own = words[at]
    middle = (own.letters[0].box.x0 + own.letters[-1].box.x1) / 2
    column = columns[int(middle // own.size)]
    place = bisect_left(column, (own.baseline, at))
    above = [words[other] for _, other in column[max(0, place - ROWS_NEAR) : place]]
    below = [words[other] for _, other in column[place + 1 : place + 1 + ROWS_NEAR]]
    near = [other for other in (*above, *below) if abs(other.baseline - own.baseline) <= ROWS_NEAR * PITCH * own.size]
    figures = sum(AS_FIGURES_ARE.fullmatch(other.text) is not None for other in near)
    return figures >= FEWEST_NEAR and _stands_alone(at, words)


def _stands_alone(at: int, words: Sequence[ReadWord]) -> bool:
    """Tell whether no other word stands beside one that may not be of a figure too: text runs on."""
    own = words[at]
    beside = [words[other] for other in (at - 1, at + 1) if 0 <= other < len(words)]
    return all(
        abs(other.baseline - own.baseline) > 0.3 * own.size
        or any(letter.text.isdecimal() for letter in other.letters)
        or _may_be_figure(other)
        or max(other.letters[0].box.x0 - own.letters[-1].box.x1, own.letters[0].box.x0 - other.letters[-1].box.x1) >= ALONE * own.size
        for other in beside
    )
