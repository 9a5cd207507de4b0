"""Underlines that make way for the letters that reach below the line: what stands in their gaps is underlined as well.

Typst and browsers draw an underline in pieces around "g", "p" or a comma. Inside a line this is seen from the neighbours on both sides.
At the end of underlined text there is no piece after the letter, and nothing tells it from one that is not underlined, except that the
producer of the page is seen to leave such gaps elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from lydelse.extractors.pdf.line import Line, Word
from lydelse.formats.pdf.page import Glyph

LETTERS = frozenset("gjpqyçþQJ")
SIGNS = frozenset(",;()[]{}/|§_@µ")
COLOURFUL_FROM = 50
"""Of 255 between the strongest and the weakest of red, green and blue: a sign in the colour of the underlined text belongs to it."""


def passed_over(lines: Iterable[Line], underlined: Set[int]) -> set[int]:
    """Return the identities of the glyphs that an underline of these lines makes way for."""
    rows = [list(_glyphs(line)) for line in lines]
    found = {id(glyph) for row in rows for glyph in _between(row, underlined)}
    if not found:
        return found
    for row in rows:
        found.update(_at_ends(row, found | underlined))
    return found


def _glyphs(line: Line) -> Iterator[tuple[Glyph, Word]]:
    return ((glyph, word) for word in line.words for glyph in word.glyphs)


def _between(row: Sequence[tuple[Glyph, Word]], underlined: Set[int]) -> Iterator[Glyph]:
    """Yield the glyphs below the line that stand with an underlined one of their colour on either side."""
    for at in range(1, len(row) - 1):
        glyph, before, after = row[at][0], row[at - 1][0], row[at + 1][0]
        within = id(before) in underlined and id(after) in underlined and glyph.colour == before.colour == after.colour
        if within and id(glyph) not in underlined and glyph.text in LETTERS | SIGNS:
            yield glyph


def _at_ends(row: Sequence[tuple[Glyph, Word]], known: Set[int]) -> set[int]:
    """Return the identities of the glyphs below the line that stand in one word beside an underlined one of their colour."""
    found: set[int] = set()
    for (beside, word), (glyph, own) in (*pairwise(row), *pairwise(row[::-1])):
        if id(glyph) not in known and word is own and glyph.colour == beside.colour and _belongs(glyph):
            found.update({id(glyph)} if id(beside) in known or id(beside) in found else ())
    return found


def _belongs(glyph: Glyph) -> bool:
    """Tell whether a glyph at the end of underlined text is rather part of it: a letter, or a sign in a colour of its own."""
    return glyph.text in LETTERS or (glyph.text in SIGNS and max(glyph.colour) - min(glyph.colour) >= COLOURFUL_FROM)
