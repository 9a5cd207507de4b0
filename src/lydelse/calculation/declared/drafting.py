"""The relations that a document's own figures obey, as a model that an official can read and correct."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

from lydelse.calculation.declared.binding import Places, bound_to
from lydelse.calculation.declared.naming import names_for, population_name, relation_names
from lydelse.calculation.declared.phrasing import equation_text, quantities_of
from lydelse.calculation.declared.uncounted import counted_of
from lydelse.calculation.declared.unit_drafting import planned_units
from lydelse.calculation.declared.unit_model_drafting import unit_model_of
from lydelse.calculation.expressions import NotAnEquationError, equation_of
from lydelse.calculation.proportions import common_factor
from lydelse.figures.statements.brackets import bracket_of
from lydelse.model.against_model import Bound
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Calculation, Outcome, Relation, RelationKind
from lydelse.model.change import Comparison
from lydelse.model.declared import Binding, DeclaredModel, DeclaredRelation, Equation, Index, Quantity, YearChoice
from lydelse.model.drafted import Drafted, DraftedRelation, WeightTable
from lydelse.model.impact_coverage import Counted
from lydelse.model.impact_model import UnitModel, names_in_term
from lydelse.model.quantity import Entry
from lydelse.records import dataclass, replace

MOST_QUANTITIES = 1000
"""How many quantities a draft names at most; a model with more is no longer read by a person."""
FEWEST_ROWS = 3
MOST_DECIMALS = 4
_CHOICES: tuple[Callable[[Entry], YearChoice | None], ...] = (
    lambda _entry: None,
    lambda _entry: "last",
    lambda _entry: "first",
    lambda entry: entry.year_after,
)
"""How a quantity is told from others that differ in their year alone: not at all if it can be, by its own year if it must be."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A quantity of the draft, and the amount that it was made of."""

    quantity: Quantity
    entry: Entry


def drafted(comparison: Comparison, calculation: Calculation, file: str) -> Drafted:
    """Return the draft of a model: the relations that hold in some version, their quantities bound so that they are found again.

    A relation one of whose figures cannot be bound without doubt is left out, and told.
    """
    places = Places(comparison)
    found = [relation for relation in calculation.relations if relation.kind is not RelationKind.BOUNDS]
    relations = _readable(found)
    plan = planned_units(comparison, calculation, places)
    used = _once([*(entry for relation in relations for entry in quantities_of(relation)), *plan.needs])
    named = _bound(used, places)
    kept, left_out = _equations(relations, calculation.outcomes, named)
    indices = tuple(_indices(relations, named))
    model = DeclaredModel(file, tuple(each.quantity for each in named.values()), tuple(each.declared for each in kept), (), indices)
    units = unit_model_of(plan, {identity: each.quantity.name for identity, each in named.items()}, calculation)
    model = replace(model, units=units)
    tables = tuple(_weight_tables(places))
    entries = {each.quantity.name: each.entry for each in named.values()}
    counted = _counted(units, entries, comparison, [each.path for each in plan.tables.values() if each.of_money]) if units else None
    return Drafted(model, tuple(kept), tuple(left_out), tables, entries, beyond=len(found) - len(relations), counted=counted)


def _counted(units: UnitModel, entries: Mapping[str, Entry], comparison: Comparison, tables: Sequence[str]) -> Counted:
    """Return how much of the money in the document the drafted parts take in."""
    asked = {name for formula in units.formulas() for name in names_in_term(formula.term)} | {each.total for each in units.components}
    used = [entry for name, entry in entries.items() if name in asked]
    return counted_of(comparison, used, tables, units.components)


def _readable(relations: Sequence[Relation]) -> list[Relation]:
    """Return the first relations, as many as have so many quantities together as a person reads."""
    kept: list[Relation] = []
    named: set[int] = set()
    for relation in relations:
        together = named | {id(entry) for entry in quantities_of(relation)}
        if len(together) <= MOST_QUANTITIES:
            named = together
            kept.append(relation)
    return kept


def _once(entries: Iterable[Entry]) -> list[Entry]:
    return list({id(entry): entry for entry in entries if entry.after}.values())


def _bound(entries: Sequence[Entry], places: Places) -> dict[int, _Named]:
    """Return the quantities of the amounts that a binding finds again, by the amount's identity."""
    names = names_for(entries, places)
    found: dict[int, _Named] = {}
    for choice in _CHOICES:
        left = [entry for entry in entries if id(entry) not in found]
        tried = [_Named(_quantity(entry, names[id(entry)], places, choice(entry)), entry) for entry in left]
        bound, _ = bound_to([each.quantity for each in tried], places)
        found |= {id(each.entry): each for each in tried if _is_found(each, bound)}
    return {id(entry): found[id(entry)] for entry in entries if id(entry) in found}


def _is_found(named: _Named, bound: Mapping[str, Bound]) -> bool:
    found = bound.get(named.quantity.name)
    return found is not None and any(each is named.entry for each in (found.entry, *found.others))


def _quantity(entry: Entry, name: str, places: Places, year: YearChoice | None) -> Quantity:
    amount = entry.stated
    binding = Binding(places.section_called(entry), entry.label, entry.column or "", year)
    return Quantity(name, binding, amount.unit, amount.per or "")


def _equations(
    relations: Sequence[Relation], outcomes: Sequence[Outcome], named: Mapping[int, _Named]
) -> tuple[list[DraftedRelation], list[Relation]]:
    kept: list[DraftedRelation] = []
    left_out: list[Relation] = []
    names = relation_names()
    for relation in relations:
        if relation.kind is RelationKind.UPRATING:
            continue
        called = {identity: each.quantity.name for identity, each in named.items()}
        equation = _equation(relation, called)
        if equation is None:
            left_out.append(relation)
            continue
        declared = DeclaredRelation(names.of(relation, called), equation)
        kept.append(DraftedRelation(declared, relation, tuple(each for each in outcomes if each.relation is relation)))
    return kept, left_out


def _equation(relation: Relation, names: Mapping[int, str]) -> Equation | None:
    """Return a relation as an equation, None where one of its amounts has no name or nobody would read it."""
    text = equation_text(relation, names)
    try:
        return equation_of(text) if text else None
    except NotAnEquationError:
        return None


def _indices(relations: Sequence[Relation], named: Mapping[int, _Named]) -> Iterator[Index]:
    """Yield the groups of figures that moved by one factor, each with the roundest percentage that explains it."""
    for relation in relations:
        if relation.kind is not RelationKind.UPRATING:
            continue
        members = [each for entry in (relation.whole, *relation.parts) if (each := named.get(id(entry)))]
        percent = roundest_percent([each.entry for each in members])
        if percent is not None and len(members) > 1:
            name = f"index_{str(percent).replace('.', '_').replace('-', 'minus_')}"
            yield Index(name, percent, tuple(each.quantity.name for each in members))


def roundest_percent(entries: Sequence[Entry]) -> Decimal | None:
    """Return the percentage with the fewest decimals, at most four, that explains every move; None where there is none."""
    common = common_factor(entries)
    if common is None or common.lower is None or common.upper is None:
        return None
    lower, upper = (common.lower - 1) * 100, (common.upper - 1) * 100
    for decimals in range(1, MOST_DECIMALS + 1):
        step = Fraction(1, 10**decimals)
        candidate = ceil(lower / step) * step
        if candidate <= upper:
            return Decimal(candidate.numerator * 10**decimals // candidate.denominator).scaleb(-decimals)
    return None


def _weight_tables(places: Places) -> Iterator[WeightTable]:
    """Yield the tables whose rows are brackets with a weight each: what a population can be held against."""
    found: dict[tuple[str, str | None], list[Entry]] = {}
    names: set[str] = set()
    for entry in places.entries:
        if entry.after and entry.kind in {AmountKind.WEIGHT, AmountKind.COUNT} and bracket_of(entry.label):
            found.setdefault((entry.place.path.rpartition("/r")[0], entry.column), []).append(entry)
    for (_, column), rows in found.items():
        if len(rows) >= FEWEST_ROWS and any(entry.kind is AmountKind.WEIGHT for entry in rows):
            section = places.section_called(rows[0])
            labels, weights = tuple(entry.label for entry in rows), tuple(entry.stated.value for entry in rows)
            yield WeightTable(population_name(section, names), section, column or "", labels, weights)
