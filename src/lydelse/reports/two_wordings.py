"""A marked text as each of its two wordings reads, for all who show them side by side."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Run, Version
from lydelse.records import replace

_CLOSING = frozenset(".,;:)")
_LEFT_OUT = {Version.BEFORE: Mark.INSERTED, Version.AFTER: Mark.STRUCK}


def wording_of(runs: Sequence[Run], version: Version) -> tuple[Run, ...]:
    """Return one wording of a text, what only it has still marked; () where it has none.

    Where something is left out the spaces on both its sides become one, and none before a full stop.
    """
    kept: list[Run] = []
    parted = False
    for run in runs:
        if run.mark is _LEFT_OUT[version]:
            parted = True
            continue
        text = run.text
        if parted and kept and kept[-1].text.endswith(" "):
            text = text.lstrip(" ")
            if text[:1] in _CLOSING:
                kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        elif parted and not kept:
            text = text.lstrip(" ")
        parted = parted and not text
        kept += [replace(run, text=text)] if text else []
    return tuple(kept)


def rows_of(table: Table, version: Version) -> Table:
    """Return the rows and cells of a table that stand in one version, what only it has still marked."""
    left_out = _LEFT_OUT[version]
    standing = (row for row in table.rows if row.mark is not left_out)
    rows = (replace(row, cells=tuple(cell for cell in row.cells if cell.mark is not left_out)) for row in standing)
    return replace(table, rows=tuple(_worded(row, version) for row in rows if row.cells))


def _worded(row: Row, version: Version) -> Row:
    """Return a row with one wording of each cell."""
    cells = (
        replace(cell, paragraphs=tuple(replace(each, runs=wording_of(each.runs, version)) for each in cell.paragraphs))
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))
