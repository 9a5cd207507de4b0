"""Tables that are drawn with rules: the cells that strokes make where they cross, put together as grids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.formats.pdf.crossings import SAME_RULE_WITHIN, Edge, cells_between
from lydelse.formats.pdf.page import RuledCell, RuledTable, Stroke
from lydelse.model.place import Box

SAME_END_WITHIN = 2.0
"""Points that the ends of a table's rules may differ."""

MOST_PLACES = 3600
"""Heights of level rules times places of upright ones: what crosses at more is a drawing, or would take long."""

SHORTEST_SIDE = 8.0
"""Points: shorter than any cell's side; on a page with very many strokes, such ones belong to charts and drawings."""


def tables_within(strokes: Iterable[Stroke]) -> tuple[RuledTable, ...]:
    """Return the grids of at least two cells that these strokes make, from the top."""
    rules = [stroke for stroke in strokes if stroke.horizontal or stroke.vertical]
    if _places(rules) > MOST_PLACES:
        rules = [rule for rule in rules if max(rule.box.width, rule.box.height) >= SHORTEST_SIDE]
    if _places(rules) > MOST_PLACES:
        return ()
    level = [_edge(rule.box, level=True) for rule in rules if rule.horizontal]
    upright = [_edge(rule.box, level=False) for rule in rules if not rule.horizontal]
    found = cells_between(level, (*upright, *_open_sides(rules)))
    return tuple(sorted(map(_grid, found), key=lambda grid: (grid.box.top, grid.box.x0)))


def _places(rules: Sequence[Stroke]) -> int:
    """Return at how many places rules might cross."""
    level = {round(rule.box.top / SAME_RULE_WITHIN) for rule in rules if rule.horizontal}
    upright = {round(rule.box.x0 / SAME_RULE_WITHIN) for rule in rules if rule.vertical}
    return len(level) * len(upright)


def _edge(box: Box, *, level: bool) -> Edge:
    return Edge((box.top + box.bottom) / 2, box.x0, box.x1) if level else Edge((box.x0 + box.x1) / 2, box.top, box.bottom)


def _open_sides(rules: Sequence[Stroke]) -> Iterator[Edge]:
    """Yield the outer sides of tables that are drawn without them: level rules with the same ends, and an upright one between."""
    level = [rule.box for rule in rules if rule.horizontal]
    upright = [rule.box for rule in rules if rule.vertical]
    for group in _with_same_ends(level):
        top, bottom = group[0].top, group[-1].bottom
        x0, x1 = min(box.x0 for box in group), max(box.x1 for box in group)
        inside = [box for box in upright if box.bottom > top - 1 and box.top < bottom + 1 and x0 - 1 <= box.x0 <= x1 + 1]
        between = [box for box in inside if x0 + SAME_RULE_WITHIN < box.x0 < x1 - SAME_RULE_WITHIN]
        for x in (x0, x1) if between else ():
            if not any(abs(box.x0 - x) <= SAME_RULE_WITHIN for box in inside):
                reach = [box for box in between if box.top < bottom and box.bottom > top]
                yield _edge(Box(x, min([top, *(box.top for box in reach)]), x, max([bottom, *(box.bottom for box in reach)])), level=False)


def _with_same_ends(level: list[Box]) -> Iterator[list[Box]]:
    """Yield the groups of two rules or more that begin and end at the same places, each from the top."""
    left = sorted(level, key=lambda box: (round(box.x0 / SAME_END_WITHIN), round(box.x1 / SAME_END_WITHIN), box.top))
    group: list[Box] = []
    for box in left:
        if group and not (abs(box.x0 - group[0].x0) <= SAME_END_WITHIN and abs(box.x1 - group[0].x1) <= SAME_END_WITHIN):
            if len(group) > 1:
                yield group
            group = []
        group.append(box)
    if len(group) > 1:
        yield group


def _grid(cells: list[Box]) -> RuledTable:
    """Number the cells by the rules that they begin and end at."""
    lefts, tops = sorted({cell.x0 for cell in cells}), sorted({cell.top for cell in cells})
    numbered = (
        RuledCell(
            box=cell,
            row=tops.index(cell.top),
            column=lefts.index(cell.x0),
            rowspan=sum(cell.top <= top < cell.bottom - 0.01 for top in tops),
            colspan=sum(cell.x0 <= left < cell.x1 - 0.01 for left in lefts),
        )
        for cell in cells
    )
    box = cells[0]
    for cell in cells[1:]:
        box = box.united_with(cell)
    return RuledTable(box, len(tops), len(lefts), tuple(sorted(numbered, key=lambda cell: (cell.row, cell.column))))
