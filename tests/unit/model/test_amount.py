from decimal import Decimal
from fractions import Fraction

import pytest

from lydelse.figures.amounts import amounts_in
from lydelse.model.amount import Amount, AmountKind, Exactness, Qualifier
from lydelse.model.interval import Interval


def money(value: str, unit: str, qualifier: Qualifier = Qualifier.NONE, exactness: Exactness = Exactness.ROUNDED) -> Amount:
    return Amount(AmountKind.MONEY, Decimal(value), unit, f"{value} {unit}", 0, 0, qualifier=qualifier, exactness=exactness)


def test_a_printed_figure_stands_for_all_that_rounds_to_it() -> None:
    assert money("304262", "tkr").interval == Interval(Fraction(304_261_500), Fraction(304_262_500))
    assert money("13.9", "mkr").interval == Interval(Fraction(13_850_000), Fraction(13_950_000))
    assert Amount(AmountKind.WEIGHT, Decimal("1.00"), "", "1,00", 0, 0).interval == Interval(Fraction(199, 200), Fraction(201, 200))


def test_a_decided_figure_stands_for_itself() -> None:
    assert money("700", "kr", exactness=Exactness.DECIDED).interval == Interval.exactly(700)


@pytest.mark.parametrize(
    ("qualifier", "inside", "outside"),
    [
        (Qualifier.JUST_BELOW, 13_878_702, 13_900_000),
        (Qualifier.JUST_ABOVE, 13_950_000, 13_900_000),
        (Qualifier.AT_LEAST, 13_900_000, 13_899_999),
        (Qualifier.AT_MOST, 13_900_000, 13_900_001),
        (Qualifier.MORE_THAN, 13_900_001, 13_900_000),
        (Qualifier.LESS_THAN, 13_899_999, 13_900_000),
        (Qualifier.ABOUT, 14_100_000, 15_000_000),
    ],
)
def test_a_qualifier_moves_the_interval(qualifier: Qualifier, inside: int, outside: int) -> None:
    interval = money("13.9", "mkr", qualifier).interval
    assert inside in interval
    assert outside not in interval


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("87,2 mkr", "87,3 mkr", False),
        ("87,2 mkr", "87 249 tkr", True),
        ("87,2 mkr", "87,2 mkr", True),
        ("cirka 87,2 mkr", "87,3 mkr", True),
    ],
)
def test_two_figures_that_are_printed_alike_and_differ_are_two(one: str, other: str, *, may_be: bool) -> None:
    (first,), (second,) = amounts_in(one), amounts_in(other)
    assert first.may_be(second) is may_be
