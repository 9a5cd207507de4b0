"""Every case, to be read from top to bottom."""

from __future__ import annotations

from benchmarks.kinds import (
    clean,
    columns,
    hidden,
    leaders,
    marks,
    odd,
    page_ends,
    placed,
    slides,
    structure,
    table_looks,
    table_pages,
    table_shapes,
    tables,
    turned_heads,
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
    *page_ends.cases(),
    *turned_heads.cases(),
    *placed.cases(),
    *structure.cases(),
    *leaders.cases(),
    *slides.cases(),
    *columns.cases(),
    *hidden.cases(),
    *clean.cases(),
)
