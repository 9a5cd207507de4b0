from __future__ import annotations

import pytest

from lydelse.figures.statements.taxes import TaxSide, named_price, stated_rates_in


@pytest.mark.parametrize(
    "text",
    [
        "Moms tillkommer med 25 %.",
        "Priserna anges med 25 procent moms.",
        "25-procentig moms",
        "Mervärdesskatten är för närvarande 25 %",
        "Inkl. moms (25 %)",
    ],
)
def test_a_rate_is_stated_in_many_ways(text: str) -> None:
    assert stated_rates_in(text) == {25}


@pytest.mark.parametrize("text", ["Priser utan moms höjs med 6 %.", "Moms ingår. 12 % är rabatt.", "5 % moms", "Moms"])
def test_a_percentage_of_something_else_is_no_rate(text: str) -> None:
    assert stated_rates_in(text) == frozenset()


@pytest.mark.parametrize("name", ["Exkl. moms", "ex moms (kr)", "Utan mervärdesskatt", "Före moms", "Moms tillkommer", "Moms ej inräknad"])
def test_a_name_says_that_prices_are_without_tax(name: str) -> None:
    assert named_price(name, in_table_of_tax=False).side is TaxSide.WITHOUT


@pytest.mark.parametrize("name", ["Inkl. moms", "Inkl. 25 % moms", "Med mervärdesskatt", "Efter moms", "Moms ingår"])
def test_a_name_says_that_prices_are_with_tax(name: str) -> None:
    assert named_price(name, in_table_of_tax=False).side is TaxSide.WITH


def test_bare_words_say_so_only_where_the_table_is_of_tax() -> None:
    assert named_price("Brutto", in_table_of_tax=True).side is TaxSide.WITH
    assert named_price("Brutto", in_table_of_tax=False).side is None
    assert named_price("Pris inkl. material", in_table_of_tax=True).side is None
    assert named_price("Bruttolön", in_table_of_tax=True).side is None


def test_the_other_words_of_a_name_are_what_is_priced() -> None:
    assert named_price("Timpris exkl. moms (kr)", in_table_of_tax=False).rest == {"timpris"}
