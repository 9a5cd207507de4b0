"""Pictures that let the text under them be seen: a stamp or "UTKAST" over the whole page, with nothing but its letters opaque.

PDFium says of a picture with a mask that it has no transparency, so each one that is painted over text is looked at.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.painting import Painted

CLEAR_FROM = 0.1
"""Of a picture's points: where so many are not opaque it covers nothing. The edge of a photograph with round corners is less."""

OPAQUE = bytes(range(224, 256))
"""How opaque a point is that nothing is seen through."""

MOST_LOOKED_AT = 64
"""Pictures on a page: a page of more is no stamped text."""


def pictures_seen_through(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, objects: Sequence[Painted]) -> frozenset[int]:
    """Return the places of the pictures that are painted over text and through which it is seen."""
    over = list(_over_text(objects))
    return frozenset(at for at in over if _is_clear(document, page, objects[at].holder)) if len(over) <= MOST_LOOKED_AT else frozenset()


def _over_text(objects: Sequence[Painted]) -> Iterator[int]:
    text = False
    for at, (holder, _, _) in enumerate(objects):
        kind = pdfium.FPDFPageObj_GetType(holder)
        text = text or kind == pdfium.FPDF_PAGEOBJ_TEXT
        if text and kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield at


def _is_clear(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, holder: pdfium.FPDF_PAGEOBJECT) -> bool:
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, holder)
    if not bitmap:
        return False
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return False
        length = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
        alphas = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), length)[3::4]
        return len(alphas.translate(None, OPAQUE)) >= CLEAR_FROM * len(alphas)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
