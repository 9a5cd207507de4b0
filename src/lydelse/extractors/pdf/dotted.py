"""Dotted rules: Chromium draws a dotted border as small squares, each filled for itself, and what stands in a row is one rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.formats.pdf.page import Fill, Stroke
from lydelse.model.place import Box

LARGEST_DOT = 3.1
"""Points: Chromium's dots are as wide as the border that they make."""

ROUND_WITHIN = 0.5
"""Of the longer side: a dot is about as high as it is wide."""

FEWEST_DOTS = 5

SHORTEST_RULE = 8.0
"""Points: shorter than any cell's side."""

FARTHEST = 3.0
"""Times the size of a dot that the next one usually stands from it at most, from middle to middle."""

FARTHEST_AT_CROSSINGS = 4.2
"""The same where rules cross and a dot is left out."""

PITCH_WITHIN = 0.25
"""Of the size of a dot: what the distances in a row may differ from the usual one."""

IN_LINE_WITHIN = 0.2
"""Points that the dots of a row may stand beside one another."""

Run = list[Fill]


def dotted_rules(fills: Iterable[Fill], marks: Container[Box]) -> tuple[Stroke, ...]:
    """Return the level and the upright rules that dots in a row at even distances make, but for the dots that are ``marks``.

    A ground of dots, where most stand in rows of both directions, makes no rules.
    """
    level, upright = _told_apart([fill for fill in fills if _is_dot(fill.box) and fill.box not in marks])
    return (*(_rule(run, level=True) for run in level), *(_rule(run, level=False) for run in upright))


def without_dots_of_rules(fills: Iterable[Fill]) -> Iterator[Fill]:
    """Yield the areas that are no dots of a dotted rule, nor of a line through or under text: a bullet stands alone."""
    own = tuple(fills)
    level, upright = _told_apart([fill for fill in own if _is_dot(fill.box)])
    dots = {fill.box for run in (*level, *upright) for fill in run}
    yield from (fill for fill in own if fill.box not in dots)


def _told_apart(dots: Sequence[Fill]) -> tuple[list[Run], list[Run]]:
    """Return the level rows of dots and the upright ones, but for those of a ground."""
    if len(dots) < FEWEST_DOTS:
        return [], []
    level, upright = list(_runs(dots, 0)), list(_runs(dots, 1))
    both = {id(dot) for run in level for dot in run} & {id(dot) for run in upright for dot in run}
    return [run for run in level if _is_own(run, both)], [run for run in upright if _is_own(run, both)]


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
        runs = (run for run in _near(row, along) if len(run) >= FEWEST_DOTS and _reach(run, along) >= SHORTEST_RULE)
        yield from (run for run in runs if _is_even(run, along))


def _near(row: Sequence[Fill], along: int) -> Iterator[Run]:
    """Yield the dots of a row in runs that stand near one another; a dot painted twice counts once."""
    run = [row[0]]
    for before, dot in pairwise(row):
        size = max(dot.box.width, dot.box.height)
        step = _middle(dot.box)[along] - _middle(before.box)[along]
        if step <= PITCH_WITHIN * size:
            continue
        if step > FARTHEST_AT_CROSSINGS * size:
            yield run
            run = []
        run.append(dot)
    yield run


def _is_even(run: Run, along: int) -> bool:
    """Tell whether most dots stand at one distance: where two cells meet, some stand closer or farther."""
    steps = sorted(_middle(dot.box)[along] - _middle(before.box)[along] for before, dot in pairwise(run))
    usual = steps[len(steps) // 2]
    size = max(run[0].box.width, run[0].box.height)
    return usual <= FARTHEST * size and sum(abs(step - usual) <= PITCH_WITHIN * size for step in steps) * 2 > len(steps)


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
