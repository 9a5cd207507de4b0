"""A units' file as rows of cells: a sheet of a workbook, or a file of values parted by semicolons, commas or tabs."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from lydelse.errors import UnreadableFileError, UsageError
from lydelse.figures.statements.names import name_of
from lydelse.formats.workbook import SUFFIXES, Cell, Sheet
from lydelse.formats.workbook.addresses import address
from lydelse.formats.workbook.figures import read_figures
from lydelse.records import dataclass

MOST_BYTES = 20_000_000
"""Of a file of values: ten thousand units take a twentieth of it."""
SHEET = "Enheter"
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
_PARTED_BY = ";\t,"
_HEADINGS = frozenset(
    [
        "enhet",
        "enhetsnamn",
        "enhetens",
        "namn",
        "vårdenhet",
        "vårdcentral",
        "hälsocentral",
        "mottagning",
        "utförare",
        "vårdgivare",
        "skola",
        "skolenhet",
        "förskola",
        "verksamhet",
        "förening",
        "anläggning",
        "namn",
    ]
)
"""The words of which the heading of the units' names is made, one or two of them."""


@dataclass(frozen=True)
class Grid:
    """The cells of a sheet by row and column, both counted from 1. ``head`` is the row of headings, ``names`` the column of names.

    ``is_of_values`` says that it is a file of values, in which one sign too many moves all that follows in its row.
    """

    file: str
    sheet: str
    cells: Mapping[tuple[int, int], Cell]
    head: int
    names: int
    sha256: str
    is_of_values: bool = False

    @cached_property
    def headings(self) -> dict[int, str]:
        """The headings of the columns that have one, by column."""
        return {column: _text(cell) for (row, column), cell in sorted(self.cells.items()) if row == self.head and _text(cell)}

    @cached_property
    def rows(self) -> list[int]:
        """The rows below the headings in which something stands."""
        return sorted({row for row, _ in self.cells if row > self.head})


def read_grid(path: Path) -> Grid:
    """Return the cells of a units' file.

    Raises:
        UnreadableFileError: there is no such file, or it cannot be read at all.
        UsageError: it is neither a workbook nor a file of values, or it has no column of units' names.
    """
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return _of_workbook(path)
    if suffix in TEXT_SUFFIXES:
        return _of_values(path)
    raise UsageError("units.suffix", file=path.name)


def letters(column: int) -> str:
    """Return a column as programs name it: 28 is "AB"."""
    return address(0, column)[:-1]


def _text(cell: Cell) -> str:
    if cell.value is not None:
        return format(cell.value.normalize(), "f")
    return " ".join(cell.text.split())


def _of_workbook(path: Path) -> Grid:
    sheets = read_figures(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    named = [sheet for sheet in shown if sheet.name.casefold() == SHEET.casefold()]
    for sheet in (*named, *shown):
        found = _head(sheet)
        if found:
            return Grid(path.name, sheet.name, sheet.cells, *found, digest)
    raise UsageError("units.no-head", file=path.name, sheet=(named or shown or sheets)[0].name)


def _of_values(path: Path) -> Grid:
    content = _bytes(path)
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_PARTED_BY, key=lambda sign: (first.count(sign), -_PARTED_BY.index(sign)))
    cells: dict[tuple[int, int], Cell] = {}
    name, named = path.stem, [letters(at) for at in range(1, first.count(delimiter) + 2)]
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
            for at, written in enumerate(row, 1):
                if value := written.strip():
                    where = f"{named[at - 1]}{number}" if at <= len(named) else address(number, at)
                    cells[number, at] = Cell(name, number, at, where, None, value)
    except csv.Error:
        raise UnreadableFileError("units.damaged", file=path.name) from None
    found = _head(Sheet(path.stem, is_hidden=False, cells=cells))
    if not found:
        raise UsageError("units.no-head", file=path.name, sheet=path.stem)
    return Grid(path.name, path.stem, cells, *found, hashlib.sha256(content).hexdigest(), is_of_values=True)


def _bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError as missing:
        raise UnreadableFileError("error.missing", file=path.name) from missing
    except IsADirectoryError as folder:
        raise UsageError("error.folder", file=path.name or str(path)) from folder
    except OSError as refused:
        raise UnreadableFileError("error.refused", file=path.name, reason=refused.strerror or "") from refused
    if not content.strip():
        raise UnreadableFileError("error.empty", file=path.name)
    if len(content) > MOST_BYTES:
        raise UnreadableFileError("error.too-large", file=path.name)
    return content


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _head(sheet: Sheet) -> tuple[int, int] | None:
    """Return the row of headings and the column of the units' names, None where no cell is a heading of names."""
    for row, column in sorted(sheet.cells):
        if _is_heading(sheet.cells[row, column].text):
            return row, column
    return None


def _is_heading(text: str) -> bool:
    words = name_of(text).words
    return 0 < len(words) <= 2 and set(words) <= _HEADINGS
