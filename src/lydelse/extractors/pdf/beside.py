"""A text of its own on the left of the page's text: what tells it from labels of the lines beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from lydelse.extractors.pdf.line import Line

GUTTER_FROM = 0.9  # ems between two columns of prose
AT_GUTTER_FROM = 0.6  # ems where the right column begins exactly there
PROSE_FROM = 22  # characters of a line, at the median: the cells of a table are shorter
LETTERS_FROM = 0.7  # of a line's characters, at the median: a table of figures has fewer letters
CELLS_FROM = 0.2  # of a side's lines that begin anew at one place
FEWEST_BESIDE = 3  # lines of a box beside the text
SHORTEST_BESIDE = 12  # characters of such a line, at the median
SAME_PITCH = 0.1  # of a column's usual distance between lines, that the text under it may differ by
PARAGRAPHS_APART = 1.3  # times the distance between lines of one paragraph
SENTENCE_ENDS = ".!?"
LEVEL_WITHIN = 0.3  # ems
SPACE = 0.28  # ems of a space between words

Side = tuple[Line, ...]


def parted_aside(left: Side, right: Side) -> tuple[Side, Side]:
    """Return the box that stands on the left of the text, and the text with what stands over and under the box; empty where none does."""
    blocks = [part for own in _blocks(left) for part in _without_text_under(own, right)]
    beside = [own for own in blocks if own[-1].baseline > right[0].box.top and own[0].baseline < right[-1].box.bottom]
    if len(beside) != 1 or not _is_set_beside(beside[0], right):
        return (), ()
    others = (line for own in blocks if own is not beside[0] for line in own)
    return beside[0], tuple(sorted((*right, *others), key=lambda line: line.baseline))


def _blocks(lines: Side) -> Iterator[Side]:
    """Yield lines of one size that follow closely."""
    closest = min((after.baseline - before.baseline for before, after in pairwise(lines)), default=0.0)
    start = 0
    for at, (before, after) in enumerate(pairwise(lines), 1):
        if after.baseline - before.baseline > PARAGRAPHS_APART * closest or after.size != before.size:
            yield lines[start:at]
            start = at
    yield lines[start:]


def _without_text_under(own: Side, right: Side) -> Iterator[Side]:
    """Yield lines on the left, those under the right side by themselves where its sentence goes on in them: the box above has ended."""
    under = sum(line.baseline <= right[-1].baseline + LEVEL_WITHIN * line.size for line in own)
    goes_on = 0 < under < len(own) and own[under].text[0].islower() and own[under - 1].text[-1] in SENTENCE_ENDS
    if goes_on and right[-1].text[-1] not in SENTENCE_ENDS:
        yield from (own[:under], own[under:])
    else:
        yield own


def _is_set_beside(box: Side, text: Side) -> bool:
    """Tell whether lines on the left are a text of its own, not the labels of what stands on the right.

    Each is as full as the width lets it be, and they go on from one to the next to the end of a sentence, as the text beside does.
    """
    body = box[1:] if all(word.bold for word in box[0].words) else box  # under a title
    if len(body) < FEWEST_BESIDE or len(text) < FEWEST_BESIDE or has_columns(box) or has_columns(text):
        return False
    running = all(sum(line.text[0].islower() for line in side[1:]) * 2 >= len(side) - 1 for side in (body, text))
    whole = not body[0].text[0].islower() and body[-1].text[-1] in SENTENCE_ENDS
    long = median(len(line.text) for line in text) >= PROSE_FROM and median(len(line.text) for line in body) >= SHORTEST_BESIDE
    close = _pitch(body) <= PARAGRAPHS_APART * _pitch(text)
    return close and running and whole and long and _is_filled(body) and is_wordy(body) and is_wordy(text)


def _is_filled(lines: Side) -> bool:
    """Tell whether no line had room for the first word of the next one."""
    width = max(line.box.width for line in lines)
    return all(line.box.width + SPACE * line.size + after.words[0].box.width > width for line, after in pairwise(lines))


def _pitch(lines: Side) -> float:
    return median(after.baseline - before.baseline for before, after in pairwise(lines))


def runs_on(column: Side, below: Line) -> bool:
    """Tell whether a sentence of a column goes on in the line under it, at the usual distance."""
    usual = _pitch(column) if len(column) > 1 else 0.0
    apart = below.baseline - column[-1].baseline
    same = below.size == column[-1].size and abs(apart - usual) <= SAME_PITCH * usual
    return same and column[-1].text[-1] not in SENTENCE_ENDS and below.text[0].islower()


def goes_on_under(column: Side, text: Side) -> bool:
    """Tell whether a column's sentence goes on in that line of the text which stands next under it."""
    following = next((line for line in text if line.baseline > column[-1].baseline), None)
    return following is not None and runs_on(column, following)


def starts(line: Line) -> Iterator[float]:
    """Yield where a line begins, and where it begins anew after a wide gap."""
    yield line.box.x0
    for word, following in pairwise(line.words):
        if following.box.x0 - word.box.x1 >= AT_GUTTER_FROM * line.size:
            yield following.box.x0


def has_columns(lines: Side) -> bool:
    """Tell whether a side has columns of its own, its lines beginning anew at one place: cells of a table."""
    left = min(line.box.x0 for line in lines)
    places = Counter(round(x) for line in lines for x in starts(line) if x > left + GUTTER_FROM * line.size and x != line.box.x0)
    return max(places.values(), default=0) >= max(2, CELLS_FROM * len(lines))


def is_wordy(lines: Side) -> bool:
    """Tell whether the lines are words for the most part, not figures."""
    return median(sum(letter.isalpha() for letter in line.text) / len(line.text) for line in lines) >= LETTERS_FROM
