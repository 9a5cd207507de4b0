"""The fence around Excel files: what a workbook holds, read with openpyxl; macros are never run, and nothing outside is fetched."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell.cell import Cell as Written
from openpyxl.utils.exceptions import InvalidFileException

from lydelse.errors import UnreadableFileError, UsageError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook as OpenpyxlWorkbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_BYTES_OF_XML = 60_000_000
"""Of all parts as unpacked: openpyxl needs some fifty times as much memory, and a model that people keep is a tenth of it."""
SUFFIXES = (".xlsx", ".xlsm")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FAILURES = (
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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as saved: ``value`` is its number, None where it holds none; ``text`` its text; ``error`` its error value.

    ``formula`` begins with "=" and is "" for a constant. ``is_share`` says that the number is shown as per cent, ``is_saved`` that the
    outcome of a formula was saved with it, be it the empty text.
    """

    sheet: str
    row: int
    column: int
    address: str
    value: Decimal | None = None
    text: str = ""
    formula: str = ""
    error: str = ""
    is_share: bool = False
    is_saved: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with the cells that hold something, by row and column, both counted from 1."""

    name: str
    is_hidden: bool
    cells: Mapping[tuple[int, int], Cell]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as last saved. ``names`` are its defined names, as they were written; ``outside`` the files that it takes values from."""

    name: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, str]
    outside: tuple[str, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of a name, capitals aside, None where there is none."""
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold()), None)

    def cells(self) -> Iterator[Cell]:
        """Yield every cell that holds something, sheet by sheet and row by row."""
        for sheet in self.sheets:
            yield from (sheet.cells[at] for at in sorted(sheet.cells))


def read_workbook(path: Path) -> Workbook:
    """Return what a workbook holds.

    Raises:
        UsageError: the path is a folder.
        UnreadableFileError: there is no such file, or it is protected, damaged, too large, or no workbook (.xlsx, .xlsm).
    """
    outside = _outside(path)
    try:
        return _read(path, outside)
    except _FAILURES:
        raise UnreadableFileError("error.damaged-workbook", file=path.name) from None


def _read(path: Path, outside: tuple[str, ...]) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl would lose on saving: nothing is saved here
        formulas = openpyxl.load_workbook(path, data_only=False, keep_links=False, keep_vba=False)
        saved = openpyxl.load_workbook(path, data_only=True, keep_links=False, keep_vba=False)
    sheets = tuple(_sheet(sheet, saved[sheet.title]) for sheet in formulas.worksheets)
    return Workbook(path.name, sheets, dict(_names(formulas)), outside)


def _outside(path: Path) -> tuple[str, ...]:
    """Return the files that a workbook takes values from, and see to it that it is a workbook that can be read."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLE))
        if not start:
            raise UnreadableFileError("error.empty", file=path.name)
        if start == _OLE:
            raise UnreadableFileError("error.old-workbook", file=path.name)
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            links = [entry.filename for entry in entries if entry.filename.startswith("xl/externalLinks/_rels/")]
            if sum(entry.file_size for entry in entries) > MOST_BYTES_OF_XML:
                raise UnreadableFileError("error.too-large", file=path.name)
            return tuple(target for link in sorted(links) for target in _targets(archive.read(link)))
    except IsADirectoryError as folder:
        raise UsageError("error.folder", file=path.name or str(path)) from folder
    except FileNotFoundError as missing:
        raise UnreadableFileError("error.missing", file=path.name) from missing
    except (zipfile.BadZipFile, ValueError) as damaged:
        raise UnreadableFileError("error.damaged-workbook", file=path.name) from damaged
    except OSError as refused:
        raise UnreadableFileError("error.refused", file=path.name, reason=refused.strerror or "") from refused


def _targets(relationships: bytes) -> Iterator[str]:
    """Yield the names of the files that a part of links points to."""
    text = relationships.decode("utf-8", "replace")
    for piece in text.split('Target="')[1:]:
        yield PurePosixPath(piece.partition('"')[0].replace("\\", "/")).name


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
