"""Cells that begin so near the one before them that no gap tells: spreadsheets print them two points apart.

Such a cell is drawn by itself, with no space before it where the spaces between words are drawn, and stands as the cells of other
lines do: begins where they begin, ends where their figures end, or begins right where they have ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.grid import line_of
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.near_columns import cut_at
from lydelse.extractors.pdf.pieces import PIECES_APART, replaces
from lydelse.formats.pdf.page import Glyph
from lydelse.model.text import Mark
from lydelse.patterns import compiled

WITHIN = 1.0
"""Points that the cells of a column may begin or end beside one another."""

EXACTLY = 0.25
"""The same, of a cell that touches the one before: its first letter might be one of a word that is drawn in pieces."""

ROWS_BESIDE = 6.0
"""Ems between such a cell and those under or over it."""

FEWEST_ALIKE = 2
"""Other lines whose cells begin, or whose figures end, at one place."""

PADDING = 6.0
"""Points between the end of one column's figures and the beginning of the next cell."""

ROWS_WITHIN = 40.0
"""Ems between two lines of one table, up and down."""

SPACED = 0.1
"""Of the narrow gaps on a page that have a drawn space, for each that has none: where fewer have, spaces are not drawn."""

GROUP = compiled(r"\d{3}\D*")
FIGURE = compiled(r"[-–+]?\d")


class _Cell(NamedTuple):
    """Words of a line that may be a cell: where they begin and end."""

    at: int
    x0: float
    x1: float
    figure: bool
    near: bool


def with_cells_opened(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, the words said with which a cell begins near the one before it."""
    if not any(word.alone for line in lines for word in line.words):
        return tuple(lines)
    lines = _with_touching_cells(lines)
    rows = [_cells(line) for line in lines]
    near = sum(cell.near for row in rows for cell in row)
    if not any(map(_has_near, lines, rows)) or sum(map(_with_space, lines)) < SPACED * near:
        return tuple(lines)
    return tuple(_opened(at, lines, rows) if _has_near(line, rows[at]) else line for at, line in enumerate(lines))


def _has_near(line: Line, cells: Sequence[_Cell]) -> bool:
    return any(cell.near for cell in cells) or any(_is_group_alone(before, word) for before, word in pairwise(line.words))


def _cells(line: Line) -> list[_Cell]:
    """Return what of a line may be cells after the first one."""
    found: list[_Cell] = []
    starts = [
        at for at, (before, word) in enumerate(pairwise(line.words), 1) if _is_near(before, word, line) or _is_far(before, word, line)
    ]
    for start, end in pairwise([*starts, len(line.words)]):
        first = line.words[start]
        near = not _is_far(line.words[start - 1], first, line)
        found.append(_Cell(start, first.box.x0, line.words[end - 1].box.x1, FIGURE.match(first.text) is not None, near))
    return found


def _with_touching_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, each word that is two cells as two: the second is drawn by itself, and begins exactly as those of rows beside it."""
    joints = [[_joints(word) for word in line.words] if any(word.alone for word in line.words) else [] for line in lines]
    return tuple(_cut_up(line, own, lines) if any(own) else line for line, own in zip(lines, joints, strict=True))


def _joints(word: Word) -> list[int]:
    """Return where in a word a piece of its own begins that looks as what is before it does, and carries no mark."""
    if len({glyph.piece for glyph in word.glyphs}) < 2 or not word.has_only(Mark.KEPT):
        return []
    pairs = enumerate(pairwise(word.glyphs), 1)
    return [at for at, (one, other) in pairs if 0 < one.piece != other.piece > 0 and _looks_alike(one, other) and one.text.isalpha()]


def _looks_alike(one: Glyph, other: Glyph) -> bool:
    return (one.font, one.size, one.colour) == (other.font, other.size, other.colour)


def _cut_up(line: Line, joints: Sequence[Sequence[int]], lines: Sequence[Line]) -> Line:
    near = [other for other in lines if other is not line and abs(other.baseline - line.baseline) <= ROWS_BESIDE * line.size]
    places = [other.words[cell.at] for other in near for cell in _cells(other)]
    words: list[Word] = []
    for word, own in zip(line.words, joints, strict=True):
        cut = next((at for at in own if _begins_at(word.glyphs[at].box.x0, places)), 0)
        words.extend(cut_at(word, cut) if cut else [word])
    parted = len(words) > len(line.words) and len(_cells(line)) > 0
    return line_of(words, line.page)._replace(limit=line.limit) if parted else line


def _begins_at(x: float, places: Sequence[Word]) -> bool:
    return sum(abs(word.box.x0 - x) <= EXACTLY for word in places) >= FEWEST_ALIKE


def _is_far(before: Word, word: Word, line: Line) -> bool:
    return word.box.x0 - before.box.x1 >= PIECES_APART * line.size


def _is_near(before: Word, word: Word, line: Line) -> bool:
    """Tell whether a word is drawn apart from the one before, and is neither the rest of its figure nor what replaces it."""
    return word.alone and not _is_group(before, word) and not _is_far(before, word, line) and not replaces(before, word)


def _is_group(before: Word, word: Word) -> bool:
    return before.text[-1].isdecimal() and GROUP.fullmatch(word.text) is not None


def _with_space(line: Line) -> int:
    return sum(not word.alone for word in line.words[1:])


def _opened(at: int, lines: Sequence[Line], rows: Sequence[Sequence[_Cell]]) -> Line:
    line = lines[at]
    others = [row for other, row in zip(lines, rows, strict=True) if row and other is not line and _is_close(line, other)]
    opens = {cell.at for cell in rows[at] if cell.near and _stands_as_others(cell, others)} | set(_after_figures(line, others))
    words = (word._replace(opens=True) if place in opens else word for place, word in enumerate(line.words))
    return line._replace(words=tuple(words)) if opens else line


def _is_close(line: Line, other: Line) -> bool:
    return abs(other.baseline - line.baseline) <= ROWS_WITHIN * line.size


def _after_figures(line: Line, others: Sequence[Sequence[_Cell]]) -> Iterator[int]:
    """Yield the words of three figures that are no rest of the figure before them: that ends where the figures of other lines end."""
    for at, (before, word) in enumerate(pairwise(line.words), 1):
        if _is_group_alone(before, word):
            ended = sum(any(other.figure and abs(other.x1 - before.box.x1) <= WITHIN for other in row) for row in others)
            if ended >= FEWEST_ALIKE:
                yield at


def _is_group_alone(before: Word, word: Word) -> bool:
    return word.alone and _is_group(before, word) and not replaces(before, word)


def _stands_as_others(cell: _Cell, others: Sequence[Sequence[_Cell]]) -> bool:
    begun = ended = before = 0
    for row in others:
        begun += any(abs(other.x0 - cell.x0) <= WITHIN for other in row)
        ended += cell.figure and any(other.figure and abs(other.x1 - cell.x1) <= WITHIN for other in row)
        before += any(other.figure and 0 <= cell.x0 - other.x1 <= PADDING for other in row)
    return max(begun, ended, before) >= FEWEST_ALIKE
