"""Columns of changes: tables that say in one column what the figures of two other columns differ by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, groupby

from lydelse.checks.rule import Subject
from lydelse.figures.years import years_in
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.quantity import Entry
from lydelse.patterns import compiled
from lydelse.records import dataclass

FEWEST_ROWS = 3
"""How many rows must hold for the columns to be understood."""

SHARE_OF_ROWS = Fraction(3, 4)
"""How many of the rows must hold for the others to be slips."""

_IS_CHANGE = compiled(r"(?:förändring|ändring|differens|diff|skillnad|ökning|minskning|uppräkning)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChangeInRow:
    """A row's change with the two figures that it is said of; ``difference`` is what they differ by, in the change's own unit."""

    change: Entry
    since: Entry
    to: Entry
    difference: Fraction
    holds: bool


def is_of_changes(column: str) -> bool:
    """Tell whether a column's header says that it holds what figures changed by: "Förändring", "Ökning (%)"."""
    return _IS_CHANGE.match(column) is not None


def changes_in_rows(subject: Subject) -> Iterator[tuple[ChangeInRow, ...]]:
    """Yield, for each column of changes that most rows explain, its rows of the later version."""
    cells = [entry for entry in subject.entries if entry.after and "/r" in entry.place.path]
    for _, group in groupby(cells, key=lambda entry: entry.place.path.partition("/r")[0]):
        entries = [*group]
        columns = list(dict.fromkeys(entry.column or "" for entry in entries))
        of_years = [column for column in columns if len(years_in(column)) == 1 and not is_of_changes(column)]
        for column in (each for each in columns if is_of_changes(each)):
            yield from _explained(entries, column, of_years)


def _explained(entries: Sequence[Entry], column: str, of_years: Sequence[str]) -> Iterator[tuple[ChangeInRow, ...]]:
    rows = [[*row] for _, row in groupby(entries, key=lambda entry: entry.place.path.rpartition("/c")[0])]
    found: list[tuple[int, tuple[ChangeInRow, ...]]] = []
    for one, other in combinations(sorted(of_years, key=lambda each: years_in(each)[0].value), 2):
        for sign in (1, -1):
            changes = tuple(each for row in rows if (each := _in_row(row, (one, other, column), sign)))
            holding = sum(each.holds for each in changes)
            if holding >= FEWEST_ROWS and holding >= SHARE_OF_ROWS * len(changes):
                found.append((holding, changes))
    best = max((holding for holding, _ in found), default=0)
    likeliest = [changes for holding, changes in found if holding == best]
    if len(likeliest) == 1:
        yield likeliest[0]


def _in_row(row: Sequence[Entry], columns: tuple[str, str, str], sign: int) -> ChangeInRow | None:
    """Return the change of a row; None where a figure is missing, stands twice or is of another kind."""
    found = [[entry for entry in row if entry.column == column] for column in columns]
    if any(len(each) != 1 for each in found):
        return None
    (since,), (to,), (change,) = found
    amounts = [_after(each) for each in (since, to, change)]
    if amounts[0].kind is AmountKind.SHARE or amounts[0].kind is not amounts[1].kind:
        return None
    earlier, later, said = (each.exactly for each in amounts)
    difference = sign * (later - earlier)
    slack = (amounts[0].last_place + amounts[1].last_place) / 2
    if amounts[2].kind is AmountKind.SHARE or "%" in columns[2]:
        if not earlier:
            return None
        difference, slack = difference / abs(earlier) * 100, slack / abs(earlier) * 100
    return ChangeInRow(change, since, to, difference, abs(difference - said) <= slack + amounts[2].last_place / 2)


def _after(entry: Entry) -> Amount:
    assert entry.after is not None, "only amounts of the later version are looked at"
    return entry.after
