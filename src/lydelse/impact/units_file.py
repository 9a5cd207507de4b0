"""A units' file -> the units, or one sentence for each fault that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from lydelse.calculation.declared.parts import plain
from lydelse.calculation.declared.unit_parts import PRIVATE, PUBLIC, RESIDENTS, ranges_asked
from lydelse.figures.numbers import parse_number
from lydelse.figures.statements.totals import is_total_label
from lydelse.formats.workbook import Cell
from lydelse.impact.age_bands import IN_BRACKETS, band_of, overlap
from lydelse.impact.faults import UnitsFaultsError, fault
from lydelse.impact.grid import Grid, letters, read_grid
from lydelse.impact.plain_figures import counted, sum_of
from lydelse.impact.unit_words import LISTED_HEADINGS, OWNER_HEADINGS, PRIVATE_WORDS, PUBLIC_WORDS
from lydelse.model.impact_model import UnitModel, names_in_term
from lydelse.model.impact_units import OLDEST, Band, CellPlace, Unit, Units
from lydelse.model.message import Message
from lydelse.records import dataclass, field

_MOST_DIGITS = 15
MOST_BEYOND = 60
"""Columns beyond the last heading that are looked at."""
_LARGEST = 10**_MOST_DIGITS


@dataclass
class _Reading:
    """The file under way."""

    grid: Grid
    model: UnitModel
    faults: list[Message] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    owner: int = 0
    listed: int = 0
    figures: dict[str, int] = field(default_factory=dict)
    bands: list[tuple[int, Band]] = field(default_factory=list)
    ranges: dict[tuple[int, int], int] = field(default_factory=dict)
    totals: list[tuple[int, str]] = field(default_factory=list)
    bands_faulty: bool = False

    def place(self, row: int, column: int) -> CellPlace:
        """Return a cell as it is told."""
        return CellPlace(self.grid.sheet, row, letters(column), self.grid.headings.get(column, ""))


def read_units(path: Path, model: UnitModel) -> Units:
    """Return the units of a file, with the figures that a model asks for.

    Raises:
        UnreadableFileError: the file is not there, or cannot be read at all.
        UsageError: it is no units' file.
        UnitsFaultsError: it is one, with faults.
    """
    reading = _Reading(read_grid(path), model)
    _sort_columns(reading)
    _check_columns(reading)
    reading.bands_faulty = bool(reading.faults)
    units = list(_units(reading))
    _check_names(reading, units)
    _check_totals(reading, units)
    if not units and not reading.faults:
        reading.faults.append(fault("units.none", reading.place(reading.grid.head, reading.grid.names)))
    if reading.faults:
        raise UnitsFaultsError(path.name, sorted(reading.faults, key=_where))
    columns = {name: reading.place(reading.grid.head, column) for name, column in reading.figures.items()}
    if reading.listed:
        columns[RESIDENTS] = reading.place(reading.grid.head, reading.listed)
    bands = tuple(band for _, band in reading.bands)
    notes, digest = tuple(reading.notes), reading.grid.sha256
    return Units(path.name, reading.grid.sheet, tuple(units), bands, columns, bool(reading.owner), digest, reading.grid.head, notes)


def _where(told: Message) -> tuple[int, int, str]:
    """Return where in the file a fault is: by row, then by column."""
    row, column = told.facts["row"], str(told.facts["column"])
    return (row if isinstance(row, int) else 0, len(column), column)


def _sort_columns(reading: _Reading) -> None:
    """Find out what each column holds."""
    wanted = {key: column.name for column in reading.model.columns for key in (plain(column.heading), plain(column.name))}
    found: list[tuple[int, Band]] = []
    unused: list[str] = []
    seen: dict[str, int] = {}
    for column, heading in reading.grid.headings.items():
        if column == reading.grid.names:
            continue
        key = plain(IN_BRACKETS.sub("", heading))
        if key in seen:
            reading.faults.append(fault("units.same-heading", reading.place(reading.grid.head, column), other=letters(seen[key])))
            continue
        seen[key] = column
        band = band_of(heading, column)
        if key in wanted or plain(heading) in wanted:
            reading.figures[wanted.get(key) or wanted[plain(heading)]] = column
        elif key in OWNER_HEADINGS and not reading.owner:
            reading.owner = column
        elif band:
            found.append((column, band))
        elif key in LISTED_HEADINGS and not reading.listed:
            reading.listed = column
        else:
            unused.append(heading)
    _sort_bands(reading, found)
    if unused:
        reading.notes.append(Message("units.unused", {"headings": tuple(unused)}))


def _sort_bands(reading: _Reading, found: Sequence[tuple[int, Band]]) -> None:
    """Tell the age bands from the columns of an age range that the model asks for beside them."""
    asked = ranges_asked(reading.model)
    for column, band in found:
        others = [other for at, other in found if at != column]
        pair = (band.first, band.last if band.last is not None else OLDEST)
        overlapped = sum(overlap(band, other) for other in others)
        if pair in asked and overlapped:
            reading.ranges[pair] = column
        elif overlapped > 1:
            reading.notes.append(Message("units.unused", {"headings": (band.heading,)}))
        else:
            reading.bands.append((column, band))
    reading.bands.sort(key=lambda each: each[1].first)


def _check_columns(reading: _Reading) -> None:
    """Tell the columns that are lacking, and the age bands that do not follow one another."""
    head = reading.grid.head
    last = max(reading.grid.headings) + 1
    for column in reading.model.columns:
        if column.name not in reading.figures and column.needed:
            place = CellPlace(reading.grid.sheet, head, letters(last), column.heading)
            reading.faults.append(fault("units.no-column", place))
    for (at, one), (other_at, other) in pairwise(reading.bands):
        if overlap(one, other):
            reading.faults.append(fault("units.overlap", reading.place(head, other_at), other=one.heading))
        elif one.last is not None and other.first != one.last + 1:
            reading.faults.append(fault("units.band-gap", reading.place(head, at), first=one.last + 1, last=other.first - 1))
    owners = {each.only for each in reading.model.components}
    asked = {name for formula in reading.model.formulas() for name in names_in_term(formula.term)} | owners
    if not reading.owner and asked & {PRIVATE, PUBLIC}:
        reading.faults.append(fault("units.no-owner", CellPlace(reading.grid.sheet, head, letters(last), "")))
    if not reading.bands and not reading.listed:
        reading.faults.append(fault("units.no-residents", CellPlace(reading.grid.sheet, head, letters(last), "")))


def _units(reading: _Reading) -> Iterator[Unit]:
    for row in reading.grid.rows:
        name = reading.grid.cells.get((row, reading.grid.names))
        text = " ".join(name.text.split()) if name else ""
        if name is not None and not text and name.value is not None:
            text = format(name.value.normalize(), "f")
        if not text:
            if any((row, column) in reading.grid.cells for column in _used(reading)):
                reading.faults.append(fault("units.no-name", reading.place(row, reading.grid.names)))
            continue
        if is_total_label(text):
            reading.totals.append((row, text))
        elif unit := _unit(reading, row, text):
            yield unit


def _used(reading: _Reading) -> list[int]:
    columns = [*reading.figures.values(), *(column for column, _ in reading.bands), *reading.ranges.values()]
    return [*columns, *([reading.listed] if reading.listed else [])]


def _unit(reading: _Reading, row: int, name: str) -> Unit | None:
    before = len(reading.faults)
    bands = [_number(reading, row, column) for column, _ in reading.bands]
    figures = {key: _number(reading, row, column) for key, column in reading.figures.items()}
    ranges = {key: _number(reading, row, column) for key, column in reading.ranges.items()}
    listed = _number(reading, row, reading.listed) if reading.listed else None
    private = _is_private(reading, row)
    _check_width(reading, row)
    if len(reading.faults) > before:
        return None
    made = sum_of(bands)
    if listed is not None and reading.bands and not reading.bands_faulty and listed != made:
        place = reading.place(row, reading.listed)
        reading.faults.append(fault("units.listed-differs", place, listed=_decimal(listed), sum=_decimal(made), name=name))
        return None
    count = listed if listed is not None else made
    return Unit(name, row, private, tuple(bands), count, figures, ranges)


def _check_width(reading: _Reading, row: int) -> None:
    """Tell a value beyond the headings: decimals with commas in a file parted by commas move all that follows to other columns."""
    last = max(reading.grid.headings)
    beyond = next((column for column in range(last + 1, last + MOST_BEYOND) if (row, column) in reading.grid.cells), 0)
    if reading.grid.is_of_values and beyond:
        reading.faults.append(fault("units.beyond", reading.place(row, beyond), value=reading.grid.cells[row, beyond].text))


def _number(reading: _Reading, row: int, column: int) -> Fraction:
    """Return the number of a cell; where it holds none, a fault is told."""
    cell = reading.grid.cells.get((row, column))
    if cell is not None and cell.is_saved:
        plain_number = counted(cell.text) if cell.value is None and not cell.error and not cell.formula else None
        if plain_number is not None:
            return plain_number
        if cell.value is not None and 0 <= cell.value < _LARGEST:
            return Fraction(*cell.value.as_integer_ratio())
    return _number_told(reading, row, column, cell)


def _number_told(reading: _Reading, row: int, column: int, cell: Cell | None) -> Fraction:
    place = reading.place(row, column)
    number: Decimal | None = None
    if cell is None or (cell.value is None and not cell.text and not cell.error and not cell.formula):
        reading.faults.append(fault("units.empty", place))
    elif cell.error:
        reading.faults.append(fault("units.error-value", place, value=cell.error))
    elif not cell.is_saved:
        reading.faults.append(fault("units.unsaved", place))
    else:
        number = cell.value if cell.value is not None else _parsed(cell)
        if number is None or abs(number.adjusted()) > _MOST_DIGITS:
            reading.faults.append(fault("units.not-number", place, value=cell.text or str(number)))
            number = None
        elif number < 0:
            reading.faults.append(fault("units.negative", place, value=number))
    return Fraction(number or 0)


def _parsed(cell: Cell) -> Decimal | None:
    try:
        return parse_number(cell.text.strip())
    except (ValueError, IndexError):
        return None


def _is_private(reading: _Reading, row: int) -> bool:
    if not reading.owner:
        return False
    cell = reading.grid.cells.get((row, reading.owner))
    said = plain(cell.text) if cell else ""
    if said not in PRIVATE_WORDS | PUBLIC_WORDS:
        key = "units.owner" if said else "units.empty-owner"
        reading.faults.append(fault(key, reading.place(row, reading.owner), value=cell.text if cell else ""))
    return said in PRIVATE_WORDS


def _check_names(reading: _Reading, units: Sequence[Unit]) -> None:
    first: dict[str, Unit] = {}
    for unit in units:
        key = " ".join(unit.name.casefold().split())
        if key in first:
            place = reading.place(unit.row, reading.grid.names)
            reading.faults.append(fault("units.double", place, name=unit.name, other=first[key].row))
        first.setdefault(key, unit)


def _check_totals(reading: _Reading, units: Sequence[Unit]) -> None:
    """Hold what the rows of totals say of residents against all units, or those since the row of totals before.

    They are no units, and may leave columns empty.
    """
    since = 0
    for row, name in reading.totals:
        made = _sums(reading, units)
        nearest = _sums(reading, [unit for unit in units if since < unit.row < row])
        for column in made if not reading.faults else ():
            cell = reading.grid.cells.get((row, column))
            if cell is None or not (cell.text or cell.value is not None or cell.error or cell.formula):
                continue
            told = _number(reading, row, column)
            if told not in {made[column], nearest[column]} and not reading.faults:
                facts = {"total": _decimal(told), "sum": _decimal(made[column])}
                reading.faults.append(fault("units.total-differs", reading.place(row, column), **facts))
        reading.notes.append(Message("units.total-row", {"name": name, "row": row}))
        since = row


def _sums(reading: _Reading, units: Sequence[Unit]) -> dict[int, Fraction]:
    """Return the residents of units together, by column."""
    sums = {column: sum_of([unit.bands[at] for unit in units]) for at, (column, _) in enumerate(reading.bands)}
    return sums | ({reading.listed: sum_of([unit.listed for unit in units])} if reading.listed else {})


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
