"""Tables read as a person says that they are to be read."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.differ.grid import seats_of
from lydelse.model.corrections import Corrected, TableReading
from lydelse.model.document import Document
from lydelse.model.section import Block, sections_of
from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Paragraph, Run, Spot, Version, joined
from lydelse.records import replace


def with_table_read(document: Document, reading: TableReading) -> tuple[Document, Corrected | None]:
    """Return a document with one table read otherwise, and what is said of it; as it was, and None, where it has no such table.

    A table is known by its place and its first row; one that has moved within its section, by its first row alone.
    """
    table = _table_meant(document, reading)
    if table is None:
        return document, None
    made = _read(table, reading) if reading.is_table else _as_paragraphs(table)
    blocks = (each for block in document.blocks for each in (made if block is table else (block,)))
    known = replace(reading, begins=reading.begins or first_row(table, Version.AFTER))
    return replace(document, sections=sections_of(blocks)), Corrected(known.told(table.place.section), table.place)


def first_row(table: Table, version: Version) -> str:
    """Return the text of a table's first row in a version, by which the table is known again."""
    cells = table.rows[0].cells if table.rows else ()
    return " ".join(" ".join(cell.text(version) for cell in cells).split())


def _table_meant(document: Document, reading: TableReading) -> Table | None:
    section_id = reading.path.rpartition("/")[0]
    begins = " ".join(reading.begins.split())
    alike = [
        table
        for section in document.sections
        if section.section_id == section_id
        for table in section.tables
        if not begins or begins in {first_row(table, version) for version in Version}
    ]
    there = [table for table in alike if table.place.path == reading.path]
    known_again = alike if begins and len(alike) == 1 else []
    return next(iter((*there, *known_again)), None)


def _read(table: Table, reading: TableReading) -> tuple[Block, ...]:
    """Return a table whose header cells are those that a person says: whole rows at the top, columns of names below."""
    flags = {id(seat.cell): seat for seat in seats_of(table)}
    rows = reading.header_rows
    columns = reading.name_columns

    def header(at_row: int, column: int, *, said: bool) -> bool:
        in_rows = said if rows is None else at_row < rows
        return in_rows or (columns is not None and 0 < column < columns and at_row >= (rows or 0))

    def row_read(row: Row) -> Row:
        seats = [flags[id(cell)] for cell in row.cells]
        return replace(
            row, cells=tuple(replace(each.cell, header=header(each.at_row, each.column, said=each.cell.header)) for each in seats)
        )

    return (replace(table, rows=tuple(row_read(row) for row in table.rows)),)


def _as_paragraphs(table: Table) -> tuple[Block, ...]:
    """Return the rows of a table as paragraphs, their cells one after the other."""
    return tuple(
        _joined([(paragraph, _mark_of(row, cell.mark)) for cell in row.cells for paragraph in cell.paragraphs]) for row in table.rows
    )


def _mark_of(row: Row, cell: Mark) -> Mark:
    return row.mark if row.mark is not Mark.KEPT else cell


def _joined(parts: Iterable[tuple[Paragraph, Mark]]) -> Paragraph:
    """Return paragraphs as one, a space between them; text within a struck or inserted row or cell bears its mark."""
    runs: list[Run] = []
    spots: list[Spot] = []
    first: Paragraph | None = None
    for paragraph, mark in parts:
        if first is not None:
            runs.append(Run(" ", mark))
        offset = sum(len(run.text) for run in runs)
        spots.extend(spot._replace(start=spot.start + offset, end=spot.end + offset) for spot in paragraph.spots)
        runs.extend(run if mark is Mark.KEPT or run.mark is not Mark.KEPT else run.marked(mark) for run in paragraph.runs)
        first = first or paragraph
    return Paragraph(joined(runs), place=first.place, spots=tuple(spots)) if first else Paragraph(())
