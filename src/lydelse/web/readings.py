"""What of a review a person can correct: its amounts and its tables, told by the worker and read by the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lydelse.model.corrections import Statement
from lydelse.model.quantity import Status
from lydelse.model.text import Version
from lydelse.records import asdict, dataclass
from lydelse.reports.files import write_whole

if TYPE_CHECKING:
    from lydelse.model.change import Comparison
    from lydelse.model.quantity import Entry
    from lydelse.model.section import Section
    from lydelse.model.table import Table

READINGS = "readings.json"
"""The file in a work's folder that holds them."""


@dataclass(frozen=True, slots=True)
class ReadAmount:
    """An amount of one version with its label. ``partner`` is the figures of the amount that it is paired with, "" where it has none."""

    statement: Statement
    label: str
    page: int | None
    partner: str
    changed: bool

    @property
    def key(self) -> str:
        """What a form names it by."""
        return f"{self.statement.section_id}|{self.statement.number or 1}|{self.statement.literal}"


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as it was read: its place, its first row, and how many rows of headers it has."""

    path: str
    begins: str
    header_rows: int
    page: int | None

    @property
    def section_id(self) -> str:
        """The path of its section."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Readings:
    """The amounts of the earlier version and of the later, in document order, and the tables."""

    before: tuple[ReadAmount, ...] = ()
    after: tuple[ReadAmount, ...] = ()
    tables: tuple[ReadTable, ...] = ()


def write_readings(comparison: Comparison, folder: Path) -> None:
    """Write what of a comparison can be corrected into the folder of its work."""
    from lydelse.differ.corrected_tables import first_row  # noqa: PLC0415 - the process that answers pages loads no differ
    from lydelse.differ.grid import header_rows  # noqa: PLC0415 - as above

    def read(table: Table) -> ReadTable:
        begins = first_row(table, Version.AFTER) or first_row(table, Version.BEFORE)
        return ReadTable(table.place.path, begins, header_rows(table), table.place.page)

    one = len(comparison.sources) == 1
    documents = [comparison.redline] if one else [comparison.after, comparison.before]
    tables = {(each.path, each.begins): each for document in documents for each in map(read, _tables(document.sections))}
    readings = Readings(_amounts(comparison, Version.BEFORE), _amounts(comparison, Version.AFTER), tuple(tables.values()))
    write_whole(folder / READINGS, json.dumps(asdict(readings), ensure_ascii=False))


def readings_of(folder: Path) -> Readings:
    """Return what can be corrected in a work, nothing where that is not told."""
    file = folder / READINGS
    if not file.exists():
        return Readings()
    told = json.loads(file.read_bytes())
    tables = tuple(ReadTable(**each) for each in told["tables"])
    return Readings(tuple(map(_amount, told["before"])), tuple(map(_amount, told["after"])), tables)


def _amounts(comparison: Comparison, version: Version) -> tuple[ReadAmount, ...]:
    from lydelse.differ.corrected_pairs import statements_of  # noqa: PLC0415 - the process that answers pages loads no differ

    other = Version.AFTER if version is Version.BEFORE else Version.BEFORE

    def read(entry: Entry, statement: Statement) -> ReadAmount:
        partner, page = entry.amount(other), (entry.amount(version) or entry.stated).place.page
        figures = " ".join(partner.literal.split()) if partner else ""
        return ReadAmount(statement, entry.label, page, figures, changed=entry.status is not Status.UNCHANGED)

    entries = () if comparison.one_version else comparison.entries
    return tuple(read(*each) for each in statements_of(entries, version))


def _tables(sections: Iterable[Section]) -> Iterator[Table]:
    return (table for section in sections for table in section.tables if table.rows)


def _amount(told: dict[str, Any]) -> ReadAmount:
    return ReadAmount(**{**told, "statement": Statement(**told["statement"])})
