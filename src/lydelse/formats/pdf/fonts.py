"""The fonts of a page: their names, whether they are bold, and how far their letters reach above and below the baseline."""

from __future__ import annotations

import ctypes
import re
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.asking import ADDRESS
from lydelse.patterns import compiled

BOLD_WEIGHT = 600
BOLD_NAME = compiled(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
USUAL_ASCENT, USUAL_DESCENT = 0.75, 0.22
"""In ems, for the fonts whose own figures cannot be true."""


class Font(NamedTuple):
    """A font: ``ascent`` and ``descent`` in ems, both counted away from the baseline; ``address`` is PDFium's own."""

    name: str
    bold: bool
    ascent: float
    descent: float
    address: int


def font_of(address: int, page: pdfium.FPDF_TEXTPAGE, index: int) -> Font:
    """Return a font by its address; ``index`` is the place of a character on the text page that is set in it."""
    handle = ctypes.cast(ADDRESS(address), pdfium.FPDF_FONT)
    up, down, flags = ctypes.c_float(), ctypes.c_float(), ctypes.c_int()
    pdfium.FPDFFont_GetAscent(handle, 1.0, up)
    pdfium.FPDFFont_GetDescent(handle, 1.0, down)
    length = pdfium.FPDFText_GetFontInfo(page, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFText_GetFontInfo(page, index, buffer, length, flags)
    name = buffer.value.decode("utf-8", errors="replace")
    return Font(
        name=name,
        bold=bool(BOLD_NAME.search(name)) or pdfium.FPDFText_GetFontWeight(page, index) >= BOLD_WEIGHT,
        ascent=up.value if 0.5 <= up.value <= 1.2 else USUAL_ASCENT,
        descent=-down.value if 0.1 <= -down.value <= 0.5 else USUAL_DESCENT,
        address=address,
    )
