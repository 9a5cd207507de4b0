"""The relations of a declared model as formulas over the sheet of amounts, by the model's own expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from lydelse.calculation.declared.formulas import is_sum
from lydelse.calculation.declared.testing import PARTS_OF_A_WHOLE, year_of
from lydelse.model.amount import SCALES, Amount
from lydelse.model.calculation import Outcome
from lydelse.model.declared import Equation, Expression, Named, Negative, Number, Operation, Quantity
from lydelse.model.formula import Balanced, Uprated, WeightedMean, WeightedTotal
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass
from lydelse.reports.live_terms import Term, largest, number, smallest, sum_of

Cells = Callable[[Entry, Version], Term]
"""Gives the figure of an entry in one version, as it is printed."""


def declared_sides(outcome: Outcome, cells: Cells) -> tuple[Term, Term] | None:
    """Return what is printed and what the other figures make, in the unit that the tested figure is printed in.

    Where an equation is not about one figure its sides are returned, in kronor; of more than two the largest and the smallest. None where
    no formula says it.
    """
    relation, version = outcome.relation, outcome.version
    match relation.formula:
        case Balanced() as balanced:
            return _balanced(outcome, balanced, cells)
        case WeightedMean(heads=heads, mean=mean):
            weights = [cells(entry, version) for entry in (relation.whole, *relation.parts)]
            made = _weighted(heads, weights).over(number(sum(heads, Fraction(0))))
            return None if made is None else (number(mean), made)
        case WeightedTotal(heads=heads):
            price, *weights = (_in_base_unit(entry, version, cells) for entry in relation.parts)
            return _in_printed_unit(outcome, price * _weighted(heads, weights), cells)
        case Uprated() as uprated:
            return _uprated(outcome, uprated, cells)
        case None:
            return None


def _weighted(heads: Sequence[Fraction], weights: Sequence[Term]) -> Term:
    return sum_of(weight * number(count) for count, weight in zip(heads, weights, strict=True))


def _in_printed_unit(outcome: Outcome, made: Term | None, cells: Cells) -> tuple[Term, Term] | None:
    """Return the tested figure, and what an expression makes of the others, both as the tested one is printed."""
    unit = _printed(outcome.relation.whole, outcome.version).unit
    back = Fraction(PARTS_OF_A_WHOLE.get(unit, 1), SCALES.get(unit, 1))
    return None if made is None else (cells(outcome.relation.whole, outcome.version), made.scaled(back))


def _in_base_unit(entry: Entry, version: Version, cells: Cells) -> Term:
    """Return a figure as expressions have it: money in kronor, a share as parts of one."""
    unit = _printed(entry, version).unit
    return cells(entry, version).scaled(Fraction(SCALES.get(unit, 1), PARTS_OF_A_WHOLE.get(unit, 1)))


def _printed(entry: Entry, version: Version) -> Amount:
    amount = entry.amount(version)
    assert amount is not None, "an outcome is of a version that states all its figures"
    return amount


# ---- equations


@dataclass(frozen=True, slots=True)
class _Line:
    """slope · x + offset, where x is the quantity that is solved for; None is nought."""

    slope: Term | None
    offset: Term | None


class _NoFormulaError(ValueError):
    """An equation that no formula solves."""


def _balanced(outcome: Outcome, formula: Balanced, cells: Cells) -> tuple[Term, Term] | None:
    figures = dict(_figures(outcome, formula, cells))
    try:
        if formula.tested:
            return _in_printed_unit(outcome, _solved(formula.equation, formula.tested, figures), cells)
        sides = [_line(side, figures, "").offset or number(Fraction(0)) for side in formula.equation.sides]
    except _NoFormulaError:
        return None
    return (sides[0], sides[1]) if len(sides) == 2 else (largest(sides), smallest(sides))


def _named(outcome: Outcome, formula: Balanced) -> Iterator[tuple[str, Entry]]:
    """Yield the names of an equation that are printed figures."""
    entries = zip(formula.names, (outcome.relation.whole, *outcome.relation.parts), strict=True)
    yield from ((name, entry) for name, entry in entries if name)


def _of_one_unit(outcome: Outcome, formula: Balanced) -> bool:
    """Tell whether an equation adds up figures that are all printed in one unit, so that none need be made kronor."""
    units = {_printed(entry, outcome.version).unit for _, entry in _named(outcome, formula)}
    return len(units) == 1 and not formula.given and all(map(is_sum, formula.equation.sides))


def _figures(outcome: Outcome, formula: Balanced, cells: Cells) -> Iterator[tuple[str, Term]]:
    """Yield what each name of an equation stands for: a printed figure, or a number of the model."""
    yield from ((name, _in_base_unit(entry, outcome.version, cells)) for name, entry in _named(outcome, formula))
    year = year_of(outcome.relation, formula, outcome.version)
    for quantity in formula.given:
        given = _given(quantity, year)
        if given:
            yield quantity.name, given


def _given(quantity: Quantity, year: int | None) -> Term | None:
    value = quantity.value(year)
    factor = Fraction(SCALES.get(quantity.unit, 1), PARTS_OF_A_WHOLE.get(quantity.unit, 1))
    return None if value is None else number(Fraction(value) * factor)


def _solved(equation: Equation, name: str, figures: Mapping[str, Term]) -> Term:
    left, right = (_line(side, figures, name) for side in equation.sides)
    slope, offset = _less(left.slope, right.slope), _less(right.offset, left.offset)
    if slope is None:
        raise _NoFormulaError
    made = offset or number(Fraction(0))
    quotient = made if slope.formula == "1" else made.over(slope)
    if quotient is None:
        raise _NoFormulaError
    return quotient


def _line(expression: Expression, figures: Mapping[str, Term], unknown: str) -> _Line:
    match expression:
        case Number(value):
            return _Line(None, number(value))
        case Named(name):
            if name == unknown:
                return _Line(number(Fraction(1)), None)
            if name not in figures:
                raise _NoFormulaError
            return _Line(None, figures[name])
        case Negative(of):
            line = _line(of, figures, unknown)
            return _Line(_less(None, line.slope), _less(None, line.offset))
        case Operation(sign, left, right):
            return _combined(sign, _line(left, figures, unknown), _line(right, figures, unknown))


def _combined(sign: str, left: _Line, right: _Line) -> _Line:
    match sign:
        case "+":
            return _Line(_more(left.slope, right.slope), _more(left.offset, right.offset))
        case "-":
            return _Line(_less(left.slope, right.slope), _less(left.offset, right.offset))
        case "*":
            if left.slope and right.slope:
                raise _NoFormulaError
            sloping, flat = (left, right) if left.slope else (right, left)
            return _Line(_times(sloping.slope, flat.offset), _times(sloping.offset, flat.offset))
        case _:
            if right.slope or right.offset is None or not right.offset.value:
                raise _NoFormulaError
            return _Line(left.slope and left.slope.over(right.offset), left.offset and left.offset.over(right.offset))


def _more(one: Term | None, other: Term | None) -> Term | None:
    return one + other if one and other else one or other


def _less(one: Term | None, other: Term | None) -> Term | None:
    if other is None:
        return one
    return one - other if one else number(Fraction(-1)) * other


def _times(one: Term | None, other: Term | None) -> Term | None:
    if one is None or other is None:
        return None
    return other if one.formula == "1" else one * other


# ---- indices


def _uprated(outcome: Outcome, formula: Uprated, cells: Cells) -> tuple[Term, Term] | None:
    whole = outcome.relation.whole
    rate = number(1 + Fraction(formula.index.percent) / 100)
    volume = _volume(outcome, formula, formula.heads, cells) if formula.heads else number(Fraction(1))
    if volume is None:
        return None
    moves = rate * volume if formula.heads else rate
    if _printed(whole, Version.BEFORE).unit == _printed(whole, Version.AFTER).unit:
        return cells(whole, Version.AFTER), cells(whole, Version.BEFORE) * moves
    return _in_printed_unit(outcome, _in_base_unit(whole, Version.BEFORE, cells) * moves, cells)


def _volume(outcome: Outcome, formula: Uprated, heads: Quantity, cells: Cells) -> Term | None:
    before, after = (_heads(outcome, formula, heads, version, cells) for version in (Version.BEFORE, Version.AFTER))
    return after.over(before) if before and after else None


def _heads(outcome: Outcome, formula: Uprated, heads: Quantity, version: Version, cells: Cells) -> Term | None:
    entry = next(iter(outcome.relation.parts), None)
    if entry and entry.amount(version):
        return _in_base_unit(entry, version, cells)
    return _given(heads, year_of(outcome.relation, formula, version))
