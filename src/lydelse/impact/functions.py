"""What formulas ask for beside the four rules of arithmetic: shares, comparisons, bounds and rounding, for all units at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from operator import eq, ge, gt, le, lt

from lydelse.impact.exact_columns import Column, Number, column_of, of_numbers, over_one_part
from lydelse.model.impact_model import Function
from lydelse.model.impact_span import Span

_FINER = 64
"""Bits by which the ends of a share are finer than its total: rounding them outwards moves a krona of a billion by less than 10^-10."""
_COMPARED: Mapping[str, Callable[[Number, Number], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq}


def shares_of(measures: Column, together: Column) -> Column:
    """Return each measure's share of the sum that it is part of: the more of it, the larger the share."""
    own, whole = over_one_part(measures, together)
    total = whole.made[0]
    if isinstance(total, int) and total > 0 and all(number == total for number in whole.made):
        if own.is_exact and whole.is_exact:
            return Column(own.made, own.made, own.made, total)
        if all(isinstance(number, int) for column in (own, whole) for side in column.sides for number in side):
            return _shares_of_total(own, whole, total)
    if own.is_exact and whole.is_exact:
        return of_numbers([Fraction(each, of) for each, of in zip(own.made, whole.made, strict=True)])
    low, made, high = zip(*map(_share, zip(*own.sides, strict=True), zip(*whole.sides, strict=True)), strict=True)
    return Column(low, made, high)


def _shares_of_total(own: Column, whole: Column, total: int) -> Column:
    """Return the shares of one total over one part: exact as printed; ends that are finer than the part are rounded outwards."""
    part = total << _FINER
    made: list[int] = [number << _FINER for number in own.made]  # type: ignore[operator]  # whole numbers, as was seen
    low, high = list(made), list(made)
    for at, (least_own, most_own, least, most) in enumerate(zip(own.low, own.high, whole.low, whole.high, strict=True)):
        for number, of in ((least_own, least_own + most - most_own), (most_own, most_own + least - least_own)):
            low[at] = min(low[at], int(number * part // of) if of else 0)
            high[at] = max(high[at], int(-(-number * part // of)) if of else 0)
    return Column(low, made, high, part)


def _share(own: tuple[Number, ...], whole: tuple[Number, ...]) -> tuple[Fraction, Fraction, Fraction]:
    """Return the least, the made and the most share of a measure, of the sum that it is part of; both over the same part."""
    (low, made, high), (least, middle, most) = own, whole
    share = _part(made, middle)
    if low == high and least == most:
        return share, share, share
    ends = (_part(low, low + most - high), _part(high, high + least - low))
    return min(share, *ends), share, max(share, *ends)


def _part(own: Number, whole: Number) -> Fraction:
    return Fraction(own, whole) if whole else Fraction(0)


def held(sign: str, one: Column, other: Column) -> Column:
    """Return 1 for each unit where a comparison holds by the figures as printed, else 0."""
    left, right = over_one_part(one, other)
    made = [int(_COMPARED[sign](*pair)) for pair in zip(left.made, right.made, strict=True)]
    return Column(made, made, made)


def chosen(function: Function, columns: Sequence[Column]) -> Column:
    """Return the larger, the lesser, the rounded or the one that a condition chooses, for each unit."""
    match function:
        case Function.ROUNDED:
            return _to_steps(columns[0], columns[1])
        case Function.AT_LEAST:
            return _by_side(columns, lambda *numbers: max(numbers))
        case Function.AT_MOST:
            return _by_side(columns, lambda *numbers: min(numbers))
        case _:
            return _of_two(columns[0].made, *over_one_part(columns[1], columns[2]))


def _by_side(columns: Sequence[Column], pick: Callable[..., Number]) -> Column:
    one_part = over_one_part(*columns)
    made = list(map(pick, *(column.made for column in one_part)))
    if all(column.is_exact for column in one_part):
        return Column(made, made, made, one_part[0].part)
    low, high = (list(map(pick, *(column.sides[side] for column in one_part))) for side in (0, 2))
    return Column(low, made, high, one_part[0].part)


def _of_two(holds: Sequence[Number], one: Column, other: Column) -> Column:
    low, made, high = (
        [left if said else right for said, left, right in zip(holds, *pair, strict=True)]
        for pair in zip(one.sides, other.sides, strict=True)
    )
    return Column(made, made, made, one.part) if one.is_exact and other.is_exact else Column(low, made, high, one.part)


def _to_steps(column: Column, steps: Column) -> Column:
    pairs = zip(column, steps.values(), strict=True)
    return column_of([Span(*(_rounded(value, step) for value in span)) for span, step in pairs])


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    """Return a number rounded to a step, half away from zero."""
    if not step:
        return value
    steps = abs(value) / step + Fraction(1, 2)
    return (1 if value >= 0 else -1) * (steps.numerator // steps.denominator) * step
