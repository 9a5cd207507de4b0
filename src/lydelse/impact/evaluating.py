"""Formulas worked out for every unit at once, in one version and with one answer to each question: exact, and never run as code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from operator import mul

from lydelse.calculation.declared.unit_parts import PRIVATE, PUBLIC, RESIDENTS
from lydelse.errors import UsageError
from lydelse.figures.statements.brackets import Bracket
from lydelse.impact.binding import Stated
from lydelse.impact.brackets import marginal, row_at
from lydelse.impact.exact_columns import Column, column_of, of_numbers, same_for_all
from lydelse.impact.faults import UnitsFaultsError, fault
from lydelse.impact.functions import chosen, held, shares_of
from lydelse.impact.tables import Weights
from lydelse.model.impact import Answers
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
from lydelse.model.impact_span import NOTHING, Span
from lydelse.model.impact_units import OLDEST, Band, Unit, Units
from lydelse.records import dataclass, field

WorkedOut = dict[tuple[Term, Answers], Column]
"""What terms are at each unit, each with the answers that it hangs on."""


@dataclass
class Evaluator:
    """Works formulas out.

    ``absent`` are the components that are nothing in this version. ``fixed`` is where the sums over all units are known, with ``at`` the
    places there of those that are tried with other figures, each by itself. ``shared`` holds what has been worked out, each with the
    answers that it hangs on, for all evaluators of one version.
    """

    model: UnitModel
    stated: Stated
    units: Units
    answers: Mapping[str, str]
    absent: frozenset[str] = frozenset()
    fixed: Evaluator | None = None
    at: Sequence[int] = ()
    shared: WorkedOut = field(default_factory=dict)
    _hangs_on: dict[Term, Answers] = field(default_factory=dict)
    _components: dict[str, Component] = field(init=False)
    _choices: dict[str, Choice] = field(init=False)

    def __post_init__(self) -> None:
        """Look the components and the questions up by their names once."""
        self._components = {each.name: each for each in self.model.components}
        self._choices = {each.name: each for each in self.model.choices}

    def component(self, component: Component) -> Column:
        """Return what a component gives each unit; nothing to those that it is not for."""
        return self.of(Name(component.name))

    def of(self, term: Term) -> Column:
        """Return what a term is at each unit."""
        asked = term, self.answers_of(term)
        if asked not in self.shared:
            self.shared[asked] = self._work_out(term)
        return self.shared[asked]

    def answers_of(self, term: Term) -> Answers:
        """Return the answers that a term hangs on."""
        if term not in self._hangs_on:
            found: dict[str, str] = {}
            for name in names_in_term(term):
                if name in self._choices:
                    found[name] = self.answers[name]
                found.update(self.answers_of(made_of) if (made_of := self._made_of(name)) else ())
            self._hangs_on[term] = tuple(sorted(found.items()))
        return self._hangs_on[term]

    def _made_of(self, name: str) -> Term | None:
        """Return the formula of a component, or of the answer to a question; None for a name that has none."""
        if name in self._components:
            return self._components[name].formula.term
        return dict(self._choices[name].alternatives)[self.answers[name]].term if name in self._choices else None

    @property
    def _each(self) -> Sequence[Unit]:
        return self.units.units

    def _all(self, span: Span) -> Column:
        return same_for_all(span, len(self._each))

    def _look_up(self, name: str) -> Column:
        component = self._components.get(name)
        if component is not None:
            return self._component(component)
        answer = self._made_of(name)
        if answer is not None:
            return self.of(answer)
        if name == RESIDENTS:
            return of_numbers([unit.listed for unit in self._each])
        if name in {PRIVATE, PUBLIC}:
            return of_numbers([Fraction(unit.is_private is (name == PRIVATE)) for unit in self._each])
        if any(column.name == name for column in self.model.columns):
            return of_numbers([unit.figures[name] for unit in self._each])
        return self._all(self.stated.quantities[name])

    def _component(self, component: Component) -> Column:
        if component.name in self.absent:
            return self._all(NOTHING)
        made = self.of(component.formula.term)
        if not component.only:
            return made
        wanted = component.only == PRIVATE
        return made.only_where([unit.is_private is wanted for unit in self._each])

    def _work_out(self, term: Term) -> Column:
        match term:
            case Literally(value):
                return self._all(Span.exactly(value))
            case Name(name):
                return self._look_up(name)
            case Turned(of):
                return self.of(of).turned()
            case Combined(sign, left, right):
                return self._combined(sign, self.of(left), self.of(right))
            case Called(function, arguments):
                return self._called(function, arguments)

    def _combined(self, sign: str, left: Column, right: Column) -> Column:
        match sign:
            case "+":
                return left.plus(right)
            case "-":
                return left.minus(right)
            case "*":
                return left.times(right)
            case "/":
                return left.times(self._reversed(right))
            case _:
                return held(sign, left, right)

    def _reversed(self, divisor: Column) -> Column:
        try:
            return divisor.reversed()
        except ZeroDivisionError as nothing:
            raise UsageError("impact.division", unit=self._each[nothing.args[0]].name) from None

    def _called(self, function: Function, arguments: tuple[Term, ...]) -> Column:
        match function:
            case Function.WEIGHTED:
                return self._weighted(self._table(arguments[0]))
            case Function.STEP:
                return self._stepped(self._table(arguments[0]), arguments[1])
            case Function.MARGINAL:
                return marginal(self._table(arguments[0]), self.of(arguments[1]))
            case Function.DISTRIBUTED:
                return self._distributed(*arguments)
            case Function.ALL_UNITS:
                return self._together(arguments[0])
            case Function.RESIDENTS:
                lower, upper = (int(self.of(each)[0].made) if self._each else 0 for each in arguments)
                return of_numbers([residents(self.units, unit, lower, upper) for unit in self._each])
            case _:
                return chosen(function, [self.of(each) for each in arguments])

    def _table(self, term: Term) -> Weights:
        assert isinstance(term, Name), "a model is read with tables where tables belong"
        return self.stated.tables[term.name]

    def _stepped(self, weights: Weights, term: Term) -> Column:
        rows = self.of(term).of_each(partial(row_at, weights))
        for unit, row in zip(self._each, rows, strict=True):
            if row is None:
                place = self.units.place(unit, term.name if isinstance(term, Name) else weights.name)
                told = fault("units.outside-table", place, name=unit.name, section=weights.section)
                raise UnitsFaultsError(self.units.file, [told])
        return column_of([row for row in rows if row is not None])

    def _weighted(self, weights: Weights) -> Column:
        """Return the residents of each unit, each counted with the weight of its age."""
        rows = column_of(self._row_of_bands(weights))
        heads = [_whole(unit.bands) for unit in self._each]
        return rows.made_by(lambda side: [sum(map(mul, counts, side)) for counts in heads], rows.part)

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
        together = self._together(measure)
        if not all(together.made):
            raise UsageError("impact.nothing-to-distribute", file=self.units.file)
        return shares_of(self.of(measure), together).times(self.of(total))

    def _together(self, term: Term) -> Column:
        """Return the sum of a term over all units; with other figures for one unit, the sum with those."""
        return self._all(self.of(term).summed()) if self.fixed is None else self._tried(self.fixed, term)

    def _tried(self, fixed: Evaluator, term: Term) -> Column:
        whole, all_were = fixed.of(term).summed(), fixed.of(term)
        sums: list[Span] = []
        for at, own in zip(self.at, self.of(term), strict=True):
            was = all_were[at]
            sums.append(Span(*(whole[side] - was[side] + own[side] for side in range(3))))
        return column_of(sums)


def residents(units: Units, unit: Unit, lower: int, upper: int) -> Fraction:
    """Return how many residents a unit has in an age range: its own column's, or the age bands that lie within it.

    A range that goes on to the oldest has those of a band without an end too.
    """
    if (lower, upper) in unit.ranges:
        return unit.ranges[lower, upper]
    within = [
        count
        for band, count in zip(units.bands, unit.bands, strict=True)
        if band.first >= lower and (upper >= OLDEST if band.last is None else band.last <= upper)
    ]
    return sum(within, Fraction(0))


def goes_into(bracket: Bracket, band: Band) -> bool:
    """Tell whether an age band lies within a row; an end that is None is without limit."""
    above = bracket.first is None or band.first >= bracket.first
    return above and (bracket.last is None or (band.last is not None and band.last <= bracket.last))


def _whole(counts: tuple[Fraction, ...]) -> list[int] | tuple[Fraction, ...]:
    """Return counts as whole numbers where they are, which are multiplied much faster."""
    return [count.numerator for count in counts] if all(count.denominator == 1 for count in counts) else counts
