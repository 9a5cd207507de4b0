"""Prices with tax beside the same prices without it: two columns or two rows of a table, the one so many per cent above the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.repair import is_one_slip_off
from lydelse.calculation.table_grid import Grid, grid_of
from lydelse.calculation.vat_sums import tax_lines
from lydelse.figures.statements.taxes import RATES, TaxSide, may_be_of_a_side, named_price, speaks_of_tax, stated_rates_in
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

FEWEST_THAT_TEACH = 2
"""How many prices must keep a rate that nothing states, if all do; where one does not, one more must."""
FEWEST_EXACT = 3
"""How many other prices must be right to the last unit before one is held to it."""
_STEPS = tuple(map(Decimal, (1000, 500, 100, 50, 10, 5, 1)))
"""What prices are rounded to on purpose, in kronor."""
_ROUNDED = compiled(r"(?<!\w)(?:öres)?avrund\w*", re.IGNORECASE)
_PRICED = {AmountKind.MONEY, AmountKind.COUNT, AmountKind.WEIGHT}
"""What a figure under such a name may be read as: a bare number is money there."""

_Seat = tuple[int, int]
_Pair = tuple[_Seat, _Seat]


@dataclass(frozen=True, slots=True)
class _Price:
    """One price as two cells print it: without the tax and with it, each with one unit in its last place."""

    without: Decimal
    step_without: Decimal
    whole: Decimal
    step: Decimal

    def off(self, rate: int) -> Decimal:
        """Return how far the price with tax is from what the rate makes of the other."""
        return abs(self.without * (100 + rate) / 100 - self.whole)

    def keeps(self, rate: int) -> bool:
        """Tell whether the rate may have made the one of the other, both rounded as printed."""
        return 2 * self.off(rate) <= self.step + self.step_without * (100 + rate) / 100

    def is_made_to(self, step: Decimal, rate: int) -> bool:
        """Tell whether the price without tax is the other less the tax, rounded to the nearest of such steps."""
        return 2 * abs(self.whole * 100 / (100 + rate) - self.without) <= step


_Prices = Mapping[_Pair, _Price]


def taxed_prices(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the prices with tax that stand beside the prices without it, where the rate is stated or enough of them keep one.

    Left out are prices free of tax, those of another rate, those that were rounded on purpose, and those that have never kept the rate
    and that no one slip explains: what they are for may be taxed at several rates.
    """
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            grid = grid_of(ledger, table, version)
            pairs = _pairs(grid, section)
            if pairs:
                text = "\n".join(paragraph.text_in(version) for paragraph in section.paragraphs)
                prices = _in_versions({each: grid_of(ledger, table, each) for each in ledger.versions}, pairs)
                yield from _drafts(grid, prices, _stated(ledger, grid, text, version), is_rounding=_ROUNDED.search(text) is not None)


def _in_versions(grids: Mapping[Version, Grid], pairs: Sequence[_Pair]) -> dict[Version, _Prices]:
    """Return the prices of each version, without those that the tax beside them tells of better."""
    prices = {version: _prices(grid, pairs) for version, grid in grids.items()}
    told = {pair for version, grid in grids.items() for pair in _told_as_sums(grid, prices[version])}
    return {version: {pair: price for pair, price in of.items() if pair not in told} for version, of in prices.items()}


def _drafts(grid: Grid, prices: Mapping[Version, _Prices], stated: int | None, *, is_rounding: bool) -> Iterator[Draft]:
    rate = _rate(prices, stated)
    if rate is None:
        return
    left_out = {pair for each in prices.values() for pair in _left_out(each, rate, is_rounding=is_rounding)}
    for pair in prices[grid.version]:
        if pair in left_out or _is_free(prices, pair):
            continue
        draft = _draft(grid, pair, rate, exact=_is_exact(prices[grid.version], pair, rate))
        is_new = stated is not None and sum(pair in each for each in prices.values()) == 1
        has_kept = any(pair in each and each[pair].keeps(rate) for each in prices.values())
        if is_new or has_kept or is_one_slip_off(draft.relation, grid.version):
            yield draft


def _pairs(grid: Grid, section: Section) -> list[_Pair]:
    """Return the cells without tax and with it that stand for one price, in columns or in rows."""
    names = (grid.headers, grid.labels)
    if not any(may_be_of_a_side(name) for each in names for name in each.values()):
        return []
    of_tax = any(speaks_of_tax(name) for each in names for name in each.values())
    of_tax = of_tax or any(speaks_of_tax(paragraph.text_in(grid.version)) for paragraph in section.paragraphs)
    rows = [row for row in grid.rows if not is_total_label(grid.label(row))]
    columns = [column for column in grid.columns if not is_total_label(grid.headers.get(column, ""))]
    across = [((row, one), (row, other)) for one, other in _lines(grid.headers, in_table_of_tax=of_tax) for row in rows]
    down = [((one, column), (other, column)) for one, other in _lines(grid.labels, in_table_of_tax=of_tax) for column in columns]
    return [pair for pair in (*across, *down) if pair[0] in grid.values and pair[1] in grid.values]


def _lines(names: Mapping[int, str], *, in_table_of_tax: bool) -> Iterator[tuple[int, int]]:
    """Yield each line without tax with the one line with it that is called the same besides."""
    read = {at: named_price(name, in_table_of_tax=in_table_of_tax) for at, name in names.items()}
    without = {at: each.rest for at, each in read.items() if each.side is TaxSide.WITHOUT}
    whole = {at: each.rest for at, each in read.items() if each.side is TaxSide.WITH}
    plain = {at: each.rest for at, each in read.items() if each.side is None and each.rest and not speaks_of_tax(names[at])}
    if len(without) == len(whole) == 1:
        ((one, rest), (other, other_rest)) = (*without.items(), *whole.items())
        if not rest or not other_rest or rest == other_rest:
            yield one, other
        return
    for at, rest in whole.items():
        alike = [each for each, words in (without or plain).items() if words == rest]
        if len(alike) == 1:
            yield alike[0], at


def _prices(grid: Grid, pairs: Sequence[_Pair]) -> dict[_Pair, _Price]:
    """Return the prices that a version prints in full, as plain amounts."""
    found: dict[_Pair, _Price] = {}
    for one, other in pairs:
        amounts = [grid.amount(*seat) for seat in (one, other)]
        plain = [amount for amount in amounts if amount and amount.kind in _PRICED and amount.qualifier is Qualifier.NONE]
        if len(plain) == 2 and all(amount.value > 0 for amount in plain):
            found[one, other] = _Price(*grid.values[one], *grid.values[other])
    return found


def _stated(ledger: Ledger, grid: Grid, text: str, version: Version) -> int | None:
    """Return the rate that the table, its section or else the document states, None where none or several are stated."""
    names = " ".join((*grid.headers.values(), *grid.labels.values()))
    rates = stated_rates_in(names) or stated_rates_in(text)
    if not rates:
        rates = frozenset().union(*(stated_rates_in(paragraph.text_in(version)) for paragraph in ledger.document.paragraphs))
    return next(iter(rates)) if len(rates) == 1 else None


def _rate(prices: Mapping[Version, _Prices], stated: int | None) -> int | None:
    """Return the rate of a table's prices: one that is stated and kept, or one that all keep, or all but one of three or more."""
    for rate in (stated,) if stated else RATES:
        for each in prices.values():
            keeping = sum(price.keeps(rate) for price in each.values())
            unlike = sum(_is_off(price) for price in each.values())
            taught = keeping >= FEWEST_THAT_TEACH + unlike and unlike <= 1
            if taught or (stated and keeping and unlike <= max(1, keeping // 2)):
                return rate
    return None


def _is_off(price: _Price) -> bool:
    """Tell whether a price keeps no rate of the tax, and is not free of it."""
    return price.whole != price.without and not any(price.keeps(rate) for rate in RATES)


def _is_free(prices: Mapping[Version, _Prices], pair: _Pair) -> bool:
    """Tell whether a price is free of tax in every version that prints it."""
    return all(each[pair].whole == each[pair].without for each in prices.values() if pair in each)


def _told_as_sums(grid: Grid, prices: _Prices) -> Iterator[_Pair]:
    """Yield the prices that are not the price without tax and the tax beside it: that they do not add up is told of the sum."""
    across, down = tax_lines(grid.headers), tax_lines(grid.labels)
    for pair, price in prices.items():
        (row, column), (at_row, at_column) = pair[1], pair[0]
        seat = None
        if across and (across[0], across[2]) == (at_column, column):
            seat = (row, across[1])
        elif down and (down[0], down[2]) == (at_row, row):
            seat = (down[1], column)
        tax = grid.values.get(seat) if seat else None
        if tax and 2 * abs(price.without + tax[0] - price.whole) > price.step + price.step_without + tax[1]:
            yield pair


def _left_out(prices: _Prices, rate: int, *, is_rounding: bool) -> Iterator[_Pair]:
    """Yield the prices of another rate of the tax, and those that rounding to whole kronor or more explains."""
    to = _step([price.whole for price in prices.values()]) or Decimal(0)
    to_without = _step([price.without for price in prices.values()]) or Decimal(0)
    are_several = is_rounding or sum(map(_is_off, prices.values())) > 1
    for pair, price in prices.items():
        if price.keeps(rate):
            continue
        of_another_rate = price.whole != price.without and not _is_off(price)
        is_rounded = 2 * price.off(rate) <= to
        if are_several:
            is_rounded = is_rounded or price.off(rate) < (max(to, price.step) if is_rounding else to) or price.is_made_to(to_without, rate)
        if of_another_rate or is_rounded:
            yield pair


def _step(values: Sequence[Decimal]) -> Decimal | None:
    """Return the coarsest step that several prices are all multiples of."""
    return next((step for step in _STEPS if len(values) > 1 and all(value % step == 0 for value in values)), None)


def _is_exact(prices: _Prices, pair: _Pair, rate: int) -> bool:
    """Tell whether the other prices are right to the last unit, and this one is no rounded one without tax."""
    others = [price.off(rate) == 0 for each, price in prices.items() if each != pair and price.keeps(rate)]
    price = prices[pair]
    return len(others) >= FEWEST_EXACT and all(others) and not price.is_made_to(price.step_without, rate)


def _draft(grid: Grid, pair: _Pair, rate: int, *, exact: bool) -> Draft:
    part, whole = (grid.cells[seat] for seat in pair)
    assert part is not None, "what has a printed figure states it"
    assert whole is not None, "what has a printed figure states it"
    across = pair[0][0] == pair[1][0]
    (row, column), (at_row, at_column) = pair[1], pair[0]
    names = (
        {"label": grid.label(row), "column": grid.headers.get(column, ""), "price": grid.headers.get(at_column, "")}
        if across
        else {"label": grid.headers.get(column, ""), "column": grid.label(row), "price": grid.label(at_row)}
    )
    wording = Message("relation.product.vat" if names["label"] else "relation.product.vat_alone", {**names, "rate": rate})
    factor = 1 + Fraction(rate, 100)
    relation = Relation(
        RelationKind.PRODUCT, whole, (part,), wording, Origin.STATED, whole.place, len(RATES), Fraction(0), exact, factor=factor
    )
    return Draft(("table", grid.path, f"r{row}c{column}vat"), relation)
