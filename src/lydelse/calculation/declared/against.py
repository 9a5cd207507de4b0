"""A document held against a declared model: its quantities bound, its relations put beside the inferred ones and tested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lydelse.calculation.declared.binding import Places, bound_to
from lydelse.calculation.declared.decomposing import decompositions
from lydelse.calculation.declared.populations import population_relations
from lydelse.calculation.declared.replacing import put_beside
from lydelse.calculation.declared.testing import declared_outcome
from lydelse.calculation.declared.values import differing_values
from lydelse.calculation.declared.years import years_of
from lydelse.model.against_model import AgainstModel, Bound, Unbound, UnboundBands, Untested
from lydelse.model.calculation import Calculation, Origin, Outcome, Relation, RelationKind, Verdict
from lydelse.model.change import Comparison
from lydelse.model.declared import DeclaredModel, DeclaredRelation, Expression, Index, Named
from lydelse.model.formula import Balanced, Uprated, WeightedMean, WeightedTotal, Years
from lydelse.model.message import Message
from lydelse.model.text import Version
from lydelse.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Bindings:
    """The quantities of a model that a document states."""

    model: DeclaredModel
    bound: Mapping[str, Bound]
    years: Years

    def lacking(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names that are neither found in the document nor given in the model."""
        return tuple(name for name in names if name not in self.bound and not self._is_given(name))

    def _is_given(self, name: str) -> bool:
        quantity = self.model.quantity(name)
        return quantity is not None and bool(quantity.values)


def held_against_model(model: DeclaredModel, comparison: Comparison, calculation: Calculation) -> Calculation:
    """Return a calculation with the relations of a model beside the inferred ones, and what binding the model gave.

    A declared relation takes the place of the inferred one that says the same of the same figures. Every relation is tested in each
    version that states its figures; an index, and a population, only in the later one.
    """
    places = Places(comparison)
    found, unbound = bound_to(model.quantities, places)
    bindings = Bindings(model, found, years_of(comparison))
    relations = [*_equations(bindings), *_indices(bindings)]
    weights, unbound_weights, unbound_bands = population_relations(model, found, places)
    tested = {id(relation): list(_outcomes(relation, comparison)) for relation in (*relations, *weights)}
    declared = [relation for relation in (*relations, *weights) if tested[id(relation)]]
    outcomes = [outcome for relation in declared for outcome in tested[id(relation)]]
    kept = put_beside(declared, outcomes, calculation)
    differing, agreeing = differing_values(found.values(), bindings.years)
    return replace(
        kept,
        against_model=AgainstModel(
            model,
            tuple(found.values()),
            tuple(unbound) + tuple(unbound_weights),
            tuple(unbound_bands),
            tuple(_untested(bindings, [*relations, *weights], outcomes, [*unbound_weights], [*unbound_bands])),
            differing,
            agreeing,
            tuple(decompositions(kept.relations, found, model)),
            model.unread,
        ),
    )


def _outcomes(relation: Relation, comparison: Comparison) -> Iterator[Outcome]:
    later_alone = comparison.one_version or isinstance(relation.formula, WeightedMean | WeightedTotal)
    versions = (Version.AFTER,) if later_alone else (Version.BEFORE, Version.AFTER)
    for version in versions:
        outcome = declared_outcome(relation, version)
        if outcome:
            yield outcome


def _equations(bindings: Bindings) -> Iterator[Relation]:
    for declared in bindings.model.relations:
        if not bindings.lacking(declared.equation.names):
            relation = _balanced(declared, bindings)
            if relation:
                yield relation


def _balanced(declared: DeclaredRelation, bindings: Bindings) -> Relation | None:
    """Return an equation as a relation of the amounts that its quantities are bound to, None where none is bound."""
    equation = declared.equation
    names = [name for name in equation.names if name in bindings.bound]
    if not names:
        return None
    tested = _tested(equation.sides, names)
    ordered = [tested or names[0], *(name for name in names if name != (tested or names[0]))]
    entries = [bindings.bound[name].entry for name in ordered]
    given = (bindings.model.quantity(name) for name in equation.names if name not in bindings.bound)
    formula = Balanced(
        declared.name,
        equation,
        tuple(ordered),
        tuple(bindings.bound[name].quantity.exact for name in ordered),
        tested,
        tuple(quantity for quantity in given if quantity),
        bindings.years,
    )
    wording = Message("relation.declared", {"name": declared.name, "equation": equation.text})
    return Relation(RelationKind.DECLARED, entries[0], tuple(entries[1:]), wording, Origin.MODEL, entries[0].place, formula=formula)


def _tested(sides: tuple[Expression, ...], bound: list[str]) -> str:
    """Return the quantity that an equation of two sides is solved for: one that stands alone on a side; "" where none does."""
    if len(sides) != 2:
        return ""
    return next((side.name for side in sides if isinstance(side, Named) and side.name in bound), "")


def _indices(bindings: Bindings) -> Iterator[Relation]:
    for index in bindings.model.indices:
        if index.heads and bindings.lacking([index.heads]):
            continue
        for name in index.quantities:
            if name in bindings.bound:
                yield _uprated(index, name, bindings)


def _uprated(index: Index, name: str, bindings: Bindings) -> Relation:
    entry = bindings.bound[name].entry
    heads = bindings.model.quantity(index.heads) if index.heads else None
    parts = (bindings.bound[index.heads].entry,) if index.heads in bindings.bound else ()
    key = "relation.uprated.volume" if heads else "relation.uprated"
    wording = Message(key, {"name": name, "index": index.name, "percent": index.percent, "heads": index.heads})
    return Relation(RelationKind.DECLARED, entry, parts, wording, Origin.MODEL, entry.place, formula=Uprated(index, heads, bindings.years))


def _untested(
    bindings: Bindings, relations: list[Relation], outcomes: list[Outcome], weights: list[Unbound], bands: list[UnboundBands]
) -> Iterator[Untested]:
    """Yield what the model says that was not tested in the later version, and which quantities were lacking."""
    tested = {id(each.relation) for each in outcomes if each.version is Version.AFTER and each.verdict is not Verdict.NOT_TESTABLE}
    done = {_named(relation) for relation in relations if id(relation) in tested}
    for declared in bindings.model.relations:
        if declared.name not in done:
            yield Untested(declared.name, bindings.lacking(declared.equation.names))
    for index in bindings.model.indices:
        lacking = bindings.lacking([*index.quantities, *([index.heads] if index.heads else [])])
        if index.name not in done or lacking:
            yield Untested(index.name, lacking)
    missed = {each.name for each in weights} | {each.population for each in bands}
    for population in bindings.model.populations:
        if population.name not in done and population.name not in missed:
            yield Untested(population.name, bindings.lacking([name for name in (population.price, population.total) if name]))


def _named(relation: Relation) -> str:
    """Return what the model calls the part of it that a relation is of."""
    match relation.formula:
        case Balanced(name=name):
            return name
        case Uprated(index=index):
            return index.name
        case None:
            return ""
        case weighted:
            return weighted.population
