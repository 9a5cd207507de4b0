"""What is uncertain in the tables that were read without rules, so that somebody looks at the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lydelse.extractors.pdf.grid import Grid, GridCell, has_figure
from lydelse.extractors.pdf.line import Line
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.text import Mark

LABELLED_FROM = 0.6
"""Of the other rows: where so many have a label, figures without one have probably lost it."""

QUOTED = 60
"""Characters."""

FIGURE_ALONE = re.compile(r"[-–+]?\d[\d   .,]*(?:%|kr|tkr|mkr)?")


def doubtful_tables(flow: Iterable[Line | Grid]) -> Iterator[Unread]:
    """Yield a question for each table without rules of which a row has figures and no label, or a cell figures under one another."""
    for grid in flow:
        if isinstance(grid, Grid) and grid.rivers and not grid.edges:
            row = next(_doubtful(grid), None)
            if row:
                text = " ".join(cell.text for cell in row if cell.lines)[:QUOTED]
                yield Unread("X905", Severity.QUESTION, Message("X905.pdf-rows", {"page": grid.page, "text": text}), grid.page)


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
