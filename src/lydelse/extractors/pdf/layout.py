"""How the pages of a document are laid out: which gutters come back from page to page, and what of a page belongs to each column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.gutters import BEFORE, Gutter, Part, parts_of
from lydelse.extractors.pdf.letterheads import columns_of_letterhead, without_letterhead
from lydelse.extractors.pdf.line import Line
from lydelse.formats.pdf import Page
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box
from lydelse.records import replace

SAME_PLACE_WITHIN = 2.0
"""Points that a gutter may move from page to page."""

SHOWN_FROM = 8
"""Lines in each of two columns, on all pages together, that show where the document has its gutter."""


class Stretch(NamedTuple):
    """Lines that are read from the top to the end, on a page that has the strokes beside them alone.

    A table may go on in them from the stretch before, ``further`` points to the right of where it ended; None where none can.
    """

    page: Page
    lines: tuple[Line, ...]
    further: float | None


def laid_out(pages: Iterable[tuple[Page, Sequence[Line]]]) -> tuple[Stretch, ...]:
    """Return the lines of all pages in reading order."""
    own = tuple(pages)
    heads = [columns_of_letterhead(lines, page.strokes) for page, lines in own]
    own = tuple((page, tuple(without_letterhead(lines, head))) for (page, lines), head in zip(own, heads, strict=True))
    parts = [parts_of(lines, page.strokes) for page, lines in own]
    known = tuple(_shown(parts))
    if known:
        parts = [parts_of(lines, page.strokes, tuple(_on_page(known, lines))) for page, lines in own]
    every = zip(own, heads, parts, strict=True)
    return tuple(_stretches([(page, (*(Part(column) for column in head), *each)) for (page, _), head, each in every]))


def _shown(pages: Iterable[Sequence[Part]]) -> Iterator[Gutter]:
    """Yield the gutters between columns that were told without doubt, the most usual first."""
    found: list[tuple[Gutter, int]] = []
    for one, other in (pair for parts in pages for pair in pairwise(parts)):
        if one.strip is None or other.strip is None or one.strip.run != other.strip.run:
            continue
        width = max(line.box.x1 - part.strip.left for part in (one, other) if part.strip for line in part.lines)
        count = min(len(one.lines), len(other.lines))
        gutter = Gutter(one.strip.left, other.strip.left, min(width, other.strip.left - one.strip.left - BEFORE))
        at = next((at for at, (known, _) in enumerate(found) if _is_same(known, gutter)), None)
        if at is None:
            found.append((gutter, count))
        else:
            known, counted = found[at]
            found[at] = (known._replace(width=max(known.width, gutter.width)), counted + count)
    yield from (gutter for gutter, count in sorted(found, key=lambda each: -each[1]) if count >= SHOWN_FROM)


def _is_same(one: Gutter, other: Gutter) -> bool:
    return abs(one.left - other.left) <= SAME_PLACE_WITHIN and abs(one.right - other.right) <= SAME_PLACE_WITHIN


def _on_page(known: Sequence[Gutter], lines: Sequence[Line]) -> Iterator[Gutter]:
    """Yield the gutters where they stand on a page, which may be moved sideways as left and right pages are."""
    first = min((line.box.x0 for line in lines), default=0.0)
    for gutter in known:
        yield gutter
        moved = first - gutter.left
        if abs(moved) > SAME_PLACE_WITHIN:
            yield Gutter(first, gutter.right + moved, gutter.width)


def _stretches(pages: Sequence[tuple[Page, Sequence[Part]]]) -> Iterator[Stretch]:
    columned = any(part.strip for _, parts in pages for part in parts)
    before: Part | None = None
    for page, parts in pages:
        areas = [_area(part, parts) for part in parts]
        for at, part in enumerate(parts):
            further = _further(before, part, first=not at) if columned else None if at else 0.0
            strokes = _own(page.strokes, areas[at], [area for area in areas if area])
            yield Stretch(replace(page, strokes=strokes) if len(strokes) < len(page.strokes) else page, part.lines, further)
            before = part


def _further(before: Part | None, part: Part, *, first: bool) -> float | None:
    """Return how far to the right a part stands of the one before, None where that is read on in no part."""
    follows = before and before.strip and part.strip and before.strip.run == part.strip.run
    if before is None or not (first or follows):
        return None
    return _left(part) - _left(before) if part.strip or before.strip else 0.0


def _left(part: Part) -> float:
    return part.strip.left if part.strip else min(line.box.x0 for line in part.lines)


def _area(part: Part, parts: Iterable[Part]) -> Box | None:
    """Return where a column stands, from what is over its run to what is under it; None for what is no column."""
    if part.strip is None:
        return None
    run = [line for each in parts if each.strip and each.strip.run == part.strip.run for line in each.lines]
    others = [line for each in parts if not each.strip or each.strip.run != part.strip.run for line in each.lines]
    top, bottom = min(line.baseline for line in run), max(line.baseline for line in run)
    over = max((line.baseline for line in others if line.baseline < top), default=0.0)
    under = min((line.box.top for line in others if line.baseline > bottom), default=float("inf"))
    return Box(part.strip.x0, over, part.strip.x1, under)


def _own(strokes: Sequence[Stroke], area: Box | None, areas: Sequence[Box]) -> tuple[Stroke, ...]:
    """Return the strokes within a column, or those that are within none."""
    if area:
        return tuple(stroke for stroke in strokes if _is_within(stroke.box, area))
    return tuple(stroke for stroke in strokes if not any(_is_within(stroke.box, each) for each in areas))


def _is_within(box: Box, area: Box) -> bool:
    return area.x0 <= box.x0 and box.x1 <= area.x1 and area.top <= (box.top + box.bottom) / 2 <= area.bottom
