"""What a written workbook holds: its rows, the saved values of its formulas, and those that LibreOffice works out anew."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.workbook.workbook import Workbook

from support.office import saved_as


def opened(content: bytes, *, values: bool = False) -> Workbook:
    """Return a workbook of these bytes, its formulas or their saved values."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet by their headings."""
    heads, *others = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in others]


def without_saved_values(content: bytes) -> bytes:
    """Return the workbook with formulas alone, so that whoever opens it has to work them out."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(output, "w") as bare:
        for name in given.namelist():
            bare.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", given.read(name)))
    return output.getvalue()


def values_of(content: bytes) -> dict[tuple[str, str], object]:
    """Return the saved value of each formula, by sheet and cell."""
    formulas, values = opened(content), opened(content, values=True)
    live = [(sheet.title, cell.coordinate) for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    return {(sheet, at): values[sheet][at].value for sheet, at in live}


def worked_out_anew(content: bytes, folder: Path) -> Workbook:
    """Return the values that LibreOffice works out when no formula has a saved one."""
    bare = folder / "review.xlsx"
    bare.write_bytes(without_saved_values(content))
    saved_as(".ods", bare)
    return opened(saved_as(".xlsx", bare.with_suffix(".ods")).read_bytes(), values=True)
