"""Every case, to be read from top to bottom."""

from __future__ import annotations

from benchmarks.kinds import clean, columns, hidden, marks, odd, structure, tables
from benchmarks.kinds.case import Case

CASES: tuple[Case, ...] = (
    *marks.cases(),
    *odd.cases(),
    *tables.cases(),
    *structure.cases(),
    *columns.cases(),
    *hidden.cases(),
    *clean.cases(),
)
