"""Tables that are drawn with rules, found by pdfplumber's table finder on a stub page of our own strokes.

pdfplumber takes a third of a second to import, so this module is imported only for a page that has rules enough for a grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict, cast

from pdfplumber.page import Page as FullPage
from pdfplumber.table import TableFinder

from lydelse.formats.pdf.page import RuledCell, RuledTable, Stroke
from lydelse.model.place import Box
from lydelse.records import dataclass, field

SAME_RULE_WITHIN = 3.0
"""Points between two rules that are seen as one, and from a rule's end to the rule that it meets: pdfplumber's own figure."""

SAME_END_WITHIN = 2.0
"""Points that the ends of a table's rules may differ."""

MOST_PLACES = 3600
"""Heights of level rules times places of upright ones: 60 rows of 60 columns take the finder two seconds, 100 of 100 eighteen."""

SHORTEST_SIDE = 8.0
"""Points: shorter than any cell's side; on a page with very many strokes, such ones belong to charts and drawings."""


class Edge(TypedDict):
    """A rule as pdfplumber's finder takes it."""

    x0: float
    x1: float
    top: float
    bottom: float
    width: float
    height: float
    orientation: str
    object_type: str


@dataclass(frozen=True)
class _StubPage:
    """What the finder asks of a page."""

    bbox: tuple[float, float, float, float]
    edges: list[Edge]
    chars: list[Edge] = field(default_factory=list)


def tables_within(width: float, height: float, strokes: Iterable[Stroke]) -> tuple[RuledTable, ...]:
    """Return the grids of at least two cells that these strokes make on a page of this size, from the top."""
    rules = [stroke for stroke in strokes if stroke.horizontal or stroke.vertical]
    if _places(rules) > MOST_PLACES:
        rules = [rule for rule in rules if max(rule.box.width, rule.box.height) >= SHORTEST_SIDE]
    if _places(rules) > MOST_PLACES:
        return ()
    edges = [_edge(rule.box, level=rule.horizontal) for rule in rules]
    edges.extend(_open_sides(rules))
    stub = cast("FullPage", _StubPage((0.0, 0.0, width, height), edges))
    finder = TableFinder(stub, {"intersection_tolerance": SAME_RULE_WITHIN})
    grids = (_grid([Box(*cell) for cell in table.cells]) for table in finder.tables)
    return tuple(sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0)))


def _places(rules: Sequence[Stroke]) -> int:
    """Return at how many places rules might cross."""
    level = {round(rule.box.top / SAME_RULE_WITHIN) for rule in rules if rule.horizontal}
    upright = {round(rule.box.x0 / SAME_RULE_WITHIN) for rule in rules if rule.vertical}
    return len(level) * len(upright)


def _edge(box: Box, *, level: bool) -> Edge:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    x0, x1 = (box.x0, box.x1) if level else (x, x)
    top, bottom = (y, y) if level else (box.top, box.bottom)
    return Edge(
        x0=x0, x1=x1, top=top, bottom=bottom, width=x1 - x0, height=bottom - top, orientation="h" if level else "v", object_type="line"
    )


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
