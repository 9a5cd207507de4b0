"""A formula of the workbook together with the value that it has, so that both are made by the same steps."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from lydelse.records import dataclass

_MOST_DECIMALS = 8


_SUM, _PRODUCT, _WHOLE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Term:
    """A formula and the value that it has; ``binds`` is how tightly its outermost sign does: a sum, a product, what needs no brackets."""

    formula: str
    value: Fraction
    binds: int = _WHOLE

    def __add__(self, other: Term) -> Term:
        """Return the sum of two."""
        return Term(f"{self.formula}+{other.formula}", self.value + other.value, _SUM)

    def __sub__(self, other: Term) -> Term:
        """Return the difference of two."""
        return Term(f"{self.formula}-{other._within(_PRODUCT)}", self.value - other.value, _SUM)

    def __mul__(self, other: Term) -> Term:
        """Return the product of two."""
        return Term(f"{self._within(_PRODUCT)}*{other._within(_PRODUCT)}", self.value * other.value, _PRODUCT)

    def over(self, other: Term) -> Term | None:
        """Return the quotient of two, None where that is by zero."""
        return Term(f"{self._within(_PRODUCT)}/{other._within(_WHOLE)}", self.value / other.value, _PRODUCT) if other.value else None

    def scaled(self, factor: Fraction) -> Term:
        """Return so many times a term; a part of one is written as a division."""
        if factor == 1:
            return self
        if factor.numerator == 1:
            return Term(f"{self._within(_PRODUCT)}/{factor.denominator}", self.value * factor, _PRODUCT)
        return self * number(factor)

    def _within(self, sign: int) -> str:
        return self.formula if self.binds >= sign else f"({self.formula})"


def number(value: Fraction) -> Term:
    """Return a number as a formula has it: with decimals where few of them hold it, else as a quotient."""
    if value.denominator == 1:
        return Term(str(value.numerator), value, _WHOLE if value >= 0 else _SUM)
    places = next((at for at in range(1, _MOST_DECIMALS + 1) if (value * 10**at).denominator == 1), None)
    if places is None:
        return Term(f"{value.numerator}/{value.denominator}", value, _PRODUCT)
    return Term(f"{Decimal(int(value * 10**places)).scaleb(-places):f}", value, _WHOLE if value >= 0 else _SUM)


def sum_of(terms: Iterable[Term]) -> Term:
    """Return the sum of terms, of which there is at least one."""
    return reduce(Term.__add__, terms)


def largest(terms: Iterable[Term]) -> Term:
    """Return the largest of terms."""
    terms = list(terms)
    return Term(f"MAX({','.join(each.formula for each in terms)})", max(each.value for each in terms))


def smallest(terms: Iterable[Term]) -> Term:
    """Return the smallest of terms."""
    terms = list(terms)
    return Term(f"MIN({','.join(each.formula for each in terms)})", min(each.value for each in terms))
