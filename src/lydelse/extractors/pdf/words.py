"""The glyphs of a line, from left to right, in words: what stands between them is a space where it is wide enough for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mode

from lydelse.extractors.pdf.letter_spacing import is_drawn_space, spacing_of
from lydelse.extractors.pdf.line import Word
from lydelse.formats.pdf.page import Glyph
from lydelse.model.place import Box
from lydelse.model.text import Mark

SPACE_FROM = 0.16  # ems: the narrowest gap that is a space where the file draws none; kerning stays below 0.1
SPACE_FROM_WHERE_DRAWN = 0.3  # ems: where spaces are drawn, a gap without one is letter spacing unless it is this wide
SPACE_MAY_SHRINK_TO = 0.06  # ems: a drawn space that its neighbours cover is none


def words_of(glyphs: Sequence[Glyph]) -> tuple[Word, ...]:
    """Return the words of a line."""
    return tuple(map(word_of, grouped(glyphs)))


def grouped(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each word."""
    letters = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if letters:
        yield from (letters[start:end] for start, end in pairwise((0, *_starts(glyphs, letters), len(letters))))


def _starts(glyphs: Sequence[Glyph], letters: Sequence[Glyph]) -> Iterator[int]:
    """Yield the places among the letters of a line where words begin after the first."""
    spaces = [glyph for glyph in glyphs if glyph.text.isspace()]
    spacing = spacing_of(glyphs)
    widest = SPACE_FROM_WHERE_DRAWN if not spacing and any(map(is_drawn_space, spaces)) else SPACE_FROM
    after = _after_spaces(glyphs, spaced_out=bool(spacing))
    start, end = 0, letters[0].box.x1
    for at, (_, (x0, _, x1, _), _, _, size, *_) in enumerate(letters):
        gap = (x0 - end) / size - spacing
        if (
            gap >= SPACE_MAY_SHRINK_TO
            and at > start
            and (gap >= widest or at in after or (gap >= SPACE_FROM and _are_figures_apart(letters[at - 1], letters[at])))
        ):
            yield at
            start, end = at, x1
        elif x1 > end:
            end = x1


def _after_spaces(glyphs: Sequence[Glyph], *, spaced_out: bool) -> set[int]:
    """Return which letters of a line stand after a space, in letter-spaced text after one that the file draws."""
    found: set[int] = set()
    letters = 0
    for glyph in glyphs:
        if not glyph.text.isspace():
            letters += 1
        elif not spaced_out or is_drawn_space(glyph):
            found.add(letters)
    return found


def _are_figures_apart(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a figure ends and another begins, each drawn by itself: two cells that nearly touch are no one number."""
    return 0 < before.piece != glyph.piece > 0 and before.text.isdecimal() and glyph.text.isdecimal()


def word_of(glyphs: Sequence[Glyph]) -> Word:
    """Return glyphs as one word."""
    _, boxes, _, baselines, sizes, *_ = zip(*glyphs, strict=True)
    starts, tops, ends, bottoms = zip(*boxes, strict=True)
    baseline, size, count = baselines[0], sizes[0], len(sizes)
    if baselines.count(baseline) < count or sizes.count(size) < count:
        baseline, size = mode(baselines), mode(sizes)
    return Word(tuple(glyphs), (Mark.KEPT,) * count, Box(starts[0], min(tops), max(ends), max(bottoms)), baseline, size)
