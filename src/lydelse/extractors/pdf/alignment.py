"""What shows that rows of words are a table: how many they are, how their columns are aligned, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from lydelse.extractors.pdf.grid import has_figure
from lydelse.extractors.pdf.line import Line, Word
from lydelse.patterns import compiled

ALIGNED_WITHIN = 0.3
"""Ems that the cells of a column may differ at the edge, middle or decimal sign that they are aligned on."""

ALIGNED_SHARE = 0.7
LONGEST_CELL = 40
"""Characters, at the median, of the cells after the first column."""

LONGEST_FIGURE = 20
PAIR_APART = 3.0
"""Ems between label and figure where a table has no more than two rows and two columns."""

FEWEST_OF_TEXT = 3
"""Columns, and rows, of text that are a table without rules."""

LABELLED, SHORT_LABEL = 0.6, 25
"""The share of the lines that begin such a row, at most, and how many characters its label has."""

EXACTLY = 0.6
"""Points."""

CHAPTER = compiled(r"(?:\d{1,2}(?:\.\d{1,3})*\.?|§\s?\d+|(?:Bilaga|Kapitel|Avsnitt)\s\d+)\s+\D{3}", re.IGNORECASE)
CAPTION = compiled(
    r"(?:tabell|diagram|figur|bild|tablå|table|figure|chart)\s\d{1,3}[a-z]?(?:[.:]|\s|$)|(?:källa|källor|anm|anmärkning|not|noter|source|note)[.:]\s",
    re.IGNORECASE,
)
PAGE_NUMBER = compiled(r"\d{1,3}")


def text_of(words: Sequence[Word]) -> str:
    """Return the words with one space between."""
    return " ".join(word.text for word in words)


def is_long_enough(rows: Sequence[dict[int, tuple[Word, ...]]]) -> bool:
    """Tell whether there are three rows, or two of three columns: two lines with one gap each may stand so by chance."""
    return len(rows) >= 3 or (len(rows) == 2 and min(len(row) for row in rows) >= 3)


def is_pair_of_rows(rows: Sequence[dict[int, tuple[Word, ...]]], lines: Sequence[Line]) -> bool:
    """Tell whether two lines are a label and a figure each, far apart and exactly under one another."""
    if len(rows) != 2 or any(row.keys() != {0, 1} for row in rows):
        return False
    labels, figures = [text_of(row[0]) for row in rows], [text_of(row[1]) for row in rows]
    said = all(label[0].isalpha() and len(label) <= LONGEST_CELL and label[-1] not in ".,;" for label in labels)
    apart = min(row[1][0].box.x0 - row[0][-1].box.x1 for row in rows) >= PAIR_APART * lines[0].size
    lefts = [_gathered([row[at][0].box.x0 for row in rows], EXACTLY) for at in (0, 1)]
    under = lefts[0] and (lefts[1] or _gathered([row[1][-1].box.x1 for row in rows], EXACTLY))
    return said and apart and under and all(has_figure(figure) and len(figure) <= LONGEST_FIGURE for figure in figures)


def is_aligned(column: Sequence[tuple[Word, ...]], size: float) -> bool:
    """Tell whether the cells of a column share a left edge, a right edge, a middle or the place of the decimal sign."""
    within = ALIGNED_WITHIN * size
    lefts, rights = [min(word.box.x0 for word in cell) for cell in column], [max(word.box.x1 for word in cell) for cell in column]
    middles = [(x0 + x1) / 2 for x0, x1 in zip(lefts, rights, strict=True)]
    points = [glyph.box.x0 for cell in column for glyph in cell[-1].glyphs if glyph.text == ","]
    candidates = [lefts, rights, middles] + ([points] if len(points) * 2 >= len(column) else [])
    return any(_gathered(places, within) for places in candidates)


def _gathered(places: Sequence[float], within: float) -> bool:
    centre = median(places)
    return sum(abs(place - centre) <= within for place in places) >= ALIGNED_SHARE * len(places)


def begins_alike(column: Sequence[tuple[Word, ...]]) -> bool:
    """Tell whether the cells of a column begin at one place, to the point."""
    starts = [cell[0].box.x0 for cell in column]
    return max(starts, default=0.0) - min(starts, default=0.0) <= 1.0


def has_rows_of_text(lines: Sequence[dict[int, tuple[Word, ...]]]) -> bool:
    """Tell whether lines are rows of text in three columns or more, each begun by a short label: all other lines go on in a row.

    Two columns may as well be prose, or words and their meanings; beside a column of figures text may be one of its own.
    """
    columns = [[line[column] for line in lines if column in line] for column in range(max(map(max, lines), default=0) + 1)]
    labels = [text_of(cell) for cell in columns[0]]
    if len(columns) < FEWEST_OF_TEXT or not FEWEST_OF_TEXT <= len(labels) <= LABELLED * len(lines):
        return False
    worded = not any(map(holds_figures, columns[1:]))
    return worded and median(map(len, labels)) <= SHORT_LABEL and all(map(begins_alike, columns))


def holds_figures(column: Sequence[tuple[Word, ...]]) -> bool:
    """Tell whether most cells of a column hold a figure."""
    return sum(has_figure(text_of(cell)) for cell in column) >= ALIGNED_SHARE * len(column)


def is_contents(rows: Sequence[dict[int, tuple[Word, ...]]]) -> bool:
    """Tell whether the rows are a table of contents: numbered headings, or words, with rising page numbers at the end."""
    ends = [text_of(row[max(row)]) for row in rows if len(row) > 1]
    if len(ends) < len(rows) * 0.8 or not all(PAGE_NUMBER.fullmatch(end) for end in ends):
        return False
    numbers = [int(end) for end in ends]
    rising = all(one <= other for one, other in pairwise(numbers))
    numbered = sum(bool(CHAPTER.match(text_of(row[0]))) for row in rows if 0 in row)
    return rising and numbered * 2 >= len(rows)


def is_caption(text: str) -> bool:
    """Tell whether a line heads a table of its own or tells of the one above it: "Tabell 3. Platser", "Källa: Regionen"."""
    return bool(CAPTION.match(text))
