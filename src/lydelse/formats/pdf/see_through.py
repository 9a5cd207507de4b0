"""Pictures that let the text under them be seen: a stamp or "UTKAST" over the whole page, with nothing but its letters opaque.

PDFium says of a picture with a mask that it has no transparency, so each one that is painted over text is looked at.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from math import ceil

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import IDENTITY, Frame
from lydelse.formats.pdf.painting import Painted, clip_of, painted_box

CLEAR_FROM = 0.1
"""Of a picture's points: where so many are not opaque it covers nothing. The edge of a photograph with round corners is less."""

OPAQUE = bytes(range(224, 256))
"""How opaque a point is that nothing is seen through."""

UNTURNED = Frame(0, 0, 0, 0, 0)
"""A page as it is in its own coordinates, for what is only measured against itself."""

MOST_LOOKED_AT = 24
"""Pictures on a page: a page of more is no stamped text."""


def pictures_seen_through(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, objects: Sequence[Painted]) -> frozenset[int]:
    """Return the places of the pictures that are painted over text and through which it is seen."""
    over = list(_over_text(objects))
    return frozenset(at for at in over if _is_clear(document, page, objects[at])) if len(over) <= MOST_LOOKED_AT else frozenset()


def _over_text(objects: Sequence[Painted]) -> Iterator[int]:
    text = False
    for at, each in enumerate(objects):
        text = text or each.kind == pdfium.FPDF_PAGEOBJ_TEXT
        if text and each.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield at


def _is_clear(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, picture: Painted) -> bool:
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, picture.handle)
    if not bitmap:
        return False
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return False
        width, height, stride = (
            ask(bitmap) for ask in (pdfium.FPDFBitmap_GetWidth, pdfium.FPDFBitmap_GetHeight, pdfium.FPDFBitmap_GetStride)
        )
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        columns, rows = _within_clip(picture.holder, width, height)
        alphas = b"".join(pixels[row * stride + 4 * columns.start + 3 : row * stride + 4 * columns.stop : 4] for row in rows)
        return len(alphas.translate(None, OPAQUE)) >= CLEAR_FROM * max(1, len(alphas))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _within_clip(holder: int, width: int, height: int) -> tuple[range, range]:
    """Return the columns and rows of a picture of an object that its clip lets be seen."""
    box, clip = painted_box(holder, IDENTITY, UNTURNED), clip_of(holder, IDENTITY, UNTURNED)
    if clip is None or not (box.width and box.height):
        return range(width), range(height)
    left, right = ((x - box.x0) / box.width * width for x in (clip.x0, clip.x1))
    top, bottom = ((y - box.top) / box.height * height for y in (clip.top, clip.bottom))
    return range(max(0, ceil(left)), min(width, int(right))), range(max(0, ceil(top)), min(height, int(bottom)))
