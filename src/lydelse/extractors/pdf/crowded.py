"""Letters that are drawn on one another, or pressed together, so that a page shows a blot where a program reads a text.

Bold made by drawing a letter twice, a letter with its accent and two letters drawn as one are no more than a few in one place; here from
four letters stand within a quarter of their size. Very small print and leader dots are none, nor is what was recognised in a picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

from lydelse.formats.pdf.page import Glyph, Page
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.records import replace

WITHIN = 0.25  # of the letters' size, along the line: no font has a letter narrower than an eighth of its size
FEWEST = 4  # letters in such a place
FEWEST_IN_A_POINT = 3
SMALLEST = 3.0  # points
OF_A_PIECE = 0.5  # of the letters that the file draws in one go: the rest at the end of it is no more to be read than they
WORTH_SAYING, QUOTED = 3, 60  # characters

_baseline_of, _x_of = attrgetter("baseline"), attrgetter("x")


def without_crowded(page: Page) -> tuple[Page, tuple[Unread, ...]]:
    """Return the page without the text that nobody can read for its letters stand on one another, and what to say of it."""
    starts = Counter(zip(map(_baseline_of, page.glyphs), map(int, map(_x_of, page.glyphs)), strict=True))
    if max(starts.values(), default=0) < FEWEST_IN_A_POINT:  # so nearly every page is done with
        return page, ()
    letters = [glyph for glyph in page.glyphs if glyph.piece and glyph.visible and glyph.size >= SMALLEST and glyph.text.isalnum()]
    counts = Counter(map(_place, letters))
    if max(counts.values(), default=0) < FEWEST:
        return page, ()
    crowded = {id(glyph) for glyph in letters if counts[_place(glyph)] >= FEWEST}
    pieces = _pieces_of(letters, crowded)
    taken = [glyph for glyph in page.glyphs if id(glyph) in crowded or glyph.piece in pieces]
    text = " ".join("".join(glyph.text for glyph in taken).split())
    if len(text) < WORTH_SAYING:
        return page, ()
    gone = set(map(id, taken))
    said = Unread("X904", Severity.WARNING, Message("X904.pdf-crowded", {"page": page.number, "text": text[:QUOTED]}), page.number)
    return replace(page, glyphs=tuple(glyph for glyph in page.glyphs if id(glyph) not in gone)), (said,)


def _place(glyph: Glyph) -> tuple[float, float, int]:
    return glyph.baseline, glyph.size, int(glyph.x / (WITHIN * glyph.size))


def _pieces_of(letters: Iterable[Glyph], crowded: set[int]) -> set[int]:
    """Return which pieces have most of their letters in crowded places; 0 is none."""
    every = Counter(glyph.piece for glyph in letters)
    own = Counter(glyph.piece for glyph in letters if id(glyph) in crowded)
    return {piece for piece, count in own.items() if piece and count >= OF_A_PIECE * every[piece]}
