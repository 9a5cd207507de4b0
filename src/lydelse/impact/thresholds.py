"""Where a unit stands in the tables of steps: what it passes between the versions, the boundaries that it is near, the gaps it falls in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.declared.unit_parts import RESIDENTS
from lydelse.impact.brackets import Gap, covers, gap_at, gap_within
from lydelse.impact.evaluating import Evaluator
from lydelse.impact.tables import WeightRow, Weights
from lydelse.model.impact import Cliff, Limit, Passed
from lydelse.model.impact_model import Called, Component, Function, Name, Term, names_in_term, terms_in
from lydelse.model.impact_span import summed
from lydelse.model.impact_units import Unit

NEAR = Fraction(1, 20)
"""How near a boundary a unit is told to be, as a part of the boundary's value."""
MOST_CLIFFS = 40


@dataclass(frozen=True, slots=True)
class Lookup:
    """A place in the formulas where a table is asked for a value."""

    term: Called
    table: str
    asks: Term
    component: str


def lookups(evaluator: Evaluator, paid: Sequence[Component]) -> tuple[Lookup, ...]:
    """Return where the formulas that are used ask step tables, each table and value once."""
    found: dict[Called, Lookup] = {}
    for component in paid:
        for term in _used(component.formula.term, evaluator):
            if isinstance(term, Called) and term.function in {Function.STEP, Function.MARGINAL} and isinstance(term.arguments[0], Name):
                found.setdefault(term, Lookup(term, term.arguments[0].name, term.arguments[1], component.title))
    return tuple(found.values())


def _used(term: Term, evaluator: Evaluator) -> Iterator[Term]:
    """Yield the terms of a formula, and of the steps and the answers that it uses."""
    made_of = {each.name: each.formula.term for each in evaluator.model.components}
    made_of |= {choice.name: dict(choice.alternatives)[evaluator.answers[choice.name]].term for choice in evaluator.model.choices}
    waiting, seen = [term], set[str]()
    while waiting:
        current = waiting.pop(0)
        yield from terms_in(current)
        for name in names_in_term(current):
            if name in made_of and name not in seen:
                seen.add(name)
                waiting.append(made_of[name])


def passed_between(before: Evaluator, after: Evaluator, paid: Sequence[Component]) -> Iterator[Passed]:
    """Yield the thresholds that units pass between two versions."""
    units = after.units.units
    for each in lookups(after, paid):
        if each.term.function is not Function.STEP or each.table not in before.stated.tables or each.table not in after.stated.tables:
            continue
        for at, unit in enumerate(units):
            rows = [_row(evaluator.stated.tables[each.table], evaluator.of(each.asks)[at].made) for evaluator in (before, after)]
            labels = [row.bracket.literal if row else "" for row in rows]
            if labels[0] != labels[1]:
                yield Passed(unit.name, Limit.ROW, after.stated.tables[each.table].section, labels[0], labels[1])
    for component in paid:
        if component.name in before.absent or component.name in after.absent:
            continue
        for term in dict.fromkeys(_used(component.formula.term, after)):
            if isinstance(term, Called) and term.function in {Function.AT_LEAST, Function.AT_MOST}:
                yield from _bound(term, component, before, after)


def _bound(term: Called, component: Component, before: Evaluator, after: Evaluator) -> Iterator[Passed]:
    pick = max if term.function is Function.AT_LEAST else min
    for at, unit in enumerate(after.units.units):
        if not any(evaluator.component(component)[at].made for evaluator in (before, after)):
            continue
        binding = [_binds(pick, [evaluator.of(each)[at].made for each in term.arguments]) for evaluator in (before, after)]
        if binding[0] != binding[1]:
            limit = Limit.FLOOR if term.function is Function.AT_LEAST else Limit.CEILING
            yield Passed(unit.name, limit, component.title, "binds" if binding[0] == 0 else "", "binds" if binding[1] == 0 else "")


def _binds(pick: Callable[[list[Fraction]], Fraction], values: list[Fraction]) -> int:
    return values.index(pick(values))


def _row(weights: Weights, value: Fraction) -> WeightRow | None:
    return next((row for row in weights.rows if covers(row, value)), None)


def gaps_met(evaluator: Evaluator, paid: Sequence[Component]) -> Iterator[tuple[Gap, tuple[str, ...]]]:
    """Yield the gaps of tables that units fall in, or count past, each with their names."""
    for each in lookups(evaluator, paid):
        weights = evaluator.stated.tables.get(each.table)
        if weights is None:
            continue
        met: dict[tuple[str, str], tuple[Gap, list[str]]] = {}
        for unit, span in zip(evaluator.units.units, evaluator.of(each.asks), strict=True):
            find = gap_at if each.term.function is Function.STEP else gap_within
            gap = find(weights, span.made)
            if gap is not None:
                met.setdefault((gap.before.bracket.literal, gap.after.bracket.literal), (gap, []))[1].append(unit.name)
        yield from ((gap, tuple(names)) for gap, names in met.values())


def cliffs_near(evaluator: Evaluator, paid: Sequence[Component]) -> tuple[Cliff, ...]:
    """Return the boundaries of step tables that units are near, the nearest first, each with what the step is worth to the unit."""
    found: list[tuple[Fraction, int, Lookup, Weights, Decimal, Decimal]] = []
    for each in lookups(evaluator, paid):
        weights = evaluator.stated.tables.get(each.table)
        if weights is None or each.term.function is not Function.STEP or not isinstance(each.asks, Name):
            continue
        for at, span in enumerate(evaluator.of(each.asks)):
            for lower, upper in _boundaries(weights):
                distance = min(abs(span.made - Fraction(lower)), abs(span.made - Fraction(upper)))
                if upper and distance <= NEAR * Fraction(upper):
                    found.append((distance / Fraction(upper), at, each, weights, lower, upper))
    found.sort(key=lambda near: (near[0], near[1], near[4]))
    cliffs = [_cliff(evaluator, paid, *near[1:]) for near in found[:MOST_CLIFFS]]
    return tuple(cliff for cliff in cliffs if cliff.jump)


def _boundaries(weights: Weights) -> Iterator[tuple[Decimal, Decimal]]:
    for one, other in zip(weights.rows, weights.rows[1:], strict=False):
        if one.bracket.last is not None and one.weight != other.weight:
            yield one.bracket.last, other.first


def _cliff(
    evaluator: Evaluator, paid: Sequence[Component], at: int, lookup: Lookup, weights: Weights, lower: Decimal, upper: Decimal
) -> Cliff:
    unit = evaluator.units.units[at]
    assert isinstance(lookup.asks, Name), "only names are asked for with another value"
    name = lookup.asks.name
    worth = [_with(evaluator, paid, at, _moved(unit, name, Fraction(value))) for value in (lower, upper)]
    value = evaluator.of(lookup.asks)[at].made
    return Cliff(unit.name, weights.section, value, lower, upper, worth[1] - worth[0])


def _moved(unit: Unit, name: str, value: Fraction) -> Unit:
    if name == RESIDENTS:
        return replace(unit, listed=value)
    return replace(unit, figures={**unit.figures, name: value})


def _with(evaluator: Evaluator, paid: Sequence[Component], at: int, unit: Unit) -> Fraction:
    """Return what a unit gets with other figures, all others having theirs."""
    alone = replace(evaluator.units, units=(unit,))
    tried = Evaluator(evaluator.model, evaluator.stated, alone, evaluator.answers, evaluator.absent, evaluator, at)
    return summed(tried.component(component)[0] for component in paid).made
