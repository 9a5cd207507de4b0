"""Pages set in columns of prose, or with text beside text -> their parts in reading order.

What spans the page is read first, then the left column, then the right one. Where the left column goes on under the right one without
a break, the right one is a box beside the text: it is read before the paragraph that it begins beside. So is a box on the left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median, mode

from lydelse.extractors.pdf.beside import (
    AT_GUTTER_FROM,
    FEWEST_BESIDE,
    GUTTER_FROM,
    PARAGRAPHS_APART,
    PROSE_FROM,
    SAME_PITCH,
    SHORTEST_BESIDE,
    Part,
    has_columns,
    is_wordy,
    parted_aside,
    runs_on,
    starts,
)
from lydelse.extractors.pdf.line import Line, Word
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

BEFORE = 1.5  # points before the right column's left edge, which letters may overhang
FEWEST_LINES = 4  # on either side
FILLED_FROM = 0.6  # of the column's width that its lines take, at the median
TRIED = 4  # places where a right column may begin: in justified lines, words of several lines may begin at one place by chance
CROSSES_BY = 6.0  # points on either side
RULES_FROM = 3  # rules across the gutter: head and foot of a table, and one between its rows
DENSE_LINES = 8  # lines that nearly all fill their column: prose beyond doubt, whatever stands beside it
DENSE_FILL, DENSE_SHARE = 0.9, 0.7  # of the column's width, and of its lines
SOME_LONG = 0.4  # of the lines beside such a column: a table has fewer
LARGER = 1.15  # times the text's size: a heading
SPACE_ABOVE = 1.6  # of its own size: a heading's distance to the lines above
INSIDE = 0.25  # of the text's width at either side where no gutter is looked for: a margin note or a table's first column


def parts_of(lines: Sequence[Line], strokes: Sequence[Stroke] = ()) -> tuple[Part, ...]:
    """Return the lines of a page in parts, each to be read from its top to its end; one part where the page has no columns.

    ``strokes`` are the page's rules, marks left out: where several cross a gutter, the lines between them are rows of a table.
    """
    return _parts(lines, [stroke.box for stroke in strokes if stroke.horizontal])


def _parts(lines: Sequence[Line], rules: Sequence[Box]) -> tuple[Part, ...]:
    for gutter in _gutters(lines):
        parts = _parted(lines, gutter, rules)
        if len(parts) > 1:
            return parts
    return (tuple(lines),)


def _parted(lines: Sequence[Line], gutter: float, rules: Sequence[Box]) -> tuple[Part, ...]:
    crossing = [box for box in rules if box.x0 < gutter - CROSSES_BY and gutter + CROSSES_BY < box.x1]
    parts: list[Part] = []
    whole: list[Line] = []
    runs = list(_runs(lines, gutter))
    for at, (spans, own) in enumerate(runs):
        left, right = ((), ()) if spans or _is_ruled(own, crossing) else _sides(own, gutter)
        below = runs[at + 1][1][0] if at + 1 < len(runs) else None
        columns = _columns(left, right)
        box, text = _box_and_text(left, right, below, columns=columns is not None)
        if box and not _is_crossed(box, rules):
            main = [*whole, *text]
            first = _paragraph_at(main, box[0])
            parts.extend([tuple(main[:first]), box])
            whole = main[first:]
        elif columns:
            parts.extend([*_parts(whole, rules), *columns])
            whole = []
        else:
            whole.extend(own)
    last = _parts(whole, rules) if parts else (tuple(whole),)
    return tuple(part for part in (*parts, *last) if part)


def _box_and_text(left: Part, right: Part, below: Line | None, *, columns: bool) -> tuple[Part, Part]:
    """Return the side that is a box beside the text, and the text that it stands beside; two empty ones where neither is.

    ``below`` is the line that spans both sides under them, and ``columns`` tells whether they may be columns of prose.
    """
    aside, text = parted_aside(left, right) if left and right else ((), ())
    if below is not None and aside and runs_on(text, below) and not runs_on(left, below):
        return aside, text
    if (below is not None and _flows_on(left, below)) if columns else _is_beside(left, right):
        return right, left
    return ((), ()) if columns else (aside, text)


def _runs(lines: Sequence[Line], gutter: float) -> Iterator[tuple[bool, Part]]:
    """Yield the lines that span the gutter and those that do not, in turn; a heading under two columns goes with what it is over."""
    runs = [(spans, tuple(run)) for spans, run in groupby(lines, key=lambda line: _spans(line, gutter))]
    for at, (spans, own) in enumerate(runs):
        first = len(own) if spans or at + 1 == len(runs) else _heading_below(own, gutter)
        yield spans, own[:first]
        if own[first:]:
            yield True, own[first:]


def _heading_below(lines: Part, gutter: float) -> int:
    """Return where a larger line begins on the left, with nothing beside it and space above it all across the page."""
    usual = mode(line.size for line in lines)
    for at in range(2 * FEWEST_LINES, len(lines)):
        line = lines[at]
        larger = line.size >= LARGER * usual and line.box.x1 < gutter
        above = _sides(lines[:at], gutter) if larger and line.baseline - lines[at - 1].baseline >= SPACE_ABOVE * line.size else ()
        if above and all(len(side) >= FEWEST_LINES for side in above):
            return at
    return len(lines)


def _flows_on(column: Part, below: Line) -> bool:
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


def _gutters(lines: Sequence[Line]) -> Iterator[float]:
    """Yield where a right column may begin, the likeliest first: where several lines begin at one place inside the page."""
    if len(lines) < 2 * FEWEST_BESIDE:
        return
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    edge = INSIDE * (right - left)
    places = Counter(round(x) for line in lines for x in starts(line) if left + edge < x < right - edge)
    likeliest = sorted(places.items(), key=lambda start: (-start[1], start[0]))[:TRIED]
    yield from (place - BEFORE for place, count in likeliest if count >= FEWEST_BESIDE)


def _spans(line: Line, gutter: float) -> bool:
    return any(word.box.x0 < gutter < word.box.x1 for word in line.words) or any(
        word.box.x1 <= gutter <= following.box.x0
        and following.box.x0 - word.box.x1 < (AT_GUTTER_FROM if following.box.x0 <= gutter + 2 * BEFORE else GUTTER_FROM) * line.size
        for word, following in pairwise(line.words)
    )


def _is_ruled(lines: Part, crossing: Sequence[Box]) -> bool:
    """Tell whether rules cross the gutter between these lines again and again: they are rows of a table."""
    top, bottom = lines[0].box.top - lines[0].size, lines[-1].box.bottom + lines[-1].size
    levels = sorted(box.top for box in crossing if top <= box.top <= bottom)
    apart = sum(after - before > lines[0].size for before, after in pairwise(levels))
    return apart + bool(levels) >= RULES_FROM


def _sides(lines: Part, gutter: float) -> tuple[Part, Part]:
    left = _side([[word for word in line.words if word.box.x1 <= gutter] for line in lines], lines)
    right = _side([[word for word in line.words if word.box.x0 >= gutter] for line in lines], lines)
    return left, right


def _columns(left: Part, right: Part) -> list[Part] | None:
    """Return two columns in parts, each in columns of its own where it has them; None where they are no prose."""
    if (_is_dense(left) and _is_long(right)) or (_is_dense(right) and _is_long(left)):
        return [left, right]
    parts = [(side,) if _is_prose(side) else parts_of(side) for side in (left, right) if side]
    prose = all(_is_prose(part) for own in parts for part in (own if len(own) > 1 else own[:1]))
    return [part for own in parts for part in own] if prose and len(parts) == 2 else None


def _is_beside(left: Part, right: Part) -> bool:
    """Tell whether a few lines of a text of its own stand beside the page's: they run on from line to line, as no cells do."""
    if len(right) < FEWEST_BESIDE or len(left) < 2 or len(right) > len(left) + 2 or has_columns(left) or has_columns(right):
        return False
    running = sum(line.text[0].islower() for line in right[1:]) * 2 >= len(right) - 1
    long = median(len(line.text) for line in left) >= PROSE_FROM and median(len(line.text) for line in right) >= SHORTEST_BESIDE
    return running and long and is_wordy(left) and is_wordy(right)


def _is_crossed(column: Part, rules: Sequence[Box]) -> bool:
    """Tell whether a rule stands between the lines of a column, as in a table; a frame around them does not."""
    left, right = min(line.box.x0 for line in column), max(line.box.x1 for line in column)
    between = (rule for rule in rules if column[0].baseline < rule.top < column[-1].baseline - column[-1].size)
    return any(rule.x0 < right and rule.x1 > left for rule in between)


def _is_dense(lines: Part) -> bool:
    if len(lines) < DENSE_LINES or not is_wordy(lines):
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    full = sum(line.box.width >= DENSE_FILL * width for line in lines)
    return full >= DENSE_SHARE * len(lines) and not has_columns(lines)


def _is_long(lines: Part) -> bool:
    return len(lines) >= FEWEST_LINES and sum(len(line.text) >= PROSE_FROM for line in lines) >= SOME_LONG * len(lines)


def _side(words: Sequence[Sequence[Word]], lines: Part) -> Part:
    own = [_cut(line, tuple(part)) for line, part in zip(lines, words, strict=True) if part]
    limit = max((line.box.x1 for line in own), default=0.0)
    return tuple(line._replace(limit=limit) for line in own)


def _cut(line: Line, words: tuple[Word, ...]) -> Line:
    box = words[0].box
    for word in words[1:]:
        box = box.united_with(word.box)
    return line._replace(words=words, box=box, baseline=mode(word.baseline for word in words), size=mode(word.size for word in words))


def _is_prose(lines: Part) -> bool:
    if len(lines) < FEWEST_LINES or has_columns(lines):
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    texts = [line.text for line in lines]
    long = median(len(text) for text in texts) >= PROSE_FROM
    return long and is_wordy(lines) and median(line.box.width for line in lines) >= FILLED_FROM * width
