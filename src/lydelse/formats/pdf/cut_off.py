"""Text that the side of its cell cuts off: spreadsheets draw all of it, and let it be seen as far as the next cell.

Only text that reaches over the text after it is looked at: to ask PDFium for the clip of every piece of text takes longer than
reading its letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.formats.pdf.geometry import IDENTITY, Frame
from lydelse.formats.pdf.page import Glyph
from lydelse.formats.pdf.painting import clip_of

REACHES_OVER = 0.5
"""Points."""

LEAST_SEEN = 0.3
"""Of a letter's width: one of which less is seen is not read."""


class Run(NamedTuple):
    """The glyphs [first, end) of one text object, and the place of its first character in PDFium's text page."""

    first: int
    end: int
    character: int


def cut_off(glyphs: Sequence[Glyph], runs: Iterable[Run], holder_of: Callable[[int], int], frame: Frame) -> Iterator[tuple[int, Glyph]]:
    """Yield the glyphs that their clip cuts off, with their places: what is left of them, or the whole as not visible."""
    level = sorted((run for run in runs if run.end > run.first and not glyphs[run.first].angle), key=lambda run: _place(glyphs[run.first]))
    for run, following in pairwise(level):
        first, last, after = glyphs[run.first], glyphs[run.end - 1], glyphs[following.first]
        if abs(first.baseline - after.baseline) > 1 or last.box.x1 - after.box.x0 <= REACHES_OVER or after.box.x0 <= first.box.x0:
            continue
        clip = clip_of(holder_of(run.character), IDENTITY, frame)
        if clip is None or not (clip.x0 <= first.box.x1 and clip.top < first.baseline < clip.bottom + first.size):
            continue
        for at in range(run.first, run.end):
            box = glyphs[at].box
            if box.x1 > clip.x1 and box.x1 > box.x0:
                seen = clip.x1 - box.x0 >= LEAST_SEEN * box.width
                yield at, glyphs[at]._replace(box=box._replace(x1=clip.x1)) if seen else glyphs[at]._replace(visible=False)


def _place(glyph: Glyph) -> tuple[float, float]:
    return round(glyph.baseline, 1), glyph.box.x0
