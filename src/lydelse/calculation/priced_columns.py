"""Columns that are another column times one amount that the text states: hours at "1 240 kr per timme", factors of a "grundbelopp"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.repair import is_one_slip_off
from lydelse.calculation.table_grid import Grid, grid_of
from lydelse.calculation.testing import held_against
from lydelse.differ.governing import last_year_in
from lydelse.figures.statements.totals import is_averaged, is_total_label
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.calculation import Origin, Outcome, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Version

ROWS_THAT_TEACH = 3
"""How many rows must be the amount times their count before the rows that are not are thought wrong, and three of four of all."""
MOST_PRICES = 8
"""How many amounts of the text are tried, those of the table's own section first, then the nearest above."""
MOST_COLUMNS = 8
ROUNDED_TO = (5, 10)
_TIMES = {AmountKind.COUNT, AmountKind.WEIGHT, AmountKind.BOUND}


def priced_columns(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the rows of columns that are another column times an amount of the text, of their own section or one above."""
    above: list[tuple[Entry, Amount]] = []
    for section in ledger.document.sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        own = _prices(ledger, section, version)
        prices = [*own, *above][:MOST_PRICES]
        above = prices
        for table in tables if prices else ():
            grid = grid_of(ledger, table, version)
            rows = [row for row in grid.rows if not is_total_label(grid.label(row))]
            columns = [each for each in grid.columns if not is_averaged(grid.headers.get(each, ""))][:MOST_COLUMNS]
            for whole in columns:
                yield from _best(grid, rows, whole, [each for each in columns if each != whole], prices)


def _prices(ledger: Ledger, section: Section, version: Version) -> list[tuple[Entry, Amount]]:
    """Return the amounts of money of a section's running text, each figure once, the last first."""
    found: dict[Decimal, tuple[Entry, Amount]] = {}
    for paragraph in section.paragraphs:
        for entry in ledger.entries_at(paragraph.place.path, version):
            amount = entry.amount(version)
            if amount and amount.kind is AmountKind.MONEY and amount.qualifier is Qualifier.NONE and amount.value > 1:
                found[amount.value * amount.scale] = (entry, amount)
    return list(reversed(found.values()))


def _best(grid: Grid, rows: Sequence[int], whole: int, others: Sequence[int], prices: Sequence[tuple[Entry, Amount]]) -> Iterator[Draft]:
    """Yield the rows of a column as the one amount times the one other column that most of them are."""
    if _kinds(grid, rows, whole) != {AmountKind.MONEY} or _is_of_a_year_gone(grid, rows, whole):
        return
    counted = [each for each in others if _kinds(grid, rows, each) and _kinds(grid, rows, each) <= _TIMES]
    for entry, price in prices:
        for count in counted:
            told = [row for row in rows if (row, whole) in grid.values and grid.values.get((row, count), (Decimal(0),))[0] not in {0, 1}]
            holding = sum(_holds(grid, row, (whole, count), price) for row in told)
            if holding >= ROWS_THAT_TEACH and 4 * holding >= 3 * len(told):
                drafts = (_draft(grid, row, (whole, count), (entry, price)) for row in told)
                yield from (draft for draft in drafts if _is_telling(draft.relation, grid.version))
                return


def _is_of_a_year_gone(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """Tell whether a column's header names a year and nothing of it changes: "Ersättning 2025" beside "Ersättning 2026"."""
    stated = [entry for row in rows if (entry := grid.cells.get((row, column)))]
    stays = all(entry.before is not None and entry.after is not None and entry.before.value == entry.after.value for entry in stated)
    return grid.version is Version.BEFORE and stays and last_year_in(grid.headers.get(column, "")) is not None


def _kinds(grid: Grid, rows: Sequence[int], column: int) -> set[AmountKind]:
    return {amount.kind for row in rows if (amount := grid.amount(row, column))}


def _holds(grid: Grid, row: int, columns: tuple[int, int], price: Amount) -> bool:
    """Tell whether a row is the amount times its count, but for what its last place cannot show."""
    (whole, step), (count, _) = (grid.values[row, column] for column in columns)
    return 2 * abs(whole - count * price.value * price.scale) <= step


def _is_telling(relation: Relation, version: Version) -> bool:
    """Tell whether a row is to be held against the product: one that was it in the earlier version, or that one slip parts from it.

    A row that never was the product costs something more; one that is the product rounded to fives or tens, or of a price that was itself
    worked out and rounded ("12,37 kr per invånare"), in either version, is rightly what it is.
    """
    outcomes = {each: outcome for each in Version if (outcome := held_against(relation, each))}
    if any(_is_rounded(outcome) or _is_of_a_rounded_price(outcome) for outcome in outcomes.values()):
        return False
    if outcomes[version].holds:
        return True
    earlier = outcomes.get(Version.BEFORE)
    return version is Version.AFTER and ((earlier is not None and earlier.holds) or is_one_slip_off(relation, version))


def _is_rounded(outcome: Outcome) -> bool:
    """Tell whether a row is its product rounded to fives or tens, which prices are now and then."""
    whole = outcome.relation.whole.amount(outcome.version)
    off = 2 * abs(outcome.difference)
    return whole is not None and not outcome.holds and any(whole.exactly % step == 0 and off <= step for step in ROUNDED_TO)


def _is_of_a_rounded_price(outcome: Outcome) -> bool:
    """Tell whether the rounding of the price explains the difference, though what it is multiplied by is exact."""
    whole, price, count = (each.amount(outcome.version) for each in (outcome.relation.whole, *outcome.relation.parts))
    if outcome.holds or not whole or not price or not count:
        return False
    return 2 * abs(outcome.difference) <= whole.last_place + price.last_place * count.exactly


def _draft(grid: Grid, row: int, columns: tuple[int, int], priced: tuple[Entry, Amount]) -> Draft:
    (entry, price), (whole, count) = priced, (grid.cells[row, column] for column in columns)
    assert whole is not None, "rows are chosen because they state the whole"
    assert count is not None, "rows are chosen because they state the count"
    names = [grid.headers.get(column, "") for column in columns]
    wording = Message("relation.product.priced", {"label": grid.label(row), "column": names[0], "price": price.literal, "count": names[1]})
    amount = whole.amount(grid.version)
    chance = chance_of(1, amount.last_place, abs(amount.exactly)) if amount else chance_of(1, price.last_place, price.exactly)
    relation = Relation(RelationKind.PRODUCT, whole, (entry, count), wording, Origin.STATED, whole.place, 1, chance, exact=True)
    return Draft(("table", grid.path, f"r{row}c{columns[0]}*text"), relation)
