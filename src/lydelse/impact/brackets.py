"""A value in a table of brackets: the row that it falls in, and the weight of all units up to it, step by step.

Where no row covers a value between two others, both of their weights are possible: it is counted with the row before, and its span
reaches to that of the row after. Beyond the ends of a table there is no weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.impact.exact_columns import Column, of_numbers, same_for_all
from lydelse.impact.tables import WeightRow, Weights
from lydelse.model.impact_span import Span
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that no row covers, between two that do."""

    table: str
    value: Fraction
    before: WeightRow
    after: WeightRow


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Values that are counted with one weight; without an end where all that follow are."""

    start: Fraction
    end: Fraction | None
    weight: Span


def covers(row: WeightRow, value: Fraction) -> bool:
    """Tell whether a row is for a value."""
    bracket = row.bracket
    above = bracket.lower is None or (value > bracket.lower if bracket.lower_open else value >= bracket.lower)
    below = bracket.upper is None or (value < bracket.upper if bracket.upper_open else value <= bracket.upper)
    return above and below


def row_at(weights: Weights, value: Fraction) -> Span | None:
    """Return the weight of a value, None beyond the ends of the table."""
    row = next((row for row in weights.rows if covers(row, value)), None)
    if row is not None:
        return row.weight
    gap = gap_at(weights, value)
    return None if gap is None else _either(gap.before.weight, gap.after.weight)


def gap_at(weights: Weights, value: Fraction) -> Gap | None:
    """Return the rows before and after a value that no row covers, None where one does or the table does not reach so far."""
    if any(covers(row, value) for row in weights.rows):
        return None
    before = [row for row in weights.rows if row.bracket.upper is not None and row.bracket.upper <= value]
    after = [row for row in weights.rows if row.bracket.lower is not None and row.bracket.lower >= value]
    return Gap(weights.name, value, before[-1], after[0]) if before and after else None


def marginal(weights: Weights, values: Column) -> Column:
    """Return the weight of every whole unit up to each value, each counted with the weight of the row that it falls in."""
    made, exactly = same_for_all(Span.exactly(0), len(values)), values.values()
    for stretch in _stretches(weights):
        start, end = stretch.start, stretch.end
        within = [min(value, end) - start if end is not None else value - start for value in exactly]
        made = made.plus(of_numbers([max(each, Fraction(0)) for each in within]).times(same_for_all(stretch.weight, len(values))))
    return made


def _stretches(weights: Weights) -> Iterator[_Stretch]:
    """Yield the stretches of a table from 0 up: its rows, and the gaps between them with the weight of either side."""
    reached = Fraction(0)
    for at, row in enumerate(weights.rows):
        below = max(Fraction(row.first) - 1, Fraction(0)) if row.bracket.is_whole else Fraction(row.bracket.lower or 0)
        if at and below > reached:
            yield _Stretch(reached, below, _either(weights.rows[at - 1].weight, row.weight))
        reached = max(reached, below)
        last = row.bracket.last
        if last is None or Fraction(last) > reached:
            yield _Stretch(reached, None if last is None else Fraction(last), row.weight)
        if last is None:
            return
        reached = max(reached, Fraction(last))


def gap_within(weights: Weights, value: Fraction) -> Gap | None:
    """Return the first gap that lies below a value, where all up to it are counted step by step; None where there is none."""
    for one, other in zip(weights.rows, weights.rows[1:], strict=False):
        last = one.bracket.last
        if last is not None and one.bracket.is_whole and other.first > last + 1 and value > last:
            return Gap(weights.name, Fraction(last + 1), one, other)
    return None


def _either(one: Span, other: Span) -> Span:
    """Return the weight of the row before, reaching to that of the row after."""
    return Span(min(one.low, other.low), one.made, max(one.high, other.high))
