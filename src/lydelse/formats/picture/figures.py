"""A second look at figures: read once more by themselves, larger and as figures alone, and held against the page's other figures.

Tesseract is as sure of a wrong figure as of a right one (0.97 of "0,15" where "0,45" was struck, twice over), so that its own
confidence says little. What says more is whether a witness of another kind says the same: the shape of each figure beside the same
figures of the page, the rows that a line goes through left out of account.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from PIL import Image

from lydelse.formats.picture.paper import Grey, Paper
from lydelse.formats.picture.picture import Letter, Line, ReadWord
from lydelse.formats.picture.shapes import Seen, Shapes, shapes_of
from lydelse.formats.picture.tesseract import Row, rows_in
from lydelse.model.place import Box

EM_SHOWN = 46.0
"""Pixels: another size than that in which the page is shown, for another reading of the same ink."""

BLOCK = 6
"""Tesseract's page segmentation: one block of lines of text."""

FIGURES_ALONE = "tessedit_char_whitelist=0123456789,.-–%:/+±()"
PLAIN = re.compile(r"[\d,.\-–—%:/+±()]+")
"""Words of which nothing is left out when they are read as figures alone."""

NOTHING = "?"
"""What a word is read as again of which nothing can be read as figures."""

SIGN_UP_TO = 1.1
"""Ems: a sign for per cent is 0.9 broad."""

COLUMNS = 6
MARGIN = 0.5
"""Ems of white around each figure of the sheet that is shown."""

AGREED, OUTVOTED, ALONE = 0.99, 0.6, 0.4
"""How sure a figure is that is read as its shape is, that is read otherwise or has no clear shape, and that is read in two ways."""

SURE_FROM = 0.95
"""How sure Tesseract must be of a figure without a clear shape that nothing goes through, and that it reads twice alike."""


class _Cell(NamedTuple):
    word: ReadWord
    box: Box


def with_figures_looked_at(words: Sequence[ReadWord], clean: Paper, lines: Sequence[Line]) -> tuple[ReadWord, ...]:
    """Return the words, each figure as its witnesses have it; a letter's ``confidence`` is then how far they agree."""
    figures = [at for at, word in enumerate(words) if any(letter.text.isdecimal() for letter in word.letters)]
    if not figures:
        return tuple(words)
    shapes = shapes_of(words, clean, lines)
    seen = {at: _by_shape(words[at], shapes) for at in figures}
    doubtful = [at for at, shape in seen.items() if any(each.figure != words[at].letters[place].text for place, each in shape.items())]
    again = _read_again([words[at] for at in doubtful if PLAIN.fullmatch(words[at].text)], clean)
    result = list(words)
    for at, shape in seen.items():
        own, second = words[at], again.get(id(words[at]), "")
        if at and second == NOTHING and _may_be_per_cent(words[at - 1], own, shape):
            result[at] = own._replace(letters=(_per_cent(own),))
        else:
            result[at] = _judged(own, second, shape, is_crossed=shapes.is_crossed(own))
    return tuple(result)


def _may_be_per_cent(before: ReadWord, own: ReadWord, shape: Mapping[int, Seen]) -> bool:
    """Tell whether what was read as "26" or "96" after a figure is the sign: it looks like none of the figures that it was read as."""
    follows = before.letters[-1].text.isdecimal() and abs(before.baseline - own.baseline) <= 0.2 * own.size
    wide = own.letters[-1].box.x1 - own.letters[0].box.x0
    return follows and len(own.letters) <= len("26") and wide <= SIGN_UP_TO * own.size and not any(each.figure for each in shape.values())


def _per_cent(word: ReadWord) -> Letter:
    first, last = word.letters[0], word.letters[-1]
    return Letter("%", first.box.united_with(last.box), ALONE)


def _by_shape(word: ReadWord, shapes: Shapes) -> dict[int, Seen]:
    """Return what each figure of a word looks like, by its place in the word."""
    return {at: shapes.figure_at(word, at) for at, letter in enumerate(word.letters) if letter.text.isdecimal()}


def _judged(word: ReadWord, again: str, shape: Mapping[int, Seen], *, is_crossed: bool) -> ReadWord:
    """Return a word with each of its figures as its witnesses have it."""
    second = [each for each in again if each.isdecimal()]
    others = second if len(second) == len(shape) else [""] * len(shape)
    letters = list(word.letters)
    for (place, seen), other in zip(shape.items(), others, strict=True):
        letters[place] = _voted(letters[place], other, seen, is_crossed=is_crossed)
    return word._replace(letters=tuple(letters))


def _voted(letter: Letter, again: str, shape: Seen, *, is_crossed: bool) -> Letter:
    """Return a figure as it was read, or as its shape has it where that is certain."""
    if shape.figure == letter.text:
        return letter._replace(confidence=AGREED)
    if shape.is_certain:
        return letter._replace(text=shape.figure, confidence=OUTVOTED)
    sure = not shape.figure and again == letter.text and letter.confidence >= SURE_FROM and not is_crossed
    return letter._replace(confidence=AGREED if sure else OUTVOTED if again == letter.text else ALONE)


def _read_again(words: Sequence[ReadWord], clean: Paper) -> dict[int, str]:
    """Return what each word says when it is read by itself, by its identity: all on one sheet, in rows of a few."""
    if not words:
        return {}
    pieces = [_piece(word, clean.ink) for word in words]
    wide, high = max(piece.shape[1] for piece in pieces), max(piece.shape[0] for piece in pieces)
    margin = round(MARGIN * EM_SHOWN)
    cells: list[_Cell] = []
    rows: list[Grey] = []
    waiting = iter(zip(words, pieces, strict=True))
    while group := tuple(islice(waiting, COLUMNS)):
        row = np.zeros((high + margin, COLUMNS * (wide + 2 * margin)), np.uint8)
        for at, (word, piece) in enumerate(group):
            x, y = at * (wide + 2 * margin) + margin, margin // 2
            row[y : y + piece.shape[0], x : x + piece.shape[1]] = piece
            cells.append(_Cell(word, Box(x - margin, len(rows) * row.shape[0], x + wide + margin, (len(rows) + 1) * row.shape[0])))
        rows.append(row)
    return _by_cell(rows_in(np.vstack(rows), 1.0, 300.0, BLOCK, FIGURES_ALONE), cells)


def _by_cell(rows: Iterable[Row], cells: Sequence[_Cell]) -> dict[int, str]:
    letters = [letter for row in rows for word in row.words for letter in word]
    found: dict[int, str] = {}
    for cell in cells:
        own = [letter for letter in letters if _stands_in(letter.box, cell.box)]
        found[id(cell.word)] = "".join(letter.text for letter in sorted(own, key=lambda letter: letter.box.x0)) or NOTHING
    return found


def _stands_in(box: Box, cell: Box) -> bool:
    return cell.x0 <= (box.x0 + box.x1) / 2 < cell.x1 and cell.top <= (box.top + box.bottom) / 2 < cell.bottom


def _piece(word: ReadWord, ink: Grey) -> Grey:
    """Return a word as large as it is shown."""
    top, bottom = max(0, round(word.baseline - 0.85 * word.size)), round(word.baseline + 0.2 * word.size)
    left, right = max(0, round(word.letters[0].box.x0)), round(word.letters[-1].box.x1) + 1
    piece = ink[top:bottom, left:right]
    if not piece.size:
        return np.zeros((1, 1), np.uint8)
    scale = EM_SHOWN / word.size
    shown = Image.fromarray(piece).resize(
        (max(1, round(piece.shape[1] * scale)), max(1, round(piece.shape[0] * scale))), Image.Resampling.BICUBIC
    )
    return np.asarray(shown)
