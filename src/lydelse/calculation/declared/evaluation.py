"""What an equation makes of exact intervals: its sides worked out, and solved for one of its quantities."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lydelse.model.declared import Equation, Expression, Named, Negative, Number, Operation
from lydelse.model.interval import Interval
from lydelse.records import dataclass

Values = Mapping[str, Interval]


class NoSolutionError(ValueError):
    """An equation that cannot be worked out: a division by what may be zero, or a quantity that stands in it otherwise than linearly."""


@dataclass(frozen=True, slots=True)
class _Line:
    """slope · x + offset, where x is the quantity that is solved for."""

    slope: Interval
    offset: Interval


_ZERO = Interval.exactly(0)


def worked_out(expression: Expression, values: Values) -> Interval:
    """Return every number that an expression may be.

    A quantity that stands in it several times counts as if it could differ each time, so that the interval is never too narrow.

    Raises:
        NoSolutionError: a division by what may be zero, or an interval without an end.
    """
    return _line(expression, values, "").offset


def solved_for(equation: Equation, name: str, values: Values) -> Interval:
    """Return every number that a quantity may be if an equation of two sides holds; its own value is not asked for.

    Raises:
        NoSolutionError: the quantity does not stand there linearly, or a division by what may be zero.
    """
    left, right = (_line(side, values, name) for side in equation.sides)
    slope, offset = left.slope - right.slope, right.offset - left.offset
    return _divided(offset, slope)


def coefficients(equation: Equation, values: Values) -> Mapping[str, Fraction] | None:
    """Return how much of each quantity left less right holds, where that is a sum of multiples of quantities; None where it is not.

    ``values`` are the quantities that are exact numbers; they have no coefficient.
    """
    left, right = (_multiples(side, values) for side in equation.sides[:2])
    if left is None or right is None:
        return None
    found = {name: left.get(name, Fraction(0)) - right.get(name, Fraction(0)) for name in (*left, *right) if name}
    return {name: coefficient for name, coefficient in found.items() if coefficient}


def _line(expression: Expression, values: Values, unknown: str) -> _Line:
    match expression:
        case Number(value):
            return _Line(_ZERO, Interval.exactly(value))
        case Named(name):
            return _Line(Interval.exactly(1), _ZERO) if name == unknown else _Line(_ZERO, values[name])
        case Negative(of):
            line = _line(of, values, unknown)
            return _Line(-line.slope, -line.offset)
        case Operation(sign, left, right):
            return _combined(sign, _line(left, values, unknown), _line(right, values, unknown))


def _combined(sign: str, left: _Line, right: _Line) -> _Line:
    match sign:
        case "+":
            return _Line(left.slope + right.slope, left.offset + right.offset)
        case "-":
            return _Line(left.slope - right.slope, left.offset - right.offset)
        case "*":
            return _multiplied(left, right)
        case _:
            if right.slope != _ZERO:
                raise NoSolutionError
            return _Line(_divided(left.slope, right.offset), _divided(left.offset, right.offset))


def _multiplied(left: _Line, right: _Line) -> _Line:
    if _ZERO not in {left.slope, right.slope}:
        raise NoSolutionError
    sloping, flat = (left, right) if left.slope != _ZERO else (right, left)
    try:
        return _Line(sloping.slope * flat.offset, sloping.offset * flat.offset)
    except ValueError:
        raise NoSolutionError from None


def _divided(number: Interval, by: Interval) -> Interval:
    try:
        return number / by
    except ValueError:
        raise NoSolutionError from None


_CONSTANT = ""


def _multiples(expression: Expression, exact: Values) -> dict[str, Fraction] | None:
    """Return an expression as multiples of quantities, its constant under the empty name; None where it is something else."""
    match expression:
        case Number(value):
            return {_CONSTANT: value}
        case Named(name):
            known = exact.get(name)
            return {name: Fraction(1)} if known is None or known.lower is None else {_CONSTANT: known.lower}
        case Negative(of):
            return _scaled(_multiples(of, exact), Fraction(-1))
        case Operation(sign, left, right):
            return _united(sign, _multiples(left, exact), _multiples(right, exact))


def _united(sign: str, left: dict[str, Fraction] | None, right: dict[str, Fraction] | None) -> dict[str, Fraction] | None:
    if left is None or right is None:
        return None
    if sign in "+-":
        turned = right if sign == "+" else _scaled(right, Fraction(-1)) or {}
        return {name: left.get(name, Fraction(0)) + turned.get(name, Fraction(0)) for name in (*left, *turned)}
    constant = _constant(right)
    if sign == "/":
        return _scaled(left, 1 / constant) if constant else None
    if constant is not None:
        return _scaled(left, constant)
    constant = _constant(left)
    return None if constant is None else _scaled(right, constant)


def _constant(multiples: dict[str, Fraction]) -> Fraction | None:
    if any(multiples[name] for name in multiples if name != _CONSTANT):
        return None
    return multiples.get(_CONSTANT, Fraction(0))


def _scaled(multiples: dict[str, Fraction] | None, factor: Fraction) -> dict[str, Fraction] | None:
    return None if multiples is None else {name: coefficient * factor for name, coefficient in multiples.items()}
