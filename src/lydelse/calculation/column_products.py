"""Tables in which one column is two others multiplied: a price and a count, or a weight and a count."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.table_grid import Grid
from lydelse.figures.statements.totals import is_averaged, is_total_label
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Version

ROWS_THAT_TEACH = 2
"""How many rows of a table must be products of two columns before the rows that are not are thought wrong."""
MOST_COLUMNS = 12
"""Of a table with more columns, those from the left are looked at."""
MOST_ROWS_TRIED = 40
"""How many rows from the top decide which columns are multiplied."""

FEW_DIGITS = 100
"""How many times its last unit a total must be for a product that makes it to the unit to say something, few as the counted may be."""
COUNTED = {AmountKind.COUNT, AmountKind.WEIGHT, AmountKind.BOUND}
"""What may be multiplied by a price: so many of something, so much of it ("Yta (kvm)")."""
_BOUNDS = {Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN}


def products_of_columns(ledger: Ledger, section: Section, grid: Grid) -> Iterator[Draft]:
    """Yield the rows of the columns that are two others multiplied; that a table has too many columns is said."""
    if len(_multiplied(grid)) > MOST_COLUMNS:
        ledger.stopped.append(Message("calculation.columns", {"section": section.number or section.title, "most": MOST_COLUMNS}))
    yield from _in_table(grid)


def _in_table(grid: Grid) -> Iterator[Draft]:
    """Yield the rows of a column that is two others multiplied in at least two rows, and in two of three of those that state all three."""
    columns = _multiplied(grid)[:MOST_COLUMNS]
    rows = [row for row in grid.rows if not is_total_label(grid.label(row))]
    kinds = {column: _kinds(grid, column, rows) for column in columns}
    for whole, price, count in permutations(columns, 3):
        if not _may_be_multiplied(kinds[whole], kinds[price], kinds[count]):
            continue
        holding, exact, told = _rows_that_hold(grid, rows[:MOST_ROWS_TRIED], (whole, price, count))
        if _teach(holding, told):
            drafts = (_row(grid, row, (whole, price, count), exact=_teach(exact, told)) for row in rows)
            yield from (draft for draft in drafts if draft)


def _may_be_multiplied(whole: set[AmountKind], factor: set[AmountKind], count: set[AmountKind]) -> bool:
    """Tell whether a price times a count may make a column of money, or a weight times a count one of weighted counts."""
    if whole == factor == {AmountKind.MONEY}:
        return count <= COUNTED
    return factor == {AmountKind.WEIGHT} and count == {AmountKind.COUNT} and whole <= {AmountKind.COUNT, AmountKind.WEIGHT}


def _multiplied(grid: Grid) -> list[int]:
    """Return the columns that may be a price or a weight, a count or what they make; none where one of the two is missing."""
    columns = [column for column in grid.columns if not is_averaged(grid.headers.get(column, ""))]
    kinds = {kind for column in columns for kind in _kinds(grid, column, list(grid.rows))}
    return columns if kinds & {AmountKind.MONEY, AmountKind.WEIGHT} and kinds & COUNTED else []


def _teach(holding: int, told: int) -> bool:
    return holding >= ROWS_THAT_TEACH and 3 * holding >= 2 * told


def _kinds(grid: Grid, column: int, rows: list[int]) -> set[AmountKind]:
    return {amount.kind for row in rows if (amount := grid.amount(row, column))}


def _rows_that_hold(grid: Grid, rows: list[int], columns: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return how many rows are such products, how many to the last unit, and how many state all figures; a count of one shows nothing."""
    holding = exact = told = 0
    for row in rows:
        figures = [grid.values.get((row, column)) for column in columns]
        if None in figures or any(figure and figure[0] in {0, 1} for figure in figures):
            continue
        (whole, step), (price, of_price), (count, of_count) = (figure for figure in figures if figure)
        reach = (step + of_price * abs(count) + of_count * abs(price)) / 2
        told += 1
        made = price * count
        holds = abs(made - whole) <= reach and (reach * 10 < abs(whole) or (made == whole and abs(whole) >= FEW_DIGITS * step))
        holding += holds
        exact += holds and made == whole
    return holding, exact, told


def _row(grid: Grid, row: int, columns: tuple[int, int, int], *, exact: bool) -> Draft | None:
    entries = [grid.cells.get((row, column)) for column in columns]
    amounts = [entry.amount(grid.version) for entry in entries if entry]
    if None in entries or not all(amounts) or any(amount and amount.qualifier in _BOUNDS for amount in amounts):
        return None
    whole, price, count = (entry for entry in entries if entry)
    names = [grid.headers.get(column, "") for column in columns]
    wording = Message("relation.product.row", {"label": grid.label(row), "column": names[0], "price": names[1], "count": names[2]})
    chance = _chance_of_columns(whole, grid.version)
    relation = Relation(RelationKind.PRODUCT, whole, (price, count), wording, Origin.STATED, whole.place, 1, chance, exact)
    return Draft(("table", grid.path, f"r{row}c{columns[0]}*"), relation)


def _chance_of_columns(whole: Entry, version: Version) -> Fraction:
    amount: Amount | None = whole.amount(version)
    return chance_of(1, 2 * amount.last_place, abs(amount.exactly)) ** ROWS_THAT_TEACH if amount else Fraction(1)
