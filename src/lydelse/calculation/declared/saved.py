"""The workbook of a model: its saved values taken to the quantities that are bound to its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lydelse.calculation.declared.parts import Part
from lydelse.calculation.declared.smells import smells_of
from lydelse.figures.units import unit_in
from lydelse.formats.workbook import SUFFIXES, Cell, Sheet, Workbook, read_workbook
from lydelse.model.amount import SCALES
from lydelse.model.declared import DeclaredModel, Quantity
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.workbook import Saved
from lydelse.patterns import compiled
from lydelse.records import replace

_ADDRESS = compiled(r"=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[^'!]+))!\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d{1,7})")
_ALONE = compiled(r"\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>\d{1,7})")


def with_workbook(model: DeclaredModel, quantities: Mapping[str, Part], workbook: Part | None, folder: Path) -> DeclaredModel:
    """Return the model with what its workbook holds: the values of its quantities' cells, what is odd, and what cannot be read.

    Raises:
        UsageError: a quantity names a cell and the model no workbook, or a cell that the workbook has not.
        UnreadableFileError: the workbook is not there, or cannot be read.
    """
    if workbook is None:
        named = next((part for part in quantities.values() if part.text("cell")), None)
        if named:
            named.fail("cell", "model.no-workbook")
        return model
    workbook.only(("fil",))
    name = workbook.needed_text("fil")
    if not name.lower().endswith(SUFFIXES):
        workbook.fail("fil", "model.not-workbook", name=name)
    return with_cells(model, quantities, read_workbook(folder / name))


def with_cells(model: DeclaredModel, quantities: Mapping[str, Part], workbook: Workbook) -> DeclaredModel:
    """Return the model with what a workbook that has been read holds."""
    known = tuple(_with_saved(quantity, quantities[quantity.name], workbook) for quantity in model.quantities)
    unread = (*_of_workbook(workbook), *(each for quantity in known for each in _of_quantity(quantity, workbook)))
    return replace(model, quantities=known, workbook=workbook.name, smells=smells_of(workbook), unread=(*model.unread, *unread))


def _with_saved(quantity: Quantity, part: Part, workbook: Workbook) -> Quantity:
    written = part.text("cell")
    if not written:
        return quantity
    cell = _cell(written, part, workbook)
    unit = part.text("cellens_enhet")
    read = unit_in(unit) if unit else None
    if unit and (read is None or read.unit not in SCALES):
        part.fail("cellens_enhet", "model.unknown-unit", value=unit)
    address = f"{cell.sheet}!{cell.address}"
    saved = Saved(
        address, cell.value, cell.formula, cell.error or cell.text, cell.is_share, read.unit if read else "", part.year("cellens_ar")
    )
    return replace(quantity, saved=saved)


def _cell(written: str, part: Part, workbook: Workbook) -> Cell:
    """Return the cell that an address or a defined name leads to; one that holds nothing is a cell too."""
    target = next((to for name, to in workbook.names.items() if name.casefold() == written.casefold()), written)
    match = _ADDRESS.fullmatch(target.strip())
    alone = _ALONE.fullmatch(target.strip()) if match is None and len(workbook.sheets) == 1 else None
    if match is None and alone is None:
        part.fail("cell", "model.no-cell", name=written, workbook=workbook.name)
    name = (match["quoted"] or match["bare"]).replace("''", "'") if match else workbook.sheets[0].name
    sheet = workbook.sheet(name)
    if sheet is None:
        part.fail("cell", "model.no-sheet", name=name, workbook=workbook.name, sheets=tuple(each.name for each in workbook.sheets))
    found = match or alone
    assert found is not None, "one of the two was found"
    return _at(sheet, int(found["row"]), found["column"].upper())


def _at(sheet: Sheet, row: int, letters: str) -> Cell:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return sheet.cells.get((row, column)) or Cell(sheet.name, row, column, f"{letters}{row}")


def _of_workbook(workbook: Workbook) -> Iterator[Unread]:
    """Yield what is said of a workbook whose values are not all its own, or not all saved."""
    if workbook.outside:
        yield _unread(workbook, "X905.model.outside", files=tuple(dict.fromkeys(workbook.outside)))
    unsaved = [cell for cell in workbook.cells() if not cell.is_saved]
    if unsaved:
        first = f"{unsaved[0].sheet}!{unsaved[0].address}"
        yield _unread(workbook, "X905.model.unsaved", count=len(unsaved), first=first)


def _of_quantity(quantity: Quantity, workbook: Workbook) -> Sequence[Unread]:
    saved = quantity.saved
    if saved is None or saved.value is not None:
        return ()
    key = "X905.model.cell-text" if saved.error else "X905.model.cell-empty"
    return (_unread(workbook, key, name=quantity.name, cell=saved.address, content=saved.error),)


def _unread(workbook: Workbook, key: str, **facts: str | int | tuple[str, ...]) -> Unread:
    return Unread("X905", Severity.WARNING, Message(key, {"workbook": workbook.name, **facts}), document=workbook.name)
