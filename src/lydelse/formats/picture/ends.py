"""Lines that end with the letters that they strike or underline: set to the very edge of the letter, as a program draws them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from lydelse.formats.picture.picture import Line, ReadWord

WITHIN = 0.16
"""Ems between the end of a line and the edge of a letter: half of a comma's width."""

REACH = 1.0
"""Ems above and below the baseline of the words that a line may end with."""


def ending_with_letters(lines: Iterable[Line], words: Sequence[ReadWord]) -> Iterator[Line]:
    """Yield the lines, each end of a level one moved to the edge of a letter where one is near."""
    rows = sorted(words, key=lambda word: word.baseline)
    heights = [word.baseline for word in rows]
    tallest = max((word.size for word in rows), default=0.0)
    for line in lines:
        if not line.level:
            yield line
            continue
        middle = (line.box.top + line.box.bottom) / 2
        first, last = (bisect_left(heights, middle + side * REACH * tallest) for side in (-1, 1))
        near = [word for word in rows[first:last] if abs(word.baseline - middle) <= REACH * word.size]
        x0, x1 = (_moved(x, near) for x in (line.box.x0, line.box.x1))
        yield line._replace(box=line.box._replace(x0=x0, x1=x1)) if x0 < x1 else line


def _moved(x: float, words: Iterable[ReadWord]) -> float:
    edges = [
        (abs(edge - x), edge)
        for word in words
        if word.letters[0].box.x0 - word.size <= x <= word.letters[-1].box.x1 + word.size
        for edge in (word.letters[0].box.x0, *(letter.box.x1 for letter in word.letters))
        if abs(edge - x) <= WITHIN * word.size
    ]
    return min(edges)[1] if edges else x
