"""Amounts that stand unchanged in a table most of whose amounts were changed: what last year's level may have been forgotten at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.model.amount import AmountKind
from lydelse.model.quantity import Entry, Status
from lydelse.records import dataclass

FEWEST_CHANGED = 5
"""How many amounts of a table must have changed before those that did not are told of."""
CHANGED_FOR_EACH = 3
"""How many must have changed for each that did not."""


@dataclass(frozen=True, slots=True)
class LeftInTable:
    """The amounts of one table that stand unchanged, and how many of all its paired amounts changed."""

    unchanged: tuple[Entry, ...]
    changed: int

    @property
    def count(self) -> int:
        """How many amounts the table holds in both versions."""
        return len(self.unchanged) + self.changed


def left_in_tables(entries: Sequence[Entry]) -> Iterator[LeftInTable]:
    """Yield the tables, in document order, where nearly all amounts of money changed and some that are not nought did not."""
    by_table: dict[str, list[Entry]] = {}
    for entry in entries:
        table, within, _ = entry.place.path.partition("/r")
        if within and entry.kind is AmountKind.MONEY and entry.before and entry.after and entry.stated.value:
            by_table.setdefault(table, []).append(entry)
    for within_table in by_table.values():
        unchanged = tuple(entry for entry in within_table if entry.status is Status.UNCHANGED)
        changed = sum(entry.status is Status.CHANGED for entry in within_table)
        if unchanged and changed >= max(FEWEST_CHANGED, CHANGED_FOR_EACH * len(unchanged)):
            yield LeftInTable(unchanged, changed)
