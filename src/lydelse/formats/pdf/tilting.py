"""Pages whose text lies a little slanted, as a program may turn it: how much, so that letters and lines are told as if set straight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame, matrix_of
from lydelse.formats.pdf.page import Glyph
from lydelse.formats.pdf.painting import Painted

MOST = 5.0
"""Degrees: what is turned more is no text of the page that it stands on."""

NEARLY_ALL = 0.8
"""Of a page's letters: a crooked stamp or a running header that was not turned with the text says nothing of the rest."""

SAME_WITHIN = 0.06
"""Degrees: what glyphs say of their angle is rounded to tenths."""


def tilt_of(objects: Iterable[Painted], glyphs: Sequence[Glyph], frame: Frame) -> float:
    """Return how many degrees counterclockwise nearly all that is seen of a page's text is slanted, 0.0 where it is not."""
    if not any(glyph.angle for glyph in glyphs):
        return 0.0
    counts = Counter(glyph.angle for glyph in glyphs if glyph.visible and not glyph.text.isspace())
    angle, count = max(counts.items(), key=lambda each: (each[1], each[0]), default=(0.0, 0))
    if not 0 < abs(angle) <= MOST or count < NEARLY_ALL * counts.total():
        return 0.0
    texts = (each for each in objects if each.kind == pdfium.FPDF_PAGEOBJ_TEXT)
    turned = (matrix_of(each.holder).then(each.outer).direction - 90 * frame.turns for each in texts)
    own = [exact for each in turned if abs((exact := (each + 180) % 360 - 180) - angle) <= SAME_WITHIN]
    return median(own) if own else angle
