"""Cells between rules that cross: rules that lie near one another are one, and where four of them meet pair by pair is a cell.

This is how pdfplumber finds tables by their lines, with its figures, and what comes out is equal to that; a test holds it so. pdfplumber
takes as long to import as ten pages take to read, and copies each rule again and again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from lydelse.model.place import Box

SAME_RULE_WITHIN = 3.0
"""Points between two rules that are seen as one, from the end of a piece to the next, and from a rule's end to the rule that it meets."""

SHORTEST_PIECE, SHORTEST_RULE = 1.0, 3.0
"""Points: what is shorter is left out, before pieces are put together and after."""

Point = tuple[float, float]


class Edge(NamedTuple):
    """A level rule at a height, or an upright one at a place from left to right, and where it begins and ends along itself."""

    at: float
    start: float
    end: float


def cells_between(level: Iterable[Edge], upright: Iterable[Edge]) -> list[list[Box]]:
    """Return the cells of each table that rules make, those of two cells or more, in the order in which they touch one another."""
    points = _crossings(list(_put_together(level)), list(_put_together(upright)))
    return [table for table in _touching(list(_cells(points))) if len(table) > 1]


def _put_together(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Yield rules of one direction, those near one another at the same place, and their pieces as one."""
    snapped = sorted(_snapped([edge for edge in edges if edge.end - edge.start >= SHORTEST_PIECE]), key=attrgetter("at"))
    for at, group in groupby(snapped, key=attrgetter("at")):
        start = end = None
        for edge in sorted(group, key=attrgetter("start")):
            if start is None or end is None or edge.start > end + SAME_RULE_WITHIN:
                if start is not None and end is not None and end - start >= SHORTEST_RULE:
                    yield Edge(at, start, end)
                start, end = edge.start, edge.end
            else:
                end = max(end, edge.end)
        if start is not None and end is not None and end - start >= SHORTEST_RULE:
            yield Edge(at, start, end)


def _snapped(edges: Sequence[Edge]) -> Iterator[Edge]:
    """Yield rules with those that stand near one another moved to where they stand on the average."""
    places = sorted({edge.at for edge in edges})
    group_of: dict[float, int] = {}
    for before, at in zip([None, *places], places, strict=False):
        group_of[at] = 0 if before is None else group_of[before] + (at > before + SAME_RULE_WITHIN)
    for _, group in groupby(sorted(edges, key=lambda edge: group_of[edge.at]), key=lambda edge: group_of[edge.at]):
        own = list(group)
        average = sum(edge.at for edge in own) / len(own)
        yield from (edge._replace(at=edge.at + (average - edge.at)) for edge in own)


class _Meeting(NamedTuple):
    """The rules that meet at a point: the upright ones and the level ones."""

    upright: set[Edge]
    level: set[Edge]


def _crossings(level: Sequence[Edge], upright: Sequence[Edge]) -> dict[Point, _Meeting]:
    """Return the points where rules meet, from left to right and down."""
    found: dict[Point, _Meeting] = {}
    for up in sorted(upright):
        for across in level:
            if (
                up.start <= across.at + SAME_RULE_WITHIN
                and up.end >= across.at - SAME_RULE_WITHIN
                and across.start - SAME_RULE_WITHIN <= up.at <= across.end + SAME_RULE_WITHIN
            ):
                meeting = found.setdefault((up.at, across.at), _Meeting(set(), set()))
                meeting.upright.add(up)
                meeting.level.add(across)
    return dict(sorted(found.items()))


def _cells(points: dict[Point, _Meeting]) -> Iterator[Box]:
    """Yield for each point the smallest cell that it is the upper left corner of, where rules lead from corner to corner."""
    below: dict[float, list[float]] = defaultdict(list)
    beside: dict[float, list[float]] = defaultdict(list)
    for x, y in reversed(points):
        yield from _smallest(x, y, reversed(below[x]), beside[y][::-1], points)
        below[x].append(y)
        beside[y].append(x)


def _smallest(x: float, y: float, below: Iterable[float], beside: Sequence[float], points: dict[Point, _Meeting]) -> Iterator[Box]:
    own = points[x, y]
    rights = [right for right in beside if not own.level.isdisjoint(points[right, y].level)]
    for bottom in below:
        left = points[x, bottom]
        if own.upright.isdisjoint(left.upright):
            continue
        for right in rights:
            corner = points.get((right, bottom))
            if corner and not (corner.upright.isdisjoint(points[right, y].upright) or corner.level.isdisjoint(left.level)):
                yield Box(x, y, right, bottom)
                return


def _touching(cells: list[Box]) -> Iterator[list[Box]]:
    """Yield cells in groups in which each shares a corner with another."""
    cells = sorted(cells)
    while cells:
        corners: set[Point] = set()
        own: list[Box] = []
        while True:
            left: list[Box] = []
            for cell in cells:
                four = {(cell.x0, cell.top), (cell.x0, cell.bottom), (cell.x1, cell.top), (cell.x1, cell.bottom)}
                if own and corners.isdisjoint(four):
                    left.append(cell)
                else:
                    own.append(cell)
                    corners |= four
            if len(left) == len(cells):
                break
            cells = left
        yield own
