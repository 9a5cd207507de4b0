"""Dotted rules: Chromium draws a dotted border as small squares, each filled for itself, and what stands in a row is one rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.formats.pdf.page import Fill, Stroke
from lydelse.model.place import Box

LARGEST_DOT = 3.0
"""Points: Chromium's dots are as wide as the border that they make."""

ROUND_WITHIN = 0.5
"""Of the longer side: a dot is about as high as it is wide."""

FEWEST_DOTS = 5

SHORTEST_RULE = 8.0
"""Points: shorter than any cell's side."""

FARTHEST = 3.0
"""Times the size of a dot that the next one may stand from it, from middle to middle."""

PITCH_WITHIN = 0.25
"""Of the size of a dot: what the distances in a row may differ from the first."""

IN_LINE_WITHIN = 0.2
"""Points that the dots of a row may stand beside one another."""

Run = list[Fill]


def dotted_rules(fills: Iterable[Fill], marks: Container[Box]) -> tuple[Stroke, ...]:
    """Return the level and the upright rules that dots in a row at even distances make, but for the dots that are ``marks``.

    A ground of dots, where most stand in rows of both directions, makes no rules.
    """
    dots = [fill for fill in fills if _is_dot(fill.box) and fill.box not in marks]
    if len(dots) < FEWEST_DOTS:
        return ()
    level, upright = list(_runs(dots, 0)), list(_runs(dots, 1))
    both = {id(dot) for run in level for dot in run} & {id(dot) for run in upright for dot in run}
    return (
        *(_rule(run, level=True) for run in level if _is_own(run, both)),
        *(_rule(run, level=False) for run in upright if _is_own(run, both)),
    )


def _is_dot(box: Box) -> bool:
    short, long = sorted((box.width, box.height))
    return 0 < long <= LARGEST_DOT and short >= ROUND_WITHIN * long


def _runs(dots: Sequence[Fill], along: int) -> Iterator[Run]:
    """Yield the dots that stand in rows at even distances, level where ``along`` is 0 and upright where it is 1."""
    across = 1 - along
    rows: dict[tuple[tuple[int, int, int], int], Run] = defaultdict(list)
    before: Fill | None = None
    number = 0
    for dot in sorted(dots, key=lambda each: (each.colour, _middle(each.box)[across])):
        apart = before is None or dot.colour != before.colour
        if apart or (before and _middle(dot.box)[across] - _middle(before.box)[across] > IN_LINE_WITHIN):
            number += 1
        rows[dot.colour, number].append(dot)
        before = dot
    for row in rows.values():
        row.sort(key=lambda each: _middle(each.box)[along])
        yield from (run for run in _even(row, along) if len(run) >= FEWEST_DOTS and _reach(run, along) >= SHORTEST_RULE)


def _even(row: Sequence[Fill], along: int) -> Iterator[Run]:
    """Yield the dots of a row in runs of one distance; a dot painted twice counts once."""
    run = [row[0]]
    pitch = 0.0
    for before, dot in pairwise(row):
        size = max(dot.box.width, dot.box.height)
        step = _middle(dot.box)[along] - _middle(before.box)[along]
        if step <= PITCH_WITHIN * size:
            continue
        near = step <= FARTHEST * size
        if not near or (len(run) > 1 and abs(step - pitch) > PITCH_WITHIN * size):
            yield run
            run = []
        elif len(run) == 1:
            pitch = step
        run.append(dot)
    yield run


def _reach(run: Run, along: int) -> float:
    return _middle(run[-1].box)[along] - _middle(run[0].box)[along]


def _middle(box: Box) -> tuple[float, float]:
    return ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)


def _is_own(run: Run, both: Container[int]) -> bool:
    """Tell whether most dots of a run stand in no row of the other direction."""
    return sum(id(dot) in both for dot in run) * 2 <= len(run)


def _rule(run: Run, *, level: bool) -> Stroke:
    first, last = run[0].box, run[-1].box
    thickness = first.height if level else first.width
    return Stroke(first.united_with(last), thickness, run[0].colour, horizontal=level, vertical=not level)
