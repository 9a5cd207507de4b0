"""The document's printed figures held against the workbook's saved values, rounded as printed."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from lydelse.model.against_model import Bound, ValueDiffers
from lydelse.model.amount import SCALES, Amount
from lydelse.model.formula import Years
from lydelse.model.text import Version
from lydelse.model.workbook import Saved

FACTORS = (Fraction(1000), Fraction(1, 1000), Fraction(1_000_000), Fraction(1, 1_000_000), Fraction(100), Fraction(1, 100))
"""Scales that a unit mistaken in the model or in the workbook makes."""


def differing_values(bound: Iterable[Bound], years: Years) -> tuple[tuple[ValueDiffers, ...], tuple[Bound, ...]]:
    """Return the figures of the later version that are not what the workbook holds, and those that are."""
    differing: list[ValueDiffers] = []
    agreeing: list[Bound] = []
    for each in bound:
        saved, amount = each.quantity.saved, each.entry.after
        if saved is None or saved.value is None or amount is None or not _is_of_year(saved, each, years.after):
            continue
        value = in_base_unit(saved, amount)
        if _rounds_to(value, amount):
            agreeing.append(each)
        else:
            factor = next((factor for factor in FACTORS if _rounds_to(value * factor, amount)), Fraction(0))
            differing.append(ValueDiffers(each, Version.AFTER, value, factor))
    return tuple(differing), tuple(agreeing)


def _is_of_year(saved: Saved, bound: Bound, otherwise: int | None) -> bool:
    """Tell whether a cell may be for the year of the later version's figure, or of its document where the figure has none."""
    year = otherwise if bound.entry.year_after is None else bound.entry.year_after
    return saved.year is None or year is None or year == saved.year


def in_base_unit(saved: Saved, amount: Amount) -> Fraction:
    """Return a saved value in the base unit of a printed amount: kronor, for money; per cent, for shares.

    A cell without a unit of its own is in the unit that the document prints.
    """
    assert saved.value is not None, "only a cell that holds a number is held against a figure"
    value = Fraction(saved.value)
    if amount.unit in SCALES:
        return value * SCALES.get(saved.unit or amount.unit, 1)
    return value * 100 if amount.unit == "%" and saved.is_share else value


def _rounds_to(value: Fraction, amount: Amount) -> bool:
    """Tell whether a value is printed so, whichever way a half is rounded."""
    return abs(value - amount.exactly) <= amount.last_place / 2
