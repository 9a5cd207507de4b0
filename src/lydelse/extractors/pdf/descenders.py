"""Underlines that make way for what reaches below the line: what stands in their gaps is underlined as well.

Typst and browsers draw an underline in pieces around "g", "p", a comma, and figures of the kind that hang below the line. Inside a line
this is seen from the neighbours on both sides. At the end of underlined text there is no piece after the letter. What tells it from one
that is not underlined is its colour, or where the piece before it ends: a little before or beyond the edge between two letters, while
the underline of a whole word ends at that edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby, pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.rules import Piece
from lydelse.formats.pdf.page import Glyph

LETTERS = frozenset("gjpqyçþQJ")
SIGNS = frozenset(",;()[]{}/|§_@µ")
FIGURES = frozenset("34579")
"""Those that hang below the line where a font has such figures."""

BELOW = LETTERS | SIGNS | FIGURES

COLOURFUL_FROM = 50
"""Of 255 between the strongest and the weakest of red, green and blue: a sign in the colour of the underlined text belongs to it."""

EXACT_WITHIN = 0.0025
"""Ems: an underline that ends so near the edge of a letter ends with it; the gaps of Typst begin 0.004 to 0.05 from one."""

SHORT_FROM, SHORT_TO = 0.02, 0.08
"""Ems that an underline ends before the letter that it makes way for: enough to tell, on a page without any other gap."""


class Own(NamedTuple):
    """A glyph with the word that it stands in."""

    glyph: Glyph
    word: Word


class Row(NamedTuple):
    """The glyphs of a line from left to right, and the pieces of line under them."""

    glyphs: Sequence[Own]
    pieces: Sequence[Piece]

    def is_ragged(self, x: float, size: float) -> bool:
        """Tell whether no letter begins or ends at a place."""
        near = EXACT_WITHIN * size
        return all(abs(glyph.box.x0 - x) > near and abs(glyph.box.x1 - x) > near for glyph, _ in self.glyphs)


def passed_over(lines: Iterable[Line], underlined: Set[int], pieces: Mapping[int, Sequence[Piece]]) -> set[int]:
    """Return the identities of the glyphs that the underlines of these lines make way for.

    ``pieces`` are the pieces under each line, by the line's identity.
    """
    drawn = [(line, pieces[id(line)]) for line in lines if id(line) in pieces]
    rows = [Row([Own(glyph, word) for word in line.words for glyph in word.glyphs], own) for line, own in drawn]
    within = {id(glyph) for row in rows for glyph in _between(row, underlined)}
    at_ends = {each for row in rows for each in _at_ends(row, within | underlined, gaps_are_usual=bool(within))}
    return within | at_ends


def _between(row: Row, underlined: Set[int]) -> Iterator[Glyph]:
    """Yield the glyphs that stand with an underlined one of their colour on either side; figures only in what is surely a gap."""
    runs = [list(run) for _, run in groupby(row.glyphs, key=lambda own: id(own.glyph) in underlined)]
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        left, right, texts = before[-1].glyph, after[0].glyph, {own.glyph.text for own in run}
        if id(left) not in underlined or not texts <= BELOW:
            continue
        if {own.glyph.colour for own in run} != {left.colour} or right.colour != left.colour:
            continue
        if texts <= LETTERS | SIGNS or (_is_cut(row, left, "after") and _is_cut(row, right, "before")):
            yield from (own.glyph for own in run)


def _at_ends(row: Row, known: Set[int], *, gaps_are_usual: bool) -> set[int]:
    """Return the identities of the glyphs that stand beside an underlined one of their colour and belong to it."""
    found: set[int] = set()
    for side, steps in (("after", pairwise(row.glyphs)), ("before", pairwise(row.glyphs[::-1]))):
        cut = False
        for beside, (glyph, word) in steps:
            if id(glyph) in known or glyph.text not in BELOW or glyph.colour != beside.glyph.colour:
                continue
            if id(beside.glyph) in known:
                edge = beside.glyph if word is beside.word else glyph
                cut = _is_cut(row, beside.glyph, side) and (gaps_are_usual or _is_short(row, beside.glyph, edge, side))
                cut = cut and (word is beside.word or _takes_space(row, beside.glyph, glyph, side))
            elif id(beside.glyph) not in found:
                continue
            elif beside.glyph.text in SIGNS or word is not beside.word:
                cut = False
            if _belongs(glyph, cut=cut, joined=word is beside.word):
                found.add(id(glyph))
    return found


def _belongs(glyph: Glyph, *, cut: bool, joined: bool) -> bool:
    """Tell whether a glyph at the end of underlined text is rather part of it.

    ``cut`` says that the line ends as it does at a gap, ``joined`` that both stand in one word.
    """
    coloured = max(glyph.colour) - min(glyph.colour) >= COLOURFUL_FROM
    return cut or (coloured and (joined or glyph.text in SIGNS))


def _takes_space(row: Row, glyph: Glyph, following: Glyph, side: str) -> bool:
    """Tell whether the line under a glyph goes on under the space between it and the glyph that follows on a side."""
    end = _end(row, glyph, side)
    middle = (glyph.box.x1 + following.box.x0) / 2 if side == "after" else (glyph.box.x0 + following.box.x1) / 2
    return end is not None and (end > middle if side == "after" else end < middle)


def _is_cut(row: Row, glyph: Glyph, side: str) -> bool:
    """Tell whether the line under a glyph ends ("after" it, or "before") where no letter does."""
    end = _end(row, glyph, side)
    return end is not None and row.is_ragged(end, glyph.size)


def _is_short(row: Row, glyph: Glyph, nearest: Glyph, side: str) -> bool:
    """Tell whether the line under a glyph stops a little before an edge, as it does where what reaches below follows.

    The edge is that of the glyph itself, or of the glyph after the space (``nearest``).
    """
    end = _end(row, glyph, side)
    edges = (nearest.box.x1, nearest.box.x0) if nearest is glyph else (nearest.box.x0, nearest.box.x1)
    short = 0.0 if end is None else edges[0] - end if side == "after" else end - edges[1]
    return SHORT_FROM * glyph.size <= short <= SHORT_TO * glyph.size


def _end(row: Row, glyph: Glyph, side: str) -> float | None:
    middle = (glyph.box.x0 + glyph.box.x1) / 2
    piece = next(((x0, x1) for x0, x1 in row.pieces if x0 <= middle <= x1), None)
    return piece and piece[1 if side == "after" else 0]
