"""Whether linear constraints can all hold within boxes: an exact simplex on rationals (Dutertre and de Moura 2006).

Open ends are taken as closed, so that what is said to be impossible is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from lydelse.model.interval import Interval
from lydelse.records import dataclass

MOST_STEPS = 400_000
"""How many products of coefficients are worked out before the search stops; its answer is then that nobody knows."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """A sum of variables times coefficients that must lie within an interval."""

    coefficients: Mapping[int, Fraction]
    within: Interval


class StoppedError(Exception):
    """The search was longer than it may be."""


def cannot_hold(constraints: Sequence[Constraint], boxes: Mapping[int, Interval], start: Mapping[int, Fraction]) -> tuple[int, ...]:
    """Return the positions of constraints that cannot all hold, () where all can. None of those returned can be left out.

    Args:
        constraints: what must hold.
        boxes: what each variable may be.
        start: a value of each variable within its box, to begin from.

    Raises:
        StoppedError: the search took more than ``MOST_STEPS``.
    """
    conflict = _Tableau(constraints, boxes, start).conflict()
    at = 0
    while at < len(conflict):
        fewer = [*conflict[:at], *conflict[at + 1 :]]
        smaller = _Tableau([constraints[each] for each in fewer], boxes, start).conflict()
        if smaller:
            conflict, at = [fewer[each] for each in smaller], 0
        else:
            at += 1
    return tuple(conflict)


class _Tableau:
    """Rows of basic variables as sums of the others. A constraint's own variable has a negative name: -1 for the first."""

    def __init__(self, constraints: Sequence[Constraint], boxes: Mapping[int, Interval], start: Mapping[int, Fraction]) -> None:
        self._rows: dict[int, dict[int, Fraction]] = {}
        self._boxes: dict[int, Interval] = dict(boxes)
        self._values: dict[int, Fraction] = dict(start)
        self._steps = 0
        for at, constraint in enumerate(constraints):
            name = -1 - at
            self._rows[name] = {each: factor for each, factor in constraint.coefficients.items() if factor}
            self._boxes[name] = constraint.within
            self._values[name] = sum((factor * start[each] for each, factor in constraint.coefficients.items()), Fraction(0))

    def conflict(self) -> list[int]:
        """Return the positions of constraints that contradict each other within the boxes, none where all can hold."""
        while True:
            basic = min((name for name in self._rows if self._outside(name)), default=None)
            if basic is None:
                return []
            row = self._rows[basic]
            upwards = self._is_below(basic)
            entering = min((each for each, factor in row.items() if self._may_move(each, upwards=(factor > 0) is upwards)), default=None)
            if entering is None:
                return sorted(-1 - name for name in (basic, *row) if name < 0)
            box = self._boxes[basic]
            bound = box.lower if upwards else box.upper
            assert bound is not None, "a value is outside of an end that there is"
            self._pivot(basic, entering, bound)

    def _outside(self, name: int) -> bool:
        return self._is_below(name) or self._is_above(name)

    def _is_below(self, name: int) -> bool:
        lower = self._boxes[name].lower
        return lower is not None and self._values[name] < lower

    def _is_above(self, name: int) -> bool:
        upper = self._boxes[name].upper
        return upper is not None and self._values[name] > upper

    def _may_move(self, name: int, *, upwards: bool) -> bool:
        end = self._boxes[name].upper if upwards else self._boxes[name].lower
        return end is None or (self._values[name] < end if upwards else self._values[name] > end)

    def _pivot(self, basic: int, entering: int, bound: Fraction) -> None:
        """Exchange a basic variable, which takes the value of its bound, for another."""
        row = self._rows.pop(basic)
        factor = row.pop(entering)
        moved = (bound - self._values[basic]) / factor
        self._values[basic] = bound
        self._values[entering] += moved
        turned = {each: -value / factor for each, value in row.items()}
        turned[basic] = 1 / factor
        for name, other in self._rows.items():
            times = other.pop(entering, None)
            if times is None:
                continue
            self._values[name] += times * moved
            self._add(other, turned, times)
        self._rows[entering] = turned

    def _add(self, row: dict[int, Fraction], turned: Mapping[int, Fraction], times: Fraction) -> None:
        self._steps += len(turned)
        if self._steps > MOST_STEPS:
            raise StoppedError
        for each, value in turned.items():
            total = row.get(each, Fraction(0)) + times * value
            if total:
                row[each] = total
            else:
                row.pop(each, None)
