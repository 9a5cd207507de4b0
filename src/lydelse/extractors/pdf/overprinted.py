"""Text struck by letters: a row of "/", "X" or "-" that is printed over it, as LibreOffice can, becomes the line that it means."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from lydelse.formats.pdf.page import Glyph, Page, Stroke
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Box
from lydelse.records import replace

STRIKING = frozenset("/Xx-–—‒−")
OVERLAPS_FROM = 0.3  # of the narrower of two glyphs: kerning takes less
OVERLAPPING_FROM = 0.6  # of the signs of a row: some stand over spaces
FEWEST = 3  # signs over letters on a page: fewer may be an accident of setting
SAME_LEVEL = 1.0  # points: how finely baselines are told apart
HEIGHT = 0.27  # ems above the baseline, where strikes stand
SPACE = 0.15  # ems between two words: a row whose last sign reaches over it ends with the first of them
LINE = 0.3  # points, half the thickness of the line that is put in

Row = list[Glyph]


def with_overprinted_struck(page: Page) -> tuple[Page, tuple[Unread, ...]]:
    """Return the page with each row of signs that is printed over letters as a stroke through them, and a question where there are some.

    The last sign of a row may reach past the text that it strikes, so where a strike ends is uncertain by a letter.
    """
    levels: dict[int, Row] = defaultdict(list)
    for glyph in page.glyphs:
        if glyph.text in STRIKING and glyph.angle == 0 and glyph.visible:
            levels[round(glyph.baseline / SAME_LEVEL)].append(glyph)
    if sum(map(len, levels.values())) < FEWEST:
        return page, ()
    letters = _letters(page, levels)
    found = [(run, letters[at]) for at, row in levels.items() for run in _runs(row) if _is_over(run, letters[at])]
    if sum(len(run) for run, _ in found) < FEWEST:
        return page, ()
    signs = tuple(sorted({f"”{run[0].text}”" for run, _ in found}))
    said = Unread("X903", Severity.QUESTION, Message("X903.pdf-overprinted", {"page": page.number, "signs": signs}), page.number)
    strokes = [_stroke(run, own) for run, own in found]
    taken = {id(glyph) for run, _ in found for glyph in run}
    spaces = [_space(run[-1], stroke) for (run, _), stroke in zip(found, strokes, strict=True) if stroke.box.x1 < run[-1].box.x1]
    glyphs = (*(glyph for glyph in page.glyphs if id(glyph) not in taken), *spaces)
    return replace(page, glyphs=glyphs, strokes=(*page.strokes, *strokes)), (said,)


def _space(sign: Glyph, stroke: Stroke) -> Glyph:
    """Return the space that a sign is printed over, which PDFium sees no longer."""
    end = stroke.box.x1
    return sign._replace(text=" ", x=end, box=sign.box._replace(x0=end, x1=end), generated=True)


def _letters(page: Page, levels: dict[int, Row]) -> dict[int, Row]:
    """Return all that is printed at each of the levels, from left to right."""
    rows: dict[int, Row] = {at: [] for at in levels}
    for baseline, run in groupby(page.glyphs, key=attrgetter("baseline")):
        row = rows.get(round(baseline / SAME_LEVEL))
        if row is not None:
            row.extend(glyph for glyph in run if glyph.angle == 0 and glyph.visible and not glyph.text.isspace())
    return {at: sorted(row, key=lambda glyph: glyph.box.x0) for at, row in rows.items()}


def _runs(row: Row) -> Iterator[Row]:
    """Yield the signs of one sort that stand in a row, no further apart than they are wide."""
    run: Row = []
    for glyph in sorted(row, key=lambda glyph: (glyph.text, glyph.colour, glyph.box.x0)):
        alike = run and (glyph.text, glyph.colour) == (run[-1].text, run[-1].colour)
        if run and not (alike and glyph.box.x0 - run[-1].box.x1 <= glyph.box.width):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _is_over(run: Row, letters: Sequence[Glyph]) -> bool:
    return sum(_overlaps(glyph, letters) for glyph in run) >= OVERLAPPING_FROM * len(run)


def _overlaps(glyph: Glyph, letters: Sequence[Glyph]) -> bool:
    """Tell whether another sign is printed where this one is."""
    first = bisect_left(letters, glyph.box.x0 - 2 * glyph.size, key=lambda other: other.box.x0)
    for other in letters[first:]:
        if other.box.x0 >= glyph.box.x1:
            return False
        common = min(other.box.x1, glyph.box.x1) - max(other.box.x0, glyph.box.x0)
        if other.text not in STRIKING and common >= OVERLAPS_FROM * min(other.box.width, glyph.box.width) > 0:
            return True
    return False


def _stroke(run: Row, letters: Sequence[Glyph]) -> Stroke:
    first, last = run[0], run[-1]
    y = first.baseline - HEIGHT * first.size
    words = [letter for letter in letters if letter.text not in STRIKING]
    gaps = (one.box.x1 for one, other in pairwise(words) if one.box.x1 > last.box.x0 and other.box.x0 - one.box.x1 >= SPACE * one.size)
    end = min([last.box.x1, *gaps])
    return Stroke(Box(first.box.x0, y - LINE, end, y + LINE), 2 * LINE, first.colour, horizontal=True, vertical=False)
