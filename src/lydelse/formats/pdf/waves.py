"""Lines that are painted as a pattern: Chromium fills a rectangle with a picture of a wave, others fill or draw a thin line with a shade.

PDFium says where the rectangle is and not what the pattern shows, so the page is painted once more with everything else left out, and
what stands in the rectangle is looked at. A pattern that fills its rectangle, or one that is as high as the letters, is an area.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, sqrt
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.asking import by_address
from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.page import Colour, Glyph, Stroke
from lydelse.formats.pdf.painting import WHITE_FROM, Painted, draw_mode_of, ink_of, is_rectangle, painted_box, painted_on, pen_of
from lydelse.model.place import Box

PATTERN = (191, 191, 191)
"""What PDFium gives for the colour of a coloured pattern; a grey of that very tone has to be looked at too."""

SHADED = (255, 255, 255)
"""What PDFium gives for the colour of a shade, and of what is white."""

HIGHEST = 0.7
"""Ems of the text that the wave stands at: it rises 0.34 at 11 points and more in small print, an area behind text a whole em."""

NEAR = 1.0
"""Ems between the middle of a wave and the baseline of its text."""

PIXELS, MOST_PIXELS = 2.0, 12_000_000
"""For each point, and on a page at most."""

INKED_FROM = 32
"""Of 255: what is less opaque is the edge of something."""

THINNEST, MOST_SEGMENTS = 3.0, 5
"""Points: what a shade fills may be no thicker to be a line. A line that is drawn has so many parts at most."""

COLUMNS_INKED, MOST_INK = 0.6, 0.8
"""The share of a wave's columns that hold ink, and of its pixels at most: what is inked all over is an area."""


_count_segments = by_address(pdfium.FPDFPath_CountSegments)


class Band(NamedTuple):
    """What may hold a wave: which object it is, where it is, whether its text runs upright, and whether it is a thin line."""

    at: int
    box: Box
    upright: bool
    thin: bool


class Painting(NamedTuple):
    """A page as painted on nothing: four bytes for each pixel (blue, green, red, how opaque), rows of ``stride`` bytes."""

    pixels: memoryview
    stride: int
    scale: float


class Waves(NamedTuple):
    """The waves at a page's text, each by the place of its object among the page's, and how many patterns could not be looked at."""

    found: dict[int, Stroke]
    not_looked_at: int = 0

    def straightened(self, frame: Frame) -> Waves:
        """Return the waves of a page whose text lies slanted, where they are when it is set straight."""
        return self._replace(found={at: wave._replace(box=frame.straightened(wave.box)) for at, wave in self.found.items()})


def waves_on(document: pdfium.FPDF_DOCUMENT, number: int, objects: Sequence[Painted], frame: Frame, glyphs: Iterable[Glyph]) -> Waves:
    """Return the waves at the text of a page; ``number`` counts from 1."""
    bands = list(_bands(objects, frame, glyphs))
    painting = painted(document, number, {band.at for band in bands}, frame) if bands else None
    if painting is None:
        return Waves({}, len(bands))
    found = ((band.at, _wave(band, painting)) for band in bands)
    return Waves({at: wave for at, wave in found if wave is not None})


def _bands(objects: Sequence[Painted], frame: Frame, glyphs: Iterable[Glyph]) -> Iterator[Band]:
    patterns = [
        (at, painted_box(holder, outer, frame))
        for at, (holder, outer, _, kind) in enumerate(objects)
        if kind == pdfium.FPDF_PAGEOBJ_PATH and _may_be_painted(holder)
    ]
    patterns = [(at, box) for at, box in patterns if ink_of(objects[at].holder) == PATTERN or min(box.width, box.height) <= THINNEST]
    text = [glyph for glyph in glyphs if not glyph.text.isspace()] if patterns else []
    for at, box in patterns:
        own = next((glyph for glyph in text if _stands_at(box, glyph)), None)
        if own:
            yield Band(at, box, _runs_upright(own), ink_of(objects[at].holder) != PATTERN)


def _may_be_painted(holder: int) -> bool:
    """Tell whether a path is filled with a pattern, or filled or drawn with what may be a shade."""
    ink = ink_of(holder)
    if ink is None or (ink not in {PATTERN, SHADED} and not draw_mode_of(holder)[1]):
        return False
    if is_rectangle(holder):
        return ink in {PATTERN, SHADED}
    return _count_segments(holder) <= MOST_SEGMENTS and pen_of(holder) in {PATTERN, SHADED}


def _stands_at(box: Box, glyph: Glyph) -> bool:
    """Tell whether a rectangle stands at a glyph as a line through or under it does."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    if _runs_upright(glyph):
        along, rise, aside = glyph.box.top < box.bottom and box.top < glyph.box.bottom, box.width, abs(x - glyph.x)
    else:
        along, rise, aside = glyph.box.x0 < box.x1 and box.x0 < glyph.box.x1, box.height, abs(y - glyph.baseline)
    return along and rise <= HIGHEST * glyph.size and aside <= NEAR * glyph.size


def _runs_upright(glyph: Glyph) -> bool:
    return 45 < abs(glyph.angle) < 135


def painted(document: pdfium.FPDF_DOCUMENT, number: int, shown: set[int], frame: Frame) -> Painting | None:
    """Return a page painted with nothing on it but these of its objects, None where there is no room to paint it."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return None
    try:
        for at, each in enumerate(painted_on(page)):
            if at not in shown:
                _leave_out(each)
        return _bitmap(page, frame)
    finally:
        pdfium.FPDF_ClosePage(page)


def _leave_out(each: Painted) -> None:
    """Make an object unseen on the page as loaded; the file is not changed."""
    holder = each.handle
    match each.kind:
        case pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFTextObj_SetTextRenderMode(holder, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        case pdfium.FPDF_PAGEOBJ_PATH:
            pdfium.FPDFPath_SetDrawMode(holder, pdfium.FPDF_FILLMODE_NONE, 0)
        case _:
            pdfium.FPDFPageObj_SetFillColor(holder, 0, 0, 0, 0)


def _bitmap(page: pdfium.FPDF_PAGE, frame: Frame) -> Painting | None:
    scale = min(PIXELS, sqrt(MOST_PIXELS / max(1.0, frame.width * frame.height)))
    width, height = ceil(frame.width * scale), ceil(frame.height * scale)
    bitmap = pdfium.FPDFBitmap_Create(width, height, 1)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        return Painting(memoryview(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)), stride, scale)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _wave(band: Band, painting: Painting) -> Stroke | None:
    """Return the line that a rectangle shows, None where it shows an area or nothing."""
    rows = _rows(band.box, painting)
    columns = list(zip(*rows, strict=True))
    along, across = (rows, columns) if band.upright else (columns, rows)
    opaque = [pixel[3] for row in rows for pixel in row]
    inked = sum(any(pixel[3] >= INKED_FROM for pixel in slice_) for slice_ in along)
    if band.thin and inked >= COLUMNS_INKED * len(along) > 0:
        colour = _colour(rows)
        thickness = min(band.box.width, band.box.height)
        return Stroke(band.box, thickness, colour, not band.upright, band.upright) if min(colour) < WHITE_FROM else None
    if not opaque or inked < COLUMNS_INKED * len(along) or sum(each >= INKED_FROM for each in opaque) > MOST_INK * len(opaque):
        return None
    thickness = len(across) * sum(opaque) / (255 * len(opaque) * painting.scale)
    return Stroke(band.box, thickness, _colour(rows), horizontal=not band.upright, vertical=band.upright)


def _rows(box: Box, painting: Painting) -> list[list[tuple[int, ...]]]:
    pixels, stride, scale = painting
    high = len(pixels) // stride
    left, right = max(0, int(box.x0 * scale)), min(stride // 4, ceil(box.x1 * scale))
    lines = range(max(0, int(box.top * scale)), min(high, ceil(box.bottom * scale)))
    return [[tuple(pixels[y * stride + 4 * x : y * stride + 4 * x + 4]) for x in range(left, right)] for y in lines]


def _colour(rows: Iterable[Iterable[tuple[int, ...]]]) -> Colour:
    """Return the colour of the most opaque pixel."""
    blue, green, red, _ = max((pixel for row in rows for pixel in row), key=lambda pixel: pixel[3])
    return red, green, blue
