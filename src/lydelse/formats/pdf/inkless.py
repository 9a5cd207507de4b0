"""Words that leave no ink on the page, whatever it is that hides them: a clip, a colour, a form that lets nothing through.

What is painted over text, and white text on white paper, are told by the order of painting (``painting``). There are more ways to hide
text than an order tells: so every page is painted, and a word in whose place all is of one colour is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.page import Glyph
from lydelse.formats.pdf.picturing import POINTS, PagePicture, picture_of
from lydelse.model.place import Box

COARSE, FINE = 72.0, 200.0
"""Pixels for each inch: nearly all words are seen on a coarse picture, which takes some milliseconds; the others are looked for again."""

WHITE = b"\xff\xff\xff"

CONTRAST = 16
"""Of 255, in any of red, green and blue: a difference that is less is not seen."""

DARK = min(WHITE) - CONTRAST
"""What is seen on white is less than this in any of red, green and blue."""

HIGH, LOW = 0.7, 0.15
"""Ems above and below the baseline between which a word has ink: what is further away may be its neighbours'."""

EACH_SIDE = 0.08
"""Ems that are left out on each side of a word, for the same reason."""

SMALLEST = 3.0
"""Points: smaller letters are too fine for the pictures."""


def with_words_without_ink_hidden(glyphs: tuple[Glyph, ...], page: pdfium.FPDF_PAGE, frame: Frame) -> tuple[Glyph, ...]:
    """Return the glyphs of a page with those of words that leave no ink not visible; as they are on a page that lies slanted."""
    words = [] if frame.tilt else list(_words(glyphs))
    for dpi in (COARSE, FINE):
        painted = picture_of(page, frame, (), dpi) if words else None
        words = [word for word in words if painted and not has_ink(painted, _room(glyphs[word.start : word.stop]))]
    hidden = {at for word in words for at in word}
    return tuple(glyph._replace(visible=False) if at in hidden else glyph for at, glyph in enumerate(glyphs)) if hidden else glyphs


def has_ink(painted: PagePicture, box: Box) -> bool:
    """Tell whether anything is seen in a box of the page: more than one colour."""
    width, height, pixels, dpi = painted
    scale = dpi / POINTS
    x0, y0, x1, y1 = box
    left, right, top, bottom = int(x0 * scale), int(x1 * scale) + 1, int(y0 * scale), int(y1 * scale) + 1
    if left < 0 or top < 0 or right > width or bottom > height:
        left, right, top, bottom = max(0, left), min(width, right), max(0, top), min(height, bottom)
    if right <= left or bottom <= top:
        return False
    count, following = 3 * (right - left), 3 * width
    start = following * ((top + bottom) // 2) + 3 * left
    first = pixels[start : start + 3]
    if first == WHITE and min(pixels[start : start + count]) < DARK:
        return True  # so nearly every word is done with
    plain = first * (right - left)
    starts = range(start, following * bottom, following), range(following * top + 3 * left, start, following)
    for at in chain(*starts):
        row = pixels[at : at + count]
        if row != plain and any(_differs(row[channel::3], first[channel]) for channel in range(3)):
            return True
    return False


def _differs(row: Sequence[int], ground: int) -> bool:
    return max(row) - ground > CONTRAST or ground - min(row) > CONTRAST


def _words(glyphs: Sequence[Glyph]) -> Iterator[range]:
    """Yield the places of the glyphs of each word that is to be seen and has a letter or a figure."""
    begins = -1
    piece, height = 0, 0.0
    for at, (text, _, _, baseline, size, _, _, _, _, _, visible, own) in enumerate(glyphs):
        is_letter = visible and size >= SMALLEST and not text.isspace()
        if begins >= 0 and not (is_letter and own == piece and baseline == height):
            yield range(begins, at)
            begins = -1
        if begins < 0 and is_letter and text.isalnum():
            begins, piece, height = at, own, baseline
    if begins >= 0:
        yield range(begins, len(glyphs))


def _room(word: Sequence[Glyph]) -> Box:
    """Return where the ink of a word is to be found."""
    first = word[0]
    x0, x1 = min(first.box.x0, word[-1].box.x0), max(first.box.x1, word[-1].box.x1)
    if first.angle:
        return Box(x0, min(glyph.box.top for glyph in word), x1, max(glyph.box.bottom for glyph in word))
    side = min(EACH_SIDE * first.size, (x1 - x0) / 4)
    top, bottom = first.baseline - HIGH * first.size, first.baseline + LOW * first.size
    return Box(x0 + side, max(top, first.box.top), x1 - side, min(bottom, first.box.bottom))
