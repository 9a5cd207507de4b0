"""The arithmetic of declared relations laid out in figures, and of any relation for those who show both."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.declared.evaluation import NoSolutionError, worked_out
from lydelse.calculation.declared.testing import PARTS_OF_A_WHOLE, as_printed, year_of
from lydelse.checks.arithmetic import arithmetic_of, computed_in, figure_of
from lydelse.figures.spelling import MINUS, in_unit, spelled
from lydelse.model.amount import SCALES, Amount, AmountKind
from lydelse.model.calculation import Outcome, RelationKind, Verdict
from lydelse.model.declared import Expression, Named, Negative, Number, Operation
from lydelse.model.formula import Balanced, Uprated, WeightedMean, WeightedTotal
from lydelse.model.interval import Interval
from lydelse.model.text import Version
from lydelse.records import dataclass

DECIMALS_OF_A_MEAN = 4
DECIMALS_OF_A_COUNT = 1
_SIGNS = {"+": "+", "-": MINUS, "*": "×", "/": "/"}
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def laid_out(outcome: Outcome) -> str:
    """Return an outcome's arithmetic as figures and signs, of a declared relation as of any other."""
    if outcome.relation.kind is not RelationKind.DECLARED:
        return arithmetic_of(outcome)
    if outcome.verdict is Verdict.NOT_TESTABLE:
        return ""
    match outcome.relation.formula:
        case Balanced() as formula:
            return _balanced(outcome, formula)
        case WeightedMean(mean=mean):
            found = in_unit(mean + outcome.difference, 1, DECIMALS_OF_A_MEAN)
            return f"Σ(andel × vikt) = {spelled(found)} {_sign(outcome)} {spelled(in_unit(mean, 1, _decimals(mean)))}"
        case WeightedTotal():
            return _total(outcome)
        case Uprated() as formula:
            return _uprated(outcome, formula)
        case None:
            return ""


def made_of(outcome: Outcome) -> Decimal:
    """Return what a declared relation makes of the printed figures, in the unit that the tested one is printed in."""
    return in_printed_unit(as_printed(_whole(outcome)) - outcome.difference, _whole(outcome))


def in_printed_unit(value: Fraction, like: Amount) -> Decimal:
    """Return a number of an expression in the unit of a printed figure: kronor as tkr, parts of one as per cent."""
    return computed_in(value * PARTS_OF_A_WHOLE.get(like.unit, 1), like)


def _decimals(number: Fraction) -> int:
    return 0 if number.denominator == 1 else DECIMALS_OF_A_MEAN


def _sign(outcome: Outcome) -> str:
    if outcome.difference == 0:
        return "="
    return "≠" if outcome.verdict is Verdict.INCONSISTENT else "≈"


def _whole(outcome: Outcome) -> Amount:
    whole = outcome.relation.whole.amount(outcome.version)
    assert whole is not None, "an outcome is of a version that states the whole"
    return whole


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of an equation by name: printed ones, and those that the model gives."""

    printed: dict[str, Amount]
    given: dict[str, Decimal]
    unit: str

    def spelled(self, name: str) -> str:
        """Return a figure, with its unit where that is not the one that all the figures have."""
        amount = self.printed.get(name)
        if amount is None:
            return spelled(self.given[name])
        return spelled(amount.value) if amount.unit == self.unit else figure_of(amount)


def _balanced(outcome: Outcome, formula: Balanced) -> str:
    figures = _figures_of(outcome, formula)
    if not formula.tested:
        return "; ".join(_side(side, figures, formula) for side in formula.equation.sides)
    whole = _whole(outcome)
    others = [side for side in formula.equation.sides if side != Named(formula.tested)]
    expression = others[0] if others else formula.equation.sides[-1]
    terms = _written(expression, figures.spelled, 0)
    computed = "" if not outcome.difference or isinstance(expression, Named) else f" = {spelled(made_of(outcome))}"
    return f"{terms}{computed} {_sign(outcome)} {figure_of(whole)}"


def _figures_of(outcome: Outcome, formula: Balanced) -> _Figures:
    relation, version = outcome.relation, outcome.version
    year = year_of(relation, formula, version)
    entries = zip(formula.names, (relation.whole, *relation.parts), strict=True)
    printed = {name: amount for name, entry in entries if name and (amount := entry.amount(version))}
    given = {quantity.name: value for quantity in formula.given if (value := quantity.value(year)) is not None}
    units = {amount.unit for amount in printed.values() if amount.kind is AmountKind.MONEY}
    return _Figures(printed, given, units.pop() if len(units) == 1 else "")


def _side(side: Expression, figures: _Figures, formula: Balanced) -> str:
    """Return one side with the numbers that it may be: "304 262 tkr / 2 301 kr = 132 230–132 259"."""
    values = {name: Interval.exactly(as_printed(amount)) for name, amount in figures.printed.items()}
    factors = {quantity.name: quantity.unit for quantity in formula.given}
    values |= {name: Interval.exactly(Fraction(value) * SCALES.get(factors[name], 1)) for name, value in figures.given.items()}
    try:
        made = worked_out(side, values).middle or Fraction(0)
    except NoSolutionError:
        return _written(side, figures.spelled, 0)
    terms = _written(side, figures.spelled, 0)
    return terms if isinstance(side, Named | Number) else f"{terms} = {spelled(in_unit(made, 1, DECIMALS_OF_A_COUNT))}"


def _written(expression: Expression, spell: Callable[[str], str], around: int) -> str:
    """Return an expression with figures for names, in brackets where the sign around it binds more tightly."""
    match expression:
        case Number(literal=literal):
            return literal
        case Named(name):
            return spell(name)
        case Negative(of):
            return f"{MINUS}{_written(of, spell, 2)}"
        case Operation(sign, left, right):
            own = _BINDS[sign]
            text = f"{_written(left, spell, own)} {_SIGNS[sign]} {_written(right, spell, own + (sign in '-/'))}"
            return f"({text})" if own < around else text


def _total(outcome: Outcome) -> str:
    whole, price = _whole(outcome), outcome.relation.parts[0].amount(outcome.version)
    assert price is not None, "the outcome is of a version that states the price"
    return f"{figure_of(price)} × Σ(antal × vikt) = {spelled(made_of(outcome))} {_sign(outcome)} {figure_of(whole)}"


def _uprated(outcome: Outcome, formula: Uprated) -> str:
    whole, before = _whole(outcome), outcome.relation.whole.before
    assert before is not None, "an index is tested where both versions state the figure"
    rate = spelled(1 + formula.index.percent / 100)
    volume = _volume(outcome, formula)
    return f"{spelled(before.value)} × {rate}{volume} = {spelled(made_of(outcome))} {_sign(outcome)} {figure_of(whole)}"


def _volume(outcome: Outcome, formula: Uprated) -> str:
    if formula.heads is None:
        return ""
    entry = outcome.relation.parts[0] if outcome.relation.parts else None
    counts = [
        amount.value if entry and (amount := entry.amount(version)) else formula.heads.value(year_of(outcome.relation, formula, version))
        for version in (Version.AFTER, Version.BEFORE)
    ]
    return " × " + " / ".join(spelled(count) for count in counts if count is not None)
