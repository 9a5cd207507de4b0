"""Lines at half height: a figure set midway beside a label of two lines is on the same row as both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lydelse.extractors.pdf.grid import line_of
from lydelse.extractors.pdf.line import Line, Word

HALF_HEIGHT = 0.95
"""Ems: closer baselines are of one row; lines of prose stand an em apart at least, those of loose ones half of 1.8 at their middle."""


def bands_of(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Return the lines, those of one row together: a line and one or two that stand half a line off and beside it."""
    bands: list[tuple[Line, ...]] = []
    for line in lines:
        band = bands[-1] if bands else ()
        if band and len(band) < 3 and _near(band[-1], line) and _beside(band[-1], line) and not (len(band) == 2 and _beside(band[0], line)):
            bands[-1] = (*band, line)
        else:
            bands.append((line,))
    return bands


def as_line(band: Sequence[Line]) -> Line:
    """Return a row's lines as one, its words from left to right and, where they stand under one another, from the top."""
    if len(band) == 1:
        return band[0]
    upper = sorted((word for line in (band[0], *band[2:]) for word in line.words), key=lambda word: word.box.x0)
    groups = _stacked(upper)
    groups.extend([word] for word in band[1].words)
    ordered = sorted(groups, key=lambda group: min(word.box.x0 for word in group))
    return line_of([word for group in ordered for word in group], band[0].page)


def lines_in(words: Iterable[Word], page: int) -> tuple[Line, ...]:
    """Return the words of a cell as lines, from the top."""
    rows: dict[float, list[Word]] = {}
    for word in words:
        baseline = next((known for known in rows if abs(known - word.baseline) < 0.3 * word.size), word.baseline)
        rows.setdefault(baseline, []).append(word)
    return tuple(line_of(rows[baseline], page) for baseline in sorted(rows))


def _near(one: Line, other: Line) -> bool:
    return 0 < other.baseline - one.baseline < HALF_HEIGHT * min(one.size, other.size)


def _beside(one: Line, other: Line) -> bool:
    """Tell whether no word of one line stands over a word of the other."""
    return not any(word.box.x0 < more.box.x1 and more.box.x0 < word.box.x1 for word in one.words for more in other.words)


def _stacked(words: Sequence[Word]) -> list[list[Word]]:
    """Group words that stand over one another or follow with an ordinary space, each group line by line."""
    groups: list[list[Word]] = []
    end = float("-inf")
    for word in words:
        if groups and word.box.x0 - end < 0.75 * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
        end = max(end, word.box.x1) if len(groups[-1]) > 1 else word.box.x1
    return [sorted(group, key=lambda word: (round(word.baseline), word.box.x0)) for group in groups]
