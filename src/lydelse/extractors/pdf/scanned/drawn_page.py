"""What was recognised in a picture -> a page: letters as glyphs in points, lines as strokes, coloured areas as fills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lydelse.formats.pdf.page import Fill, Glyph, Page, Stroke
from lydelse.formats.picture import Line, ReadPicture, ReadWord
from lydelse.model.place import Box

FONT, BOLD_FONT = "Recognised", "Recognised-Bold"
BOLD_FROM = 1.3
"""Times the stroke of most text of its size."""

POINTS = 72.0


def drawn_page(page: Page, read: ReadPicture, dpi: float) -> Page:
    """Return the page with what was read of its picture for all that stands on it; words' ``weight`` is that of most words for 1."""
    scale = POINTS / dpi
    glyphs = tuple(glyph for word in read.words for glyph in _glyphs(word, scale))
    strokes = tuple(_stroke(line, scale) for line in read.lines)
    fills = tuple(Fill(_box(area.box, scale), area.colour) for area in read.areas)
    return replace(page, glyphs=glyphs, strokes=strokes, fills=fills, pictures=(), guessed=frozenset(), misnamed=frozenset())


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
