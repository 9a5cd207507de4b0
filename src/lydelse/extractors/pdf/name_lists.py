"""Lists of names in columns beside one another, those present at a meeting, which are read as a table without rules, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.extractors.pdf.grid import Grid, GridCell
from lydelse.patterns import compiled

FEWEST_ROWS = 3
MOSTLY = 0.8
"""Of a column's cells."""

_PART = r"[^\W\d_a-zåäö][\w’'.-]*"
_NAME = compiled(rf"{_PART}(?:\s(?:von|van|af|av|de|der|den|la|{_PART})){{1,4}}(?:,?\s?\(\w{{1,4}}\))?(?:,\s.{{1,40}})?")
"""Two to five words with capitals, the letters of a party in brackets, and what the person is."""


def names_in_columns(grid: Grid) -> tuple[GridCell, ...] | None:
    """Return the first row of a table without rules all of whose columns hold names and none has a head, None where there is none."""
    if any(cell.header for row in grid.rows for cell in row):
        return None
    columns = len(grid.rivers) + 1
    held = [[cell.text for row in grid.rows for cell in row if cell.column == at and cell.lines] for at in range(columns)]
    return grid.rows[0] if all(map(_are_names, held)) else None


def _are_names(texts: Sequence[str]) -> bool:
    return len(texts) >= FEWEST_ROWS and sum(bool(_NAME.fullmatch(text)) for text in texts) >= MOSTLY * len(texts)
