"""A declared relation held against the figures of one version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from lydelse.calculation.declared.evaluation import NoSolutionError, coefficients, solved_for, worked_out
from lydelse.calculation.rounding import probability_of
from lydelse.calculation.verdicts import BOUNDS, LOOSE, graded, grid, untestable
from lydelse.model.amount import SCALES, Amount, Exactness, Qualifier
from lydelse.model.calculation import Outcome, Relation, Verdict
from lydelse.model.declared import Quantity
from lydelse.model.formula import Balanced, Uprated, WeightedMean, WeightedTotal
from lydelse.model.interval import Interval
from lydelse.model.text import Version
from lydelse.records import replace

PARTS_OF_A_WHOLE = {"%": 100, "procentenheter": 100, "‰": 1000}
"""How many of these make one: in an expression 15 % is 0,15."""


def declared_outcome(relation: Relation, version: Version) -> Outcome | None:
    """Test a declared relation in one version; None where the version does not state all of its figures."""
    figures = [entry.amount(version) for entry in (relation.whole, *relation.parts)]
    stated = [_itself(amount) for amount in figures if amount]
    if len(stated) < len(figures):
        return None
    try:
        match relation.formula:
            case Balanced() as balanced:
                return _balanced(relation, balanced, version, stated)
            case WeightedMean(heads=heads, mean=mean):
                return _held(relation, version, _mean(heads, stated), Interval.exactly(mean), _mean_as_printed(heads, stated) - mean)
            case WeightedTotal(heads=heads):
                return _total(relation, version, heads, stated)
            case Uprated() as uprated:
                return _uprated(relation, uprated, version, stated)
            case None:
                return None
    except NoSolutionError:
        return untestable(relation, version)


def in_expressions(amount: Amount, *, exact: bool | None = None) -> Interval:
    """Return what a printed figure stands for in an expression: money in kronor, shares as parts of one.

    Args:
        amount: the figure.
        exact: True takes it as printed, False as rounded, None as its own writing says.
    """
    amount = _itself(amount)
    if exact is False:
        amount = replace(amount, exactness=Exactness.ROUNDED)
    whole = Interval.exactly(amount.exactly) if exact else amount.interval
    return whole.scaled(Fraction(1, PARTS_OF_A_WHOLE.get(amount.unit, 1)))


def _itself(amount: Amount) -> Amount:
    """Return a ceiling or a floor as the figure that it is: what the model names is the limit, not all that it allows."""
    return replace(amount, qualifier=Qualifier.NONE) if amount.qualifier in BOUNDS else amount


def as_printed(amount: Amount) -> Fraction:
    """Return a printed figure as a number of an expression."""
    return amount.exactly / PARTS_OF_A_WHOLE.get(amount.unit, 1)


def given_in_expressions(quantity: Quantity, year: int | None) -> Interval | None:
    """Return what a number that the model states stands for, None where it states none for the year; it is exact unless it says not."""
    value = quantity.value(year)
    if value is None:
        return None
    factor = Fraction(SCALES.get(quantity.unit, 1), PARTS_OF_A_WHOLE.get(quantity.unit, 1))
    exact = Fraction(value)
    if quantity.exact is not False:
        return Interval.exactly(exact * factor)
    exponent = value.as_tuple().exponent
    half = Fraction(10) ** (exponent if isinstance(exponent, int) else 0) / 2
    return Interval(exact - half, exact + half).scaled(factor)


def values_of(relation: Relation, formula: Balanced, version: Version) -> Mapping[str, Interval] | None:
    """Return what each name of an equation stands for in a version, None where the model gives no number for its year."""
    year = year_of(relation, formula, version)
    values: dict[str, Interval] = {}
    for entry, name, exact in zip((relation.whole, *relation.parts), formula.names, formula.exact, strict=True):
        amount = entry.amount(version)
        if amount is None:
            return None
        values[name] = in_expressions(amount, exact=exact)
    for quantity in formula.given:
        value = given_in_expressions(quantity, year)
        if value is None:
            return None
        values[quantity.name] = value
    return values


def year_of(relation: Relation, formula: Balanced | Uprated, version: Version) -> int | None:
    """Return the year that numbers of the model are taken for: that of the tested figure, or of its document."""
    year = relation.whole.year(version)
    return formula.years.of(version) if year is None else year


def _balanced(relation: Relation, formula: Balanced, version: Version, stated: list[Amount]) -> Outcome | None:
    values = values_of(relation, formula, version)
    if values is None:
        return None
    printed = {name: as_printed(amount) for name, amount in zip(formula.names, stated, strict=True)}
    points = {name: Interval.exactly(printed[name]) if name in printed else value for name, value in values.items()}
    if formula.tested:
        found, expected = values[formula.tested], solved_for(formula.equation, formula.tested, values)
        made = solved_for(formula.equation, formula.tested, points).middle or Fraction(0)
        difference = printed[formula.tested] - made
        outcome = _held(relation, version, found, expected, difference)
        return _with_probability(outcome, formula, values, stated)
    sides = [worked_out(side, values) for side in formula.equation.sides]
    middles = [worked_out(side, points).middle or Fraction(0) for side in formula.equation.sides]
    return _alike(relation, version, sides, max(middles) - min(middles))


def _alike(relation: Relation, version: Version, sides: list[Interval], difference: Fraction) -> Outcome:
    """Test that some number belongs to every side."""
    common: Interval | None = sides[0]
    for side in sides[1:]:
        common = common.common_with(side) if common else None
    furthest = next((side for side in sides[1:] if not side.meets(sides[0])), sides[1])
    return _held(relation, version, sides[0], common or furthest, difference, agrees=common is not None)


def _held(
    relation: Relation, version: Version, found: Interval, expected: Interval, difference: Fraction, *, agrees: bool | None = None
) -> Outcome:
    """Return the outcome of what was found held against what was expected, the difference as printed."""
    amounts = [amount for entry in (relation.whole, *relation.parts) if (amount := entry.amount(version))]
    if not (found.meets(expected) if agrees is None else agrees):
        verdict = Verdict.INCONSISTENT
    elif any(amount.qualifier is Qualifier.ABOUT for amount in amounts):
        verdict = Verdict.PLAUSIBLE
    else:
        verdict = graded(difference, None)
    return Outcome(relation, version, relation.whole.year(version), verdict, found, expected, difference)


def _with_probability(outcome: Outcome, formula: Balanced, values: Mapping[str, Interval], stated: list[Amount]) -> Outcome:
    """Return the outcome with how often honest rounding differs as much, where the equation is a sum of multiples of its figures."""
    if not outcome.holds or any(amount.qualifier in LOOSE for amount in stated):
        return outcome
    fixed = {name: value for name, value in values.items() if value.is_point and name != formula.tested}
    multiples = coefficients(formula.equation, fixed)
    if not multiples or not multiples.get(formula.tested):
        return outcome
    steps = {name: _step(amount, exact) for name, amount, exact in zip(formula.names, stated, formula.exact, strict=True)}
    own = multiples[formula.tested]
    widths = [abs(factor / own) * steps.get(name, Fraction(0)) for name, factor in multiples.items() if name != formula.tested]
    expected = as_printed(stated[formula.names.index(formula.tested)]) - outcome.difference
    probability = probability_of(outcome.difference, expected, steps[formula.tested], widths)
    return replace(outcome, verdict=graded(outcome.difference, probability), probability=probability)


def _step(amount: Amount, exact: bool | None) -> Fraction:  # noqa: FBT001 - as the quantity has it
    if exact:
        return Fraction(0)
    rounded = replace(amount, exactness=Exactness.ROUNDED) if exact is False else amount
    return grid(rounded) / PARTS_OF_A_WHOLE.get(amount.unit, 1)


def _mean(heads: tuple[Fraction, ...], weights: list[Amount]) -> Interval:
    return _weighted(heads, weights).scaled(1 / sum(heads, Fraction(0)))


def _mean_as_printed(heads: tuple[Fraction, ...], weights: list[Amount]) -> Fraction:
    return sum((count * weight.exactly for count, weight in zip(heads, weights, strict=True)), Fraction(0)) / sum(heads, Fraction(0))


def _weighted(heads: tuple[Fraction, ...], weights: list[Amount]) -> Interval:
    made = Interval.exactly(0)
    for count, weight in zip(heads, weights, strict=True):
        made = made + weight.interval.scaled(count)
    return made


def _total(relation: Relation, version: Version, heads: tuple[Fraction, ...], stated: list[Amount]) -> Outcome:
    total, price, weights = stated[0], replace(stated[1], exactness=Exactness.ROUNDED), stated[2:]
    expected = price.interval * _weighted(heads, weights)
    made = price.exactly * sum((count * weight.exactly for count, weight in zip(heads, weights, strict=True)), Fraction(0))
    return _held(relation, version, total.interval, expected, total.exactly - made)


def _uprated(relation: Relation, formula: Uprated, version: Version, stated: list[Amount]) -> Outcome | None:
    before = relation.whole.before
    moves = None if version is Version.BEFORE else _moves(relation, formula)
    if before is None or moves is None:
        return None
    before, (rate, as_given) = _itself(before), moves
    found = _as_rounded(stated[0], before)
    expected = replace(before, exactness=Exactness.ROUNDED).interval * rate
    return _held(relation, version, found, expected, stated[0].exactly - before.exactly * as_given)


def _as_rounded(after: Amount, before: Amount) -> Interval:
    """Return what a moved figure stands for: a round one was rounded to its zeros, as long as it moved by more than such a step.

    "25 000" uprated by 3,1 per cent is printed "25 800", while "25 000" again has not been uprated at all.
    """
    digits = "".join(map(str, after.value.as_tuple().digits))
    step = after.last_place * 10 ** (len(digits) - len(digits.rstrip("0")))
    half = (step if step <= abs(after.exactly - before.exactly) else after.last_place) / 2
    return Interval(after.exactly - half, after.exactly + half)


def _moves(relation: Relation, formula: Uprated) -> tuple[Interval, Fraction] | None:
    """Return by how much the index and the heads together multiply a figure: all numbers that is, and the one as printed."""
    index = formula.index
    rate = Quantity("", unit="%", values=((None, index.percent),), exact=index.exact)
    percent = given_in_expressions(rate, None)
    assert percent is not None, "an index has a percentage"
    uprated, as_given = percent + Interval.exactly(1), 1 + Fraction(index.percent) / 100
    if formula.heads is None:
        return uprated, as_given
    counts = list(_heads(relation, formula, formula.heads))
    if len(counts) < 2 or counts[0].lower is None or counts[0].lower <= 0:
        return None
    volume = counts[1] / counts[0]
    middles = [count.middle or Fraction(0) for count in counts]
    return uprated * volume, as_given * middles[1] / middles[0]


def _heads(relation: Relation, formula: Uprated, heads: Quantity) -> Iterator[Interval]:
    """Yield a volume in the earlier version and in the later one, as far as they are known."""
    for version in (Version.BEFORE, Version.AFTER):
        amount = relation.parts[0].amount(version) if relation.parts else None
        value = in_expressions(amount) if amount else given_in_expressions(heads, year_of(relation, formula, version))
        if value is not None:
            yield value
