"""A workbook whose sheets are a model, as ``lydelse model draft`` writes it: its rows as the parts of a model's file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.calculation.declared.parts import Part
from lydelse.calculation.declared.sheet_rows import SheetRow, at_line, called, rows_of
from lydelse.calculation.declared.unit_sheets import UNIT_SHEETS, unit_parts_in
from lydelse.errors import UsageError
from lydelse.formats.workbook import Workbook
from lydelse.patterns import compiled

PartsByKind = dict[str, list[tuple[str, Part]]]
"""The parts of a model by kind, each with its name, in the order of the file."""

_NUMBERS = compiled(r"tal(?:_(?:(?P<year>(?:19|20)\d\d)|efter))?")
_COLUMNS = {
    "storhet": ("avsnitt", "etikett", "kolumn", "ar", "enhet", "exakt", "cellens_enhet"),
    "relation": ("uttryck",),
    "index": ("procent", "storheter", "volym", "exakt"),
}
_OF_POPULATION = ("datum", "avsnitt", "etikett", "kolumn", "snitt", "pris", "total", "ar")
_SHEETS = {"storhet": "Storheter", "relation": "Relationer", "index": "Index", "befolkning": "Befolkning"}


def parts_in(workbook: Workbook) -> PartsByKind:
    """Return the parts of the model that a workbook's sheets are.

    Raises:
        UsageError: the workbook has no sheet of quantities, or one name twice.
    """
    if workbook.sheet(_SHEETS["storhet"]) is None:
        raise UsageError("model.no-sheets", file=workbook.name, sheet=_SHEETS["storhet"])
    parts: PartsByKind = {kind: list(_by_row(workbook, kind)) for kind in ("storhet", "relation", "index")}
    parts["befolkning"] = list(_populations(workbook))
    return parts | {kind: list(unit_parts_in(workbook, kind)) for kind in UNIT_SHEETS}


def _by_row(workbook: Workbook, kind: str) -> Iterator[tuple[str, Part]]:
    sheet = workbook.sheet(_SHEETS[kind])
    names: set[str] = set()
    for row in rows_of(sheet) if sheet else ():
        name = row.text("namn")
        if not name:
            continue
        if name in names:
            raise UsageError("model.same-name", file=called(workbook, sheet), line=row.number, name=name, other=name)
        names.add(name)
        values: dict[str, object] = {key: text for key in _COLUMNS[kind] if (text := row.text(key))}
        if kind == "storhet":
            values |= _figures(row, is_bound=any(values.get(key) for key in ("avsnitt", "etikett", "kolumn")))
        if kind == "index" and "storheter" in values:
            values["storheter"] = [each.strip() for each in str(values["storheter"]).split(",") if each.strip()]
        yield name, Part(called(workbook, sheet), f"{kind}.{name}", values, at_line(row.number))


def _figures(row: SheetRow, *, is_bound: bool) -> dict[str, object]:
    """Return the numbers of a quantity: of a bound one the cell of its last year, of another what is given for each year."""
    found = [(match["year"], cell) for heading, cell in row.cells.items() if (match := _NUMBERS.fullmatch(heading))]
    filled = sorted(((year or "", cell) for year, cell in found if cell.value is not None or cell.formula), key=lambda each: each[0])
    if not filled:
        return {}
    if not is_bound:
        numbers = {year: cell.value for year, cell in filled if cell.value is not None}
        return {"tal": numbers.get("") if list(numbers) == [""] else {year: value for year, value in numbers.items() if year}}
    year, last = filled[-1]
    return {"cell": f"'{last.sheet}'!{last.address}", **({"cellens_ar": year} if year else {})}


def _populations(workbook: Workbook) -> Iterator[tuple[str, Part]]:
    """Yield the populations whose bands have numbers of heads; one that nobody has filled in is none yet."""
    sheet = workbook.sheet(_SHEETS["befolkning"])
    grouped: dict[str, list[SheetRow]] = {}
    for row in rows_of(sheet) if sheet else ():
        if row.text("befolkning") and row.text("grupp"):
            grouped.setdefault(row.text("befolkning"), []).append(row)
    for name, rows in grouped.items():
        heads = {row.text("grupp"): row.cells["antal"].value for row in rows if "antal" in row.cells}
        if any(count is not None for count in heads.values()):
            values: dict[str, object] = {key: text for key in _OF_POPULATION if (text := rows[0].text(key))}
            values["grupper"] = {band: count if count is not None else Decimal(0) for band, count in heads.items()}
            yield name, Part(called(workbook, sheet), f"befolkning.{name}", values, at_line(rows[0].number))
