"""Two tables made of one, or one of two: rows that leave a table for a new one, or come from one that is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lydelse.differ.nature import nature_of
from lydelse.differ.parts import CELL_BORDER
from lydelse.differ.words import marked_words
from lydelse.model.change import Added, Change, Merged, Nature, Removed, Split, Unit
from lydelse.model.place import Place
from lydelse.model.text import Run

FEWEST_ROWS = 2
"""Rows that two tables have in common by their names for it to be no chance."""
LEAST_OF_ROWS = 0.7
"""The share of a table's rows, its head left out, that come from the other table or go to it."""


class _Rows(NamedTuple):
    """Rows of one table that are told of as removed or as added: where each stands among the changes, and its text."""

    ats: tuple[int, ...]
    texts: tuple[str, ...]


def with_tables_divided(changes: Sequence[Change]) -> list[Change]:
    """Return the changes with a table that took its rows from another of its section told as one that was divided, or the reverse.

    The rows that went, and the new table, are one change, which stands where the table does.
    """
    told: dict[int, Change] = {}
    gone: set[int] = set()
    for at, change in enumerate(changes):
        if not isinstance(change, Added | Removed) or change.unit is not Unit.TABLE:
            continue
        other = Removed if isinstance(change, Added) else Added
        rows = _rows_shared(change, [(i, each) for i, each in enumerate(changes) if isinstance(each, other) and i not in gone])
        if rows:
            told[at] = _divided(change, changes[rows.ats[0]].place, rows)
            gone.update(rows.ats)
    return [told.get(at, change) for at, change in enumerate(changes) if at not in gone]


def _rows_shared(table: Added | Removed, others: Sequence[tuple[int, Added | Removed]]) -> _Rows | None:
    """Return the rows of another table that the table's own are, None where too few of them are.

    A table of the same section is known by what its rows are called, one of another section by the whole text of its rows.
    """
    section, _, _ = table.place.path.rpartition("/")
    rows = [(at, each) for at, each in others if each.unit is Unit.ROW]
    own = [(at, each) for at, each in rows if each.place.path.startswith(f"{section}/t")]
    lines = _text_of(table).split("\n")
    names, texts = Counter(map(_name_of, lines)), Counter(lines)
    named = [(at, text) for at, text in _of_one_table(own) if names[_name_of(text)] == 1]
    whole = [(at, text) for at, text in _of_one_table([each for each in rows if texts[_text_of(each[1])] == 1])]
    for found in (named, whole):
        if len(found) >= max(FEWEST_ROWS, LEAST_OF_ROWS * (len(lines) - 1)):
            return _Rows(tuple(at for at, _ in found), tuple(text for _, text in found))
    return None


def _of_one_table(rows: Sequence[tuple[int, Added | Removed]]) -> list[tuple[int, str]]:
    """Return the rows of the table that most of them are of."""
    by_table = Counter(each.place.path.partition("/r")[0] for _, each in rows)
    most = {path for path, _ in by_table.most_common(1)}
    return [(at, _text_of(each)) for at, each in rows if each.place.path.partition("/r")[0] in most]


def _divided(table: Added | Removed, from_table: Place, rows: _Rows) -> Change:
    text, joined = _text_of(table), "\n".join(rows.texts)
    if isinstance(table, Added):
        runs = marked_words(joined, text)
        return Split(Unit.TABLE, joined, text, runs, from_table, table.place, _nature(text, rows, runs))
    runs = marked_words(text, joined)
    return Merged(Unit.TABLE, text, joined, runs, table.place, from_table, _nature(text, rows, runs))


def _nature(text: str, rows: _Rows, runs: Sequence[Run]) -> Nature:
    same = set(rows.texts) <= set(text.split("\n"))
    return Nature.LAYOUT if same else nature_of(runs, is_row=True)


def _text_of(change: Added | Removed) -> str:
    return change.after if isinstance(change, Added) else change.before


def _name_of(row: str) -> str:
    return " ".join(row.split(CELL_BORDER, maxsplit=1)[0].lower().split())
