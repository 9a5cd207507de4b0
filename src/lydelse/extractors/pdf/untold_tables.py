"""Lines that stand in columns and were read across them, one after the other: tables that were not told, words beside their meanings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lydelse.extractors.pdf.alignment import begins_alike, is_contents, text_of
from lydelse.extractors.pdf.columns import Block, cells_of, grown, is_item, is_tabular
from lydelse.extractors.pdf.doubts import doubtful_tables
from lydelse.extractors.pdf.grid import Grid, has_figure
from lydelse.extractors.pdf.line import Line
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message

FEWEST_ROWS = 4
"""Lines of figures with text on both sides of a gap."""

FEWEST_ALIKE = 3
"""The same of lines all of whose columns begin at one place, to the point."""

QUOTED = 60
"""Characters."""


def untold_tables(flow: Sequence[Line | Grid]) -> Iterator[Unread]:
    """Yield a question for each page that has lines outside tables which seem to stand in columns.

    None where a table of the page is asked about already: that somebody looks at it once is enough.
    """
    asked = {doubt.page for doubt in doubtful_tables(flow)}
    for is_text, run in groupby(flow, key=lambda part: isinstance(part, Line)):
        lines = [part for part in run if isinstance(part, Line) and not part.ends] if is_text else []
        for page, own in groupby(lines, key=lambda line: line.page):
            first = None if page in asked else _first_in_columns(list(own))
            if first:
                asked.add(page)
                facts = {"page": page, "text": first.text[:QUOTED]}
                yield Unread("X905", Severity.QUESTION, Message("X905.pdf-across-columns", facts), page)


def _first_in_columns(lines: Sequence[Line]) -> Line | None:
    at = 0
    while at < len(lines):
        block = grown(lines, at, ()) if is_tabular(lines[at]) else None
        if block and _is_in_columns(lines[block.first : block.end], block):
            return lines[at]
        at = max(at + 1, block.end if block else 0)
    return None


def _is_in_columns(lines: Sequence[Line], block: Block) -> bool:
    """Tell whether lines leave gaps free through all of them and hold figures in columns, or begin at one place in each column."""
    tabular = [line for line in lines if is_tabular(line)]
    cells = [cells_of(line, block.rivers) for line in lines]
    rows = [row for row in cells if len(row) > 1]
    labelled = any(letter.isalpha() for row in rows if 0 in row for letter in text_of(row[0]))
    if any(map(is_item, tabular)) or not labelled or is_contents(cells):
        return False
    figures = sum(any(has_figure(text_of(words)) for column, words in row.items() if column) for row in rows)
    columns = ([row[column] for row in cells if column in row] for column in range(len(block.rivers) + 1))
    return (len(rows) >= FEWEST_ROWS and figures * 2 >= len(rows)) or (len(rows) >= FEWEST_ALIKE and all(map(begins_alike, columns)))
