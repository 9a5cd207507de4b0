"""Dashed rules: Chromium draws a dashed border dash by dash, as far apart as fills the side of each cell, and a row of them is one rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

LONGEST_DASH = 5.0
"""Times the thickness of the rule: Chromium's are two or three times as long as that."""

FARTHEST = 2.0
"""Times the length of a dash that the next one stands from it at most: Chromium stretches its gaps to fill a side."""

SHORTER = 0.8
"""Of the longest dash of a row: a shorter one is no dash of it, but for the last."""

FEWEST_DASHES = 4
"""Three short lines may be three columns' own."""

IN_LINE_WITHIN = 0.2
"""Points that the dashes of a row may stand beside one another."""

Run = list[Stroke]


def with_dashes_joined(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """Return the strokes, those that are dashes in a row as the rules that they make."""
    rest: list[Stroke] = []
    joined: list[Stroke] = []
    rows: dict[tuple[object, ...], Run] = {}
    for stroke in strokes:
        if stroke.horizontal is stroke.vertical or _length(stroke) > LONGEST_DASH * stroke.thickness:
            rest.append(stroke)
        else:
            rows.setdefault((stroke.horizontal, stroke.colour, round(stroke.thickness, 1)), []).append(stroke)
    for row in rows.values():
        for run in _runs(row):
            if _is_dashed(run):
                joined.append(_rule(run))
            else:
                rest += run
    return (*rest, *joined) if joined else (*rest,)


def _runs(row: Sequence[Stroke]) -> Iterator[Run]:
    """Yield the strokes of one direction in runs that stand in line and near one another."""
    level: Run = []
    for stroke in [*sorted(row, key=_across), None]:
        if level and (stroke is None or _across(stroke) - _across(level[-1]) > IN_LINE_WITHIN):
            yield from _near(sorted(level, key=_start))
            level = []
        if stroke is not None:
            level.append(stroke)


def _near(level: Sequence[Stroke]) -> Iterator[Run]:
    run = [level[0]]
    for stroke in level[1:]:
        if _start(stroke) - max(_end(each) for each in run[-2:]) > FARTHEST * _length(run[0]):
            yield run
            run = []
        run.append(stroke)
    yield run


def _is_dashed(run: Run) -> bool:
    """Tell whether strokes in line are dashes: alike, the last one perhaps cut short, and most of them apart."""
    if len(run) < FEWEST_DASHES:
        return False
    longest = max(map(_length, run))
    apart = sum(_start(after) > _end(before) for before, after in pairwise(run))
    return all(_length(each) >= SHORTER * longest for each in run[:-1]) and apart * 2 > len(run) - 1


def _rule(run: Run) -> Stroke:
    box: Box = run[0].box
    for stroke in run[1:]:
        box = box.united_with(stroke.box)
    return run[0]._replace(box=box)


def _length(stroke: Stroke) -> float:
    return stroke.box.width if stroke.horizontal else stroke.box.height


def _start(stroke: Stroke) -> float:
    return stroke.box.x0 if stroke.horizontal else stroke.box.top


def _end(stroke: Stroke) -> float:
    return stroke.box.x1 if stroke.horizontal else stroke.box.bottom


def _across(stroke: Stroke) -> float:
    box = stroke.box
    return (box.top + box.bottom) / 2 if stroke.horizontal else (box.x0 + box.x1) / 2
