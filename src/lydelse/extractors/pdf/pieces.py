"""The words of a line in groups that may be cells, and what such groups leave of the gaps between columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lydelse.extractors.pdf.grid import River
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.remembered import asked_once
from lydelse.model.text import Mark

PIECES_APART = 0.75
"""Ems between two words of a line that may belong to different columns; a space is about 0.28, in justified lines up to 1."""

NARROWEST_RIVER = 0.45
"""Ems of the upright gap that remains when all rows of a table are laid over one another; LibreOffice leaves half an em."""

MEET_WITHIN = 0.5
"""Ems that a cell may begin before the text of the column before it ends, in other lines, where it is drawn by itself: a spreadsheet
lets the last letter that its cell has room for be seen in part."""

OPEN_FROM = 0.6
"""Ems of a gap that a line leaves open which does not reach over it."""

Across = tuple[float, float]
"""Where something begins and ends from left to right."""


@asked_once
def pieces_of(line: Line) -> tuple[tuple[Word, ...], ...]:
    """Return the words of a line in groups with wide gaps between; a struck figure and the one that replaces it are one group."""
    pieces: list[list[Word]] = []
    end = 0.0
    for word in line.words:
        gap = (word.box.x0 - end) / line.size
        if pieces and not word.opens and (gap < PIECES_APART or (gap < 2 * PIECES_APART and _is_figure_for_figure(pieces[-1][-1], word))):
            pieces[-1].append(word)
            end = max(end, word.box.x1)
        else:
            pieces.append([word])
            end = word.box.x1
    return tuple(map(tuple, pieces))


@asked_once
def _pieces_across(line: Line) -> tuple[Across, ...]:
    return tuple((piece[0].box.x0, max([word.box.x1 for word in piece])) for piece in pieces_of(line))


@asked_once
def _words_across(line: Line) -> tuple[Across, ...]:
    return tuple([(word.box.x0, word.box.x1) for word in line.words])


def gaps_in(line: Line) -> tuple[River, ...]:
    """Return the gaps between the groups of words of a line."""
    pieces = pieces_of(line)
    return tuple(River(max(word.box.x1 for word in one), min(word.box.x0 for word in other)) for one, other in pairwise(pieces))


def crosses(line: Line, rivers: Sequence[River]) -> bool:
    """Tell whether the words of a line close one of the gaps."""
    return len(narrowed(rivers, line, OPEN_FROM)) < len(rivers)


def narrowed(rivers: Sequence[River], line: Line, least: float = NARROWEST_RIVER) -> tuple[River, ...]:
    """Return what a line leaves of the rivers, its words that belong together as one, or else each word for itself."""
    parts, pieces, words = pieces_of(line), _pieces_across(line), _words_across(line)
    left = ((river, (_beside(river, pieces), _beside(river, words))) for river in rivers)
    apart = [(one[1], other[0]) for one, other, part in zip(pieces, pieces[1:], parts[1:], strict=False) if part[0].alone]
    met = MEET_WITHIN * line.size
    wide = ((own for own in both if own == river or own.width >= least * line.size or _is_met(own, apart, met)) for river, both in left)
    return tuple(river for each in wide if (river := next(each, None)))


def _is_met(river: River, gaps: Sequence[Across], within: float) -> bool:
    """Tell whether a gap, be it closed, is one after which the line has a cell that is drawn by itself."""
    return river.width >= -within and any(x0 - within <= river.x0 and river.x1 <= x1 + within for x0, x1 in gaps)


def _beside(river: River, text: Sequence[Across]) -> River:
    """Return what text leaves of a river; where some of it stands in the middle, the wider part."""
    left, right = river
    for x0, x1 in text:
        if x1 <= left or x0 >= right:
            continue
        if x0 - left > right - x1:
            right = x0
        else:
            left = x1
    return River(left, right)


def _is_figure_for_figure(one: Word, other: Word) -> bool:
    """Tell whether one word replaces the other, a figure in one of them: words of two cells may stand so too."""
    return replaces(one, other) and any(glyph.text.isdecimal() for word in (one, other) for glyph in word.glyphs)


def replaces(one: Word, other: Word) -> bool:
    """Tell whether one of two words is struck and the other inserted."""
    marks = {one.marks[0], other.marks[0]}
    return marks == {Mark.STRUCK, Mark.INSERTED} and one.has_only(one.marks[0]) and other.has_only(other.marks[0])
