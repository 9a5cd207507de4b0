"""Witnesses: amounts of a document that together make a figure which is not itself written as one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.rule import Subject, passage_of
from lydelse.figures.prose import amounts_in
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.finding import Passage
from lydelse.model.quantity import Entry
from lydelse.records import dataclass

MOST_PARTS = 6
"""The most amounts in a row that are added up."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Amounts that stand next to one another and add up to a figure: their arithmetic, and where they stand."""

    arithmetic: str
    passages: tuple[Passage, ...]


def witness_of(suggestion: str, subject: Subject) -> Witness | None:
    """Return the amounts in a row of one paragraph that make the suggested figure; None where none or more than one row does."""
    meant = amounts_in(suggestion)
    if len(meant) != 1 or meant[0].kind is not AmountKind.MONEY:
        return None
    found = [row for row in _rows(subject) if sum((_after(entry).exactly for entry in row), Fraction(0)) == meant[0].exactly]
    if len(found) != 1:
        return None
    row = found[0]
    arithmetic = f"{' + '.join(figure_of(_after(entry)) for entry in row)} = {figure_of(meant[0])}"
    return Witness(arithmetic, tuple(passage_of(entry) for entry in row))


def _rows(subject: Subject) -> Iterator[list[Entry]]:
    """Yield every stretch of two amounts of money or more that stand next to one another in a paragraph."""
    money = (entry for entry in subject.entries if entry.kind is AmountKind.MONEY and entry.after and entry.after.per is None)
    for _, group in groupby(money, key=lambda entry: entry.place.path):
        entries = list(group)
        for start in range(len(entries)):
            for end in range(start + 2, min(len(entries), start + MOST_PARTS) + 1):
                yield entries[start:end]


def _after(entry: Entry) -> Amount:
    assert entry.after is not None, "only amounts of the later version are added up"
    return entry.after
