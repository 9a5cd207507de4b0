"""A units' file held against the tables and the age ranges that a model asks of it."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.declared.unit_parts import ranges_asked
from lydelse.impact.binding import BoundModel
from lydelse.impact.evaluating import goes_into
from lydelse.impact.faults import UnitsFaultsError, fault
from lydelse.impact.tables import Weights
from lydelse.model.impact_model import Called, Function, Name, UnitModel, terms_in
from lydelse.model.impact_units import CellPlace, Units
from lydelse.model.message import Message
from lydelse.model.text import Version


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
    faults = dict.fromkeys([*(each for table in tables for each in _unfit(units, table)), *_ranges(units, model)])
    if faults:
        raise UnitsFaultsError(units.file, tuple(faults))


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
        parted = any(band.first < lower or band.last is None or band.last > upper for band in touched)
        starts = any(band.first == lower for band in units.bands)
        ends = any(band.last == upper for band in units.bands)
        if parted or not (starts and ends):
            yield fault("units.range", CellPlace(units.sheet, units.head, "", f"{lower}\N{EN DASH}{upper}"))
