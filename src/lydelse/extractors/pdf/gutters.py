"""Pages set in two columns of prose -> their parts in reading order: what spans the page, the left column, the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median, mode

from lydelse.extractors.pdf.line import Line, Word

GUTTER_FROM = 0.9  # ems between two columns of prose
BEFORE = 1.5  # points before the right column's left edge, which letters may overhang
FEWEST_LINES = 4  # on either side
PROSE_FROM = 22  # characters of a line, at the median: the cells of a table are shorter
FILLED_FROM = 0.6  # of the column's width that its lines take, at the median
LETTERS_FROM = 0.7  # of a line's characters, at the median: a table of figures has fewer letters
INSIDE = 0.25  # of the text's width at either side where no gutter is looked for: a margin note or a table's first column

Part = tuple[Line, ...]


def parts_of(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Return the lines of a page in parts, each to be read from its top to its end; one part where the page has no columns."""
    gutter = _gutter(lines)
    if gutter is None:
        return (tuple(lines),)
    parts: list[Part] = []
    whole: list[Line] = []
    for spans, run in groupby(lines, key=lambda line: _spans(line, gutter)):
        own = tuple(run)
        columns = None if spans else _columns(own, gutter)
        if columns:
            parts.extend([tuple(whole), *columns])
            whole = []
        else:
            whole.extend(own)
    return tuple(part for part in (*parts, tuple(whole)) if part)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where a right column begins, None where too few lines begin at one place inside the page."""
    if len(lines) < 2 * FEWEST_LINES:
        return None
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    edge = INSIDE * (right - left)
    starts = Counter(round(x) for line in lines for x in _starts(line) if left + edge < x < right - edge)
    place, count = max(starts.items(), key=lambda start: (start[1], -start[0]), default=(0, 0))
    return place - BEFORE if count >= FEWEST_LINES else None


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
    if len(lines) < FEWEST_LINES:
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    texts = [line.text for line in lines]
    long = median(len(text) for text in texts) >= PROSE_FROM
    wordy = median(sum(letter.isalpha() for letter in text) / len(text) for text in texts) >= LETTERS_FROM
    return long and wordy and median(line.box.width for line in lines) >= FILLED_FROM * width
