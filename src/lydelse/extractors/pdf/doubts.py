"""What is uncertain in the tables that were read without rules, so that somebody looks at the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.grid import Grid, GridCell, has_figure
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.name_lists import names_in_columns
from lydelse.extractors.pdf.tables_beside import may_be_beside
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.text import Mark
from lydelse.patterns import compiled

LABELLED_FROM = 0.6
"""Of the other rows: where so many have a label, figures without one have probably lost it."""

QUOTED = 60
"""Characters."""

FEWEST_ROWS = 4
MOST_ALONE = 0.5
"""Of at least so many rows: where more have one cell alone, they are hardly rows."""

HEADS_WITHIN = 1.5
"""Ems between a line and the table under it whose heads it may be."""

WIDE_GAP, COMMON_GAP = 1.5, 0.5
"""Ems between two words of a cell that may be of two columns, and how much of such a gap another row has too."""

FEWEST_TOGETHER = 3
"""Rows with such a gap at one place."""

TWO_FIGURES = compiled(r"\d+[.,]\d+ \d+[.,]\d+")
FIGURE_AND_WORDS = compiled(r"\d[\d.,]* (?:\W*[^\W\d]{3,}\W+){3}")
NO_ROOM = compiled(r"#{3,}")
FIGURE_ALONE = compiled(r"[-–+]?\d[\d   .,]*(?:%|kr|tkr|mkr)?")


def doubtful_tables(flow: Iterable[Line | Grid]) -> Iterator[Unread]:
    """Yield a question for each table without rules whose rows or columns may be parted wrongly."""
    before: Line | Grid | None = None
    for grid in flow:
        above, before = before, grid
        if isinstance(grid, Grid) and grid.rivers and not grid.edges:
            for key, row in (
                ("X905.pdf-columns", _heads_run_together(above, grid)),
                ("X905.pdf-rows", next(_doubtful(grid), None)),
                ("X905.pdf-columns", _unlike_a_table(grid)),
                ("X905.pdf-names", names_in_columns(grid)),
                ("X905.pdf-two-tables", may_be_beside(grid)),
            ):
                if row:
                    text = " ".join(cell.text for cell in row if cell.lines)[:QUOTED]
                    yield Unread("X905", Severity.QUESTION, Message(key, {"page": grid.page, "text": text}), grid.page)
                    break


def figures_not_printed(flow: Iterable[Line | Grid]) -> Iterator[Unread]:
    """Yield a warning for each page with cells in which a spreadsheet has printed signs for a figure that its column has no room for."""
    counts = Counter(
        grid.page for grid in flow if isinstance(grid, Grid) for row in grid.rows for cell in row if NO_ROOM.fullmatch(cell.text)
    )
    for page, count in counts.items():
        yield Unread("X905", Severity.WARNING, Message("X905.pdf-no-room", {"page": page, "count": count}), page)


def _unlike_a_table(grid: Grid) -> tuple[GridCell, ...] | None:
    """Return a row that shows that a table is none, or that its columns are parted wrongly; None where nothing does.

    No word in the whole of it: the scale of a chart. Two decimal figures in a cell, or a figure before a sentence among figures alone:
    columns run together. Most rows with one cell alone: lines that happen to begin at two places.
    """
    if not any(letter.isalpha() for row in grid.rows for cell in row for letter in cell.text):
        return grid.rows[0]
    rows = [row for row in grid.rows if not any(cell.header for cell in row)]
    together = next((row for row in rows if any(map(_are_together, row)) or _has_words_among_figures(row)), None)
    alone = [row for row in rows if sum(bool(cell.lines) for cell in row) == 1]
    scattered = len(rows) >= FEWEST_ROWS and len(alone) > MOST_ALONE * len(rows)
    return together or (alone[0] if scattered else None) or _run_together(rows)


def _heads_run_together(above: Line | Grid | None, grid: Grid) -> tuple[GridCell, ...] | None:
    """Return the line over a table without heads that may be them, as one cell: as wide as the table, and no sentence."""
    if not isinstance(above, Line) or any(cell.header for cell in grid.rows[0]):
        return None
    headless = all(_is_figure(cell.text) for cell in grid.rows[0][1:]) and not has_figure(above.text)
    near = above.page == grid.page and 0 < grid.box.top - above.baseline <= HEADS_WITHIN * above.size
    wide = abs(above.box.x0 - grid.box.x0) <= above.size and above.box.x1 >= grid.rivers[-1].x1
    words = len(above.words) > len(grid.rivers) and above.text[-1] not in ".:;,"
    return (GridCell((above,), 0),) if headless and near and wide and words else None


def _run_together(rows: Sequence[tuple[GridCell, ...]]) -> tuple[GridCell, ...] | None:
    """Return the first of the rows that have a wide gap in common within one column: two columns that a longer cell runs over."""
    columns = {cell.column for row in rows for cell in row if cell.lines}
    for column in sorted(columns):
        own = [(row, gap) for row in rows for cell in row if cell.column == column and cell.colspan == 1 for gap in _wide_gaps(cell)]
        for _, (x0, x1) in own:
            alike = [row for row, gap in own if min(x1, gap[1]) - max(x0, gap[0]) >= COMMON_GAP * (x1 - x0)]
            if len(alike) >= FEWEST_TOGETHER:
                return alike[0]
    return None


def _wide_gaps(cell: GridCell) -> Iterator[tuple[float, float]]:
    """Yield the wide gaps in the lines of a cell; words of which one replaces the other are not parted."""
    for line in cell.lines:
        for one, other in pairwise(line.words):
            if other.box.x0 - one.box.x1 >= WIDE_GAP * line.size:
                yield one.box.x1, other.box.x0


def _are_together(cell: GridCell) -> bool:
    """Tell whether a line of a cell is two decimal figures, neither of which replaces the other."""
    return any(TWO_FIGURES.fullmatch(line.text) and all(word.has_only(Mark.KEPT) for word in line.words) for line in cell.lines)


def _has_words_among_figures(row: tuple[GridCell, ...]) -> bool:
    """Tell whether a cell begins with a figure and goes on with words where the others of its row are figures alone."""
    mixed = [cell for cell in row[1:] if FIGURE_AND_WORDS.match(cell.text)]
    others = [cell for cell in row if cell.lines and not any(cell is each for each in mixed)]
    return bool(mixed) and len(others) > 1 and all(_is_figure(cell.text) for cell in others)


def _doubtful(grid: Grid) -> Iterator[tuple[GridCell, ...]]:
    rows = [row for row in grid.rows if not any(cell.header for cell in row)]
    labelled = sum(bool(row[0].lines) for row in rows) >= LABELLED_FROM * len(rows)
    for row in rows:
        filled = [cell for cell in row if cell.lines]
        unlabelled = labelled and not row[0].lines and all(_is_figure(cell.text) for cell in filled)
        if unlabelled or any(_is_stacked(cell) for cell in filled):
            yield row


def _is_figure(text: str) -> bool:
    return has_figure(text) and FIGURE_ALONE.fullmatch(text) is not None


def _is_stacked(cell: GridCell) -> bool:
    """Tell whether a cell holds two figures under one another of which neither replaces the other, nor ends it."""
    figures = [line for line in cell.lines if _is_figure(line.text)]
    if len(figures) < 2 or len(figures) < len(cell.lines):
        return False
    marks = {mark for line in figures for word in line.words for mark in word.marks}
    parts = any(re.match(r"\d{3}(?!\d)", line.text) for line in figures[1:])
    return marks == {Mark.KEPT} and not parts
