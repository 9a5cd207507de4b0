"""What shows that the two sides of a gutter are columns of their own: prose on both, or prose beside rows that it does not keep to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.beside import PROSE_FROM, SPACE, Side, has_columns, is_wordy
from lydelse.extractors.pdf.columns import is_tabular
from lydelse.extractors.pdf.line import Line
from lydelse.model.place import Box

FEWEST_LINES = 4  # on either side
FILLED_FROM = 0.6  # of the column's width that its lines take, at the median
DENSE_LINES = 8  # lines that nearly all fill their column: prose beyond doubt, whatever stands beside it
DENSE_FILL, DENSE_SHARE = 0.9, 0.7  # of the column's width, and of its lines
SOME_LONG = 0.4  # of the lines beside such a column: a table has fewer

RUNNING_FROM = 3  # lines that run on from one to the next: a paragraph
MUCH_RUNNING = 6  # such lines on one side, where the other side has a table
GOES_ON_AFTER = (".", ",", "-", "–")  # how a full line ends before one that begins with a capital or a figure; no row of a table does
FURTHEST_IN = 3.0  # ems that a paragraph's lines may begin beside one another
LOWEST_PITCH = 1.7  # ems between the lines of one paragraph
SAME_HEIGHT = 0.8  # ems
AGAINST_FROM = 4  # lines that begin anew beside the middle of a paragraph: rows of one table begin together
AGAINST_SHARE = 0.25  # of the lines that begin anew
TABULAR_FROM = 0.4  # of a side's lines that have cells
LEVEL_WITHIN = 0.15  # ems that the baselines of one row may differ
UNLIKE_SHARE = 0.4  # of the lines of either column: they stand on no baseline of the other
BEGINS_WITHIN = 1.5  # points that a column may begin beside where it does on other pages
FEWEST_RULES = 3  # of a table on one side
SIDE_WITHIN = 6.0  # points between the ends of a rule and of the column that it stands in
RULE_BESIDE = 1.5  # ems between a row and the rules over and under it
OPEN_RULES = 3  # over the last row of a page, which ends on the next


class Column(NamedTuple):
    """Where a column begins and ends, in points from the left."""

    x0: float
    x1: float


def is_prose(lines: Side) -> bool:
    """Tell whether lines are long, full and mostly words, with no columns of their own."""
    if len(lines) < FEWEST_LINES or has_columns(lines):
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    long = median(len(line.text) for line in lines) >= PROSE_FROM
    return long and is_wordy(lines) and median(line.box.width for line in lines) >= FILLED_FROM * width


def is_dense_beside(one: Side, other: Side) -> bool:
    """Tell whether one side fills nearly every line, beside one that has long lines too."""
    return _is_dense(one) and _is_long(other)


def _is_dense(lines: Side) -> bool:
    if len(lines) < DENSE_LINES or not is_wordy(lines):
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    full = sum(line.box.width >= DENSE_FILL * width for line in lines)
    return full >= DENSE_SHARE * len(lines) and not has_columns(lines)


def _is_long(lines: Side) -> bool:
    return len(lines) >= FEWEST_LINES and sum(len(line.text) >= PROSE_FROM for line in lines) >= SOME_LONG * len(lines)


def stand_apart(left: Side, right: Side, rules: Sequence[Box]) -> bool:
    """Tell whether one side has paragraphs and the other a table or more paragraphs that begin where those are in their midst.

    The rows of a table begin together on both sides of a gap, however long the text of their cells is. So do its rules go over both.
    """
    if len(left) < FEWEST_LINES or len(right) < FEWEST_LINES:
        return False
    running = [going_on(side) for side in (left, right)]
    counts = [_in_paragraphs(own) for own in running]
    if any(count >= MUCH_RUNNING and _has_rules(side, rules) for count, side in zip(counts[::-1], (left, right), strict=True)):
        return True
    if max(counts) < MUCH_RUNNING or not all(
        count >= RUNNING_FROM or _is_table(side) for count, side in zip(counts, (left, right), strict=True)
    ):
        return False
    pairs = [_against(left, running[0], right, running[1]), _against(right, running[1], left, running[0])]
    against, begun = sum(count for count, _ in pairs), sum(count for _, count in pairs)
    return against >= AGAINST_FROM and against >= AGAINST_SHARE * begun


def are_columns_again(left: Side, right: Side, places: tuple[Column, Column], rules: Sequence[Box]) -> bool:
    """Tell whether the sides of a gutter that the document has elsewhere are columns here too, and no cells of a table.

    One has a paragraph, or rules of its own from side to side, or their lines stand at heights of their own.
    """
    if max(line.box.x1 for line in left) > places[0].x1 + SIDE_WITHIN:
        return False
    if any(_in_paragraphs(going_on(side)) >= RUNNING_FROM for side in (left, right)):
        return True
    if any(_is_ruled(side, place, rules) for side, place in zip((left, right), places, strict=True)):
        return True
    begin = all(
        abs(min(line.box.x0 for line in side) - place.x0) <= BEGINS_WITHIN for side, place in zip((left, right), places, strict=True)
    )
    fewest = 1 if begin else 2
    return all(_at_other_heights(one, other) >= fewest for one, other in ((left, right), (right, left)))


def going_on(lines: Side) -> list[bool]:
    """Return for each line whether the one above it runs on into it: there was no room for its first word."""
    return [False, *(_runs_on(before, after) for before, after in pairwise(lines))]


def _runs_on(before: Line, after: Line) -> bool:
    pitch = after.baseline - before.baseline
    close = 0 < pitch <= LOWEST_PITCH * after.size and abs(before.size - after.size) < 0.1 * after.size
    full = before.box.x1 + SPACE * before.size + after.words[0].box.width > before.limit
    said = len(before.text) >= PROSE_FROM and is_wordy((before,)) and (after.text[0].islower() or before.text.endswith(GOES_ON_AFTER))
    return close and full and said and abs(after.box.x0 - before.box.x0) <= FURTHEST_IN * after.size


def _in_paragraphs(running: Sequence[bool]) -> int:
    """Return how many lines belong to paragraphs of three lines or more."""
    total = length = 0
    for goes_on in (*running, False):
        if goes_on:
            length += 1
            continue
        total += length + 1 if length + 1 >= RUNNING_FROM else 0
        length = 0
    return total


def _is_table(lines: Side) -> bool:
    return has_columns(lines) and sum(is_tabular(line) for line in lines) >= TABULAR_FROM * len(lines)


def _has_rules(side: Side, rules: Sequence[Box]) -> bool:
    """Tell whether three rules or more stand over, between and under lines of a side, and end with it."""
    x0, x1 = min(line.box.x0 for line in side) - SIDE_WITHIN, max(line.box.x1 for line in side) + SIDE_WITHIN
    top, bottom = side[0].box.top - 2 * side[0].size, side[-1].box.bottom + 2 * side[-1].size
    return len({round(rule.top) for rule in rules if x0 <= rule.x0 and rule.x1 <= x1 and top <= rule.top <= bottom}) >= FEWEST_RULES


def _against(side: Side, running: Sequence[bool], other: Side, others: Sequence[bool]) -> tuple[int, int]:
    """Return how many lines of a side begin anew beside the middle of a paragraph, and how many begin beside a paragraph at all."""
    begun = [line for line, goes_on in zip(side, running, strict=True) if not goes_on]
    middles = [line.baseline for line, goes_on in zip(other, others, strict=True) if goes_on]
    firsts = [line.baseline for line, goes_on in zip(other, others, strict=True) if not goes_on]
    within = [line for line in begun if _stands_by(line, middles)]
    return sum(not _stands_by(line, firsts) for line in within), len(within) + sum(_stands_by(line, firsts) for line in begun)


def _stands_by(line: Line, baselines: Sequence[float]) -> bool:
    return any(abs(line.baseline - baseline) < SAME_HEIGHT / 2 * line.size for baseline in baselines)


def _is_ruled(side: Side, place: Column, rules: Sequence[Box]) -> bool:
    """Tell whether two rules or more go from one end of a column to the other among its lines."""
    top, bottom = side[0].box.top - 2 * side[0].size, side[-1].box.bottom + 2 * side[-1].size
    own = {
        round(rule.top)
        for rule in rules
        if abs(rule.x0 - place.x0) <= SIDE_WITHIN and abs(rule.x1 - place.x1) <= SIDE_WITHIN and top <= rule.top <= bottom
    }
    return len(own) > 1


def _at_other_heights(side: Side, other: Side) -> int:
    """Return how many lines of a side stand beside the other one and on no baseline of it, 0 where most do."""
    beside = [line for line in side if other[0].box.top <= line.baseline <= other[-1].box.bottom]
    alone = sum(all(abs(line.baseline - each.baseline) > LEVEL_WITHIN * line.size for each in other) for line in beside)
    return alone if alone >= UNLIKE_SHARE * len(beside) else 0


def is_row_between(crossing: Sequence[Box], lines: Side, *, last: bool) -> bool:
    """Tell whether lines are a table's row alone: of the rules that cross its gap one stands right over it, and one right under it.

    The ``last`` lines of a page need none under them where the page has a table over them: their row ends on the next page.
    """
    over, under = lines[0].box.top, lines[-1].box.bottom
    near = RULE_BESIDE * lines[0].size
    goes_on = last and len({round(rule.top) for rule in crossing if rule.top <= over}) >= OPEN_RULES
    closed = goes_on or any(0 <= rule.top - under <= near for rule in crossing)
    return closed and any(0 <= over - rule.top <= near for rule in crossing)
