"""What the formulas of a model stand for in each version of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lydelse.calculation.declared.binding import Places, bound_to
from lydelse.calculation.declared.testing import given_in_expressions
from lydelse.calculation.declared.unit_parts import BUILT_IN
from lydelse.calculation.declared.years import years_of
from lydelse.impact.tables import Weights, span_of, weights_in
from lydelse.model.against_model import Lack, Unbound
from lydelse.model.change import Comparison
from lydelse.model.declared import DeclaredModel, Quantity
from lydelse.model.document import Document
from lydelse.model.formula import Years
from lydelse.model.impact_model import Component, Term, UnitModel, names_in_term, tables_in
from lydelse.model.impact_span import Span
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Stated:
    """What the document, or the model, states of the quantities and tables in one version, by their names in the model."""

    quantities: Mapping[str, Span]
    tables: Mapping[str, Weights]


@dataclass(frozen=True, slots=True)
class BoundModel:
    """A model bound to a document.

    ``entries`` are the amounts that its quantities are; ``unbound`` are the quantities that are not found, ``no_table`` the tables.
    """

    model: UnitModel
    stated: Mapping[Version, Stated]
    entries: Mapping[str, Entry]
    unbound: tuple[Unbound, ...]
    no_table: tuple[str, ...]

    def needed_names(self, component: Component) -> tuple[str, ...]:
        """Return what the formula of a component names, and those of the steps and answers that it uses, each once."""
        return tuple(dict.fromkeys(name for term in self._terms(component) for name in names_in_term(term)))

    def needed_tables(self, component: Component) -> tuple[str, ...]:
        """Return the tables that these ask."""
        return tuple(dict.fromkeys(name for term in self._terms(component) for name in tables_in(term)))

    def needed_quantities(self, component: Component) -> tuple[str, ...]:
        """Return the quantities among the names."""
        model = self.model
        others = {*(each.name for each in model.components), *(each.name for each in model.choices), *(each.name for each in model.columns)}
        return tuple(name for name in self.needed_names(component) if name not in others and name not in BUILT_IN)

    def _terms(self, component: Component) -> Iterator[Term]:
        used = {each.name: [each.formula.term] for each in self.model.components if each.step}
        used |= {choice.name: [formula.term for _, formula in choice.alternatives] for choice in self.model.choices}
        waiting, seen = [component.formula.term], {component.name}
        while waiting:
            term = waiting.pop(0)
            yield term
            for name in names_in_term(term):
                if name in used and name not in seen:
                    seen.add(name)
                    waiting.extend(used[name])


def bound_model(model: DeclaredModel, comparison: Comparison) -> BoundModel:
    """Return the part of a model that is about units, bound to both versions of a document."""
    units = model.units
    assert units is not None, "a model that says nothing of units is not asked"
    asked = set(_asked(units))
    quantities = [each for each in model.quantities if each.name in asked]
    places = Places(comparison)
    bound, unbound = bound_to(quantities, places)
    entries = {name: each.entry for name, each in bound.items()}
    entries |= {each.name: each.nearest[0] for each in unbound if each.lack is Lack.ONLY_BEFORE and len(each.nearest) == 1}
    years = years_of(comparison)
    stated = {
        version: Stated(
            dict(_quantities(quantities, entries, version, years)),
            {table.name: weights for table in units.tables if (weights := weights_in(table, _document(comparison, version)))},
        )
        for version in Version
    }
    if comparison.one_version:
        stated[Version.BEFORE] = stated[Version.AFTER]
    tables = {name for each in stated.values() for name in each.tables}
    lost = tuple(table.name for table in units.tables if table.name not in tables)
    return BoundModel(units, stated, entries, tuple(each for each in unbound if each.name not in entries), lost)


def _asked(model: UnitModel) -> Iterator[str]:
    for formula in model.formulas():
        yield from names_in_term(formula.term)
    yield from (each.total for each in model.components if each.total)


def _document(comparison: Comparison, version: Version) -> Document:
    return comparison.before if version is Version.BEFORE else comparison.after


def _quantities(quantities: list[Quantity], entries: Mapping[str, Entry], version: Version, years: Years) -> Iterator[tuple[str, Span]]:
    for quantity in quantities:
        entry = entries.get(quantity.name)
        if entry is not None:
            amount = entry.amount(version)
            if amount is not None:
                yield quantity.name, span_of(amount, exact=quantity.exact)
            continue
        given = given_in_expressions(quantity, years.of(version))
        if given is not None and given.lower is not None and given.upper is not None and given.middle is not None:
            yield quantity.name, Span(given.lower, given.middle, given.upper)


def missing_in(bound: BoundModel, version: Version, component: Component) -> tuple[str, ...]:
    """Return the quantities and tables that a component needs in a version and that are not stated there, each once.

    What the steps on its way and the answers of its questions need is needed too; other components that are not there are nothing.
    """
    stated = bound.stated[version]
    return tuple(name for name in (*bound.needed_tables(component),) if name not in stated.tables) + tuple(
        name for name in bound.needed_quantities(component) if name not in stated.quantities
    )
