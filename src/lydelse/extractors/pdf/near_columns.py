"""Columns that stand so near one another that a long word leaves hardly a space before the next cell, or reaches over its cell's side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.grid import line_of
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.pieces import pieces_of
from lydelse.formats.pdf.page import Glyph, Stroke
from lydelse.model.place import Box

NEAREST = 0.3
"""Ems before a word that begins where a column does: a space is narrower, but for those of justified lines."""

BEGIN_WITHIN = 1.0
"""Points that the cells of a column may begin or end beside one another."""

FEWEST_BEGUN = 2
"""Other lines whose cells begin, or whose figures end, at one place."""

JUMP_FROM = 0.05
"""Ems that a letter begins after or before the end of the last one: pieces drawn by themselves. Kerning is less at a figure."""

BESIDE_SIDE = 1.5
"""Ems after a cell's side that its text begins within."""

ROWS_WITHIN = 40.0
"""Ems between two lines of one table, up and down."""


def begun_at(lines: Iterable[Line]) -> tuple[float, ...]:
    """Return the places where several lines begin anew after a wide gap."""
    places = sorted(piece[0].box.x0 for line in lines for piece in pieces_of(line)[1:])
    return tuple(place for place in places if sum(abs(place - other) <= BEGIN_WITHIN for other in places) >= FEWEST_BEGUN)


def pieces_at(line: Line, places: Sequence[float]) -> Iterator[tuple[Word, ...]]:
    """Yield the words of a line in groups, parted by wide gaps, and by narrow ones before a word that begins at one of the places."""
    for piece in pieces_of(line):
        start = 0
        for at, (before, word) in enumerate(pairwise(piece), 1):
            if word.box.x0 - before.box.x1 >= NEAREST * line.size and begins_at(word.box.x0, places):
                yield piece[start:at]
                start = at
        yield piece[start:]


def begins_at(x: float, places: Sequence[float]) -> bool:
    """Tell whether something begins at one of the places."""
    return any(abs(x - place) <= BEGIN_WITHIN for place in places)


def with_touching_words_parted(strokes: Sequence[Stroke], lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, each word that holds the end of a cell and the beginning of the next one as two.

    The next begins with a figure or a capital, drawn by itself, at the side of a cell or where cells of other lines begin or end.
    """
    sides = [stroke.box for stroke in strokes if stroke.vertical]
    return tuple(_parted(line, sides, lines) if any(map(_jumps, line.words)) else line for line in lines)


def _jumps(word: Word) -> list[int]:
    """Return the places in a word where a piece of its own may begin."""
    if word.text.isalpha() and word.text[1:].islower():
        return []
    pairs = enumerate(pairwise(word.glyphs), 1)
    return [at for at, (before, glyph) in pairs if _may_begin_cell(before, glyph) and _is_apart(before, glyph)]


def _may_begin_cell(before: Glyph, glyph: Glyph) -> bool:
    return (before.text.isalpha() and glyph.text.isdecimal()) or (before.text.islower() and glyph.text.isupper())


def _is_apart(before: Glyph, glyph: Glyph) -> bool:
    level = before.baseline == glyph.baseline and before.size == glyph.size
    return level and abs(glyph.box.x0 - before.box.x1) >= JUMP_FROM * glyph.size


def _parted(line: Line, sides: Sequence[Box], lines: Sequence[Line]) -> Line:
    near = [other for other in lines if other is not line and abs(other.baseline - line.baseline) <= ROWS_WITHIN * line.size]
    words: list[Word] = []
    for at, word in enumerate(line.words):
        cut = next((place for place in _jumps(word) if _begins_cell(word, place, line.words[at + 1 :], sides, near)), 0)
        words.extend(cut_at(word, cut) if cut else [word])
    return line if len(words) == len(line.words) else line_of(words, line.page)._replace(limit=line.limit)


def _begins_cell(word: Word, at: int, after: Sequence[Word], sides: Sequence[Box], near: Sequence[Line]) -> bool:
    """Tell whether a cell's side goes through the word before a letter of it, or cells of other lines begin there or end with it."""
    x = word.glyphs[at].box.x0
    middle = word.baseline - 0.3 * word.size
    left = max(word.box.x0, x - BESIDE_SIDE * word.size)
    if any(side.top < middle < side.bottom and left < side.x0 and side.x1 <= x + BEGIN_WITHIN for side in sides):
        return True
    end = word.box.x1
    for following in after:
        if following.box.x0 - end >= NEAREST * word.size:
            break
        end = following.box.x1
    pieces = [piece for line in near for piece in pieces_of(line)[1:]]
    begun = sum(abs(piece[0].box.x0 - x) <= BEGIN_WITHIN for piece in pieces)
    ended = sum(abs(piece[-1].box.x1 - end) <= BEGIN_WITHIN and piece[0].text[0].isdecimal() for piece in pieces)
    return max(begun, ended if word.glyphs[at].text.isdecimal() else 0) >= FEWEST_BEGUN


def cut_at(word: Word, at: int) -> tuple[Word, Word]:
    """Return a word as two, parted before one of its glyphs."""
    first, second = word.glyphs[:at], word.glyphs[at:]
    return (
        word._replace(glyphs=first, marks=word.marks[:at], drawn=word.drawn[:at], box=_around(first), space=word.marks[at - 1]),
        word._replace(glyphs=second, marks=word.marks[at:], drawn=word.drawn[at:], box=_around(second), alone=True),
    )


def _around(glyphs: Sequence[Glyph]) -> Box:
    box = glyphs[0].box
    for glyph in glyphs[1:]:
        box = box.united_with(glyph.box)
    return box
