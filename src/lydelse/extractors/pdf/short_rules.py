"""Level rules that part some of a row's columns alone: the label of a group beside several rows, a header beside two of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.grid import GridCell, River
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.rulings import SAME_HEIGHT_WITHIN, Rule

Row = tuple[GridCell, ...]


def inner_rules(band: Sequence[Line], rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules that stand between the lines of a row, from the top."""
    if not band:
        return []
    top, bottom = min(line.baseline for line in band), max(line.baseline for line in band)
    return sorted((rule for rule in rules if top < rule.y < bottom), key=lambda rule: rule.y)


def rows_under(row: Row, rules: Sequence[Rule], rivers: Sequence[River]) -> Iterator[Row]:
    """Yield the rows that short rules make of one: a cell that no rule parts reaches down over them. The row itself where none does."""
    heights: list[float] = []
    for rule in rules:
        if not heights or rule.y - heights[-1] > SAME_HEIGHT_WITHIN:
            heights.append(rule.y)
    cells = {cell.column: list(_parts(cell, heights, _under(cell, rules, rivers))) for cell in row}
    rows = [tuple(part for column in sorted(cells) for at, part in cells[column] if at == place) for place in range(len(heights) + 1)]
    if any(cell.colspan > 1 for cell in row) or not all(any(cell.lines for cell in each) for each in rows):
        yield row
    else:
        yield from rows


def _under(cell: GridCell, rules: Sequence[Rule], rivers: Sequence[River]) -> list[float]:
    """Return the heights at which a rule stands under a column."""
    left = rivers[cell.column - 1].x1 if cell.column else float("-inf")
    right = rivers[cell.column].x0 if cell.column < len(rivers) else float("inf")
    reach = [(max(left, rule.x0), min(right, rule.x1), rule) for rule in rules]
    inside = [line.box for line in cell.lines]
    return [rule.y for x0, x1, rule in reach if any(x0 < (box.x0 + box.x1) / 2 < x1 for box in inside)]


def _parts(cell: GridCell, heights: Sequence[float], own: Sequence[float]) -> Iterator[tuple[int, GridCell]]:
    """Yield the parts of a cell with the row that each begins in."""
    cuts = [at for at, height in enumerate(heights, 1) if any(abs(height - y) <= SAME_HEIGHT_WITHIN for y in own)]
    for first, end in pairwise([0, *cuts, len(heights) + 1]):
        low = heights[first - 1] if first else float("-inf")
        high = heights[end - 1] if end <= len(heights) else float("inf")
        lines = tuple(line for line in cell.lines if low < line.baseline < high)
        yield first, cell._replace(lines=lines, rowspan=end - first)
