from __future__ import annotations

import pytest

from lydelse.calculation.row_products import factors_in
from lydelse.model.calculation import RelationKind
from support.calculations import calculation_of


def _tested(table: str) -> list[tuple[str, str]]:
    outcomes = calculation_of(f"# 1 Taxa\n{table}").outcomes
    return [(str(each.version), str(each.verdict)) for each in outcomes if each.relation.kind is RelationKind.PRODUCT]


@pytest.mark.parametrize(
    ("text", "count", "price"),
    [
        ("Tomtyta, 800 m² à 47,25 kr", "800 m²", "47,25 kr"),
        ("Stolar 12 st x 450 kr", "12 st", "450 kr"),
        ("450 kr/st × 12 st", "12 st", "450 kr"),
        ("Timmar: 40 h á 650 kr/h", "40 h", "650 kr"),
        ("Hyra 1 200 m2 à 950 kronor", "1 200 m2", "950 kronor"),
    ],
)
def test_a_product_is_written_out_in_many_ways(text: str, count: str, price: str) -> None:
    read = factors_in(text)
    assert read is not None
    assert (read.count.literal, read.price.literal, read.is_plain) == (count, price, True)


@pytest.mark.parametrize("text", ["12 mån x 1 200 kr x 2", "Maxtaxa", "8 tim/vecka à 400 kr", "Klass 4"])
def test_what_is_no_product_of_two_is_none(text: str) -> None:
    assert factors_in(text) is None


@pytest.mark.parametrize("text", ["Hyllor 210 x 300 mm", "Klippkort 10 st à 50 kr", "Arbete 4 tim à 650 kr, 2 resor", "12 × 450"])
def test_a_product_with_more_around_it_is_not_plain(text: str) -> None:
    read = factors_in(text)
    assert read is not None
    assert not read.is_plain


def test_a_product_that_held_must_hold_when_the_price_moves() -> None:
    held = [("before", "exact"), ("after", "inconsistent")]
    assert _tested("|= Del | Avgift\n| Tomtyta, 800 m² à [-45-]{+47,25+} kr | 36 000 kr") == held


def test_of_several_amounts_only_those_that_are_the_product_are_tested() -> None:
    assert _tested("|= Del | 2025 | 2026\n| Tomtyta, 800 m² à 47,25 kr | 36 000 kr | 37 800 kr") == [("after", "exact")]


def test_an_amount_that_is_rounded_to_its_zeros_is_not_tested() -> None:
    assert _tested("|= Del | Avgift\n| Tomtyta, 803 m² à 47,25 kr | 37 900 kr") == []


def test_bare_numbers_are_a_product_only_where_they_make_the_amount() -> None:
    assert _tested("|= Del | Avgift\n| Bord, 12 × 450 | 5 400 kr") == [("after", "exact")]
    assert _tested("|= Del | Avgift\n| Skiva, 12 × 450 | 5 500 kr") == []
