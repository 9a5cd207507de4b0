"""Rows whose price is the same in two columns of a table, last year's and the new one, where nearly all other rows' prices rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from statistics import median

from lydelse.calculation.draft import finest_step
from lydelse.checks.change_columns import is_of_changes
from lydelse.checks.kept_years import is_of_an_outcome
from lydelse.figures.statements.totals import is_total_label
from lydelse.figures.years import years_in
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

FEWEST_ALIKE = 3
"""How many rows must rise by one factor before those that do not rise are told of."""
FEWEST_RISING = 5
"""How many prices in kronor must rise where they rise by several factors."""
CHANGED_FOR_EACH = 3
"""How many rows must rise for each that does not."""
SHARE_ALIKE = Fraction(3, 4)
"""How many of the rows that rise must do so by one factor."""
FARTHEST = Fraction(1, 100)
"""How far factors may be from each other: prices are rounded."""

_NOW = compiled(
    r"(?<!\w)(?:nuvarande|gällande|dagens|idag|i\s+dag|nu|tidigare|gammal|gamla|före\s+(?:höjning|ändring)\w*)(?!\w)", re.IGNORECASE
)
_THEN = compiled(r"(?<!\w)(?:föresl\w*|förslag\w*|ny|nya|nytt|kommande|efter\s+(?:höjning|ändring)\w*)(?!\w)", re.IGNORECASE)
_PRICED = compiled(r"avgift|taxa|pris|ersättning|arvode|bidrag|hyra", re.IGNORECASE)
_NOT_CALLED = {"kr", "kronor", "tkr", "mkr", "kr/år"}


@dataclass(frozen=True, slots=True)
class LeftInColumn:
    """The later figures of the rows that stand alike in two columns, and how many rows rise from the one to the other."""

    unchanged: tuple[Entry, ...]
    rising: int
    since: str
    to: str

    @property
    def count(self) -> int:
        """How many rows state both."""
        return len(self.unchanged) + self.rising


_Rows = list[tuple[Entry, Entry]]


def left_in_columns(entries: Sequence[Entry]) -> Iterator[LeftInColumn]:
    """Yield the tables of the later version in which rows stand alike in last year's column and the new one.

    A table that says in a column of its own what has changed says by itself what has not.
    """
    cells = [entry for entry in entries if entry.after and "/r" in entry.place.path and entry.column]
    for _, group in groupby(cells, key=lambda entry: entry.place.path.partition("/r")[0]):
        table = [*group]
        columns = [*dict.fromkeys(entry.column or "" for entry in table)]
        if not any(is_of_changes(column) for column in columns):
            for since, to in _pairs(columns):
                yield from _left(_rows(table, since, to), since, to)


def _pairs(columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield last year's column and the new one that are called the same besides: "Pris 2025" and "Pris 2026", "Nuvarande" and "Ny"."""
    dated: dict[frozenset[str], dict[int, str]] = {}
    for column in columns:
        years = years_in(column)
        if len(years) == 1 and not is_of_an_outcome(column):
            rest = _words(column[: years[0].start] + column[years[0].end :])
            dated.setdefault(rest, {})[years[0].value] = column
    for by_year in dated.values():
        if len(by_year) == 2 and max(by_year) - min(by_year) == 1:
            yield by_year[min(by_year)], by_year[max(by_year)]
    now = {_called(_NOW.sub(" ", column)): column for column in columns if _NOW.search(column)}
    then = {_called(_THEN.sub(" ", column)): column for column in columns if _THEN.search(column)}
    for rest, column in now.items():
        if rest in then and then[rest] != column and not is_of_an_outcome(column) and not (years_in(column) and years_in(then[rest])):
            yield column, then[rest]


def _called(name: str) -> frozenset[str]:
    return _words(name) - {str(year.value) for year in years_in(name)}


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+(?:/\w+)?", name.casefold())) - _NOT_CALLED


def _rows(table: Sequence[Entry], since: str, to: str) -> _Rows:
    """Return the rows that state one plain amount of money in both columns."""
    found: _Rows = []
    for _, group in groupby(table, key=lambda entry: entry.place.path.rpartition("/c")[0]):
        row = [*group]
        one, other = ([entry for entry in row if entry.column == column] for column in (since, to))
        if len(one) == len(other) == 1 and _is_price(one[0]) and _is_price(other[0]) and one[0].stated.unit == other[0].stated.unit:
            found.append((one[0], other[0]))
    return found


def _is_price(entry: Entry) -> bool:
    amount = entry.after
    plain = amount is not None and amount.kind is AmountKind.MONEY and amount.qualifier is Qualifier.NONE and amount.value > 0
    return plain and not is_total_label(entry.label)


def _left(rows: _Rows, since: str, to: str) -> Iterator[LeftInColumn]:
    factors = [(other, _factor(one, other)) for one, other in rows]
    moved = [factor for _, factor in factors if factor != 1]
    unchanged = [entry for entry, factor in factors if factor == 1]
    if not moved or not unchanged or len(moved) < CHANGED_FOR_EACH * len(unchanged):
        return
    usual = median(moved)
    alike = sum(abs(factor - usual) <= FARTHEST for factor in moved)
    are_alike = alike >= FEWEST_ALIKE and alike >= SHARE_ALIKE * len(moved)
    are_prices = all(other.stated.unit == "kr" for _, other in rows) and any(
        _PRICED.search(f"{other.label} {other.column}") for _, other in rows
    )
    if min(moved) > 1 and (are_alike or (are_prices and len(moved) >= FEWEST_RISING)):
        step = finest_step([other for _, other in rows], Version.AFTER)
        left = [entry for entry in unchanged if not _is_settled(entry) and 2 * entry.stated.exactly * (usual - 1) >= step]
        if left:
            yield LeftInColumn(tuple(left), len(moved), since, to)


def _factor(one: Entry, other: Entry) -> Fraction:
    assert one.after is not None, "only amounts of the later version are looked at"
    assert other.after is not None, "only amounts of the later version are looked at"
    return other.after.exactly / one.after.exactly


def _is_settled(entry: Entry) -> bool:
    """Tell whether the amendment itself sets the figure, in the column of the same year as before: then it is meant."""
    return entry.status is Status.CHANGED and entry.year_before == entry.year_after
