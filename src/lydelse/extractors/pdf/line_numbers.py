"""Line numbers in the margin, taken away: they stand before line after line, also before those that begin within a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Box

SET_APART = 0.8  # ems between a number and its line
FEWEST = 6  # numbers, for lines that are all numbered
FEWEST_STEPS = 2  # numbers that follow one of their sort, where every fifth or tenth line has one
STEPS = (1, 2, 3, 4, 5, 10)
COUNTED_FROM = 0.8  # of the steps between numbers that take as many lines: a table between them has no numbers
LONG = 30  # characters of a line, at the median: rows of a table and items are shorter
WITHIN_SENTENCE = 0.15  # of the numbered lines that go on with the sentence of the line before: items and rows begin anew
SHORT_BY = 8.0  # ems that such a line may end before the longest
GAP, PARTED_FROM = 1.2, 0.25  # ems between cells, and of the lines that have such a gap: a table
ALIGNED_WITHIN = 2.0  # points between the right edges, or the left edges, of the numbers


class Numbered(NamedTuple):
    """A line whose first word is a number set apart: which line of its page it is, and the number."""

    at: int
    number: int
    line: Line


def without_line_numbers(pages: Sequence[tuple[Line, ...]]) -> tuple[tuple[tuple[Line, ...], ...], tuple[Unread, ...]]:
    """Return the lines of each page without the numbers before them, and what to say of that."""
    columns = [_column(own) for own in map(_numbered, pages) if own]
    if not columns:
        return tuple(pages), ()
    result: list[tuple[Line, ...]] = []
    taken: list[int] = []
    for lines in pages:
        cut = {line for line in lines if _has_number(line) and any(_is_in(column, line) for column in columns)}
        taken += [lines[0].page] if cut else []
        result.append(tuple(_cut(line) if line in cut else line for line in lines))
    said = Unread("X905", Severity.INFO, Message("X905.pdf-line-numbers", {"page": taken[0], "pages": len(taken)}), taken[0])
    return tuple(result), (said,)


def _numbered(lines: Sequence[Line]) -> list[Numbered]:
    """Return the lines of a page that have line numbers, none where its numbers are something else."""
    own = [Numbered(at, int(line.words[0].text), line) for at, line in enumerate(lines) if _has_number(line)]
    if len(own) <= FEWEST_STEPS:
        return []
    column = _column(own)
    own = [each for each in own if _is_in(column, each.line)]
    return own if len(own) > FEWEST_STEPS and _are_line_numbers(own, lines) else []


def _column(own: Sequence[Numbered]) -> Box:
    """Return where most of the numbers stand."""
    boxes = [each.line.words[0].box for each in own]
    return Box(median(box.x0 for box in boxes), boxes[0].top, median(box.x1 for box in boxes), boxes[-1].bottom)


def _is_in(column: Box, line: Line) -> bool:
    """Tell whether the number before a line begins, or ends, where the others do."""
    box = line.words[0].box
    return min(abs(box.x0 - column.x0), abs(box.x1 - column.x1)) <= ALIGNED_WITHIN


def _has_number(line: Line) -> bool:
    first = line.words[0]
    if not first.text.isdecimal() or len(first.text) > 4 or len(line.words) < 2:
        return False
    return line.words[1].box.x0 - first.box.x1 >= SET_APART * line.size


def _are_line_numbers(own: Sequence[Numbered], lines: Sequence[Line]) -> bool:
    step = own[1].number - own[0].number
    span = lines[own[0].at : own[-1].at + 1]
    steady = step in STEPS and all(after.number - before.number == step for before, after in pairwise(own))
    counted = sum(after.at - before.at == step for before, after in pairwise(own)) >= COUNTED_FROM * (len(own) - 1)
    enough = len(own) >= (FEWEST if step == 1 else FEWEST_STEPS + 1)
    aside = all(_starts(line) > max(each.line.words[0].box.x1 for each in own) for line in span)
    long = median(len(line.text) for line in span) >= LONG
    edge = max(line.box.x1 for line in span)
    within = sum(_goes_on(before, after, edge) for before, after in pairwise(span)) >= WITHIN_SENTENCE * len(span)
    parted = sum(_has_gap(line) for line in span) >= PARTED_FROM * len(span)
    return steady and counted and enough and aside and long and within and not parted


def _goes_on(before: Line, after: Line, edge: float) -> bool:
    """Tell whether a sentence that fills its line goes on in the next."""
    return edge - before.box.x1 <= SHORT_BY * before.size and before.text[-1] not in ".:;" and _text(after)[:1].islower()


def _has_gap(line: Line) -> bool:
    """Tell whether words stand apart as in cells, the number left out."""
    words = line.words[1:] if _has_number(line) else line.words
    return any(after.box.x0 - before.box.x1 >= GAP * line.size for before, after in pairwise(words))


def _starts(line: Line) -> float:
    return line.words[1].box.x0 if _has_number(line) else line.box.x0


def _text(line: Line) -> str:
    return " ".join(word.text for word in (line.words[1:] if _has_number(line) else line.words))


def _cut(line: Line) -> Line:
    words = line.words[1:]
    box = words[0].box
    for word in words[1:]:
        box = box.united_with(word.box)
    return line._replace(words=words, box=box)
