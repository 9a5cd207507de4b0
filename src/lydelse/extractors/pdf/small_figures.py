"""Raised figures that have the size and the baseline of the text: letters of the font for them, as Typst sets a note's sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from lydelse.extractors.pdf.scanned.drawn_page import RECOGNISED
from lydelse.formats.pdf.page import Glyph

RAISED_FIGURES = str.maketrans("0123456789)", "⁰¹²³⁴⁵⁶⁷⁸⁹⁾")

NARROWER = 0.8
"""Of the width that the same figure has elsewhere in the same font and size. Not in a font where words go on after such a figure."""

TOUCHES_WITHIN = 0.15
"""Ems between the figure before and the raised one."""

Key = tuple[str, float, str]


def with_small_figures_raised(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the glyphs of a page, narrow figures after others as the characters that are raised by themselves.

    A note's sign must not become the last figure of an amount. Recognised figures are as broad as they were measured, which tells nothing.
    """
    widths: dict[Key, list[float]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.text.isdecimal() and glyph.font not in RECOGNISED:
            widths[glyph.font, round(glyph.size, 1), glyph.text].append(glyph.box.width)
    widest = {key: max(0.0, *own) for key, own in widths.items()}
    if not any(min(own) < NARROWER * widest[key] for key, own in widths.items()):
        return glyphs
    unlike = {before.font for before, glyph in pairwise(glyphs) if _is_small(before, widest) and _goes_on(before, glyph, widest)}
    result = list(glyphs)
    for at, (before, glyph) in enumerate(pairwise(glyphs), 1):
        if before.text.isdecimal() and _touches(before, glyph) and _is_small(glyph, widest) and glyph.font not in unlike:
            result[at] = glyph._replace(text=glyph.text.translate(RAISED_FIGURES))
    return result


def _goes_on(small: Glyph, glyph: Glyph, widest: dict[Key, float]) -> bool:
    """Tell whether a word goes on after a narrow figure: no sign of a note, but a font whose figures differ."""
    return _touches(small, glyph) and glyph.text.isalnum() and not _is_small(glyph, widest)


def _touches(before: Glyph, glyph: Glyph) -> bool:
    return abs(glyph.box.x0 - before.box.x1) <= TOUCHES_WITHIN * glyph.size and glyph.baseline == before.baseline


def _is_small(glyph: Glyph, widest: dict[Key, float]) -> bool:
    return glyph.text.isdecimal() and glyph.box.width < NARROWER * widest.get(_key(glyph), 0.0)


def _key(glyph: Glyph) -> Key:
    return glyph.font, round(glyph.size, 1), glyph.text
