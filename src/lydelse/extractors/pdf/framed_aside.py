"""Frames in either margin with a line from each to its place in the text: balloons without a label, as newer programs print comments.

What stands in them is a comment, or text that was taken away or put in; which it is only their label would tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from statistics import mode

from lydelse.extractors.pdf.lines import is_upright, lines_of
from lydelse.formats.pdf.page import Glyph, Page, Stroke
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box
from lydelse.records import replace

MARGIN = 0.45  # of the page's width at each side, where frames stand at the most
HIGHEST = 0.4  # of the page's height
LOWEST, NARROWEST = 8.0, 40.0  # points
CORNER = 6.0  # points that a rounded corner takes from the sides
TOUCHES_WITHIN = 8.0  # points between a frame and the end of its line
INSIDE_BY = 2.5  # points: a level line that goes on from the frame's own side is a table's rule
LONG = 15.0  # points that a line goes on into the page
SMALLER = 0.93  # of the text's size
FURNITURE = 0.09  # of the page's height at each end
MOST_STROKES = 1500  # in the margins: a drawing
WORTH_SAYING = 3  # letters
SHOWN, QUOTED = 3, 60


def without_framed_aside(page: Page) -> tuple[Page, tuple[Unread, ...]]:
    """Return the page without frames in its margins that a line ties to its text, and a question that quotes them."""
    tied = {left: list(_tied(page, left=left)) for left in (False, True)}
    if not any(tied.values()):
        return page, ()
    letters = [glyph for glyph in page.glyphs if glyph.visible and not glyph.text.isspace() and is_upright(glyph)]
    usual = mode(round(glyph.size, 1) for glyph in letters) if letters else 0.0
    frames: list[Box] = []
    for left, boxes in tied.items():
        own = [box for box in boxes if _is_small(box, letters, usual)]
        frames += own if own and _are_alone(own, letters, page, left=left) else []
    if not frames:
        return page, ()
    texts = [text for box in sorted(frames, key=lambda box: (box.top, box.x0)) if len(text := _text(page, box)) >= WORTH_SAYING]
    facts: dict[str, Fact] = {"page": page.number, "count": len(texts), "texts": tuple(f"”{text[:QUOTED]}”" for text in texts[:SHOWN])}
    glyphs = tuple(glyph for glyph in page.glyphs if not any(_holds(box, glyph) for box in frames))
    strokes = tuple(stroke for stroke in page.strokes if not any(_is_of(stroke.box, box) for box in frames))
    said = Unread("X905", Severity.QUESTION, Message("X905.pdf-frames", facts), page.number)
    return replace(page, glyphs=glyphs, strokes=strokes), (said,)


def _boxes(page: Page, *, left: bool) -> Iterator[Box]:
    """Yield the areas and outlines that stand wholly in one margin and are of a size to hold a comment, each once."""
    found: list[Box] = []
    strokes = [stroke for stroke in page.strokes if _is_in_margin(stroke.box, page, left=left)]
    level = [stroke.box for stroke in strokes if stroke.horizontal and stroke.box.width >= NARROWEST - 2 * CORNER]
    upright = [stroke.box for stroke in strokes if stroke.vertical]
    framed = outlines(level, upright, page) if len(strokes) <= MOST_STROKES else ()
    areas = (fill.box for fill in page.fills if min(fill.colour) < 255 and _is_in_margin(fill.box, page, left=left))
    for box in (*framed, *areas):
        right_size = LOWEST <= box.height <= HIGHEST * page.height and box.width >= NARROWEST
        if right_size and not any(_overlap(box, other) for other in found):
            found.append(box)
    yield from found


def outlines(level: Sequence[Box], upright: Sequence[Box], page: Page) -> Iterator[Box]:
    """Yield what four strokes frame, no higher than a part of the page."""
    if not level[1:] or not upright:
        return
    by_left = sorted(enumerate(level), key=_left)
    lefts = [box.x0 for _, box in by_left]
    spans: dict[tuple[float, float], list[Box]] = {(top.x0, top.x1): [] for top in level}
    for (x0, x1), own in spans.items():
        near = sorted(by_left[bisect_left(lefts, x0 - CORNER - 1) : bisect_right(lefts, x0 + CORNER + 1)])
        own += [other for _, other in near if abs(x0 - other.x0) <= CORNER and abs(x1 - other.x1) <= CORNER]
    sides = {x: [side for side in upright if abs(side.x0 - x) <= 2 * CORNER] for x in {x for span in spans for x in span}}
    for top in level:
        begun = [[side for side in sides[x] if side.top <= top.bottom + 2 * CORNER] for x in (top.x0, top.x1)]
        if not all(begun):
            continue
        lowest = min(max([side.bottom for side in own]) for own in begun)
        for bottom in spans[top.x0, top.x1]:
            if LOWEST <= bottom.top - top.bottom <= HIGHEST * page.height and lowest >= bottom.top - 2 * CORNER:
                left, right = (next(side for side in own if side.bottom >= bottom.top - 2 * CORNER) for own in begun)
                yield Box(left.x0, top.top, right.x0, bottom.bottom)


def _left(numbered: tuple[int, Box]) -> float:
    return numbered[1].x0


def _is_in_margin(box: Box, page: Page, *, left: bool) -> bool:
    return box.x1 <= MARGIN * page.width if left else box.x0 >= (1 - MARGIN) * page.width


def _tied(page: Page, *, left: bool) -> Iterator[Box]:
    """Yield the areas and outlines in one margin from whose inner side a line goes into the page."""
    leading = sorted((_end(stroke, left=left), at) for at, stroke in enumerate(page.strokes) if not stroke.vertical)
    for box in _boxes(page, left=left) if leading else ():
        inner = box.x1 if left else box.x0
        first, last = bisect_left(leading, (inner - TOUCHES_WITHIN - 1,)), bisect_right(leading, (inner + TOUCHES_WITHIN + 1,))
        if _is_tied(box, [page.strokes[at] for _, at in leading[first:last]], left=left):
            yield box


def _end(stroke: Stroke, *, left: bool) -> float:
    """Return where a stroke ends that is nearer to a margin."""
    return stroke.box.x0 if left else stroke.box.x1


def _is_tied(box: Box, strokes: Sequence[Stroke], *, left: bool) -> bool:
    """Tell whether a line goes from a frame's inner side into the page: slantwise, or level from within the side."""
    inner = box.x1 if left else box.x0
    ends = [(inner, y) for y in (box.top, box.bottom)]
    for stroke in strokes:
        own = stroke.box
        near, far = (own.x0, own.x1) if left else (own.x1, own.x0)
        if abs(near - inner) > TOUCHES_WITHIN or _is_of(own, box):
            continue
        if not stroke.horizontal:
            if box.top - TOUCHES_WITHIN <= own.bottom and own.top <= box.bottom + TOUCHES_WITHIN and abs(far - inner) > 1:
                return True
        elif abs(far - inner) >= LONG and all(abs(own.top - y) > INSIDE_BY for _, y in ends) and box.top <= own.top <= box.bottom:
            return True
    return False


def _is_small(box: Box, letters: Sequence[Glyph], usual: float) -> bool:
    sizes = [glyph.size for glyph in letters if _holds(box, glyph)]
    return len(sizes) >= WORTH_SAYING and max(sizes) <= SMALLER * usual


def _are_alone(frames: Sequence[Box], letters: Sequence[Glyph], page: Page, *, left: bool) -> bool:
    """Tell whether nothing but the frames stands in their margin, headers and footers left out of account."""
    edge = max(box.x1 for box in frames) if left else min(box.x0 for box in frames)
    top, bottom = FURNITURE * page.height, (1 - FURNITURE) * page.height
    aside = [g for g in letters if (g.box.x0 < edge if left else g.box.x1 > edge) and top < g.baseline < bottom]
    return all(any(_holds(box, glyph) for box in frames) for glyph in aside)


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.top + glyph.box.bottom) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= y <= box.bottom + 1


def _is_of(stroke: Box, box: Box) -> bool:
    """Tell whether a stroke is part of a frame, or within it."""
    return box.x0 - 2 <= stroke.x0 and stroke.x1 <= box.x1 + 2 and box.top - 2 <= stroke.top and stroke.bottom <= box.bottom + 2


def _overlap(box: Box, other: Box) -> bool:
    return box.x0 < other.x1 and other.x0 < box.x1 and box.top < other.bottom and other.top < box.bottom


def _text(page: Page, box: Box) -> str:
    own = replace(page, glyphs=tuple(glyph for glyph in page.glyphs if _holds(box, glyph)), fills=(), strokes=())
    return " ".join(line.text for line in lines_of(own))
