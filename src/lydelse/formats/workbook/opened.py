"""A whole workbook read with openpyxl: formulas, their saved outcomes, defined names. Loaded only where one is read."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell.cell import Cell as Written
from openpyxl.utils.exceptions import InvalidFileException

from lydelse.formats.workbook import Cell, Sheet, Workbook

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook as OpenpyxlWorkbook
    from openpyxl.worksheet.worksheet import Worksheet

FAILURES = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    SyntaxError,
)
"""What openpyxl 3.1 was seen to raise on files that are no workbooks, or damaged ones."""


def opened(path: Path, outside: tuple[str, ...]) -> Workbook:
    """Return what a workbook holds; ``outside`` are the files that it takes values from.

    Raises:
        FAILURES: the file is no workbook, or a damaged one.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl would lose on saving: nothing is saved here
        formulas = openpyxl.load_workbook(path, data_only=False, keep_links=False, keep_vba=False)
        saved = openpyxl.load_workbook(path, data_only=True, keep_links=False, keep_vba=False)
    sheets = tuple(_sheet(sheet, saved[sheet.title]) for sheet in formulas.worksheets)
    return Workbook(path.name, sheets, dict(_names(formulas)), outside)


def _names(workbook: OpenpyxlWorkbook) -> Iterator[tuple[str, str]]:
    for sheet in workbook.worksheets:
        for name, defined in sheet.defined_names.items():
            yield name, str(defined.attr_text or "")
    for name, defined in workbook.defined_names.items():
        yield name, str(defined.attr_text or "")


def _sheet(formulas: Worksheet, saved: Worksheet) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    for row in formulas.iter_rows():
        for each in row:
            if isinstance(each, Written) and each.value is not None:
                cell = _cell(formulas.title, each, saved[each.coordinate])
                cells[cell.row, cell.column] = cell
    return Sheet(formulas.title, formulas.sheet_state != "visible", cells)


def _cell(sheet: str, written: Written, saved: Written) -> Cell:
    formula = _formula(written.value) if written.data_type == "f" else ""
    value, text, error = _content(saved)
    shown_as = str(saved.number_format or "")
    is_saved = not formula or saved.value is not None or saved.data_type != "n"
    at = (sheet, written.row, written.column, written.coordinate)
    return Cell(*at, value, text, formula, error, is_share="%" in shown_as, is_saved=is_saved)


def _formula(value: object) -> str:
    """Return a formula as text; an array formula and a table of data are objects that hold it."""
    text = value if isinstance(value, str) else getattr(value, "text", None) or getattr(value, "ref", None) or ""
    return text if str(text).startswith("=") else f"={text}"


def _content(saved: Written) -> tuple[Decimal | None, str, str]:
    value = saved.value
    if saved.data_type == "e":
        return None, "", str(value)
    if isinstance(value, bool) or value is None:
        return None, "" if value is None else str(value), ""
    if isinstance(value, int):
        return Decimal(value), "", ""
    if isinstance(value, float):
        return Decimal(repr(value)), "", ""
    return None, str(value), ""
