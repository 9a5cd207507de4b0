"""Pictures beside text: which of them are text themselves, and not photographs, logotypes or diagrams."""

from __future__ import annotations

from collections import Counter
from statistics import mean

import numpy as np
from scipy import ndimage

from lydelse.formats.picture.paper import Rgb, as_ink
from lydelse.formats.picture.picture import ReadPicture, ReadWord
from lydelse.formats.picture.straight import turned

PALE_FROM, DARK_FROM = 40, 150
"""Of 255: ink that is neither paper nor letters is between; a photograph is full of it."""

BETWEEN_UP_TO = 0.22
"""Of a picture: how much of it is neither paper nor as dark as letters. The soft edges of small letters take a tenth."""

INKED = (0.003, 0.35)
"""Of a picture: how much of it is ink where it is text."""

FEWEST_LETTERS = 25
"""Pieces of ink as high as letters."""

LETTER_HIGH = (0.03, 0.35)
"""Inches."""

SURE_FROM = 0.85
"""How sure the letters of a word are on the average where it is read."""

FEWEST_WORDS, FEWEST_ROWS, WORDS_OF_A_ROW = 6, 2, 2
"""A logotype has fewer, and so have the caption in a photograph and a banner: rows are counted that have words, not specks."""

SHORTEST = 2
"""Letters of a word that counts for its row."""

READ_SHARE = 0.8
"""Of the letters, how many stand in words that are read: of a drawing with texts in it most are not."""

IN_ROWS_FROM = 0.7
"""Of the words, how many stand beside another one: the texts of a diagram stand by themselves."""

BESIDE = 1.2
"""Ems between two words of one row of text."""

CLEARLY_FROM = 0.975
"""How sure all letters of longer words are on the average: letters that stand on their side in a diagram are read with 0.95."""

ELSEWHERE_UP_TO = 0.1
"""Of the ink, how much stands neither in words nor in straight lines: that of a diagram or a drawing."""

LINE_MARGIN = 0.015
"""Inches on either side of a line that are its soft edges."""

COLOURED_UP_TO = 0.12
"""Of a picture, how much of it is coloured areas without a word on them: the bars of a diagram."""


def may_be_text(pixels: Rgb, dpi: float) -> bool:
    """Tell whether a picture is paper with letters on it, before anything is read."""
    ink = as_ink(pixels, dpi).ink
    between = float(((ink > PALE_FROM) & (ink < DARK_FROM)).mean())
    if between > BETWEEN_UP_TO or not INKED[0] <= float((ink >= DARK_FROM).mean()) <= INKED[1]:
        return False
    labels, _ = ndimage.label(ink > 128)
    high = np.array([rows.stop - rows.start for rows, _ in ndimage.find_objects(labels)])
    return int(((high >= LETTER_HIGH[0] * dpi) & (high <= LETTER_HIGH[1] * dpi)).sum()) >= FEWEST_LETTERS


def is_text(read: ReadPicture, pixels: Rgb, dpi: float) -> bool:
    """Tell whether what was read in a picture is text or a table, and no texts in a diagram or a photograph."""
    sure = [word for word in read.words if mean(letter.confidence for letter in word.letters) >= SURE_FROM]
    if sum(any(letter.text.isalnum() for letter in word.letters) for word in sure) < FEWEST_WORDS or _rows(sure) < FEWEST_ROWS:
        return False
    share = sum(len(word.letters) for word in sure) / sum(len(word.letters) for word in read.words)
    if share < READ_SHARE or not _stand_in_rows(read) or _clearness(read) < CLEARLY_FROM:
        return False
    high, wide = pixels.shape[:2]
    return _bare(read, wide * high) <= COLOURED_UP_TO and _elsewhere(read, pixels, dpi) <= ELSEWHERE_UP_TO


def _clearness(read: ReadPicture) -> float:
    letters = [letter.confidence for word in read.words if len(word.letters) > SHORTEST and word.text.isalnum() for letter in word.letters]
    return mean(letters) if letters else 0.0


def _elsewhere(read: ReadPicture, pixels: Rgb, dpi: float) -> float:
    """Return which share of the ink stands neither in words nor in lines."""
    ink = as_ink(turned(pixels, read.angle), dpi).ink >= DARK_FROM
    total = int(ink.sum())
    boxes = [letter.box for word in read.words for letter in word.letters]
    margin = round(LINE_MARGIN * dpi)
    boxes += [line.box._replace(top=line.box.top - margin, bottom=line.box.bottom + margin) for line in read.lines if line.level]
    boxes += [line.box._replace(x0=line.box.x0 - margin, x1=line.box.x1 + margin) for line in read.lines if not line.level]
    for box in boxes:
        ink[max(0, int(box.top)) : max(0, int(box.bottom) + 1), max(0, int(box.x0)) : max(0, int(box.x1) + 1)] = False
    return float(ink.sum()) / max(1, total)


def _rows(words: list[ReadWord]) -> int:
    """Return in how many rows there are words beside one another."""
    counts = Counter(round(word.baseline / word.size) for word in words if len(word.letters) >= SHORTEST and word.size > 0)
    return sum(count >= WORDS_OF_A_ROW for count in counts.values())


def _stand_in_rows(read: ReadPicture) -> bool:
    """Tell whether most words stand beside one another, or in the cells of a table with rules."""
    if sum(line.level for line in read.lines) >= FEWEST_ROWS and sum(not line.level for line in read.lines) >= FEWEST_ROWS:
        return True
    beside = sum(any(_are_beside(word, other) for other in read.words if other is not word) for word in read.words)
    return beside >= IN_ROWS_FROM * len(read.words)


def _are_beside(word: ReadWord, other: ReadWord) -> bool:
    gap = max(other.letters[0].box.x0 - word.letters[-1].box.x1, word.letters[0].box.x0 - other.letters[-1].box.x1)
    return abs(word.baseline - other.baseline) <= 0.3 * word.size and gap <= BESIDE * word.size


def _bare(read: ReadPicture, size: int) -> float:
    """Return how much of the picture is coloured areas that no word stands on."""
    bare = 0.0
    for area in read.areas:
        x0, top, x1, bottom = area.box
        middles = ((word.letters[0].box.x0, word.baseline - word.size / 3) for word in read.words)
        if not any(x0 <= x <= x1 and top <= y <= bottom for x, y in middles):
            bare += area.box.width * area.box.height
    return bare / size
