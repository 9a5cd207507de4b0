"""Grounds that are filled with a shade: PDFium calls them white, and white text on them would be taken for text that nobody sees.

Looked at where a page has white text with nothing but white under it: what lies there is painted once more with all else left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.page import Glyph
from lydelse.formats.pdf.painting import WHITE_FROM, Painted, ink_of, painted_box
from lydelse.formats.pdf.waves import INKED_FROM, SHADED, Painting, painted
from lydelse.model.place import Box


def shaded_grounds(
    document: pdfium.FPDF_DOCUMENT, number: int, objects: Sequence[Painted], frame: Frame, glyphs: Iterable[Glyph]
) -> frozenset[int]:
    """Return the places of the objects that are a shade under white text; ``number`` counts from 1."""
    unseen = [_middle(glyph.box) for glyph in glyphs if not glyph.visible and min(glyph.colour) >= WHITE_FROM and not glyph.text.isspace()]
    boxes = {at: painted_box(each.holder, each.outer, frame) for at, each in enumerate(objects) if _is_called_white(each)} if unseen else {}
    held = {at: own for at, box in boxes.items() if (own := [point for point in unseen if _holds(box, point)])}
    painting = painted(document, number, set(held), frame) if held else None
    if painting is None:
        return frozenset()
    return frozenset(at for at, points in held.items() if any(_is_coloured(painting, point) for point in points))


def _is_called_white(each: Painted) -> bool:
    return each.kind == pdfium.FPDF_PAGEOBJ_PATH and ink_of(each.holder) == SHADED


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box.x0 <= point[0] <= box.x1 and box.top <= point[1] <= box.bottom


def _is_coloured(painting: Painting, point: tuple[float, float]) -> bool:
    pixels, stride, scale = painting
    x, y = int(point[0] * scale), int(point[1] * scale)
    if not (0 <= x < stride // 4 and 0 <= y < len(pixels) // stride):
        return False
    blue, green, red, opaque = pixels[y * stride + 4 * x : y * stride + 4 * x + 4]
    return opaque >= INKED_FROM and min(blue, green, red) < WHITE_FROM
