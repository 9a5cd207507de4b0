"""Every case, to be read from top to bottom."""

from __future__ import annotations

from benchmarks.kinds import (
    clean,
    columns,
    hidden,
    marks,
    odd,
    placed,
    structure,
    table_looks,
    table_pages,
    table_shapes,
    tables,
    web_looks,
)
from benchmarks.kinds.case import Case

CASES: tuple[Case, ...] = (
    *marks.cases(),
    *odd.cases(),
    *web_looks.cases(),
    *tables.cases(),
    *table_looks.cases(),
    *table_shapes.cases(),
    *table_pages.cases(),
    *placed.cases(),
    *structure.cases(),
    *columns.cases(),
    *hidden.cases(),
    *clean.cases(),
)
