"""Tables of several years that roll on: last year's plan for a year stands in another column of this year's table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from lydelse.model.quantity import Entry

_Row = tuple[str, str]


def carried_from(entries: Iterable[Entry]) -> Callable[[Entry], bool]:
    """Return what tells whether a cell states what the earlier version's table already stated for its row and its new year."""
    planned: dict[_Row, dict[int, set[Fraction]]] = {}
    for entry in entries:
        if entry.before and entry.year_before and "/r" in entry.place.path:
            planned.setdefault(_row_of(entry), {}).setdefault(entry.year_before, set()).add(entry.before.exactly)

    def is_carried(entry: Entry) -> bool:
        if entry.after is None or entry.year_after is None:
            return False
        return entry.after.exactly in planned.get(_row_of(entry), {}).get(entry.year_after, set())

    return is_carried


def _row_of(entry: Entry) -> _Row:
    return entry.place.path.rpartition("/c")[0], entry.label
