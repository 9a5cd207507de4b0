"""The fence around Excel files: what a workbook holds, read with openpyxl; macros are never run, and nothing outside is fetched."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lydelse.errors import UnreadableFileError, UsageError
from lydelse.records import dataclass

MOST_BYTES_OF_XML = 60_000_000
"""Of all parts as unpacked: openpyxl needs some fifty times as much memory, and a model that people keep is a tenth of it."""
SUFFIXES = (".xlsx", ".xlsm")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Cell(NamedTuple):
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
    from lydelse.formats.workbook.opened import FAILURES, opened  # noqa: PLC0415 - openpyxl takes half a second to load

    outside = see_to_workbook(path)
    try:
        return opened(path, outside)
    except FAILURES:
        raise UnreadableFileError("error.damaged-workbook", file=path.name) from None


def see_to_workbook(path: Path) -> tuple[str, ...]:
    """Return the files that a workbook takes values from, and see to it that it is a workbook that can be read.

    Raises:
        UsageError: the path is a folder.
        UnreadableFileError: there is no such file, or it is protected, too large or no archive at all.
    """
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
