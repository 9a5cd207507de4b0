"""Sums in tables that no label tells of: "Hela länet" under its municipalities, a column of the year beside its quarters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.table_grid import Grid, grid_of, summed
from lydelse.figures.statements.totals import is_averaged, is_net_label, is_total_label
from lydelse.model.message import Message
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.records import dataclass

LONGEST_RUN = 60
"""The most lines, side by side, that another line may add up."""
MOST_CELLS = 6_000
"""Tables with more cells are not searched: then only what is called a total is found."""
COINCIDENCE = Fraction(1, 10_000)
"""How likely chance may be to make a line the sum of its neighbours; every run of lines is a chance."""
SHARE_THAT_HOLDS = Fraction(2, 3)

ALIKE = Decimal("0.005")
"""How far figures may be from others times one number, relative to them, and show nothing that those do not."""
MOST_LEVELS = 4
"""How many levels of totals are looked for."""

_Cell = tuple[int, int]
_Tables = dict[int, dict[int, tuple[Decimal, Decimal]]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or a column that others beside it add up to, with where that holds across it."""

    at: int
    run: tuple[int, ...]
    across: tuple[int, ...]
    chance: Fraction
    tried: int


def unlabelled_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the cells of rows and columns that are the sum of the lines beside them, where no label says so and chance hardly could.

    Always inferred. A line must be the sum in two of three of the cells that state it, and each must have two parts that are not zero.
    """
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            if sum(len(row.cells) for row in table.rows) <= MOST_CELLS:
                grid = grid_of(ledger, table, version)
                yield from _down(grid)
                yield from _across(grid)


def tables_not_searched(ledger: Ledger) -> Iterator[Message]:
    """Yield what is said of the tables that are too large to be searched."""
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            cells = sum(len(row.cells) for row in table.rows)
            if cells > MOST_CELLS:
                yield Message("calculation.table", {"section": section.number or section.title, "cells": cells})


def _down(grid: Grid) -> Iterator[Draft]:
    columns = [column for column in grid.columns if not is_averaged(grid.headers.get(column, ""))]
    rows = [row for row in grid.rows if not is_averaged(grid.label(row))]
    named = {row for row in rows if is_total_label(grid.label(row)) or is_net_label(grid.label(row))}
    for line in _lines(grid.values, rows, columns, named):
        for column in line.across:
            yield from _draft(grid, (line.at, column), [(row, column) for row in line.run], line, "")


def _across(grid: Grid) -> Iterator[Draft]:
    columns = [column for column in grid.columns if not is_averaged(grid.headers.get(column, ""))]
    named = {column for column in columns if is_total_label(grid.headers.get(column, "")) or is_net_label(grid.headers.get(column, ""))}
    turned = {(column, row): value for (row, column), value in grid.values.items()}
    for line in _lines(turned, columns, list(grid.rows), named):
        for row in line.across:
            yield from _draft(grid, (row, line.at), [(row, column) for column in line.run], line, ">")


def _draft(grid: Grid, cell: _Cell, parts: Sequence[_Cell], line: _Line, mark: str) -> Iterator[Draft]:
    whole = grid.cells.get(cell)
    if whole is None:
        return
    key = f"r{cell[0]}c{cell[1]}?{mark}"
    draft = summed(grid, whole, [grid.cells[part] for part in parts if part in grid.cells], key, stated=False)
    if draft:
        yield draft.guessed(line.tried, line.chance)


def _lines(values: dict[_Cell, tuple[Decimal, Decimal]], lines: Sequence[int], across: Sequence[int], named: set[int]) -> list[_Line]:
    """Return the lines that runs of others add up to: first of what stands side by side, then of what is left when parts are taken away."""
    tables = {other: {line: values[line, other] for line in lines if (line, other) in values} for other in across}
    slack = {other: _slack(cells.values()) for other, cells in tables.items()}
    found: dict[int, _Line] = {}
    left = list(lines)
    for _ in range(MOST_LEVELS):
        level = _once_only([best for at, line in enumerate(left) if line not in found and (best := _best(tables, slack, left, at))])
        if not level:
            break
        found |= {line.at: line for line in level}
        added_up = {part for line in level for part in line.run}
        left = [line for line in left if line not in added_up]
    return [line for line in found.values() if line.at not in named]


def _slack(cells: Collection[tuple[Decimal, Decimal]]) -> Decimal:
    """Return how far the rounding of a run's parts may come to at most; without end where a part is less than nothing."""
    printed, places = [part for part, _ in cells], [place for _, place in cells]
    return LONGEST_RUN * max(places, default=Decimal(0)) if min(printed, default=Decimal(0)) >= 0 else Decimal("Infinity")


def _best(tables: _Tables, slack: dict[int, Decimal], lines: Sequence[int], at: int) -> _Line | None:
    """Return a line with the run beside it that chance explains least, None where no run makes it."""
    tried = min(LONGEST_RUN, at) + min(LONGEST_RUN, len(lines) - at - 1)
    fits = [fit for run in _runs(tables, slack, lines, at) if (fit := _fit(tables, lines[at], run, tried))]
    return min(fits, key=lambda each: (each.chance, len(each.run)), default=None)


def _once_only(lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines whose runs do not hold both another of them and what that one adds up: nothing is added up twice."""
    runs = {line.at: set(line.run) for line in lines}
    return [line for line in lines if not any(part in runs and runs[part] & runs[line.at] for part in line.run)]


def _runs(tables: _Tables, slack: dict[int, Decimal], lines: Sequence[int], at: int) -> Iterator[tuple[int, ...]]:
    """Yield the runs directly above and below a line that make it somewhere across it; no run is tried once all sums have passed it."""
    wholes = {other: whole for other, cells in tables.items() if (whole := cells.get(lines[at])) and whole[0]}
    for step in (-1, 1):
        sums = dict.fromkeys(wholes, (Decimal(0), Decimal(0)))
        for length in range(1, LONGEST_RUN + 1):
            last = at + step * length
            if not 0 <= last < len(lines):
                break
            fits, passed = False, True
            for other, (printed, place) in wholes.items():
                added, places = sums[other]
                if part := tables[other].get(lines[last]):
                    sums[other] = added, places = added + part[0], places + part[1]
                apart = 2 * (added - printed)
                fits = fits or abs(apart) <= place + places
                passed = passed and apart > place + places + slack[other]
            if passed:
                break
            if fits and length > 1:
                yield tuple(lines[last:at] if step < 0 else lines[at + 1 : last + 1])


def _fit(tables: _Tables, line: int, run: Sequence[int], tried: int) -> _Line | None:
    """Return the line with the cells across it where the run makes it, None where that is too few or may be chance.

    A part smaller than what rounding explains shows nothing, nor do figures that are so many times some that were seen already.
    """
    holding: list[int] = []
    told = 0
    chance = Fraction(tried)
    seen: set[tuple[Decimal, ...]] = set()
    for other, cells in tables.items():
        whole = cells.get(line)
        parts = [cells[each] for each in run if each in cells]
        reach = (whole[1] + sum(step for _, step in parts)) / 2 if whole else Decimal(0)
        if whole is None or len([1 for value, _ in parts if abs(value) > reach]) < 2:
            continue
        told += 1
        if abs(sum(value for value, _ in parts) - whole[0]) <= reach and whole[0]:
            holding.append(other)
            figures = tuple(value for value, _ in parts)
            width = max(2 * reach, min(map(_round_step, (whole[0], *figures))))
            chance *= Fraction(1) if _is_alike(figures, seen) else min(Fraction(1), Fraction(width) / abs(Fraction(whole[0])))
            seen.add(figures)
        elif told > 2 and not holding:
            return None
    if not holding or len(holding) < SHARE_THAT_HOLDS * told or chance > COINCIDENCE:
        return None
    return _Line(line, tuple(run), tuple(holding), chance, tried)


def _is_alike(figures: tuple[Decimal, ...], seen: Iterable[tuple[Decimal, ...]]) -> bool:
    """Tell whether figures are others times one number, as prices for adults are three times those for children."""
    alike = (other for other in seen if len(other) == len(figures))
    return any(
        all(abs(one * other[0] - figures[0] * two) <= ALIKE * abs(figures[0] * two) for one, two in zip(figures, other, strict=True))
        for other in alike
    )


def _round_step(value: Decimal) -> Decimal:
    """Return the step that a figure may have been rounded to: round figures add up to round figures by chance more often than others."""
    return Decimal(1).scaleb(value.normalize().adjusted() - len(value.normalize().as_tuple().digits) + 1) if value else Decimal("Infinity")
