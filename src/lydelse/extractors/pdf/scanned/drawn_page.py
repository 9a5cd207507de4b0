"""What was recognised in a picture -> a page: letters as glyphs in points, lines as strokes, coloured areas as fills."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.formats.pdf.page import Fill, Glyph, Page, Stroke
from lydelse.formats.picture import Line, ReadPicture, ReadWord
from lydelse.model.place import Box
from lydelse.records import replace

FONT, BOLD_FONT = "Recognised", "Recognised-Bold"
RECOGNISED = frozenset({FONT, BOLD_FONT})
"""Fonts of letters that are as broad as they were measured in a picture."""

BOLD_FROM = 1.3
"""Times the stroke of most text of its size."""

POINTS = 72.0


def drawn_page(page: Page, read: ReadPicture, dpi: float) -> Page:
    """Return the page with what was read of its picture; words' ``weight`` is that of most words for 1.

    Letters of its own that a reader sees, a stamp's or a title's over the picture, stay as the file has them.
    """
    scale = POINTS / dpi
    own = tuple(glyph for glyph in page.glyphs if glyph.visible)
    words = (word for word in read.words if not any(_is_of(word, glyph, scale) for glyph in own))
    glyphs = (*own, *(glyph for word in words for glyph in _glyphs(word, scale)))
    strokes = tuple(_stroke(line, scale) for line in read.lines)
    fills = tuple(Fill(_box(area.box, scale), area.colour) for area in read.areas)
    return replace(page, glyphs=glyphs, strokes=strokes, fills=fills, pictures=(), guessed=frozenset(), misnamed=frozenset())


def _is_of(word: ReadWord, glyph: Glyph, scale: float) -> bool:
    """Tell whether a word was recognised where a letter of the page's own stands."""
    first, last = _box(word.letters[0].box, scale), _box(word.letters[-1].box, scale)
    x, y = (glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.top + glyph.box.bottom) / 2
    return first.x0 <= x <= last.x1 and first.top <= y <= first.bottom


def _glyphs(word: ReadWord, scale: float) -> Iterator[Glyph]:
    bold = word.weight >= BOLD_FROM
    for letter in word.letters:
        box = _box(letter.box, scale)
        yield Glyph(
            letter.text,
            box,
            box.x0,
            word.baseline * scale,
            round(word.size * scale, 2),
            BOLD_FONT if bold else FONT,
            bold,
            word.colour,
        )
    end = _box(word.letters[-1].box, scale)
    space = Box(end.x1, end.top, end.x1 + 0.1, end.bottom)
    yield Glyph(" ", space, space.x0, word.baseline * scale, round(word.size * scale, 2), FONT, bold=False, colour=word.colour)


def _stroke(line: Line, scale: float) -> Stroke:
    return Stroke(_box(line.box, scale), line.thickness * scale, line.colour, horizontal=line.level, vertical=not line.level)


def _box(box: Box, scale: float) -> Box:
    return Box(box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale)
