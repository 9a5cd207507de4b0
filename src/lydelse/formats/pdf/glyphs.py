"""The characters of a page, from PDFium's text page. What was observed of it stands in ``docs/formats/pdf.md``."""

from __future__ import annotations

import ctypes
import re
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame, Matrix
from lydelse.formats.pdf.page import Colour, Glyph
from lydelse.model.place import Box

FIRST_PRINTED = 32
"""Lower codes are control characters."""

LINE_END_HYPHEN = 2
"""What PDFium gives for a hyphen that it takes to divide a word at a line end; on paper it is a hyphen."""

INVISIBLE_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
FAKE_BOLD_MODE = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
"""Text that is both filled and outlined: how a producer makes bold of a font that has none."""

BOLD_WEIGHT = 600
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
SMALLEST_READABLE = 1.0
"""Points: smaller text is not seen by a reader."""

USUAL_ASCENT, USUAL_DESCENT = 0.75, 0.22
"""In ems, for the fonts whose own figures cannot be true."""


class Style(NamedTuple):
    """What all characters of one text object have in common."""

    size: float
    font: str
    bold: bool
    colour: Colour
    angle: float
    visible: bool
    ascent: float
    descent: float


class _Reader:
    """Reads the characters of one text page. PDFium's structures are made once and filled anew for each character."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, frame: Frame) -> None:
        self.page = page
        self.frame = frame
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.rectangle = pdfium.FS_RECTF()
        self.styles: dict[int, Style] = {}
        self.codes = _codes(page)

    def glyphs(self) -> list[Glyph]:
        """Return every character in the order of the file, line breaks left out."""
        result: list[Glyph] = []
        text_object, style_of, drawn, generated = pdfium.FPDFText_GetTextObject, self.styles, self._drawn, self._generated
        for index, text in enumerate(self.codes):
            holder = text_object(self.page, index)
            if not holder:
                if text == " " and result:
                    result.append(generated(index, result[-1]))
                continue
            key = ctypes.addressof(holder.contents)
            style = style_of.get(key)
            if style is None:
                style = style_of[key] = self._style(holder, index)
            if text:
                result.append(drawn(index, text, style))
        return result

    def _drawn(self, index: int, text: str, style: Style) -> Glyph:
        x, y, rectangle = self.x, self.y, self.rectangle
        pdfium.FPDFText_GetCharOrigin(self.page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(self.page, index, rectangle)
        left, baseline = self.frame.seen(x.value, y.value)
        box = self.frame.seen_box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if style.angle == 0:
            box = Box(left, baseline - style.ascent, max(box.x1, left), baseline + style.descent)
        visible = style.visible and box.x1 > 0 and box.bottom > 0 and box.x0 < self.frame.width and box.top < self.frame.height
        return Glyph(text, box, left, baseline, style.size, style.font, style.bold, style.colour, style.angle, False, visible)  # noqa: FBT003 - a tuple

    def _generated(self, index: int, last: Glyph) -> Glyph:
        pdfium.FPDFText_GetCharOrigin(self.page, index, self.x, self.y)
        left, _ = self.frame.seen(self.x.value, self.y.value)
        box = Box(last.box.x1, last.box.top, max(left, last.box.x1), last.box.bottom)
        return last._replace(text=" ", box=box, x=last.box.x1, generated=True)

    def _style(self, holder: pdfium.FPDF_PAGEOBJECT, index: int) -> Style:
        found = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.page, index, found)
        matrix = Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
        size = pdfium.FPDFText_GetFontSize(self.page, index) * matrix.rise
        font = _font_name(self.page, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(holder)
        colour, alpha = _colour(self.page, index)
        ascent, descent = _extents(pdfium.FPDFTextObj_GetFont(holder))
        return Style(
            size=round(size, 3),
            font=font,
            bold=mode == FAKE_BOLD_MODE or bool(BOLD_NAME.search(font)) or pdfium.FPDFText_GetFontWeight(self.page, index) >= BOLD_WEIGHT,
            colour=colour,
            angle=self.frame.seen_angle(matrix.direction),
            visible=mode not in INVISIBLE_MODES and alpha > 0 and size >= SMALLEST_READABLE,
            ascent=ascent * size,
            descent=descent * size,
        )


def glyphs_of(page: pdfium.FPDF_PAGE, frame: Frame) -> tuple[Glyph, ...]:
    """Return the characters of an open page in the order of the file.

    Line breaks are left out: lines are built from the positions. A hyphen at a line's end is a hyphen, whatever PDFium takes it for.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return ()
    try:
        return tuple(_Reader(text_page, frame).glyphs())
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _codes(page: pdfium.FPDF_TEXTPAGE) -> list[str]:
    """Return the text of each character index; "" for what is nothing to read and for the second half of a character."""
    count = max(0, pdfium.FPDFText_CountChars(page))
    codes = [pdfium.FPDFText_GetUnicode(page, index) for index in range(count)]
    texts = ["-" if code == LINE_END_HYPHEN else chr(code) if code >= FIRST_PRINTED else "" for code in codes]
    for index in range(count - 1):
        if 0xD800 <= codes[index] < 0xDC00 <= codes[index + 1] < 0xE000:
            texts[index] = chr(0x10000 + ((codes[index] - 0xD800) << 10) + codes[index + 1] - 0xDC00)
            texts[index + 1] = ""
    return texts


def _font_name(page: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(page, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFText_GetFontInfo(page, index, buffer, length, flags)
    return buffer.value.decode("utf-8", errors="replace")


def _colour(page: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[Colour, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(page, index, red, green, blue, alpha):
        return (0, 0, 0), 255
    return (red.value, green.value, blue.value), alpha.value


def _extents(font: pdfium.FPDF_FONT) -> tuple[float, float]:
    up, down = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFFont_GetAscent(font, 1.0, up)
    pdfium.FPDFFont_GetDescent(font, 1.0, down)
    ascent = up.value if 0.5 <= up.value <= 1.2 else USUAL_ASCENT
    descent = -down.value if 0.1 <= -down.value <= 0.5 else USUAL_DESCENT
    return ascent, descent
