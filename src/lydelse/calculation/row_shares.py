"""Rows that are a share of other rows: "Administration" at three per cent of the rows above it, "Moms" at six per cent of all the others.

The share stands in the section's text or in the row's own label, and the text may say of which rows in many ways. So the figures of a
version show it: the same share of the same rows in every column that states both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, combinations

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.table_grid import Grid, are_of_one_basis, grid_of
from lydelse.differ.grid import seats_of
from lydelse.figures.statements.totals import is_averaged, is_total_label
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.records import dataclass

MOST_RATES = 6
"""How many shares of a section's text are tried, the first ones."""
FEWEST_ROWS = 2
"""Of how many rows a share is that the text states: of one, it may be of anything else."""
MOST_ROWS = 20
"""Of how many rows the first are looked at."""
CHANCE = Fraction(1, 2000)
"""How likely it may be at most that a row is such a share by coincidence: nothing but the figures says of which rows it is."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A row as a share of others, with how likely chance is to explain it."""

    row: int
    rate: Entry
    base: tuple[int, ...]
    columns: tuple[int, ...]
    tried: int
    chance: Fraction


def row_shares(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the cells of rows that are a stated share of other rows in each column."""
    for section in ledger.document.sections:
        rates = _rates(ledger, section, version)
        for table in (block for block in section.blocks if isinstance(block, Table)):
            grid = grid_of(ledger, table, version)
            of_label = _rates_of_labels(ledger, table, version)
            rows = [row for row in grid.rows if not is_total_label(grid.label(row))][:MOST_ROWS]
            for row in rows if rates or of_label else ():
                own = of_label.get(row)
                reading = _read(grid, row, [other for other in rows if other != row], own or rates, fewest=1 if own else FEWEST_ROWS)
                if reading:
                    yield from (_draft(grid, reading, column) for column in reading.columns)


def _rates(ledger: Ledger, section: Section, version: Version) -> list[Entry]:
    """Return the shares that a section's text states, each figure once."""
    stated = [each for paragraph in section.paragraphs for each in ledger.entries_at(paragraph.place.path, version)]
    found = {amount.exactly: each for each in stated if (amount := each.amount(version)) and _is_rate(each, version)}
    return list(found.values())[:MOST_RATES]


def _rates_of_labels(ledger: Ledger, table: Table, version: Version) -> dict[int, list[Entry]]:
    """Return the share that a row's own label states: "Administration (3 %)"."""
    labels = [seat for seat in seats_of(table) if seat.column == 0 and seat.stands_in(version)]
    stated = {
        seat.at_row: [
            each for part in seat.cell.paragraphs for each in ledger.entries_at(part.place.path, version) if _is_rate(each, version)
        ]
        for seat in labels
    }
    return {row: rates for row, rates in stated.items() if len(rates) == 1}


def _is_rate(entry: Entry, version: Version) -> bool:
    amount = entry.amount(version)
    return amount is not None and amount.kind is AmountKind.SHARE and amount.qualifier is Qualifier.NONE and 0 < amount.value < 100


def _read(grid: Grid, row: int, others: Sequence[int], rates: Sequence[Entry], *, fewest: int) -> _Reading | None:
    """Return the one way in which a row is a share of neighbouring rows, those of the widest base first; None where there is none."""
    columns = [each for each in grid.columns if (row, each) in grid.values and not is_averaged(grid.headers.get(each, ""))]
    ends = [(start, end) for start, end in combinations(range(len(others) + 1), 2) if end - start >= fewest]
    runs = sorted(ends, key=lambda each: each[0] - each[1])
    tried = len(rates) * len(runs)
    for rate in rates:
        for start, end in _near(grid, (row, columns[0]), others, rate, runs) if columns else ():
            base = tuple(others[start:end])
            stated = tuple(column for column in columns if all((each, column) in grid.values for each in base))
            chance = _chance(grid, (row, base, rate), stated, tried) if stated and len(stated) == len(columns) else None
            if chance is not None and chance <= CHANCE:
                return _Reading(row, rate, base, stated, tried, chance)
    return None


def _near(
    grid: Grid, at: tuple[int, int], others: Sequence[int], rate: Entry, runs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the runs whose share may be the row in its first column: looked at roughly, since there are many and nearly none is."""
    (row, column), stated = at, rate.amount(grid.version)
    assert stated is not None, "a rate is chosen because the version states it"
    sums = [0.0, *accumulate(float(grid.values[each, column][0]) if (each, column) in grid.values else 0.0 for each in others)]
    figure, step = map(float, grid.values[row, column])
    share = float(stated.value) / 100
    yield from (run for run in runs if abs((sums[run[1]] - sums[run[0]]) * share - figure) <= step)


def _chance(grid: Grid, made: tuple[int, tuple[int, ...], Entry], columns: Sequence[int], tried: int) -> Fraction | None:
    """Return how likely chance is to make a row such a share in every column, None where it is not one in some column."""
    row, base, rate = made
    stated = rate.amount(grid.version)
    assert stated is not None, "a rate is chosen because the version states it"
    chance = Fraction(tried)
    for column in columns:
        parts, whole = [grid.cells.get((each, column)) for each in base], grid.cells.get((row, column))
        figure, step = (Fraction(each) for each in grid.values[row, column])
        read = [part for part in parts if part]
        if whole is None or len(read) < len(parts) or not are_of_one_basis([whole, *read], grid.version):
            return None
        share = sum((Fraction(grid.values[each, column][0]) for each in base), Fraction(0)) * stated.exactly / 100
        if figure <= 0 or abs(figure - share) > step / 2:
            return None
        chance *= chance_of(1, step, figure)
    return chance


def _draft(grid: Grid, reading: _Reading, column: int) -> Draft:
    whole, rate = grid.cells[reading.row, column], reading.rate.amount(grid.version)
    assert whole is not None, "a reading's columns state the row"
    assert rate is not None, "a rate is chosen because the version states it"
    base = [part for row in reading.base if (part := grid.cells[row, column])]
    names = [grid.label(row) for row in (reading.base[0], reading.base[-1])]
    header = grid.headers.get(column, "")
    called = " – ".join(f"”{name}”" for name in dict.fromkeys(names))
    facts: dict[str, Fact] = {
        "share": rate.value,
        "base": (f"{called} ({header})" if header else called,),
        "section": whole.place.section,
        "label": grid.label(reading.row),
    }
    wording = Message("relation.share.row", facts)
    parts = (reading.rate, *base)
    relation = Relation(RelationKind.SHARE, whole, parts, wording, Origin.INFERRED, whole.place, reading.tried, reading.chance, exact=True)
    return Draft(("table", grid.path, f"r{reading.row}c{column}%rows"), relation)
