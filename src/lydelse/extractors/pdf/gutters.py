"""Pages set in columns of prose, or with text beside text -> their parts in reading order.

What spans the page is read first, then the left column, then the right one. Where the left column goes on under the right one without
a break, the right one is a box beside the text: it is read before the paragraph that it begins beside. So is a box on the left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median, mode
from typing import NamedTuple

from lydelse.extractors.pdf.beside import (
    AT_GUTTER_FROM,
    FEWEST_BESIDE,
    GUTTER_FROM,
    PARAGRAPHS_APART,
    PROSE_FROM,
    SAME_PITCH,
    SHORTEST_BESIDE,
    Side,
    goes_on_under,
    has_columns,
    is_wordy,
    parted_aside,
    runs_on,
    starts,
)
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.prose import FEWEST_LINES, Column, are_columns_again, is_dense_beside, is_prose, is_row_between, stand_apart
from lydelse.extractors.pdf.rows_of_text import tables_of_text
from lydelse.extractors.pdf.rulings import RULES_FROM, rules_of, tables_across
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

BEFORE = 1.5  # points before the right column's left edge, which letters may overhang
TRIED = 4  # places where a right column may begin: in justified lines, words of several lines may begin at one place by chance
CROSSES_BY = 6.0  # points on either side
LARGER = 1.15  # times the text's size: a heading
SPACE_ABOVE = 1.6  # of its own size: a heading's distance to the lines above
INSIDE = 0.25  # of the text's width at either side where no gutter is looked for: a margin note or a table's first column


class Gutter(NamedTuple):
    """Where a right column may begin, and the left one; ``width`` is that of each, 0 where the document has not shown it elsewhere."""

    left: float
    right: float
    width: float = 0.0

    @property
    def at(self) -> float:
        """What stands across this is of no column."""
        return self.right - BEFORE


class Strip(NamedTuple):
    """The part of a page that a column stands in: where its text begins, how far to both sides what is drawn is its own.

    ``run`` is the first baseline of what is set in these columns: columns of one page with the same are read one after the other.
    """

    left: float
    x0: float
    x1: float
    run: float


class Part(NamedTuple):
    """Lines of a page that are read from the top to the end; ``strip`` where they are a column, None elsewhere."""

    lines: Side
    strip: Strip | None = None


def parts_of(lines: Sequence[Line], strokes: Sequence[Stroke] = (), known: Sequence[Gutter] = ()) -> tuple[Part, ...]:
    """Return the lines of a page in parts, each to be read from its top to its end; one part where the page has no columns.

    ``strokes`` are the page's rules, marks left out: where several cross a gutter, the lines between them are rows of a table.
    ``known`` are gutters that the document has shown on some page: less tells them again.
    """
    return _parts(lines, [Box(rule.x0, rule.y, rule.x1, rule.y) for rule in rules_of(strokes)], known)


def _parts(lines: Sequence[Line], rules: Sequence[Box], known: Sequence[Gutter]) -> tuple[Part, ...]:
    gutters = (*known, *_gutters(lines))
    tables = tuple(tables_of_text(lines, rules)) if gutters else ()
    for gutter in gutters:
        parts = _parted(lines, gutter, rules, known, tables)
        if len(parts) > 1:
            return parts
    return (Part(tuple(lines)),)


def _parted(
    lines: Sequence[Line], gutter: Gutter, rules: Sequence[Box], known: Sequence[Gutter], tables: Sequence[Box]
) -> tuple[Part, ...]:
    crossing = [box for box in rules if box.x0 < gutter.at - CROSSES_BY and gutter.at + CROSSES_BY < box.x1]
    parts: list[Part] = []
    whole: list[Line] = []
    runs = list(_runs(lines, gutter.at, [*tables_across(crossing), *tables]))
    for at, (spans, own) in enumerate(runs):
        left, right = ((), ()) if spans or _is_ruled(own, crossing) else _sides(own, gutter)
        below = runs[at + 1][1][0] if at + 1 < len(runs) else None
        columns = _columns(left, right, gutter, rules, known)
        box, text = _box_and_text(left, right, below, columns=columns is not None)
        if box and not _is_crossed(box, rules) and not is_row_between(crossing, own, last=below is None):
            main = [*whole, *text]
            first = _paragraph_at(main, box[0])
            parts.extend([Part(tuple(main[:first])), Part(box)])
            whole = main[first:]
        elif columns:
            parts.extend([*_parts(whole, rules, known), *_stripped(columns, gutter)])
            whole = []
        else:
            whole.extend(own)
    last = _parts(whole, rules, known) if parts else (Part(tuple(whole)),)
    return tuple(part for part in (*parts, *last) if part.lines)


def _stripped(columns: Sequence[Side], gutter: Gutter) -> Iterator[Part]:
    """Yield columns with the parts of the page that they stand in."""
    lefts = [gutter.left, *(min(line.box.x0 for line in own) for own in columns[1:])]
    lefts[-1] = gutter.right if len(columns) == 2 else lefts[-1]
    run = min(own[0].baseline for own in columns)
    for own, left, end in zip(columns, lefts, [*lefts[1:], float("inf")], strict=True):
        widest = max(left + gutter.width, *(line.box.x1 for line in own))
        yield Part(own, Strip(left, left - CROSSES_BY, min(widest + CROSSES_BY, end - BEFORE), run))


def _box_and_text(left: Side, right: Side, below: Line | None, *, columns: bool) -> tuple[Side, Side]:
    """Return the side that is a box beside the text, and the text that it stands beside; two empty ones where neither is.

    ``below`` is the line that spans both sides under them, and ``columns`` tells whether they may be columns of prose.
    """
    aside, text = parted_aside(left, right) if left and right else ((), ())
    if aside and (goes_on_under(right, text) or (below is not None and runs_on(text, below) and not runs_on(left, below))):
        return aside, text
    if (below is not None and _flows_on(left, below)) if columns else _is_beside(left, right):
        return right, left
    return ((), ()) if columns else (aside, text)


def _runs(lines: Sequence[Line], gutter: float, tables: Sequence[Box]) -> Iterator[tuple[bool, Side]]:
    """Yield the lines that span the gutter and those that do not, in turn; a heading under two columns goes with what it is over.

    Rows of ``tables``, which stand across the gutter, span it whatever their cells are.
    """

    def across(line: Line) -> bool:
        return _spans(line, gutter) or any(table.top < line.baseline < table.bottom for table in tables)

    runs = [(spans, tuple(run)) for spans, run in groupby(lines, key=across)]
    for at, (spans, own) in enumerate(runs):
        first = len(own) if spans or at + 1 == len(runs) else _heading_below(own, gutter)
        yield spans, own[:first]
        if own[first:]:
            yield True, own[first:]


def _heading_below(lines: Side, gutter: float) -> int:
    """Return where a larger line begins on the left, with nothing beside it and space above it all across the page."""
    usual = mode(line.size for line in lines)
    for at in range(2 * FEWEST_LINES, len(lines)):
        line = lines[at]
        larger = line.size >= LARGER * usual and line.box.x1 < gutter
        apart = larger and line.baseline - lines[at - 1].baseline >= SPACE_ABOVE * line.size
        if apart and all(sum(_is_on(side, each, gutter) for each in lines[:at]) >= FEWEST_LINES for side in (0, 1)):
            return at
    return len(lines)


def _is_on(side: int, line: Line, gutter: float) -> bool:
    return line.words[-1].box.x0 >= gutter if side else line.words[0].box.x1 <= gutter


def _flows_on(column: Side, below: Line) -> bool:
    """Tell whether a column's text goes on in the line under it, which spans both columns."""
    pitches = [after.baseline - before.baseline for before, after in pairwise(column)]
    usual = median(pitches) if pitches else 0.0
    same = below.size == column[-1].size and abs(below.box.x0 - column[-1].box.x0) <= below.size
    return same and abs(below.baseline - column[-1].baseline - usual) <= SAME_PITCH * usual


def _paragraph_at(lines: Sequence[Line], beside: Line) -> int:
    """Return where the paragraph begins that stands beside a line, among lines from the top."""
    first = next((at for at, line in enumerate(lines) if line.baseline > beside.baseline - beside.size), len(lines))
    closest = min((after.baseline - before.baseline for before, after in pairwise(lines) if after.baseline > before.baseline), default=0.0)
    while 0 < first < len(lines) and 0 < lines[first].baseline - lines[first - 1].baseline <= PARAGRAPHS_APART * closest:
        first -= 1
    return first


def _gutters(lines: Sequence[Line]) -> Iterator[Gutter]:
    """Yield where a right column may begin, the likeliest first: where several lines begin at one place inside the page."""
    if len(lines) < 2 * FEWEST_BESIDE:
        return
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    edge = INSIDE * (right - left)
    places = Counter(round(x) for line in lines for x in starts(line) if left + edge < x < right - edge)
    likeliest = sorted(places.items(), key=lambda start: (-start[1], start[0]))[:TRIED]
    yield from (Gutter(left, place) for place, count in likeliest if count >= FEWEST_BESIDE)


def _spans(line: Line, gutter: float) -> bool:
    return any(word.box.x0 < gutter < word.box.x1 for word in line.words) or any(
        word.box.x1 <= gutter <= following.box.x0
        and following.box.x0 - word.box.x1 < (AT_GUTTER_FROM if following.box.x0 <= gutter + 2 * BEFORE else GUTTER_FROM) * line.size
        for word, following in pairwise(line.words)
    )


def _is_ruled(lines: Side, crossing: Sequence[Box]) -> bool:
    """Tell whether rules cross the gutter between these lines again and again: they are rows of a table."""
    top, bottom = lines[0].box.top - lines[0].size, lines[-1].box.bottom + lines[-1].size
    levels = sorted(box.top for box in crossing if top <= box.top <= bottom)
    apart = sum(after - before > lines[0].size for before, after in pairwise(levels))
    return apart + bool(levels) >= RULES_FROM


def _sides(lines: Side, gutter: Gutter) -> tuple[Side, Side]:
    left = _side([[word for word in line.words if word.box.x1 <= gutter.at] for line in lines], lines, gutter.left + gutter.width)
    right = _side([[word for word in line.words if word.box.x0 >= gutter.at] for line in lines], lines, gutter.right + gutter.width)
    return left, right


def _columns(left: Side, right: Side, gutter: Gutter, rules: Sequence[Box], known: Sequence[Gutter]) -> list[Side] | None:
    """Return two columns, each in columns of its own where it has them; None where they are none."""
    if not left or not right:
        return None
    if is_dense_beside(left, right) or is_dense_beside(right, left):
        return [left, right]
    parts = [(side,) if is_prose(side) else tuple(part.lines for part in parts_of(side)) for side in (left, right)]
    if all(is_prose(part) for own in parts for part in (own if len(own) > 1 else own[:1])):
        return [part for own in parts for part in own]
    if stand_apart(left, right, rules):
        return [left, right]
    places = Column(gutter.left, gutter.left + gutter.width), Column(gutter.right, gutter.right + gutter.width)
    if gutter.width and are_columns_again(left, right, places, rules):
        return [own for side in (left, right) for own in _within(side, rules, known)]
    return None


def _within(side: Side, rules: Sequence[Box], known: Sequence[Gutter]) -> list[Side]:
    """Return a side in the columns that the document has shown within it elsewhere."""
    x0, x1 = min(line.box.x0 for line in side), max(line.box.x1 for line in side)
    inner = [gutter for gutter in known if x0 - CROSSES_BY <= gutter.left and gutter.right < x1]
    tables = tuple(tables_of_text(side, rules)) if inner else ()
    parts = next((parts for gutter in inner if len(parts := _parted(side, gutter, rules, inner, tables)) > 1), (Part(side),))
    return [part.lines for part in parts]


def _is_beside(left: Side, right: Side) -> bool:
    """Tell whether a few lines of a text of its own stand beside the page's: they run on from line to line, as no cells do."""
    if len(right) < FEWEST_BESIDE or len(left) < 2 or len(right) > len(left) + 2 or has_columns(left) or has_columns(right):
        return False
    running = sum(line.text[0].islower() for line in right[1:]) * 2 >= len(right) - 1
    long = median(len(line.text) for line in left) >= PROSE_FROM and median(len(line.text) for line in right) >= SHORTEST_BESIDE
    return running and long and is_wordy(left) and is_wordy(right)


def _is_crossed(column: Side, rules: Sequence[Box]) -> bool:
    """Tell whether a rule stands between the lines of a column, as in a table; a frame around them does not."""
    left, right = min(line.box.x0 for line in column), max(line.box.x1 for line in column)
    between = (rule for rule in rules if column[0].baseline < rule.top < column[-1].baseline - column[-1].size)
    return any(rule.x0 < right and rule.x1 > left for rule in between)


def _side(words: Sequence[Sequence[Word]], lines: Side, end: float) -> Side:
    own = [_cut(line, tuple(part)) for line, part in zip(lines, words, strict=True) if part]
    limit = max((line.box.x1 for line in own), default=end)
    return tuple(line._replace(limit=max(limit, end)) for line in own)


def _cut(line: Line, words: tuple[Word, ...]) -> Line:
    box = words[0].box
    for word in words[1:]:
        box = box.united_with(word.box)
    return line._replace(words=words, box=box, baseline=mode(word.baseline for word in words), size=mode(word.size for word in words))
