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

MOST_PIXELS = 25_000_000
"""A sheet of A3 at 300 to the inch is 17 million."""

SAME_AS_WHOLE = 0.03
"""Of the resolution: a picture of 1 240 pixels on a page of 595.3 points is shown as 150 to the inch."""


class PagePicture(NamedTuple):
    """A page as seen: three bytes for each pixel (red, green, blue), and how many pixels make an inch."""

    width: int
    height: int
    pixels: bytes
    dpi: float


def picture_of(page: pdfium.FPDF_PAGE, frame: Frame, objects: Iterable[Painted]) -> PagePicture | None:
    """Return an open page as it is painted, without its annotations; None where there is no room to paint it."""
    dpi = min(_fineness(objects), POINTS * sqrt(MOST_PIXELS / max(1.0, frame.width * frame.height)))
    width, height = max(1, round(frame.width * dpi / POINTS)), max(1, round(frame.height * dpi / POINTS))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_REVERSE_BYTE_ORDER)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        content = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = content if stride == 3 * width else b"".join(content[at * stride : at * stride + 3 * width] for at in range(height))
    return PagePicture(width, height, rows, dpi)


def _fineness(objects: Iterable[Painted]) -> float:
    """Return how many pixels the largest picture of a page has for each inch."""
    _, dpi = max(_pictures(objects), default=(0.0, USUAL))
    return min(FINEST, max(COARSEST, dpi))


def _pictures(objects: Iterable[Painted]) -> Iterator[tuple[float, float]]:
    """Yield how much of the page each picture takes, and its resolution."""
    across, down = ctypes.c_uint(), ctypes.c_uint()
    for holder, outer, _ in objects:
        if pdfium.FPDFPageObj_GetType(holder) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        matrix = matrix_of(holder).then(outer)
        wide, high = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
        if pdfium.FPDFImageObj_GetImagePixelSize(holder, across, down) and min(wide, high) > 1:
            yield wide * high, POINTS * across.value / wide
