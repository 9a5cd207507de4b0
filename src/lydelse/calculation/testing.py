"""A relation held against the figures of one version: the graded verdict. See ``docs/tolerance.md``."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from lydelse.calculation.proportions import multiplied, ordered, rounding_box, uprated
from lydelse.calculation.rounding import probability_of
from lydelse.calculation.verdicts import BOUNDS, LOOSE, graded, grid, untestable
from lydelse.figures.statements.wholes import is_allotted, is_weighing
from lydelse.model.amount import Amount, Exactness, Qualifier
from lydelse.model.calculation import Origin, Outcome, Relation, RelationKind, Verdict
from lydelse.model.interval import Interval
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass, replace

FINER = 100
"""How much finer a whole is printed than a part of it, where their adding up to the last digit can be no chance."""


@dataclass(frozen=True, slots=True)
class _Term:
    """One printed figure and how much of it the whole holds."""

    amount: Amount
    factor: Fraction


def held_against(relation: Relation, version: Version) -> Outcome | None:
    """Test a relation in one version; None where the version does not state it."""
    whole = relation.whole.amount(version)
    parts = [amount for amount in (part.amount(version) for part in relation.parts) if amount]
    if whole is None or not parts:
        return None
    if relation.kind is not RelationKind.BOUNDS and any(amount.qualifier in BOUNDS for amount in (whole, *parts)):
        return untestable(relation, version)
    return _judged(relation, version, whole, parts)


def _judged(relation: Relation, version: Version, whole: Amount, parts: list[Amount]) -> Outcome | None:
    match relation.kind:
        case RelationKind.BOUNDS:
            return ordered(relation, version, whole, parts)
        case RelationKind.SUM:
            outcome = _linear(relation, version, whole, _signed(relation, version))
            return _to_the_last_unit(outcome) if relation.exact or _was_exact(relation, version) else outcome
        case RelationKind.SHARE:
            return _share(relation, version, whole)
        case RelationKind.RATIO:
            return _ratio(relation, version)
        case RelationKind.PRODUCT | RelationKind.INSTALMENT:
            return multiplied(relation, version, whole, parts)
        case RelationKind.UPRATING:
            return uprated(relation, version)
        case RelationKind.DECLARED:
            from lydelse.calculation.declared.testing import declared_outcome  # noqa: PLC0415 - few documents have a declared model

            return declared_outcome(relation, version)
        case _:
            return _equality(relation, version, whole, parts)


def _was_exact(relation: Relation, version: Version) -> bool:
    """Tell whether last year's figures added up to the last unit although a part is printed much coarser than the whole.

    A rounded part would leave that to one chance in a hundred or less, so such parts are taken at their word.
    """
    if version is not Version.AFTER or not is_printed_finer(relation, Version.BEFORE):
        return False
    whole = relation.whole.amount(Version.BEFORE)
    return whole is not None and whole.exactly == sum(term.amount.exactly * term.factor for term in _signed(relation, Version.BEFORE))


def is_printed_finer(relation: Relation, version: Version) -> bool:
    """Tell whether a version prints the whole with at least two digits more than some part of it, and none with "cirka" or the like."""
    amounts = [amount for entry in (relation.whole, *relation.parts) if (amount := entry.amount(version))]
    if len(amounts) <= len(relation.parts) or any(amount.qualifier is not Qualifier.NONE for amount in amounts):
        return False
    return max(amount.last_place for amount in amounts[1:]) >= FINER * amounts[0].last_place


def _signed(relation: Relation, version: Version) -> list[_Term]:
    """Return the parts of a sum that one version states, those that are taken off with the factor -1."""
    signs = [Fraction(-1 if at in relation.minus else 1) for at in range(len(relation.parts))]
    return [_Term(amount, sign) for part, sign in zip(relation.parts, signs, strict=True) if (amount := part.amount(version))]


def difference_in(whole: Amount, parts: Sequence[Amount]) -> Fraction:
    """Return the printed whole less the printed parts, in the base unit."""
    return whole.exactly - sum((part.exactly for part in parts), Fraction(0))


def head_count(total: Amount, price: Amount) -> Interval | None:
    """Return how many heads a total and an average per head imply; None where the average may be zero.

    An average is a rounded figure whatever it is called, so the rounding boxes are used even where a price list would be exact.
    """
    box = price.rounding_box
    if box.lower is None or box.lower <= 0:
        return None
    return _divided(total.rounding_box, box)


@lru_cache(1 << 12)
def _divided(total: Interval, price: Interval) -> Interval:
    """Return every quotient; of many pairs that are tested together, a repair that is tried changes one."""
    return total / price


def head_counts(relation: Relation, version: Version) -> tuple[tuple[Entry, Entry, Interval], ...]:
    """Return the (total, price, head count) of each pair of a ratio relation that one version states in full."""
    figures = (relation.whole, *relation.parts)
    pairs = zip(figures[::2], figures[1::2], strict=True)
    counts = []
    for total, price in pairs:
        above, below = total.amount(version), price.amount(version)
        count = head_count(above, below) if above and below else None
        if count:
            counts.append((total, price, count))
    return tuple(counts)


def common_head_count(relation: Relation, version: Version) -> Interval | None:
    """Return the head counts that every pair of a ratio relation allows, None where they do not agree."""
    return _common([count for _, _, count in head_counts(relation, version)])


def _common(counts: Sequence[Interval]) -> Interval | None:
    common = counts[0] if counts else None
    for count in counts[1:]:
        common = common.common_with(count) if common else None
    return common


def _linear(relation: Relation, version: Version, whole: Amount, terms: list[_Term]) -> Outcome:
    """Test whole = the sum of the terms, with the rounding of each printed figure carried along."""
    expected = sum((term.amount.exactly * term.factor for term in terms), Fraction(0))
    allowed = Interval.exactly(0)
    for term in terms:
        allowed = allowed + term.amount.interval.scaled(term.factor)
    difference = whole.exactly - expected
    worked_out = relation.kind is RelationKind.SHARE  # and then rounded, also where it is a decided amount
    found, step = (rounding_box(whole), whole.last_place) if worked_out else (whole.interval, grid(whole))
    probability: Fraction | None = None
    amounts = [whole, *(term.amount for term in terms)]
    loose = any(amount.qualifier in LOOSE for amount in amounts)
    if not found.meets(allowed):
        verdict = Verdict.INCONSISTENT
        probability = Fraction(0)
    elif any(amount.qualifier is Qualifier.ABOUT for amount in amounts):
        verdict = Verdict.PLAUSIBLE
    elif loose:
        verdict = Verdict.WITHIN_ROUNDING
    else:
        probability = probability_of(difference, expected, step, [grid(term.amount) * abs(term.factor) for term in terms])
        verdict = graded(difference, probability)
        if (
            difference and probability == 0 and relation.kind is RelationKind.SUM
        ):  # the intervals touch: every figure would have to lie at the very end of its own
            verdict = Verdict.INCONSISTENT
    return Outcome(relation, version, relation.whole.year(version), verdict, found, allowed, difference, probability)


def _to_the_last_unit(outcome: Outcome) -> Outcome:
    """Return the outcome of figures printed to the last unit: any difference is one.

    The probability stays that of honest rounding, for whoever tells of the difference.
    """
    if outcome.verdict not in {Verdict.WITHIN_ROUNDING, Verdict.BARELY} or outcome.probability is None:
        return outcome
    whole = outcome.relation.whole.amount(outcome.version)
    assert whole is not None, "the outcome is of a version that states the whole"
    found, expected = Interval.exactly(whole.exactly), Interval.exactly(whole.exactly - outcome.difference)
    return replace(outcome, verdict=Verdict.INCONSISTENT, found=found, expected=expected)


def _share(relation: Relation, version: Version, whole: Amount) -> Outcome | None:
    """Test whole = share of the base; a base that holds the whole itself is solved: G = p(A + G) gives G = p/(1 - p) A."""
    share = relation.parts[0].amount(version)
    base = [amount for part in relation.parts[1:] if part != relation.whole and (amount := part.amount(version))]
    if share is None or not base:
        return None
    if relation.on_top:
        rate = 1 + relation.on_top * share.exactly / 100
        return _linear(relation, version, whole, [_Term(amount, rate) for amount in base])
    solved = relation.whole in relation.parts[1:]
    if solved and share.exactly + share.last_place >= 100:
        return untestable(relation, version)
    rate = _of_the_others(share.exactly / 100) if solved else share.exactly / 100
    exact = _linear(relation, version, whole, [_Term(amount, rate) for amount in base])
    if exact.holds or not is_worked_out(relation, share):
        return exact
    return _measured(exact, share, base, solved=solved)


def is_worked_out(relation: Relation, share: Amount) -> bool:
    """Tell whether a share was worked out and rounded: one that says so, or in a column of what amounts make of a whole ("Andel").

    Not in a column where the relation is exact: most of its shares then make their amounts to the last unit, and are decided. Shares with
    decimals that say that they are rounded may make round amounts by chance, which has been weighed where figures alone tell of it.
    """
    if relation.exact and (share.last_place >= 1 or relation.origin is Origin.INFERRED):
        return False
    column = relation.parts[0].column or ""
    is_told = column and not (is_weighing(column) or is_allotted(column))
    return share.exactness is Exactness.ROUNDED or bool(is_told and not relation.exact)


def _measured(exact: Outcome, share: Amount, base: list[Amount], *, solved: bool) -> Outcome:
    """Test a share that was itself worked out and rounded: "5 700 tkr, which is 2,9 per cent of the grant"."""
    half = share.last_place / 200
    ends = [share.exactly / 100 - half, share.exactly / 100 + half]
    lower, upper = [_of_the_others(end) for end in ends] if solved else ends
    total = Interval.exactly(0)
    for amount in base:
        total = total + amount.interval
    allowed = total * Interval(lower, upper)
    verdict = Verdict.WITHIN_ROUNDING if exact.found.meets(allowed) else Verdict.INCONSISTENT
    return replace(exact, verdict=verdict, expected=allowed, probability=None)


def _of_the_others(rate: Fraction) -> Fraction:
    """Return what a share of a whole that includes itself is of the rest: 15 per cent of all is 15/85 of the others."""
    return rate / (1 - rate)


def _ratio(relation: Relation, version: Version) -> Outcome | None:
    """Test that every total over its price allows one and the same head count."""
    counts = head_counts(relation, version)
    if len(counts) < 2:
        return None
    common = _common([count for _, _, count in counts])
    verdict = Verdict.WITHIN_ROUNDING if common else Verdict.INCONSISTENT
    first = counts[0][2]
    rest = common or counts[1][2]
    middles = [count.middle or Fraction(0) for _, _, count in counts]
    return Outcome(relation, version, relation.whole.year(version), verdict, first, rest, max(middles) - min(middles))


def _equality(relation: Relation, version: Version, whole: Amount, parts: list[Amount]) -> Outcome:
    """Test that every part may stand for the same figure as the whole."""
    common: Interval | None = whole.interval
    for part in parts:
        common = common.common_with(part.interval) if common else None
    furthest = max((whole.exactly - part.exactly for part in parts), key=abs)
    if common is None or any(not one.may_be(other) for one, other in combinations((whole, *parts), 2)):
        verdict = Verdict.INCONSISTENT
    elif any(amount.qualifier is Qualifier.ABOUT for amount in (whole, *parts)):
        verdict = Verdict.PLAUSIBLE
    elif furthest == 0 and not any(amount.qualifier in LOOSE for amount in (whole, *parts)):
        verdict = Verdict.EXACT
    else:
        verdict = Verdict.WITHIN_ROUNDING
    return Outcome(relation, version, relation.whole.year(version), verdict, whole.interval, parts[0].interval, furthest)
