"""The quantities of a model bound to the amounts of a document: by section, label, column and unit, so that next year's binds too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from lydelse.calculation.declared.names import LIKE, label_rank, section_rank
from lydelse.figures.units import unit_after
from lydelse.model.against_model import Bound, Lack, Unbound
from lydelse.model.amount import SCALES, AmountKind
from lydelse.model.change import Comparison
from lydelse.model.declared import Binding, Quantity
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Version
from lydelse.records import dataclass

NEAREST = 3
"""How many amounts are named as what may have been meant."""
_UNITLESS = {AmountKind.WEIGHT, AmountKind.COUNT}


class Fit(NamedTuple):
    """How well an amount goes with a binding: less is better, the first that differs decides."""

    section: int
    label: int
    column: int
    per: int
    unit: int


@dataclass(frozen=True)
class Places:
    """A comparison's amounts with the sections that they stand in."""

    comparison: Comparison

    @cached_property
    def _sections(self) -> dict[str, Section]:
        documents = (self.comparison.after, self.comparison.redline)
        return {section.section_id: section for document in documents for section in document.sections}

    @property
    def entries(self) -> Sequence[Entry]:
        """Every amount."""
        return self.comparison.entries

    @cached_property
    def _by_section(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.place.section_id, []).append(entry)
        return found

    @cached_property
    def _ranks(self) -> dict[tuple[str, str], int | None]:
        """What has been looked up already: quantities share their sections."""
        return {}

    def section_rank(self, declared: str, entry: Entry) -> int | None:
        """Return how well the section of an amount goes with a declared one, 0 where none is declared; None where it does not."""
        return self._rank_of(declared, entry.place.section_id)

    def _rank_of(self, declared: str, section_id: str) -> int | None:
        if not declared:
            return 0
        if (declared, section_id) not in self._ranks:
            section = self._sections.get(section_id)
            self._ranks[declared, section_id] = section_rank(declared, section.number, section.title) if section else None
        return self._ranks[declared, section_id]

    def entries_of(self, declared: str) -> list[tuple[int, Entry]]:
        """Return the amounts of the sections that go with a declared one, each with how well its section does."""
        ranked = [(self._rank_of(declared, section_id), entries) for section_id, entries in self._by_section.items()]
        return [(rank, entry) for rank, entries in ranked if rank is not None for entry in entries]

    def section_called(self, entry: Entry) -> str:
        """Return what the section of an amount is called in a model: its number and title."""
        section = self._sections.get(entry.place.section_id)
        return f"{section.number} {section.title}".strip() if section else entry.place.section


def bound_to(quantities: Iterable[Quantity], places: Places) -> tuple[dict[str, Bound], list[Unbound]]:
    """Return the quantities that were found, by name, and those that were not.

    Where two quantities would be one amount, the one that goes with it less well is not found.
    """
    bound: dict[str, tuple[Fit, Bound]] = {}
    unbound: list[Unbound] = []
    for quantity in quantities:
        if quantity.binding is None:
            continue
        found = _found(quantity, quantity.binding, places)
        if isinstance(found, Unbound):
            unbound.append(found)
        else:
            bound[quantity.name] = found
    taken = list(_taken(bound))
    unbound.extend(taken)
    lost = {each.name for each in taken}
    return {name: each for name, (_, each) in bound.items() if name not in lost}, unbound


def _taken(bound: dict[str, tuple[Fit, Bound]]) -> Iterator[Unbound]:
    """Yield the quantities whose amount another quantity goes with better."""
    best: dict[int, Fit] = {}
    for fit, each in bound.values():
        best[id(each.entry)] = min(fit, best.get(id(each.entry), fit))
    for name, (fit, each) in bound.items():
        if fit > best[id(each.entry)] and each.quantity.binding:
            yield Unbound(name, each.quantity.binding, Lack.TAKEN, (each.entry,))


def _found(quantity: Quantity, binding: Binding, places: Places) -> tuple[Fit, Bound] | Unbound:
    there = places.entries_of(binding.section)
    fits = [(fit, entry) for rank, entry in there if _is_of_kind(quantity, entry) and (fit := _fit(quantity, binding, entry, rank))]
    if not fits:
        return _not_found(quantity, binding, places)
    present = [(fit, entry) for fit, entry in fits if entry.after]
    if not present:
        return Unbound(quantity.name, binding, Lack.ONLY_BEFORE, tuple(entry for _, entry in fits[:NEAREST]))
    best = min(fit for fit, _ in present)
    chosen = _of_year(binding, [entry for fit, entry in present if fit == best])
    if len({_stated(entry) for entry in chosen}) > 1:
        return Unbound(quantity.name, binding, Lack.SEVERAL, tuple(chosen[:NEAREST]))
    return best, Bound(quantity, chosen[0], tuple(chosen[1:]))


def _stated(entry: Entry) -> tuple[object, ...]:
    """Return the figures of an entry: the same figure stated twice is one quantity."""
    return entry.before and entry.before.exactly, entry.after and entry.after.exactly


def _of_year(binding: Binding, entries: list[Entry]) -> list[Entry]:
    """Return the entries of the year that a binding asks for, all where it asks for none."""
    years = [entry.year(Version.AFTER) for entry in entries]
    known = sorted({year for year in years if year is not None})
    match binding.year:
        case "first":
            wanted = known[0] if known else None
        case "last":
            wanted = known[-1] if known else None
        case year:
            wanted = year
    if wanted is None:
        return entries
    return [entry for entry, year in zip(entries, years, strict=True) if year == wanted] or entries


def _is_of_kind(quantity: Quantity, entry: Entry) -> bool:
    """Tell whether an amount is of the kind that a quantity's unit says; a unit of another kind is never it."""
    if not quantity.unit:
        return entry.kind in _UNITLESS or not entry.stated.unit
    if quantity.unit in SCALES:
        return entry.kind is AmountKind.MONEY
    spelled = unit_after(f" {quantity.unit}", 0)
    return entry.stated.unit == quantity.unit or (spelled is not None and entry.stated.unit == spelled.unit)


def _fit(quantity: Quantity, binding: Binding, entry: Entry, section: int) -> Fit | None:
    label = 0 if not binding.label else label_rank(binding.label, entry.label)
    column = _column_rank(binding, entry)
    if label is None or column is None:
        return None
    per = _per_rank(quantity, entry)
    if per >= LIKE and (label or not binding.label):
        return None
    return Fit(section, label, column, per, int(entry.stated.unit != quantity.unit))


def _column_rank(binding: Binding, entry: Entry) -> int | None:
    if not binding.column:
        return 0 if not entry.column else 1
    return label_rank(binding.column, entry.column) if entry.column else None


def _per_rank(quantity: Quantity, entry: Entry) -> int:
    """Return how well what a figure is counted per agrees: "per listad" may be "per listad invånare".

    What is declared per something and printed per nothing, or the other way, is one quantity only if its label is the same.
    """
    declared, printed = quantity.per, entry.stated.per or ""
    if not declared or not printed:
        return 0 if declared == printed else LIKE + 1
    rank = label_rank(declared, printed)
    return LIKE if rank is None else rank


def _not_found(quantity: Quantity, binding: Binding, places: Places) -> Unbound:
    """Say what is lacking, and which amounts come closest."""
    there = [entry for _, entry in places.entries_of(binding.section)]
    of_kind = [entry for entry in there if _is_of_kind(quantity, entry)]
    if of_kind:
        return Unbound(quantity.name, binding, Lack.NO_LABEL, tuple(of_kind[:NEAREST]))
    labelled = [entry for entry in places.entries if binding.label and label_rank(binding.label, entry.label) is not None]
    if there:
        alike = [entry for entry in labelled if entry in there]
        return Unbound(quantity.name, binding, Lack.ANOTHER_KIND if alike else Lack.NO_LABEL, tuple((alike or there)[:NEAREST]))
    return Unbound(quantity.name, binding, Lack.NO_SECTION, tuple([e for e in labelled if _is_of_kind(quantity, e)][:NEAREST]))
