"""Where a unit stands in the tables of steps: what it passes between the versions, the boundaries that it is near, the gaps it falls in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil, floor

from lydelse.calculation.declared.unit_parts import RESIDENTS
from lydelse.impact.brackets import Gap, covers, gap_at, gap_within
from lydelse.impact.evaluating import Evaluator
from lydelse.impact.exact_columns import Column, total_of
from lydelse.impact.tables import Weights
from lydelse.model.impact import Cliff, Limit, Passed
from lydelse.model.impact_model import Called, Component, Function, Name, Term, names_in_term, terms_in
from lydelse.model.impact_units import Unit
from lydelse.records import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class _Near:
    """A unit near a boundary: how near as a part of it, the unit's place, the figure ``name`` that is near it and what it is."""

    distance: Fraction
    at: int
    section: str
    name: str
    value: Fraction
    lower: Decimal
    upper: Decimal


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
        both = [_labels(evaluator.stated.tables[each.table], evaluator.of(each.asks)) for evaluator in (before, after)]
        for unit, was, is_now in zip(units, *both, strict=True):
            if was != is_now:
                yield Passed(unit.name, Limit.ROW, after.stated.tables[each.table].section, was, is_now)
    for component in paid:
        if component.name in before.absent or component.name in after.absent:
            continue
        for term in dict.fromkeys(_used(component.formula.term, after)):
            if isinstance(term, Called) and term.function in {Function.AT_LEAST, Function.AT_MOST}:
                yield from _bound(term, component, before, after)


def _labels(weights: Weights, column: Column) -> list[str]:
    """Return the row of a table that each unit stands in, as printed."""
    return column.of_each(lambda value: next((row.bracket.literal for row in weights.rows if covers(row, value)), ""))


def _bound(term: Called, component: Component, before: Evaluator, after: Evaluator) -> Iterator[Passed]:
    pick = max if term.function is Function.AT_LEAST else min
    limit = Limit.FLOOR if term.function is Function.AT_LEAST else Limit.CEILING
    gets = zip(before.component(component).made, after.component(component).made, strict=True)
    binding = [_binds(pick, [evaluator.of(each).values() for each in term.arguments]) for evaluator in (before, after)]
    for unit, got, was, is_now in zip(after.units.units, gets, *binding, strict=True):
        if any(got) and was != is_now:
            yield Passed(unit.name, limit, component.title, "binds" if was == 0 else "", "binds" if is_now == 0 else "")


def _binds(pick: Callable[[tuple[Fraction, ...]], Fraction], columns: Sequence[Sequence[Fraction]]) -> list[int]:
    """Return which of its arguments binds each unit."""
    return [values.index(pick(values)) for values in zip(*columns, strict=True)]


def gaps_met(evaluator: Evaluator, paid: Sequence[Component]) -> Iterator[tuple[Gap, tuple[str, ...]]]:
    """Yield the gaps of tables that units fall in, or count past, each with their names."""
    for each in lookups(evaluator, paid):
        weights = evaluator.stated.tables.get(each.table)
        if weights is None:
            continue
        met: dict[tuple[str, str], tuple[Gap, list[str]]] = {}
        find = gap_at if each.term.function is Function.STEP else gap_within
        gaps = evaluator.of(each.asks).of_each(partial(find, weights))
        for unit, gap in zip(evaluator.units.units, gaps, strict=True):
            if gap is not None:
                met.setdefault((gap.before.bracket.literal, gap.after.bracket.literal), (gap, []))[1].append(unit.name)
        yield from ((gap, tuple(names)) for gap, names in met.values())


def cliffs_near(evaluator: Evaluator, paid: Sequence[Component]) -> tuple[Cliff, ...]:
    """Return the boundaries of step tables that units are near, the nearest first, each with what the step is worth to the unit."""
    found: list[_Near] = []
    for each in lookups(evaluator, paid):
        weights = evaluator.stated.tables.get(each.table)
        if weights is None or each.term.function is not Function.STEP or not isinstance(each.asks, Name):
            continue
        column = evaluator.of(each.asks)
        for lower, upper in _boundaries(weights):
            for at in _places_near(column, lower, upper):
                value = column[at].made
                distance = min(abs(value - Fraction(lower)), abs(value - Fraction(upper)))
                if distance <= NEAR * Fraction(upper):
                    found.append(_Near(distance / Fraction(upper), at, weights.section, each.asks.name, value, lower, upper))
    nearest = sorted(found, key=lambda near: (near.distance, near.at, near.lower))[:MOST_CLIFFS]
    worth = _with_others(evaluator, paid, nearest) if nearest else []
    cliffs = (
        Cliff(evaluator.units.units[near.at].name, near.section, near.value, near.lower, near.upper, worth[2 * at + 1] - worth[2 * at])
        for at, near in enumerate(nearest)
    )
    return tuple(cliff for cliff in cliffs if cliff.jump)


def _boundaries(weights: Weights) -> Iterator[tuple[Decimal, Decimal]]:
    for one, other in zip(weights.rows, weights.rows[1:], strict=False):
        if one.bracket.last is not None and one.weight != other.weight:
            yield one.bracket.last, other.first


def _places_near(column: Column, lower: Decimal, upper: Decimal) -> list[int]:
    """Return the places of the units that may stand near a boundary; none for one at nothing."""
    reach = NEAR * Fraction(upper)
    if reach <= 0:
        return []
    least, most = (number * column.part for number in (Fraction(lower) - reach, Fraction(upper) + reach))
    first, last = ceil(least), floor(most)
    return [at for at, number in enumerate(column.made) if first <= number <= last]


def _moved(unit: Unit, name: str, value: Fraction) -> Unit:
    if name == RESIDENTS:
        return replace(unit, listed=value)
    return replace(unit, figures={**unit.figures, name: value})


def _with_others(evaluator: Evaluator, paid: Sequence[Component], nearest: Sequence[_Near]) -> list[Fraction]:
    """Return what each unit gets below its boundary and above it, all others having their own figures."""
    units = evaluator.units.units
    moved = tuple(_moved(units[near.at], near.name, Fraction(value)) for near in nearest for value in (near.lower, near.upper))
    places = [near.at for near in nearest for _ in range(2)]
    alone = replace(evaluator.units, units=moved)
    tried = Evaluator(evaluator.model, evaluator.stated, alone, evaluator.answers, evaluator.absent, evaluator, places)
    return total_of([tried.component(component) for component in paid], len(moved)).values()
