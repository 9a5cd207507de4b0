"""Figures written as Swedish writes them, for the arithmetic that a finding lays out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

MINUS = "\N{MINUS SIGN}"


def spelled(value: Decimal | int) -> str:
    """Return a figure as Swedish writes it: "773 096", "1,10", "−0,5"; groups are parted by an ordinary space."""
    whole, _, decimals = format(abs(Decimal(value)), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    sign = MINUS if value < 0 else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def in_unit(value: Fraction, scale: int, decimals: int = 0) -> Decimal:
    """Return a number in a larger unit, rounded half away from zero to so many decimals."""
    shifted = value / scale * 10**decimals
    whole = int(abs(shifted) + Fraction(1, 2))
    return Decimal(whole if shifted >= 0 else -whole).scaleb(-decimals)
