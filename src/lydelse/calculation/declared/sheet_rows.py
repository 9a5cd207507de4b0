"""The rows of a workbook's sheet by their headings, as the sheets of a model are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from lydelse.calculation.declared.parts import plain
from lydelse.formats.workbook import Cell, Sheet, Workbook
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet by its headings."""

    number: int
    cells: dict[str, Cell]

    def text(self, heading: str) -> str:
        """Return what a cell says, "" where it says nothing."""
        cell = self.cells.get(heading)
        if cell is None:
            return ""
        return cell.text.strip() if cell.value is None else _plainly(cell.value)


def rows_of(sheet: Sheet) -> Iterator[SheetRow]:
    """Yield the rows below the headings, which stand in the first row."""
    headings = {column: plain(cell.text) for (row, column), cell in sheet.cells.items() if row == 1 and cell.text}
    numbers = sorted({row for row, _ in sheet.cells if row > 1})
    for number in numbers:
        yield SheetRow(number, {heading: cell for column, heading in headings.items() if (cell := sheet.cells.get((number, column)))})


def called(workbook: Workbook, sheet: Sheet | None) -> str:
    """Return a sheet as faults name it: with its file."""
    return f"{workbook.name} ({sheet.name})" if sheet else workbook.name


def at_line(number: int) -> Callable[[str], int]:
    """Return what tells the row of every key of a part."""
    return lambda _key: number


def _plainly(value: Decimal) -> str:
    """Return a number as text in Swedish spelling, ungrouped: a year stays a year."""
    return format(value.normalize(), "f").replace(".", ",")
