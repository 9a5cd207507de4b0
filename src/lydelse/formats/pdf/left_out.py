"""Letters that PDFium paints and leaves out of a page's text: text objects none of whose characters are among the page's.

It leaves out a text object of its own that is named a blank and follows a blank, and the second of two that are alike at one place, as
bold and shadows are made of. The first may be drawn as a letter, and is then a character that nothing names. What a true blank draws is
flat, so its bounds tell it from a letter without its being painted: of 18 700 text objects in PDFs by others 1 590 were left out, all of
them flat but 25 that were drawn a second time.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.characters import UNKNOWN
from lydelse.formats.pdf.geometry import Frame, matrix_of
from lydelse.formats.pdf.glyphs import Letters
from lydelse.formats.pdf.page import Colour, Glyph
from lydelse.formats.pdf.painting import Layers, Painted, is_hidden, painted_box
from lydelse.formats.pdf.setting import INVISIBLE_MODES, SMALLEST_READABLE
from lydelse.model.place import Box

FLAT_TO = 0.05
"""Points: what a blank is drawn with is 0.01 high."""

DRAWN_TWICE_WITHIN = 1.0
"""Points up and down between two drawings of one letter, as shadows and bold are made."""

HYPHEN_TO, NEAR_TO = 0.15, 0.3
"""Ems: the height of a hyphen's stroke (0.06 to 0.1), and how far it stands from where the hyphen was read."""

SQUEEZED_FROM = 1.0
"""Points of height of a text object that has no width: its letters are drawn in no room at all. A blank is flat."""

FINENESS = 2.0
"""Pixels for each point, in which a letter is looked for."""


class Opened(NamedTuple):
    """A page of an open document."""

    document: pdfium.FPDF_DOCUMENT
    page: pdfium.FPDF_PAGE


def with_letters_left_out(opened: Opened, objects: Sequence[Painted], letters: Letters, layers: Layers, frame: Frame) -> tuple[Glyph, ...]:
    """Return the glyphs of a page with those of the text objects that are seen on it and that no character of its text stands in.

    Where letters that nobody sees were read at the same place, as a browser draws a shadow before its text, it is they that are seen.
    Elsewhere each such object is one unknown character.
    """
    unread = layers.order.keys() - letters.holders
    glyphs = list(letters.glyphs)
    rows = _by_height(glyphs if unread else ())
    for each in objects if unread else ():
        if each.holder not in unread:
            continue
        box = painted_box(each.holder, each.outer, frame)
        if min(box.width, box.height) <= FLAT_TO:
            continue
        glyph = _unknown(each, box, frame)
        over = layers.over(each.holder)
        if glyph.size < SMALLEST_READABLE or is_hidden(box, glyph.colour, over, layers, frame):
            continue
        if _is_read_hyphen(box, glyph, glyphs, rows):
            continue
        same = list(_at_the_same_place(box, glyphs, rows))
        if not any(glyphs[at].visible and not glyphs[at].text.isspace() for at in same) and _leaves_ink(opened, each.handle):
            for at in same:
                glyphs[at] = glyphs[at]._replace(visible=True, colour=glyph.colour)
            glyphs += [] if any(not glyphs[at].text.isspace() for at in same) else [glyph]
    return tuple(glyphs)


def squeezed_on(objects: Sequence[Painted], letters: Letters, layers: Layers, frame: Frame) -> int:
    """Return how many text objects of a page have letters without any width, which PDFium leaves out of its text and nobody sees."""
    unread = layers.order.keys() - letters.holders
    boxes = [painted_box(each.holder, each.outer, frame) for each in objects if each.holder in unread] if unread else []
    return sum(box.width <= FLAT_TO and box.height > SQUEEZED_FROM for box in boxes)


def _is_read_hyphen(box: Box, glyph: Glyph, glyphs: Sequence[Glyph], rows: Mapping[int, list[int]]) -> bool:
    """Tell whether an object is the stroke of a hyphen at a line's end, which PDFium gives with the letter before it."""
    if box.height > HYPHEN_TO * glyph.size:
        return False
    near = (glyphs[at] for at in _between(box.top - 2, box.bottom + 2, rows))
    return any(each.text == "-" and abs(box.x0 - each.box.x1) <= NEAR_TO * glyph.size for each in near)


def _by_height(glyphs: Sequence[Glyph]) -> Mapping[int, list[int]]:
    """Return the places of glyphs by the whole point that their middle stands at."""
    rows: dict[int, list[int]] = defaultdict(list)
    for at, glyph in enumerate(glyphs):
        rows[int((glyph.box.top + glyph.box.bottom) / 2)].append(at)
    return rows


def _at_the_same_place(box: Box, glyphs: Sequence[Glyph], rows: Mapping[int, list[int]]) -> Iterator[int]:
    """Yield the places of what was read where a text object stands."""
    for at in _between(box.top - DRAWN_TWICE_WITHIN, box.bottom + DRAWN_TWICE_WITHIN, rows):
        if box.x0 < (glyphs[at].box.x0 + glyphs[at].box.x1) / 2 < box.x1:
            yield at


def _between(top: float, bottom: float, rows: Mapping[int, list[int]]) -> Iterator[int]:
    """Yield the places of the glyphs whose middle stands at a height; a text object may reach over more points than can be counted."""
    for height in range(max(int(top), min(rows, default=0)), min(int(bottom), max(rows, default=0)) + 1):
        yield from rows.get(height, ())


def _unknown(each: Painted, box: Box, frame: Frame) -> Glyph:
    matrix = matrix_of(each.holder).then(each.outer)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(each.handle, size)
    _, baseline = frame.seen(matrix.e, matrix.f)
    angle = frame.seen_angle(matrix.direction)
    return Glyph(
        UNKNOWN, box, box.x0, baseline, round(size.value * matrix.rise, 3), "", bold=False, colour=_colour(each.handle), angle=angle
    )


def _colour(holder: pdfium.FPDF_PAGEOBJECT) -> Colour:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    painted = pdfium.FPDFPageObj_GetFillColor(holder, red, green, blue, alpha)
    return (red.value, green.value, blue.value) if painted else (0, 0, 0)


def _leaves_ink(opened: Opened, holder: pdfium.FPDF_PAGEOBJECT) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(holder) in INVISIBLE_MODES:
        return False
    bitmap = pdfium.FPDFTextObj_GetRenderedBitmap(*opened, holder, FINENESS)
    if not bitmap:
        return False
    try:
        size = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
        return any(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
