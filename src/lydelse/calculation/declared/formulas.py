"""Equations as formulas of a spreadsheet, over cells that hold figures as they are printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.declared.testing import PARTS_OF_A_WHOLE
from lydelse.model.amount import SCALES
from lydelse.model.declared import Equation, Expression, Named, Negative, Number, Operation, Quantity, names_in
from lydelse.patterns import compiled

_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}
_A_CELL = compiled(r"[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*", re.IGNORECASE)
_NO_LETTER = compiled(r"[^\w.]")


def cell_name(quantity: str) -> str:
    """Return the name that a quantity's cell gets: never one that a spreadsheet takes for the address of a cell."""
    name = _NO_LETTER.sub("_", quantity)
    return f"{name}_" if _A_CELL.fullmatch(name) else name


def formula_of(side: Expression, quantities: dict[str, Quantity], like: str) -> str:
    """Return one side of an equation as a formula, without "=".

    Figures are in the unit that each is printed in; where the units differ they are made kronor, and the outcome is given in the
    unit of the quantity ``like`` ("" for kronor, or parts of one).
    """
    used = [quantities[name] for name in names_in(side)] + ([quantities[like]] if like else [])
    factors = {quantity.name: _factor(quantity.unit) for quantity in used}
    if len(set(factors.values())) <= 1 and is_sum(side):
        return _written(side, cell_name, 0)
    text = _written(side, lambda name: _scaled(name, factors[name]), 0)
    own = factors.get(like, Fraction(1))
    return text if own == 1 else f"({text}){_over(own)}"


def sides_of(equation: Equation, tested: str) -> tuple[Expression, ...]:
    """Return the sides of an equation, the one that is the tested quantity alone first."""
    alone = [side for side in equation.sides if side == Named(tested)]
    return (*alone[:1], *(side for side in equation.sides if side not in alone[:1]))


def is_sum(side: Expression) -> bool:
    """Tell whether a side is of one dimension whatever its unit: quantities added up, or taken a number of times."""
    match side:
        case Named():
            return True
        case Number():
            return False
        case Negative(of):
            return is_sum(of)
        case Operation("+" | "-", left, right):
            return is_sum(left) and is_sum(right)
        case Operation("*", left, right):
            return (isinstance(left, Number) and is_sum(right)) or (isinstance(right, Number) and is_sum(left))
        case Operation("/", left, Number()):
            return is_sum(left)
        case _:
            return False


def _factor(unit: str) -> Fraction:
    return Fraction(SCALES.get(unit, 1), PARTS_OF_A_WHOLE.get(unit, 1))


def _scaled(name: str, factor: Fraction) -> str:
    if factor == 1:
        return cell_name(name)
    return f"({cell_name(name)}*{factor})" if factor.denominator == 1 else f"({cell_name(name)}/{1 / factor})"


def _over(factor: Fraction) -> str:
    return f"/{factor}" if factor.denominator == 1 else f"*{1 / factor}"


def _written(expression: Expression, spell: Callable[[str], str], around: int) -> str:
    match expression:
        case Number(value):
            return _number(value)
        case Named(name):
            return spell(name)
        case Negative(of):
            return f"(-{_written(of, spell, 3)})"
        case Operation(sign, left, right):
            own = _BINDS[sign]
            text = f"{_written(left, spell, own)}{sign}{_written(right, spell, own + (sign in '-/'))}"
            return f"({text})" if own < around else text


def _number(value: Fraction) -> str:
    """Return a number as a formula has it: with a point, and as a quotient where no decimals hold it."""
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{decimal:f}" if Fraction(decimal) == value else f"({value.numerator}/{value.denominator})"
