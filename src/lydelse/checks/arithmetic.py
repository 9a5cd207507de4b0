"""A relation's arithmetic laid out in figures: "293 881 + 195 921 = 489 802 tkr"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from lydelse.calculation.testing import common_head_count, head_counts
from lydelse.figures.spelling import MINUS, in_unit, spelled
from lydelse.model.amount import Amount
from lydelse.model.calculation import Outcome, Relation, RelationKind, Verdict
from lydelse.model.interval import Interval
from lydelse.model.text import Version
from lydelse.records import replace

_EXTRA_DECIMALS = 1
"""How many decimals beyond the whole's own a computed figure is shown with, where it is not a round one."""


def figure_of(amount: Amount) -> str:
    """Return an amount with its unit: "773 096 tkr"."""
    return f"{spelled(amount.value)} {amount.unit}".strip()


def decimals_of(amount: Amount) -> int:
    """Return how many decimals an amount is printed with."""
    exponent = amount.value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def computed_in(value: Fraction, like: Amount) -> Decimal:
    """Return a computed number in an amount's unit, with one decimal more where its own decimals do not hold it exactly."""
    decimals = decimals_of(like)
    exact = in_unit(value, like.scale, decimals)
    if Fraction(exact) * like.scale == value:
        return exact
    return in_unit(value, like.scale, decimals + _EXTRA_DECIMALS)


def expected_of(outcome: Outcome) -> Fraction:
    """Return what the printed parts make, in the base unit."""
    whole = outcome.relation.whole.amount(outcome.version)
    assert whole is not None, "an outcome is of a version that states the whole"
    return whole.exactly - outcome.difference


def arithmetic_of(outcome: Outcome) -> str:
    """Return an outcome's arithmetic as figures and signs."""
    relation, version = outcome.relation, outcome.version
    if outcome.verdict is Verdict.NOT_TESTABLE:
        return ""
    match relation.kind:
        case RelationKind.SUM:
            return _summed(relation, outcome)
        case RelationKind.SHARE:
            return _shared(relation, outcome)
        case RelationKind.RATIO:
            return _counted(relation, version)
        case RelationKind.PRODUCT | RelationKind.INSTALMENT:
            return _multiplied(relation, outcome)
        case RelationKind.BOUNDS:
            return _ordered(relation, outcome)
        case RelationKind.UPRATING:
            return _uprated(relation, outcome)
        case _:
            return _equated(relation, outcome)


def heads_spelled(heads: Interval) -> str:
    """Return the whole numbers of an interval of heads, "132 230–132 245", its middle where it holds no whole number."""
    if heads.lower is None or heads.upper is None or heads.middle is None:
        return ""
    lower, upper = ceil(heads.lower), floor(heads.upper)
    if lower > upper:
        return spelled(in_unit(heads.middle, 1, 1))
    return spelled(lower) if lower == upper else f"{spelled(lower)}–{spelled(upper)}"


def percent_spelled(factor: Interval) -> str:
    """Return a factor as the change that it makes, with as many decimals as its interval allows: "+3,53 %"."""
    if factor.middle is None or factor.width is None:
        return ""
    decimals = next((places for places in (3, 2, 1) if factor.width * 50 <= Fraction(1, 10**places)), 0)
    change = in_unit((factor.middle - 1) * 100, 1, decimals)
    return f"{'+' if change > 0 else ''}{spelled(change)} %"


def _multiplied(relation: Relation, outcome: Outcome) -> str:
    whole = _whole(outcome)
    times = [spelled(in_unit(relation.factor, 1, _decimals_in(relation.factor)))] if relation.factor != 1 else []
    terms = " × ".join([*times, *(figure_of(amount) for amount in _amounts(relation, outcome.version))])
    if outcome.difference == 0:
        return f"{terms} = {figure_of(whole)}"
    sign = "≠" if outcome.verdict is Verdict.INCONSISTENT else "≈"
    return f"{terms} = {spelled(computed_in(expected_of(outcome), whole))} {whole.unit} {sign} {figure_of(whole)}"


def _decimals_in(factor: Fraction) -> int:
    """Return how many decimals a factor is told with: "12", "1,25"."""
    return next((places for places in (0, 1) if (factor * 10**places).denominator == 1), 2)


def _ordered(relation: Relation, outcome: Outcome) -> str:
    sign = " > " if outcome.verdict is Verdict.INCONSISTENT else " ≤ "
    return sign.join(figure_of(amount) for amount in [*_amounts(relation, outcome.version), _whole(outcome)])


def _uprated(relation: Relation, outcome: Outcome) -> str:
    moves = [
        f"{figure_of(each.before)} → {figure_of(each.after)}" for each in (relation.whole, *relation.parts) if each.before and each.after
    ]
    return f"{'; '.join(moves)}: {percent_spelled(outcome.found)}"


def _amounts(relation: Relation, version: Version) -> list[Amount]:
    return [amount for part in relation.parts if (amount := part.amount(version))]


def _signed(relation: Relation, version: Version) -> list[Amount]:
    """Return the parts of a sum, with their signs turned where they are taken off."""
    stated = [(at, amount) for at, part in enumerate(relation.parts) if (amount := part.amount(version))]
    return [replace(amount, value=-amount.value) if at in relation.minus else amount for at, amount in stated]


def _whole(outcome: Outcome) -> Amount:
    whole = outcome.relation.whole.amount(outcome.version)
    assert whole is not None, "an outcome is of a version that states the whole"
    return whole


def _joined(amounts: Sequence[Amount], like: Amount) -> str:
    """Return terms with plus signs between, minus signs before negative ones.

    The unit stands with each where they are not all in the whole's.
    """
    mixed = any(amount.unit != like.unit for amount in amounts)
    terms = [figure_of(amount) if mixed else spelled(amount.value) for amount in amounts]
    signed = [f" {MINUS} {term[len(MINUS) :]}" if term.startswith(MINUS) else f" + {term}" for term in terms[1:]]
    return "".join([*terms[:1], *signed])


def _summed(relation: Relation, outcome: Outcome) -> str:
    whole = _whole(outcome)
    terms = _joined(_signed(relation, outcome.version), whole)
    if outcome.difference == 0:
        return f"{terms} = {figure_of(whole)}"
    sign = "≠" if outcome.verdict is Verdict.INCONSISTENT else "≈"
    return f"{terms} = {spelled(computed_in(expected_of(outcome), whole))} {sign} {figure_of(whole)}"


def _shared(relation: Relation, outcome: Outcome) -> str:
    whole, amounts = _whole(outcome), _amounts(relation, outcome.version)
    share, base = amounts[0], [part.amount(outcome.version) for part in relation.parts[1:] if part != relation.whole]
    others = [amount for amount in base if amount]
    terms = _joined(others, whole)
    of = f"({terms})" if len(others) > 1 else terms
    rate = f"{spelled(share.value)} %"
    if relation.on_top:
        rate = f"{spelled(100 + relation.on_top * share.value)} %"
    elif relation.whole in relation.parts[1:]:
        rate = f"{spelled(share.value)}/{spelled(100 - share.value)}"
    sign = "=" if outcome.difference == 0 else "≠" if outcome.verdict is Verdict.INCONSISTENT else "≈"
    computed = "" if outcome.difference == 0 else f" = {spelled(computed_in(expected_of(outcome), whole))}"
    return f"{rate} × {of}{computed} {sign} {figure_of(whole)}"


def _counted(relation: Relation, version: Version) -> str:
    counts = head_counts(relation, version)
    terms = []
    for total, price, heads in counts:
        above, below = total.amount(version), price.amount(version)
        if above and below:
            terms.append(f"{figure_of(above)} / {figure_of(below)} = {heads_spelled(heads)}")
    common = common_head_count(relation, version)
    return "; ".join(terms) + (f" → {heads_spelled(common)}" if common else "")


def _equated(relation: Relation, outcome: Outcome) -> str:
    sign = " = " if outcome.difference == 0 else " ≠ " if outcome.verdict is Verdict.INCONSISTENT else " ≈ "
    return sign.join(figure_of(amount) for amount in [*_amounts(relation, outcome.version), _whole(outcome)])
