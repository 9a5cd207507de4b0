"""How the text objects of a page are set: asked of PDFium once for each of them, by one of its characters."""

from __future__ import annotations

import ctypes
import struct
from math import isfinite
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.asking import address_of, by_address
from lydelse.formats.pdf.fonts import Font, font_of
from lydelse.formats.pdf.geometry import Frame, Matrix
from lydelse.formats.pdf.level_text import Common
from lydelse.formats.pdf.page import Colour
from lydelse.formats.pdf.painting import WHITE_FROM, Layers
from lydelse.model.place import Box

INVISIBLE_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
FAKE_BOLD_MODE = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
"""Text that is both filled and outlined: how a producer makes bold of a font that has none."""

OUTLINED_MODES = frozenset({FAKE_BOLD_MODE, pdfium.FPDF_TEXTRENDERMODE_STROKE})
"""Text with an outline, which is what is seen of it where it is not filled, or filled with white."""

SMALLEST_READABLE = 1.0
"""Points: smaller text is not seen by a reader."""

_MATRIX, _PAINT, _ORIGIN = struct.Struct("=4f"), struct.Struct("=4I"), struct.Struct("=2d")
"""What PDFium fills for a character, one after the other: its matrix (FS_MATRIX: two more floats follow), its colour and its origin."""

_PAINT_AT, _ORIGIN_AT, _ROOM = 24, 40, 56
"""Bytes from the beginning."""

_fill_origin = by_address(pdfium.FPDFText_GetCharOrigin)
_fill_matrix = by_address(pdfium.FPDFText_GetMatrix)
_size_at = by_address(pdfium.FPDFText_GetFontSize)
_font_of = by_address(pdfium.FPDFTextObj_GetFont)
_mode_of = by_address(pdfium.FPDFTextObj_GetTextRenderMode)
_fill_colour = by_address(pdfium.FPDFPageObj_GetFillColor)
_outline_colour = by_address(pdfium.FPDFPageObj_GetStrokeColor)
_new = tuple.__new__


class Look(NamedTuple):
    """What text objects that are set alike have in common: ``size`` in points after scaling, ``angle`` as seen.

    ``up`` and ``down`` are how far its letters reach from the baseline, ``pale`` says that they are white.
    """

    size: float
    font: Font
    bold: bool
    colour: Colour
    angle: float
    visible: bool
    up: float
    down: float
    pale: bool


class Style(NamedTuple):
    """How the characters of one text object are set.

    ``level`` is set for upright text on a page that lies straight; ``top`` and ``bottom`` are those of each character's box where the text
    is upright as seen; ``over`` is what is painted over it, and ``doubtful`` says that each character must be looked at: something
    is, or it is white or near an edge.
    """

    level: bool
    top: float
    bottom: float
    common: Common
    font: Font
    over: tuple[Box, ...]
    doubtful: bool


class Setting:
    """Asks how text is set on one text page. What PDFium fills is one buffer, made once."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, frame: Frame, layers: Layers) -> None:
        """Take an open text page."""
        self._page = page
        self._address = address_of(page)
        self._frame = frame
        self._is_plain = frame.is_plain
        self._layers = layers
        self._filled = ctypes.create_string_buffer(_ROOM)
        at = ctypes.addressof(self._filled)
        self._places = at, tuple(range(at + _PAINT_AT, at + _ORIGIN_AT, 4)), (at + _ORIGIN_AT, at + _ORIGIN_AT + 8)
        self._looks: dict[object, Look] = {}

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a character stands on its baseline, as seen."""
        _fill_origin(self._address, index, *self._places[2])
        x, y = _ORIGIN.unpack_from(self._filled, _ORIGIN_AT)
        return (x - self._frame.left, self._frame.top - y) if self._is_plain and isfinite(x + y) else self._frame.seen(x, y)

    def style(self, key: int, index: int, piece: int) -> Style:
        """Return how a text object is set, by its address and the place of one of its characters; ``piece`` is its number."""
        size, font, bold, colour, angle, visible, up, down, pale = self._look(key, index)
        x, baseline = self.origin(index)
        over = self._layers.over(key)
        within = 0 <= x <= self._frame.width and 0 <= baseline <= self._frame.height
        level, doubtful = angle == 0 and self._is_plain, bool(over) or pale or not within
        common = (baseline, size, font.name, bold, colour, angle, False, visible and key not in self._layers.off, piece)
        return _new(Style, (level, baseline - up, baseline + down, common, font, over, doubtful))

    def _look(self, holder: int, index: int) -> Look:
        page, (matrix, paint, _) = self._address, self._places
        _fill_matrix(page, index, matrix)
        painted, mode = _fill_colour(holder, *paint), _mode_of(holder)
        if mode in OUTLINED_MODES and (mode != FAKE_BOLD_MODE or min(_PAINT.unpack_from(self._filled, _PAINT_AT)[:3]) >= WHITE_FROM):
            painted = _outline_colour(holder, *paint)
        filled = self._filled.raw
        asked = filled[: _MATRIX.size], filled[_PAINT_AT:_ORIGIN_AT] if painted else None, _size_at(page, index), _font_of(holder), mode
        return self._looks.get(asked) or self._looks.setdefault(asked, self._new_look(index, *asked[1:]))

    def _new_look(self, index: int, paint: bytes | None, size: float, font: int, mode: int) -> Look:
        a, b, c, d = _MATRIX.unpack_from(self._filled)
        matrix = Matrix(a, b, c, d, 0, 0)
        red, green, blue, alpha = _PAINT.unpack(paint) if paint else (0, 0, 0, 255)
        size, own = size * matrix.rise, font_of(font, self._page, index)
        size = size if isfinite(size) else 0.0
        visible = mode not in INVISIBLE_MODES and alpha > 0 and size >= SMALLEST_READABLE
        angle, colour = self._frame.seen_angle(matrix.direction), (red, green, blue)
        bold, pale = own.bold or mode == FAKE_BOLD_MODE, min(colour) >= WHITE_FROM
        return Look(round(size, 3), own, bold, colour, angle, visible, own.ascent * size, own.descent * size, pale)
