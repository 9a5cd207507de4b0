"""Letter-spaced text: what stands between its letters is no space between words, however wide it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.formats.pdf.page import Glyph

LEAST, MOST = 0.05, 0.36
"""Ems between the letters: kerning and hinting stay below, the columns of a table above."""

FEWEST = 8
"""Gaps: in fewer, single letters in a row cannot be told from a word."""

ALIKE_WITHIN = 0.04
"""Ems that gaps between letters differ, by kerning."""

ALIKE_FROM = 0.6
"""Of the gaps in a row: the others stand between words."""


def spacing_of(glyphs: Sequence[Glyph]) -> float:
    """Return how far the letters of a row stand apart beyond their widths, in ems; 0.0 where they are set as usual."""
    gaps: list[float] = []
    close = 0
    for gap in _gaps(glyphs):
        gaps.append(gap)
        close += gap < LEAST
        if close > len(glyphs) // 3:  # so nearly every row is done with, long before its end
            return 0.0
    if len(gaps) < FEWEST:
        return 0.0
    gaps.sort()
    usual = gaps[len(gaps) // 3]
    if not LEAST <= usual <= MOST:
        return 0.0
    alike = sum(abs(gap - usual) <= ALIKE_WITHIN for gap in gaps)
    return usual if alike >= ALIKE_FROM * len(gaps) else 0.0


def _gaps(glyphs: Sequence[Glyph]) -> Iterator[float]:
    """Yield the distances between letters with no drawn space between."""
    before: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text.isspace():
            if before:
                yield (glyph.box.x0 - before.box.x1) / glyph.size
            before = glyph
        elif is_drawn_space(glyph):
            before = None


def is_drawn_space(glyph: Glyph) -> bool:
    """Tell whether the file draws a space: those that PDFium finds between the strings of one text object have no width."""
    return glyph.text.isspace() and not glyph.generated and glyph.box.width > 0
