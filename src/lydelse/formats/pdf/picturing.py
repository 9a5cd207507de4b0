"""A page as a picture: painted as finely as the picture that it holds, so that no pixel of a scan is lost or made up."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from math import hypot, sqrt
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame, matrix_of
from lydelse.formats.pdf.painting import Painted

POINTS = 72.0
COARSEST, FINEST, USUAL = 100.0, 300.0, 200.0
"""Pixels for each inch: what is painted at least and at most, and where a page holds no picture."""

MOST_PIXELS = 80_000_000
"""A sheet of A3 at 300 to the inch is 17 million; three bytes each."""

SAME_BOTH_WAYS = 0.02
"""Of a resolution: 1 755 pixels on 842 points and 1 240 on 595 differ by less, and must come out as so many, each pixel as it is."""


class PagePicture(NamedTuple):
    """A page as seen: three bytes for each pixel (red, green, blue), and how many pixels make an inch."""

    width: int
    height: int
    pixels: bytes
    dpi: float


def picture_of(page: pdfium.FPDF_PAGE, frame: Frame, objects: Iterable[Painted], wished: float | None = None) -> PagePicture | None:
    """Return an open page as it is painted, without its annotations; None where there is no room to paint it."""
    across, down = (wished, wished) if wished else _fineness(objects, frame)
    dpi = min(across, POINTS * sqrt(MOST_PIXELS / max(1.0, frame.width * frame.height)))
    width, height = max(1, round(frame.width * dpi / POINTS)), max(1, round(frame.height * dpi / across * down / POINTS))
    pixels = bytearray(b"\xff") * (3 * width * height)  # PDFium's own rows would end with bytes that are no pixels
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, (ctypes.c_char * len(pixels)).from_buffer(pixels), 3 * width)
    if not bitmap:
        return None
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_REVERSE_BYTE_ORDER)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return PagePicture(width, height, bytes(pixels), dpi)


def _fineness(objects: Iterable[Painted], frame: Frame) -> tuple[float, float]:
    """Return how many pixels the largest picture of a page has for each inch, across the page as seen and down it."""
    _, across, down = max(_pictures(objects, turned=frame.turns % 2 == 1), default=(0.0, USUAL, USUAL))
    fit = min(FINEST, max(COARSEST, across)) / across
    return (across * fit, down * fit) if abs(across - down) <= SAME_BOTH_WAYS * across else (across * fit, across * fit)


def _pictures(objects: Iterable[Painted], *, turned: bool) -> Iterator[tuple[float, float, float]]:
    """Yield how much of the page each picture takes, and its resolution across the page as seen and down it."""
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    for each in objects:
        if each.kind != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        matrix = matrix_of(each.holder).then(each.outer)
        width, height = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
        if pdfium.FPDFImageObj_GetImagePixelSize(each.handle, wide, high) and min(width, height) > 1 and min(wide.value, high.value) > 1:
            lies = abs(matrix.b) > abs(matrix.a)
            across, down = POINTS * wide.value / width, POINTS * high.value / height
            yield width * height, *((down, across) if lies != turned else (across, down))
