"""The sheets of a workbook that say how a unit's reimbursement is made, as the parts of a model's file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.calculation.declared.parts import Part, plain
from lydelse.calculation.declared.sheet_rows import SheetRow, at_line, called, rows_of
from lydelse.errors import UsageError
from lydelse.formats.workbook import Workbook

UNIT_SHEETS = {
    "enhet": "Enhetens uppgifter",
    "tabell": "Tabeller",
    "fraga": "Frågor",
    "mellanled": "Mellanled",
    "ersattning": "Ersättning",
}
"""What each sheet is called, by the kind of part that its rows are."""
PAYMENT_SHEET = "Utbetalning"
_COLUMNS = {
    "enhet": ("rubrik", "enhet", "kravs"),
    "tabell": ("avsnitt", "rubrik", "kolumn", "exakt"),
    "fraga": ("text", "svar"),
    "mellanled": ("titel", "avsnitt", "uttryck", "total"),
    "ersattning": ("titel", "avsnitt", "galler", "uttryck", "total"),
}
_LISTED = {"tabell": ("rader", "intervall", "vikt"), "fraga": ("alternativ", "alternativ", "uttryck")}
"""The kinds whose parts go on in the rows below: the key that holds what is listed, and the columns of its names and its values."""


def unit_parts_in(workbook: Workbook, kind: str) -> Iterator[tuple[str, Part]]:
    """Yield the parts of one kind that a workbook's sheet holds, each with its name.

    Raises:
        UsageError: two parts have one name.
    """
    sheet = workbook.sheet(UNIT_SHEETS[kind])
    groups: dict[str, list[SheetRow]] = {}
    last = ""
    for row in rows_of(sheet) if sheet else ():
        name = row.text("namn")
        if name and name != last and name in groups:
            raise UsageError("model.same-name", file=called(workbook, sheet), line=row.number, name=name, other=name)
        if name and name == last and kind not in _LISTED:
            raise UsageError("model.same-name", file=called(workbook, sheet), line=row.number, name=name, other=name)
        last = name or last
        if last and any(row.text(heading) for heading in row.cells):
            groups.setdefault(last, []).append(row)
    for name, rows in groups.items():
        values: dict[str, object] = {key: text for key in _COLUMNS[kind] if (text := rows[0].text(key))}
        if kind in _LISTED:
            values |= _listed(kind, rows, called(workbook, sheet))
        yield name, Part(called(workbook, sheet), f"{kind}.{name}", values, at_line(rows[0].number))


def _listed(kind: str, rows: Sequence[SheetRow], file: str) -> dict[str, object]:
    """Return what is listed in the rows of a part, nothing where nothing is."""
    key, names, values = _LISTED[kind]
    found: dict[str, str] = {}
    for row in rows:
        name, value = row.text(names), row.text(values)
        if not name and not value:
            continue
        if not name or not value:
            raise UsageError("model.missing-key", file=file, line=row.number, name=values if name else names, part=kind)
        if plain(name) in map(plain, found):
            raise UsageError("model.same-name", file=file, line=row.number, name=name, other=name)
        found[name] = value
    return {key: found} if found else {}


def payment_in(workbook: Workbook) -> Part | None:
    """Return how often the model's reimbursement is paid, None where no sheet says."""
    sheet = workbook.sheet(PAYMENT_SHEET)
    for row in rows_of(sheet) if sheet else ():
        if row.text("delar"):
            return Part(called(workbook, sheet), "utbetalning", {"delar": row.text("delar")}, at_line(row.number))
    return None
