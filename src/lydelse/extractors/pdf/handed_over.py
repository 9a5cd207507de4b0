"""Pages from process to process, packed: a page has thousands of glyphs, and each by itself would take longer to hand over than to read.

Of the glyphs of a page most have most in common. They are handed over as columns: their letters, their sides, and which of the page's
few kinds of glyph each is. A word is handed over as the places of its glyphs. What comes out is equal to what went in, and where two
things were one they still are.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.marks import Shown
from lydelse.extractors.pdf.set_aside import Cleared
from lydelse.extractors.pdf.turning import turn_of
from lydelse.extractors.pdf.worked_out import Worked, worked_out
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Glyph
from lydelse.model.place import Box
from lydelse.model.text import Mark
from lydelse.records import replace

_new = tuple.__new__
_of_kind = itemgetter(slice(3, 11))


class Handed(NamedTuple):
    """A page as read, and what was worked out of it; None where it has to be turned first."""

    page: Page | BrokenPage
    worked: Worked | None


class _Glyphs(NamedTuple):
    """Glyphs in columns; ``xs`` is None where each begins with its box."""

    texts: list[str]
    x0s: list[float]
    x1s: list[float]
    xs: list[float] | None
    pieces: list[int]
    kinds: list[int]
    every_kind: list[tuple[Any, ...]]


class _Lines(NamedTuple):
    """Lines as they are but for their words; these as packed, one after the other."""

    lines: list[tuple[Any, ...]]
    words: list[Any]


def packed(page: Page | BrokenPage) -> bytes:
    """Return a page as read, and what it says by itself, to be handed to another process."""
    if not isinstance(page, Page) or turn_of(page):
        return _dumped(page, None)
    return _dumped(page, worked_out(page))


def unpacked(content: bytes) -> Handed:
    """Return what ``packed`` was given, and what it worked out."""
    page, glyphs, clear, lines = pickle.loads(content)  # noqa: S301 - from a process that this one has started
    if glyphs is None:
        return Handed(page, None)
    whole = replace(page, glyphs=_unpacked_glyphs(glyphs))
    said, own, own_glyphs, strokes, doubtful = clear
    cleared = whole if own is None else replace(own, glyphs=whole.glyphs if own_glyphs is None else _unpacked_glyphs(own_glyphs))
    shown = Shown(replace(cleared, strokes=strokes), tuple(_unpacked_lines(lines, cleared.glyphs)), doubtful)
    return Handed(whole, Worked(Cleared(cleared, said), shown))


def _dumped(page: Page | BrokenPage, worked: Worked | None) -> bytes:
    if worked is None or worked.shown is None or not isinstance(page, Page) or not isinstance(worked.clear.page, Page):
        return pickle.dumps((page, None, None, None), pickle.HIGHEST_PROTOCOL)
    own = worked.clear.page
    bare = None if own is page else replace(own, glyphs=())
    glyphs = None if own.glyphs is page.glyphs else _packed_glyphs(own.glyphs)
    clear = (worked.clear.said, bare, glyphs, worked.shown.page.strokes, worked.shown.doubtful)
    lines = _packed_lines(worked.shown.lines, own.glyphs)
    return pickle.dumps((replace(page, glyphs=()), _packed_glyphs(page.glyphs), clear, lines), pickle.HIGHEST_PROTOCOL)


def _packed_glyphs(glyphs: Sequence[Glyph]) -> _Glyphs:
    if not glyphs:
        return _Glyphs([], [], [], None, [], [], [])
    texts, boxes, xs, *_, pieces = zip(*glyphs, strict=True)
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    numbers: dict[tuple[Any, ...], int] = {}
    kinds = [numbers.setdefault(kind, len(numbers)) for kind in zip(tops, bottoms, map(_of_kind, glyphs), strict=True)]
    return _Glyphs(list(texts), list(x0s), list(x1s), None if xs == x0s else list(xs), list(pieces), kinds, list(numbers))


def _unpacked_glyphs(packed_: _Glyphs) -> tuple[Glyph, ...]:
    if not packed_.texts:
        return ()
    tops, bottoms, rest = zip(*map(packed_.every_kind.__getitem__, packed_.kinds), strict=True)
    boxes = map(_new, repeat(Box), zip(packed_.x0s, tops, packed_.x1s, bottoms, strict=True))
    columns = zip(*rest, strict=True)
    each = zip(packed_.texts, boxes, packed_.xs or packed_.x0s, *columns, packed_.pieces, strict=True)
    return tuple(map(_new, repeat(Glyph), each))


def _packed_lines(lines: Sequence[Line], glyphs: Sequence[Glyph]) -> _Lines:
    places = {id(glyph): at for at, glyph in enumerate(glyphs)}
    words = [_packed_word(word, places) for line in lines for word in line.words]
    return _Lines([(len(line.words), tuple(line.box), *line[2:]) for line in lines], words)


def _packed_word(word: Word, places: dict[int, int]) -> object:
    """Return a word by the places of its glyphs; as it is where it has glyphs that the page has not, or marks."""
    own = [places.get(id(glyph), -1) for glyph in word.glyphs]
    if -1 in own or word.space is not Mark.KEPT or word.opens or not word.has_only(Mark.KEPT):
        return word
    first, count = own[0], len(own)
    at = first if own == list(range(first, first + count)) else own
    return at, count, tuple(word.box), word.baseline, word.size, word.drawn, word.alone


def _unpacked_lines(packed_: _Lines, glyphs: tuple[Glyph, ...]) -> Iterator[Line]:
    words = map(_unpacked_word, packed_.words, repeat(glyphs), repeat({}))
    for count, box, *rest in packed_.lines:
        yield Line(tuple(next(words) for _ in range(count)), Box(*box), *rest)


def _unpacked_word(packed_: Any, glyphs: tuple[Glyph, ...], kept: dict[int, tuple[Mark, ...]]) -> Word:  # noqa: ANN401 - a word, or its parts
    if isinstance(packed_, Word):
        return packed_
    at, count, box, baseline, size, drawn, alone = packed_
    own = glyphs[at : at + count] if isinstance(at, int) else tuple(map(glyphs.__getitem__, at))
    marks = kept.get(count) or kept.setdefault(count, (Mark.KEPT,) * count)
    return _new(Word, (own, marks, _new(Box, box), baseline, size, Mark.KEPT, drawn, alone, False))
