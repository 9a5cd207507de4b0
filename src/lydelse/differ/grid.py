"""Tables as grids: which column and row each cell stands in, what its row and column are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lydelse.figures.amounts import cell_amount, header_under
from lydelse.figures.numbers import numbers_in
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Version
from lydelse.records import dataclass


class Seat(NamedTuple):
    """A cell with its row and the column that it begins in, counted from 0, cells that span several included."""

    row: Row
    at_row: int
    column: int
    cell: Cell

    def stands_in(self, version: Version) -> bool:
        """Tell whether the cell is there at all in a version."""
        row, cell = self.row.mark, self.cell.mark
        return (row is Mark.KEPT or version.reads(row)) and (cell is Mark.KEPT or version.reads(cell))


def seats_of(table: Table) -> Iterator[Seat]:
    """Yield every cell of a table, row by row, where it stands."""
    taken: dict[int, int] = {}
    for at_row, row in enumerate(table.rows):
        if not taken and all(cell.colspan == cell.rowspan == 1 for cell in row.cells):
            for at, cell in enumerate(row.cells):
                yield Seat(row, at_row, at, cell)
            continue
        column = 0
        below: dict[int, int] = {}
        for cell in row.cells:
            while taken.get(column, 0) > 0:
                column += 1
            yield Seat(row, at_row, column, cell)
            below.update({column + i: cell.rowspan for i in range(cell.colspan)})
            column += cell.colspan
        taken = {at: left for at, left in (*((a, n - 1) for a, n in taken.items()), *((a, n - 1) for a, n in below.items())) if left > 0}


def header_rows(table: Table) -> int:
    """Return how many rows at the top are headers: those that say so, else the first one where it states nothing but names."""
    said = 0
    for row in table.rows:
        if not row.cells or not all(cell.header for cell in row.cells):
            break
        said += 1
    if said or len(table.rows) < 2:
        return said
    beside = table.rows[0].cells[1:]
    texts = [cell.text(version) for cell in beside for version in Version]
    names_only = any(texts) and not any(_states_an_amount(text) for text in texts if text)
    return 1 if names_only else 0


def _states_an_amount(text: str) -> bool:
    """Tell whether a cell states an amount; "Ersättning 2026 kr" names a column's year and unit."""
    amount = cell_amount(text, "")
    if amount is None:
        return False
    named = any(sign.isalpha() for sign in text[: amount.start])
    return not (named and any(number.is_year for number in numbers_in(amount.literal)))


@dataclass(frozen=True, slots=True)
class Names:
    """What the rows and columns of a table are called in one version, and the unit that holds for all of it ("" where none is stated)."""

    rows: dict[int, str]
    columns: dict[int, str]
    unit: str = ""

    def header(self, column: int) -> str:
        """Return what stands above a column, the table's unit included where the column has none of its own."""
        return header_under(self.unit, self.columns.get(column, ""))


def _naming_seats(table: Table, headers: int) -> Iterator[Seat]:
    """Yield the cells that may name rows and columns, and in a table with cells that reach over several all others as well."""
    if any(cell.colspan != 1 or cell.rowspan != 1 for row in table.rows for cell in row.cells):
        yield from seats_of(table)
        return
    for at_row, row in enumerate(table.rows):
        for at, cell in enumerate(row.cells if at_row < headers else row.cells[:1]):
            yield Seat(row, at_row, at, cell)


def names_of(table: Table, version: Version) -> Names:
    """Return the rows' names, from their first cells, and the columns', from the header cells above them."""
    headers = header_rows(table)
    rows: dict[int, str] = {}
    columns: dict[int, list[str]] = {}
    for seat in _naming_seats(table, headers):
        if (seat.at_row >= headers and seat.column) or not seat.stands_in(version):
            continue
        text = " ".join(seat.cell.text(version).split())
        if seat.at_row < headers:
            for column in range(seat.column, seat.column + seat.cell.colspan):
                columns.setdefault(column, []).append(text)
        else:
            rows.update(dict.fromkeys(range(seat.at_row, seat.at_row + seat.cell.rowspan), text))
    return Names(rows, {column: " ".join(filter(None, texts)) for column, texts in columns.items()})


def reading_versions(mark: Mark) -> tuple[Version, ...]:
    """Return the versions in which something with this mark stands."""
    return tuple(version for version in Version if version.reads(mark))
