"""A units' file held against the tables and the age ranges that a model asks of it."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.declared.unit_parts import ranges_asked
from lydelse.impact.binding import BoundModel
from lydelse.impact.evaluating import goes_into
from lydelse.impact.faults import UnitsFaultsError, fault
from lydelse.impact.tables import Weights
from lydelse.model.impact_model import Called, Function, Name, UnitModel, terms_in
from lydelse.model.impact_units import OLDEST, CellPlace, Units
from lydelse.model.message import Message
from lydelse.model.text import Version

ADULT = 18
"""From which age on all residents may be adults, so that bands need not begin at 0."""


def hold_against(units: Units, bound: BoundModel, model: UnitModel) -> None:
    """See to it that every age band goes into the tables, that every row of them has one, and that every age range can be counted.

    Raises:
        UnitsFaultsError: one does not.
    """
    asked = {
        term.arguments[0].name
        for formula in model.formulas()
        for term in terms_in(formula.term)
        if isinstance(term, Called) and term.function is Function.WEIGHTED and isinstance(term.arguments[0], Name)
    }
    tables = [bound.stated[version].tables[name] for version in Version for name in sorted(asked) if name in bound.stated[version].tables]
    unfit = [each for table in tables for each in _unfit(units, table)] if tables else list(_start(units))
    faults = dict.fromkeys([*unfit, *_ranges(units, model)])
    if faults:
        raise UnitsFaultsError(units.file, tuple(faults))


def _start(units: Units) -> Iterator[Message]:
    """Tell bands that begin above 0 though they go on below the age of adults, where no table says which ages are paid for."""
    first = units.bands[0] if units.bands else None
    if first is not None and 0 < first.first < ADULT:
        yield fault("units.band-start", CellPlace(units.sheet, units.head, first.column, first.heading))


def _unfit(units: Units, table: Weights) -> Iterator[Message]:
    for band in units.bands:
        if not any(goes_into(row.bracket, band) for row in table.rows):
            place = CellPlace(units.sheet, units.head, band.column, band.heading)
            yield fault("units.band-no-row", place, section=table.section)
    for row in table.rows:
        if not any(goes_into(row.bracket, band) for band in units.bands):
            place = CellPlace(units.sheet, units.head, "", row.bracket.literal)
            yield fault("units.row-no-band", place, section=table.section)


def _ranges(units: Units, model: UnitModel) -> Iterator[Message]:
    for lower, upper in ranges_asked(model):
        if any((lower, upper) in unit.ranges for unit in units.units):
            continue
        touched = [band for band in units.bands if band.first <= upper and (band.last is None or band.last >= lower)]
        lasts = [(band, OLDEST if band.last is None else band.last) for band in touched]
        parted = any(band.first < lower or (upper < OLDEST and last > upper) for band, last in lasts)
        starts = any(band.first == lower for band in units.bands)
        ends = any(last == upper or (upper >= OLDEST and last >= OLDEST) for _, last in lasts)
        if parted or not (starts and ends):
            yield fault("units.range", CellPlace(units.sheet, units.head, "", f"{lower}\N{EN DASH}{upper}"))
