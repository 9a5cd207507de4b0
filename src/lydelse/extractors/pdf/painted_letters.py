"""The letters of a page where they are painted: what is read there, and which shape they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lydelse.formats.pdf import Page, PdfFile
from lydelse.formats.pdf.page import Glyph
from lydelse.formats.pdf.seen_figures import own_box, shape_at
from lydelse.formats.picture import Letter, Picture

DPI, POINTS = 300.0, 72.0

WITHIN = 0.12
"""Of the letter's size, how far outside a word that is read the middle of a letter may lie."""

SAME_SHAPE = 0.15
SAME_HEIGHT = 0.06
"""Of the squares that two shapes take, how many may differ for them to be one; and in ems, how much their heights may."""


class Painted(NamedTuple):
    """A letter of a page: its place among the glyphs, what the file calls it, and what is read and seen there.

    ``read`` is "" where nothing was read; ``squares`` is which squares its ink fills, 0 for none; ``shape`` tells those of one name apart.
    """

    at: int
    font: str
    text: str
    read: str
    confidence: float
    squares: int
    shape: int


def painted_letters(pdf: PdfFile, page: Page, fonts: frozenset[str]) -> Iterator[Painted]:
    """Yield the letters of some fonts that are seen upright on a page; none where it cannot be painted."""
    from lydelse.formats.picture.shown import shown_words  # noqa: PLC0415 - NumPy takes longer to import than reading ten pages

    painted = pdf.picture(page.number, DPI)
    if painted is None or page.tilt:
        return
    own = [at for at, glyph in enumerate(page.glyphs) if glyph.font in fonts and _is_painted(glyph)]
    read = _read_at(shown_words(Picture(*painted)), page.glyphs, painted.dpi)
    shapes: dict[tuple[str, str], list[tuple[int, float, float]]] = defaultdict(list)
    for at in own:
        glyph = page.glyphs[at]
        squares, height, low = shape_at(painted, own_box(glyph, page.glyphs[at + 1] if at + 1 < len(page.glyphs) else None), glyph)
        shape = _which((squares, height, low), shapes[glyph.font, glyph.text])
        letter = read.get(at)
        yield Painted(at, glyph.font, glyph.text, letter.text if letter else "", letter.confidence if letter else 0.0, squares, shape)


def _read_at(words: Sequence[Sequence[Letter]], glyphs: Sequence[Glyph], dpi: float) -> Mapping[int, Letter]:
    """Return what is read at the place of each glyph: of words that have as many letters as the file has there."""
    rows: dict[int, list[int]] = defaultdict(list)
    for at, glyph in enumerate(glyphs):
        if _is_painted(glyph):
            rows[int(glyph.baseline)].append(at)
    found: dict[int, Letter] = {}
    for word in words:
        x0, x1 = (word[0].box.x0 * POINTS / dpi, word[-1].box.x1 * POINTS / dpi)
        top, bottom = min(letter.box.top for letter in word) * POINTS / dpi, max(letter.box.bottom for letter in word) * POINTS / dpi
        near = [at for height in range(int(top), int(bottom) + 3) for at in rows.get(height, ())]
        under = [at for at in near if _lies_within(glyphs[at], x0, x1, top)]
        under.sort(key=lambda at: glyphs[at].x)
        if len(under) == len(word):
            found |= dict(zip(under, word, strict=True))
    return found


def _is_painted(glyph: Glyph) -> bool:
    return glyph.visible and not glyph.angle and not glyph.text.isspace()


def _lies_within(glyph: Glyph, x0: float, x1: float, top: float) -> bool:
    middle, room = (glyph.box.x0 + glyph.box.x1) / 2, WITHIN * glyph.size
    return x0 - room <= middle <= x1 + room and glyph.baseline > top + 0.2 * glyph.size


def _which(shape: tuple[int, float, float], known: list[tuple[int, float, float]]) -> int:
    """Return the number of a shape among those of one name, a new one where it is like none."""
    for number, other in enumerate(known, 1):
        union = (shape[0] | other[0]).bit_count()
        alike = not union or (shape[0] ^ other[0]).bit_count() <= SAME_SHAPE * union
        if alike and abs(shape[1] - other[1]) <= SAME_HEIGHT and abs(shape[2] - other[2]) <= SAME_HEIGHT:
            return number
    known.append(shape)
    return len(known)
