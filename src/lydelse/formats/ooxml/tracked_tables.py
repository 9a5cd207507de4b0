"""A marked table as a Word table: rows and cells that are struck or inserted say so, and their text says it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from lydelse.formats.ooxml.names import Element, W, child
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph

WIDTH = 9_000  # twentieths of a point: what lies between the margins of a page in A4
_Seat = tuple[int, Cell | None]
"""How many columns a cell takes; None for the lower part of the cell above."""

Filler = Callable[[Element, Paragraph], None]
"""Gives an empty w:p the text of a paragraph."""


def tracked_table(table: Table, fill: Filler, tracking: Tracking, properties: Element | None = None) -> Element:
    """Return a table with the marks of its rows, cells and text; its properties are those given, else Word's own of a table with lines."""
    rows = list(_seated(table.rows, _width(table.rows)))
    width = max((sum(span for span, _ in seats) for seats in rows), default=1) or 1
    made = etree.Element(f"{W}tbl")
    if properties is not None:
        made.append(properties)
    else:
        made.append(_roomy())
    grid = etree.SubElement(made, f"{W}tblGrid")
    for _ in range(width):
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", str(WIDTH // width))
    heading = True
    for row, seats in zip(table.rows, rows, strict=True):
        heading = heading and bool(row.cells) and all(cell.header for cell in row.cells)
        made.append(_row(row, seats, width, heading, fill, tracking))
    return made


def _roomy() -> Element:
    """Return the properties of a table with lines and some room above and below what stands in it."""
    properties = etree.Element(f"{W}tblPr")
    etree.SubElement(properties, f"{W}tblStyle").set(f"{W}val", "TableGrid")
    margins = etree.SubElement(properties, f"{W}tblCellMar")
    for side, room in (("top", "40"), ("bottom", "30")):
        margin = etree.SubElement(margins, W + side)
        margin.set(f"{W}w", room)
        margin.set(f"{W}type", "dxa")
    return properties


def _row(row: Row, seats: Sequence[_Seat], width: int, heading: bool, fill: Filler, tracking: Tracking) -> Element:  # noqa: FBT001 - what a row is made of
    made = etree.Element(f"{W}tr")
    properties = etree.SubElement(made, f"{W}trPr")
    missing = width - sum(span for span, _ in seats)
    if missing:
        etree.SubElement(properties, f"{W}gridAfter").set(f"{W}val", str(missing))
    etree.SubElement(properties, f"{W}cantSplit")
    if heading:
        etree.SubElement(properties, f"{W}tblHeader")
    tracking.row(made, row.mark)
    for span, cell in seats:
        made.append(_cell(cell, span, WIDTH // width, fill, tracking))
    return made


def _cell(cell: Cell | None, span: int, column: int, fill: Filler, tracking: Tracking) -> Element:
    made = etree.Element(f"{W}tc")
    properties = etree.SubElement(made, f"{W}tcPr")
    width = etree.SubElement(properties, f"{W}tcW")
    width.set(f"{W}w", str(column * span))
    width.set(f"{W}type", "dxa")
    if span > 1:
        etree.SubElement(properties, f"{W}gridSpan").set(f"{W}val", str(span))
    if cell is None or cell.rowspan > 1:
        etree.SubElement(properties, f"{W}vMerge").set(f"{W}val", "continue" if cell is None else "restart")
    tracking.cell(made, cell.mark if cell else Mark.KEPT)
    for paragraph in cell.paragraphs if cell else ():
        fill(etree.SubElement(made, f"{W}p"), paragraph)
    if child(made, "p") is None:
        etree.SubElement(made, f"{W}p")
    return made


def _width(rows: Sequence[Row]) -> int:
    """Return how many columns the later version has, cells that reach down from above counted."""
    later = [row for row in rows if row.mark is not Mark.STRUCK] or list(rows)
    return max((sum(span for span, _ in seats) for seats in _seated(later, 10_000)), default=1)


def _seated(rows: Sequence[Row], width: int) -> Iterator[list[_Seat]]:
    """Yield each row's cells with the lower parts of those that reach down to it, where there is room for them."""
    below: dict[int, tuple[int, int]] = {}
    for row in rows:
        own = sum(cell.colspan for cell in row.cells)
        reached = below if own + sum(span for _, span in below.values()) <= width else {}
        seats: list[_Seat] = []
        begun: dict[int, tuple[int, int]] = {}
        passed: set[int] = set()
        column = 0
        for cell in (*row.cells, None):
            while column in reached:
                span = reached[column][1]
                seats.append((span, None))
                passed.add(column)
                column += span
            if cell is not None:
                seats.append((cell.colspan, cell))
                if cell.rowspan > 1:
                    begun[column] = (cell.rowspan - 1, cell.colspan)
                column += cell.colspan
        yield seats
        left = {at: (rest - (at in passed), span) for at, (rest, span) in below.items()}
        below = {at: each for at, each in (left | begun).items() if each[0] > 0}
