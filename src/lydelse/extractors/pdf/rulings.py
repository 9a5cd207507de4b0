"""The level rules of a page: the pieces of each put together, and those of one width that may part the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

SAME_HEIGHT_WITHIN = 1.5
"""Points between the pieces of one rule."""

PIECES_WITHIN = 3.0
"""Points between the ends of two pieces of one rule."""

SAME_END_WITHIN = 3.0
"""Points that the rules of a table may differ at their ends."""

RULES_FROM = 3
"""Rules of one table: its head and foot, and one between its rows."""

ROWS_WITHIN = 120.0
"""Points between two rules of one table."""

FEWEST_BANDS = 3
"""Rows between rules: head and foot of a table alone tell nothing of its rows."""


class Rule(NamedTuple):
    """A level rule, its pieces put together."""

    y: float
    x0: float
    x1: float


def groups_of(strokes: Sequence[Stroke]) -> Iterator[list[Rule]]:
    """Yield the rules that begin and end at the same places with no upright rule between them, each group from the top."""
    rules = sorted(rules_of(strokes), key=lambda rule: (round(rule.x0 / SAME_END_WITHIN), round(rule.x1 / SAME_END_WITHIN), rule.y))
    upright = [stroke.box for stroke in strokes if stroke.vertical]
    group: list[Rule] = []
    for rule in [*rules, Rule(0.0, -1.0, -1.0)]:
        if group and not (abs(rule.x0 - group[0].x0) <= SAME_END_WITHIN and abs(rule.x1 - group[0].x1) <= SAME_END_WITHIN):
            crossed = any(
                group[0].x0 - 1 <= box.x0 <= group[0].x1 + 1 and box.top < group[-1].y - 1 and box.bottom > group[0].y + 1
                for box in upright
            )
            if len(group) > FEWEST_BANDS and not crossed:
                yield group
            group = []
        group.append(rule)


def rules_of(strokes: Sequence[Stroke]) -> Iterator[Rule]:
    """Yield the level rules, the pieces of one that nearly meet as one."""
    level = sorted((stroke.box for stroke in strokes if stroke.horizontal), key=lambda box: (box.top, box.x0))
    heights: list[list[Rule]] = []
    for box in level:
        y = (box.top + box.bottom) / 2
        if not heights or y - heights[-1][0].y > SAME_HEIGHT_WITHIN:
            heights.append([])
        heights[-1].append(Rule(y, box.x0, box.x1))
    for pieces in heights:
        pieces.sort(key=lambda rule: rule.x0)
        current = pieces[0]
        for piece in pieces[1:]:
            if piece.x0 - current.x1 <= PIECES_WITHIN:
                current = current._replace(x1=max(current.x1, piece.x1))
            else:
                yield current
                current = piece
        yield current


def tables_across(crossing: Sequence[Box]) -> Iterator[Box]:
    """Yield where rules of one length cross a place again and again, as those of a table do."""
    tables: list[list[Box]] = []
    for rule in sorted(crossing, key=lambda box: box.top):
        ends = (
            own
            for own in tables
            if abs(own[-1].x0 - rule.x0) <= SAME_END_WITHIN
            and abs(own[-1].x1 - rule.x1) <= SAME_END_WITHIN
            and rule.top - own[-1].top <= ROWS_WITHIN
        )
        own = next(ends, None)
        if own is None:
            tables.append([rule])
        else:
            own.append(rule)
    for own in tables:
        if 1 + sum(after.top - before.top > SAME_END_WITHIN for before, after in pairwise(own)) >= RULES_FROM:
            yield Box(own[0].x0, own[0].top, own[0].x1, own[-1].bottom)
