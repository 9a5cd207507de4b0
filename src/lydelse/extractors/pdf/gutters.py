"""Pages set in two columns of prose -> their parts in reading order: what spans the page, the left column, the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median, mode

from lydelse.extractors.pdf.line import Line, Word
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

GUTTER_FROM = 0.9  # ems between two columns of prose
BEFORE = 1.5  # points before the right column's left edge, which letters may overhang
FEWEST_LINES = 4  # on either side
PROSE_FROM = 22  # characters of a line, at the median: the cells of a table are shorter
FILLED_FROM = 0.6  # of the column's width that its lines take, at the median
LETTERS_FROM = 0.7  # of a line's characters, at the median: a table of figures has fewer letters
TRIED = 4  # places where a right column may begin: in justified lines, words of several lines may begin at one place by chance
CROSSES_BY = 6.0  # points on either side
RULES_FROM = 3  # rules across the gutter: head and foot of a table, and one between its rows
CELLS_FROM = 0.2  # of a side's lines that begin anew at one place
INSIDE = 0.25  # of the text's width at either side where no gutter is looked for: a margin note or a table's first column

Part = tuple[Line, ...]


def parts_of(lines: Sequence[Line], strokes: Sequence[Stroke] = ()) -> tuple[Part, ...]:
    """Return the lines of a page in parts, each to be read from its top to its end; one part where the page has no columns.

    ``strokes`` are the page's rules, marks left out: where several cross a gutter, the lines between them are rows of a table.
    """
    rules = [stroke.box for stroke in strokes if stroke.horizontal]
    for gutter in _gutters(lines):
        parts = _parted(lines, gutter, [box for box in rules if box.x0 < gutter - CROSSES_BY and gutter + CROSSES_BY < box.x1])
        if len(parts) > 1:
            return parts
    return (tuple(lines),)


def _parted(lines: Sequence[Line], gutter: float, crossing: Sequence[Box]) -> tuple[Part, ...]:
    parts: list[Part] = []
    whole: list[Line] = []
    for spans, run in groupby(lines, key=lambda line: _spans(line, gutter)):
        own = tuple(run)
        columns = None if spans or _is_ruled(own, crossing) else _columns(own, gutter)
        if columns:
            parts.extend([tuple(whole), *columns])
            whole = []
        else:
            whole.extend(own)
    return tuple(part for part in (*parts, tuple(whole)) if part)


def _gutters(lines: Sequence[Line]) -> Iterator[float]:
    """Yield where a right column may begin, the likeliest first: where several lines begin at one place inside the page."""
    if len(lines) < 2 * FEWEST_LINES:
        return
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    edge = INSIDE * (right - left)
    starts = Counter(round(x) for line in lines for x in _starts(line) if left + edge < x < right - edge)
    likeliest = sorted(starts.items(), key=lambda start: (-start[1], start[0]))[:TRIED]
    yield from (place - BEFORE for place, count in likeliest if count >= FEWEST_LINES)


def _starts(line: Line) -> Iterator[float]:
    """Yield where a line begins, and where it begins anew after a wide gap."""
    yield line.box.x0
    for word, following in pairwise(line.words):
        if following.box.x0 - word.box.x1 >= GUTTER_FROM * line.size:
            yield following.box.x0


def _spans(line: Line, gutter: float) -> bool:
    return any(word.box.x0 < gutter < word.box.x1 for word in line.words) or any(
        word.box.x1 <= gutter <= following.box.x0 and following.box.x0 - word.box.x1 < GUTTER_FROM * line.size
        for word, following in pairwise(line.words)
    )


def _is_ruled(lines: Part, crossing: Sequence[Box]) -> bool:
    """Tell whether rules cross the gutter between these lines again and again: they are rows of a table."""
    top, bottom = lines[0].box.top - lines[0].size, lines[-1].box.bottom + lines[-1].size
    levels = sorted(box.top for box in crossing if top <= box.top <= bottom)
    apart = sum(after - before > lines[0].size for before, after in pairwise(levels))
    return apart + bool(levels) >= RULES_FROM


def _columns(lines: Part, gutter: float) -> list[Part] | None:
    """Return the two columns of a run of lines, None where they are no prose."""
    left = _side([[word for word in line.words if word.box.x1 <= gutter] for line in lines], lines)
    right = _side([[word for word in line.words if word.box.x0 >= gutter] for line in lines], lines)
    return [left, right] if _is_prose(left) and _is_prose(right) else None


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
    if len(lines) < FEWEST_LINES or _has_columns(lines):
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    texts = [line.text for line in lines]
    long = median(len(text) for text in texts) >= PROSE_FROM
    wordy = median(sum(letter.isalpha() for letter in text) / len(text) for text in texts) >= LETTERS_FROM
    return long and wordy and median(line.box.width for line in lines) >= FILLED_FROM * width


def _has_columns(lines: Part) -> bool:
    """Tell whether a side has columns of its own, its lines beginning anew at one place: cells of a table."""
    left = min(line.box.x0 for line in lines)
    starts = Counter(round(x) for line in lines for x in _starts(line) if x > left + GUTTER_FROM * line.size and x != line.box.x0)
    return max(starts.values(), default=0) >= max(2, CELLS_FROM * len(lines))
