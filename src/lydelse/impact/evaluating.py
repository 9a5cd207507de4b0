"""Formulas worked out for every unit at once, in one version and with one answer to each question: exact, and never run as code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from math import lcm
from operator import mul

from lydelse.calculation.declared.unit_parts import PRIVATE, PUBLIC, RESIDENTS
from lydelse.errors import UsageError
from lydelse.figures.statements.brackets import Bracket
from lydelse.impact.binding import Stated
from lydelse.impact.brackets import marginal, row_at
from lydelse.impact.faults import UnitsFaultsError, fault
from lydelse.impact.tables import Weights
from lydelse.model.impact_model import (
    Called,
    Choice,
    Combined,
    Component,
    Function,
    Literally,
    Name,
    Term,
    Turned,
    UnitModel,
    names_in_term,
)
from lydelse.model.impact_span import NOTHING, Span, summed
from lydelse.model.impact_units import Band, Unit, Units

Column = tuple[Span, ...]
"""A figure of every unit, in the order of the units."""
ONE = Span.exactly(1)


@dataclass
class Evaluator:
    """Works formulas out.

    ``absent`` are the components that are nothing in this version. ``fixed`` is where the sums over all units are known, with ``at`` the
    place of the one unit that is tried with other figures. ``shared`` holds what no answer changes, for the evaluators of one version.
    """

    model: UnitModel
    stated: Stated
    units: Units
    answers: Mapping[str, str]
    absent: frozenset[str] = frozenset()
    fixed: Evaluator | None = None
    at: int = 0
    sums: dict[Term, Span] = field(default_factory=dict)
    shared: dict[Term, Column] = field(default_factory=dict)
    _named: dict[str, Column] = field(default_factory=dict)
    _made: dict[Term, Column] = field(default_factory=dict)
    _settled: dict[Term, bool] = field(default_factory=dict)
    _components: dict[str, Component] = field(init=False)
    _choices: dict[str, Choice] = field(init=False)

    def __post_init__(self) -> None:
        """Look the components and the questions up by their names once."""
        self._components = {each.name: each for each in self.model.components}
        self._choices = {each.name: each for each in self.model.choices}

    def named(self, name: str) -> Column:
        """Return what a name stands for at each unit."""
        if name not in self._named:
            self._named[name] = self._look_up(name)
        return self._named[name]

    def component(self, component: Component) -> Column:
        """Return what a component gives each unit; nothing to those that it is not for."""
        return self.named(component.name)

    def of(self, term: Term) -> Column:
        """Return what a term is at each unit."""
        kept = self.shared if self.is_settled(term) else self._made
        if term not in kept:
            kept[term] = self._work_out(term)
        return kept[term]

    def is_settled(self, term: Term) -> bool:
        """Tell whether a term is the same whatever is answered."""
        if term not in self._settled:
            names = names_in_term(term)
            self._settled[term] = not any(name in self._choices or self._hangs_on_answers(name) for name in names)
        return self._settled[term]

    def _hangs_on_answers(self, name: str) -> bool:
        component = self._components.get(name)
        return component is not None and not self.is_settled(component.formula.term)

    @property
    def _each(self) -> Sequence[Unit]:
        return self.units.units

    def _all(self, span: Span) -> Column:
        return (span,) * len(self._each)

    def _look_up(self, name: str) -> Column:
        component = self._components.get(name)
        if component is not None:
            return self._component(component)
        choice = self._choices.get(name)
        if choice is not None:
            return self.of(dict(choice.alternatives)[self.answers[name]].term)
        if name == RESIDENTS:
            return tuple(Span.exactly(unit.listed) for unit in self._each)
        if name in {PRIVATE, PUBLIC}:
            return tuple(Span.exactly(int(unit.is_private is (name == PRIVATE))) for unit in self._each)
        if any(column.name == name for column in self.model.columns):
            return tuple(Span.exactly(unit.figures[name]) for unit in self._each)
        return self._all(self.stated.quantities[name])

    def _component(self, component: Component) -> Column:
        if component.name in self.absent:
            return self._all(NOTHING)
        made = self.of(component.formula.term)
        if not component.only:
            return made
        wanted = component.only == PRIVATE
        return tuple(span if unit.is_private is wanted else NOTHING for unit, span in zip(self._each, made, strict=True))

    def _work_out(self, term: Term) -> Column:
        match term:
            case Literally(value):
                return self._all(Span.exactly(value))
            case Name(name):
                return self.named(name)
            case Turned(of):
                return tuple(span.turned() for span in self.of(of))
            case Combined(sign, left, right):
                return self._combined(sign, left, right)
            case Called(function, arguments):
                return self._called(function, arguments)

    def _combined(self, sign: str, left: Term, right: Term) -> Column:
        pairs = zip(self.of(left), self.of(right), strict=True)
        match sign:
            case "+":
                return tuple(one.plus(other) for one, other in pairs)
            case "-":
                return tuple(one.minus(other) for one, other in pairs)
            case "*":
                return tuple(one.times(other) for one, other in pairs)
            case "/":
                return tuple(self._quotient(one, other, at) for at, (one, other) in enumerate(pairs))
            case _:
                return tuple(_held(sign, one, other) for one, other in pairs)

    def _quotient(self, one: Span, other: Span, at: int) -> Span:
        try:
            return one.over(other)
        except ZeroDivisionError:
            raise UsageError("impact.division", unit=self._each[at].name) from None

    def _called(self, function: Function, arguments: tuple[Term, ...]) -> Column:
        match function:
            case Function.WEIGHTED:
                return self._weighted(self._table(arguments[0]))
            case Function.STEP:
                return self._stepped(self._table(arguments[0]), arguments[1])
            case Function.MARGINAL:
                weights = self._table(arguments[0])
                return tuple(marginal(weights, span.made) for span in self.of(arguments[1]))
            case Function.DISTRIBUTED:
                return self._distributed(*arguments)
            case Function.ALL_UNITS:
                return self._all(self._sum(arguments[0]))
            case Function.RESIDENTS:
                lower, upper = (int(self.of(each)[0].made) if self._each else 0 for each in arguments)
                return tuple(Span.exactly(residents(self.units, unit, lower, upper)) for unit in self._each)
            case _:
                return tuple(_chosen(function, spans) for spans in zip(*(self.of(each) for each in arguments), strict=True))

    def _table(self, term: Term) -> Weights:
        assert isinstance(term, Name), "a model is read with tables where tables belong"
        return self.stated.tables[term.name]

    def _stepped(self, weights: Weights, term: Term) -> Column:
        found: list[Span] = []
        for unit, span in zip(self._each, self.of(term), strict=True):
            weight = row_at(weights, span.made)
            if weight is None:
                place = self.units.place(unit, term.name if isinstance(term, Name) else weights.name)
                told = fault("units.outside-table", place, name=unit.name, section=weights.section)
                raise UnitsFaultsError(self.units.file, [told])
            found.append(weight)
        return tuple(found)

    def _weighted(self, weights: Weights) -> Column:
        """Return the residents of each unit, each counted with the weight of its age."""
        rows = self._row_of_bands(weights)
        part = reduce(lcm, (bound.denominator for row in rows for bound in row), 1)
        low, made, high = ([int(row[of] * part) for row in rows] for of in range(3))
        heads = [_whole(unit.bands) for unit in self._each]
        if low == high:
            return tuple(Span.exactly(Fraction(sum(map(mul, counts, made)), part)) for counts in heads)
        return tuple(Span(*(Fraction(sum(map(mul, counts, side)), part) for side in (low, made, high))) for counts in heads)

    def _row_of_bands(self, weights: Weights) -> list[Span]:
        """Return the weight of each of the units' age bands."""
        found: list[Span] = []
        for band in self.units.bands:
            row = next((row for row in weights.rows if goes_into(row.bracket, band)), None)
            assert row is not None, "the bands are held against every table before anything is worked out"
            found.append(row.weight)
        return found

    def _distributed(self, total: Term, measure: Term) -> Column:
        """Return a total distributed in proportion to a measure: the shares make it up, whatever the measures are rounded to."""
        whole, measures = self.of(total), self.of(measure)
        together = self._sum(measure)
        if together.made == 0:
            raise UsageError("impact.nothing-to-distribute", file=self.units.file)
        return tuple(_share(each, together).times(amount) for amount, each in zip(whole, measures, strict=True))

    def _sum(self, term: Term) -> Span:
        if term not in self.sums:
            own = summed(self.of(term))
            if self.fixed is not None:
                whole, was = self.fixed.sum_of(term), self.fixed.of(term)[self.at]
                own = Span(*(whole[at] - was[at] + own[at] for at in range(3)))
            self.sums[term] = own
        return self.sums[term]

    def sum_of(self, term: Term) -> Span:
        """Return the sum of a term over all units."""
        return self._sum(term)


def residents(units: Units, unit: Unit, lower: int, upper: int) -> Fraction:
    """Return how many residents a unit has in an age range: its own column's, or the age bands that lie within it."""
    if (lower, upper) in unit.ranges:
        return unit.ranges[lower, upper]
    within = [
        count
        for band, count in zip(units.bands, unit.bands, strict=True)
        if band.first >= lower and band.last is not None and band.last <= upper
    ]
    return sum(within, Fraction(0))


def goes_into(bracket: Bracket, band: Band) -> bool:
    """Tell whether an age band lies within a row; an end that is None is without limit."""
    above = bracket.first is None or band.first >= bracket.first
    return above and (bracket.last is None or (band.last is not None and band.last <= bracket.last))


def _whole(counts: tuple[Fraction, ...]) -> list[int] | tuple[Fraction, ...]:
    """Return counts as whole numbers where they are, which are multiplied much faster."""
    return [count.numerator for count in counts] if all(count.denominator == 1 for count in counts) else counts


def _share(measure: Span, together: Span) -> Span:
    """Return a measure's share of the sum that it is part of: the more of it, the larger the share."""
    made = measure.made / together.made
    if measure.is_point and together.is_point:
        return Span.exactly(made)
    low, high = (_part(measure.low, together.high - measure.high), _part(measure.high, together.low - measure.low))
    return Span(min(low, made), made, max(high, made))


def _part(own: Fraction, others: Fraction) -> Fraction:
    whole = own + others
    return own / whole if whole else Fraction(0)


def _held(sign: str, one: Span, other: Span) -> Span:
    held = {"<": one.made < other.made, "<=": one.made <= other.made, ">": one.made > other.made, ">=": one.made >= other.made}
    return ONE if held.get(sign, one.made == other.made) else NOTHING


def _chosen(function: Function, spans: tuple[Span, ...]) -> Span:
    match function:
        case Function.AT_LEAST:
            return Span(*(max(values) for values in zip(*spans, strict=True)))
        case Function.AT_MOST:
            return Span(*(min(values) for values in zip(*spans, strict=True)))
        case Function.ROUNDED:
            return Span(*(_rounded(value, spans[1].made) for value in spans[0]))
        case _:
            return spans[1] if spans[0].made else spans[2]


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    """Return a number rounded to a step, half away from zero."""
    if not step:
        return value
    steps = abs(value) / step + Fraction(1, 2)
    return (1 if value >= 0 else -1) * (steps.numerator // steps.denominator) * step
