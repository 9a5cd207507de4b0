"""Figures of fonts that have no outlines (Type 3), looked at where they are painted on the page.

Each is laid over the same squares as an outline is (``drawn_figures``): the ink of its box, painted finely enough for small print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from lydelse.formats.pdf.drawn_figures import COLUMNS, NARROWEST, ROWS, is_like_a_figure, misnamed_among
from lydelse.formats.pdf.page import Glyph, Misnamed
from lydelse.formats.pdf.picturing import POINTS, PagePicture
from lydelse.model.place import Box

DPI = 300.0
"""Pixels for each inch: a figure of eight points is 24 of them high."""

DARKER_BY = 90
"""Of 255, how much darker or lighter than its ground ink is."""

NEIGHBOURS = 0.15
"""Of a letter's width, on each side, where its neighbours may reach in: ink there alone is none of its own."""

LOOKED_AT = 5
"""How many of each figure: a line through one of them is none through the others."""


def misnamed_as_seen(misnamed: Set[Misnamed], glyphs: Iterable[Glyph], painted: PagePicture) -> frozenset[Misnamed]:
    """Return the figures drawn as others, with those of fonts without outlines looked at on the page; still as "" where nothing is seen."""
    unseen = {each.font: each for each in misnamed if not each.drawn}
    places: dict[tuple[str, float], dict[str, list[Box]]] = defaultdict(lambda: defaultdict(list))
    for glyph, following in pairwise((*glyphs, None)):
        if glyph and glyph.font in unseen and glyph.visible and not glyph.angle and glyph.text in unseen[glyph.font].said:
            places[glyph.font, glyph.size][glyph.text].append(own_box(glyph, following))
    found = {each for each in misnamed if each.drawn}
    for (font, _), boxes in places.items():  # such fonts have no names: those of two sizes may be two
        drawn = {figure: _usual([squares_at(painted, box) for box in own[:LOOKED_AT]]) for figure, own in boxes.items()}
        found |= set(misnamed_among(font, {figure: squares for figure, squares in drawn.items() if squares}))
        if hidden := "".join(sorted(figure for figure, squares in drawn.items() if not squares or not is_like_a_figure(squares))):
            found.add(Misnamed(font, hidden, ""))
    return frozenset(found)


def own_box(glyph: Glyph, following: Glyph | None) -> Box:
    """Return the box of a glyph as far as the next one: that of a Type 3 font is as wide as its widest sign."""
    if following is None or following.baseline != glyph.baseline or not glyph.box.x0 < following.x < glyph.box.x1:
        return glyph.box
    return glyph.box._replace(x1=following.x)


def squares_at(painted: PagePicture, box: Box) -> int:
    """Return which squares the ink in a box fills, one bit for each; 0 where nothing is painted."""
    return _squares(_inked(painted, box))


def shape_at(painted: PagePicture, box: Box, glyph: Glyph) -> tuple[int, float, float]:
    """Return which squares the ink in a glyph's box fills (0 for a blank), how high it is and how far above its baseline it ends (ems)."""
    rows = _inked(painted, box)
    high = [at for at, row in enumerate(rows) if any(row)]
    room = int(NEIGHBOURS * len(rows[0])) if rows else 0
    if not any(any(row[room : len(row) - room]) for row in rows):
        return 0, 0.0, 0.0
    em = max(glyph.size, 1.0) * painted.dpi / POINTS
    lowest = (glyph.baseline - max(0.0, box.top)) * painted.dpi / POINTS - high[-1]
    return _squares(rows), (high[-1] - high[0] + 1) / em, lowest / em


def _squares(rows: Sequence[Sequence[bool]]) -> int:
    high = [at for at, row in enumerate(rows) if any(row)]
    if not high:
        return 0
    wide = [at for at in range(len(rows[0])) if any(row[at] for row in rows)]
    top, height = high[0], high[-1] - high[0] + 1
    broad = max(wide[-1] - wide[0] + 1, NARROWEST * height)
    left = (wide[0] + wide[-1] + 1 - broad) / 2
    filled = 0
    for row in range(ROWS):
        line = rows[top + int((ROWS - 1 - row + 0.5) * height / ROWS)]
        for column in range(COLUMNS):
            at = int(left + (column + 0.5) * broad / COLUMNS)
            if 0 <= at < len(line) and line[at]:
                filled |= 1 << (row * COLUMNS + column)
    return filled


def _inked(painted: PagePicture, box: Box) -> list[list[bool]]:
    """Return the pixels of a box, row by row: True where they are unlike the ground, which is the lightest or darkest at its corners."""
    scale = painted.dpi / POINTS
    left, right = max(0, int(box.x0 * scale)), min(painted.width, int(box.x1 * scale) + 1)
    top, bottom = max(0, int(box.top * scale)), min(painted.height, int(box.bottom * scale) + 1)
    if right - left < 2 or bottom - top < 2:
        return []
    grey = [_row(painted, y, left, right) for y in range(top, bottom)]
    ground = sorted((grey[0][0], grey[0][-1], grey[-1][0], grey[-1][-1]))[2]
    return [[abs(each - ground) >= DARKER_BY for each in row] for row in grey]


def _row(painted: PagePicture, y: int, left: int, right: int) -> Sequence[int]:
    """Return the green of a row's pixels: black, white and most colours differ in it."""
    start = 3 * (y * painted.width + left)
    return painted.pixels[start + 1 : start + 3 * (right - left) : 3]


def _usual(squares: Sequence[int]) -> int:
    """Return what most of them are like: the one that differs least from all others."""
    seen = [each for each in squares if each]
    return min(seen, key=lambda own: (sum((own ^ other).bit_count() for other in seen), own), default=0)
