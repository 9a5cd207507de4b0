"""Numbers as Swedish prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lydelse.figures.numbers import numbers_in, parse_number


def values(text: str) -> list[str]:
    return [str(number.value) for number in numbers_in(text)]


@pytest.mark.parametrize("space", ["\u0020", "\u00a0", "\u202f", "\u2009", "\u2007"])
def test_each_kind_of_space_may_part_the_groups(space: str) -> None:
    assert values(f"summan {space.join(['13', '878', '702'])} räcker") == ["13878702"]


def test_two_prices_side_by_side_are_two_numbers() -> None:
    assert values("2 222 2 301 kr") == ["2222", "2301"]


def test_a_year_is_never_taken_into_the_amount_that_follows() -> None:
    assert values("2025 1 482 kr") == ["2025", "1482"]
    assert values("år 2025 , 773 096  tkr") == ["2025", "773096"]


def test_a_double_space_parts_two_numbers() -> None:
    assert values("700  100") == ["700", "100"]


def test_a_group_has_exactly_three_digits() -> None:
    assert values("1 2345") == ["1", "2345"]
    assert values("12 34") == ["12", "34"]


def test_decimals_are_kept_as_printed() -> None:
    assert values("1,10 och 1 000,50 och 0,43") == ["1.10", "1000.50", "0.43"]


def test_the_minus_sign_belongs_to_the_number() -> None:
    assert values("\u22120,5 och \u22121 234 samt \u20137") == ["-0.5", "-1234", "-7"]


def test_a_dash_between_numbers_is_no_minus_sign() -> None:
    assert values("16\u201367 år, 16-67 år, 5 \u2013 10") == ["16", "67", "16", "67", "5", "10"]


def test_a_hyphen_is_a_minus_sign_only_after_a_space_and_no_number() -> None:
    assert values("blev -25 sedan 5 -10 och RS-12") == ["-25", "5", "10"]


@pytest.mark.parametrize(
    "text", ["CNI2", "COVID-19", "5.1.1", "2008:962", "2020/21", "2021-06-02", "20:e", "1.250,50", "1o", "063", "kod 007", "kl. 08.30"]
)
def test_other_uses_of_digits_are_no_numbers(text: str) -> None:
    assert values(text) == []


def test_a_unit_may_be_glued_to_the_number() -> None:
    assert values("1 201 669kr och 30km") == ["1201669", "30"]


def test_the_span_is_where_the_literal_stands() -> None:
    text = "Totalt \u2212773\u00a0096 tkr"
    (number,) = numbers_in(text)
    assert text[number.start : number.end] == number.literal == "\u2212773\u00a0096"


def test_a_number_ends_a_sentence() -> None:
    assert values("Beloppet är 700. Det höjs till 725, inte mer.") == ["700", "725"]


@pytest.mark.parametrize("text", ["", "kr", "1o", "1.250", "1 23", "1  000", "12 345 67", "1,", "\u2212", "tre"])
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(text)


def test_printed_decimals_survive_parsing() -> None:
    assert parse_number("1,00").as_tuple() == Decimal("1.00").as_tuple()


@pytest.mark.parametrize(
    "text",
    ["är 41� kr", "är �12 kr", "är 4�2 kr", "är 1 �05 kr", "är �12 345 kr", "är 12 3�5 678 kr", "är 12,� kr", "är �,5 kr", "1 ��� 000 kr"],
)
def test_what_is_left_of_a_figure_with_an_unknown_character_is_no_figure(text: str) -> None:
    assert numbers_in(text) == ()


@pytest.mark.parametrize("text", ["� 412 kr", "� kr, 412 kr", "412 � per besök", "��� och 412 kr"])
def test_an_unknown_character_that_stands_apart_leaves_the_figure_what_it_is(text: str) -> None:
    assert values(text) == ["412"]
