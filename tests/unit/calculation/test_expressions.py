from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.calculation.declared.evaluation import worked_out
from lydelse.calculation.expressions import DEEPEST, LONGEST, TOO_LONG, NotAnEquationError, equation_of
from lydelse.figures.spelling import spelled
from lydelse.model.declared import Named, Number, Operation
from lydelse.model.interval import Interval


def value_of(text: str, **names: int) -> Fraction:
    values = {name: Interval.exactly(number) for name, number in names.items()}
    middle = worked_out(equation_of(f"x = {text}").sides[1], values).middle
    assert middle is not None
    return middle


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("10 - 2 - 3", 5),
        ("100 / 10 / 5", 2),
        ("-3 + 5", 2),
        ("2 * -3", -6),
        ("−3 − −5", 2),
        ("1 234,5 * 2", 2469),
        ("1 234 567", 1234567),
        ("12 × 3 ÷ 4", 9),
    ],
)
def test_signs_bind_as_in_arithmetic_and_numbers_are_swedish(text: str, value: int) -> None:
    assert value_of(text) == value


def test_a_percentage_is_a_part_of_one() -> None:
    assert value_of("15 % * 200") == 30
    assert value_of("15% * 200") == 30
    assert value_of("15 procent * 200") == 30
    assert value_of("2 ‰ * 500") == 1
    assert value_of("(1 + 25 %) * 100") == 125


def test_names_may_hold_letters_that_english_lacks() -> None:
    assert value_of("läkemedel + år_2", läkemedel=3, år_2=4) == 7


def test_an_equation_keeps_its_names_in_order_and_its_text() -> None:
    equation = equation_of("g = 15 %  * (l + c + g)")
    assert equation.names == ("g", "l", "c")
    assert equation.text == "g = 15 % * (l + c + g)"
    assert equation.sides[1] == Operation(
        "*", Number(Fraction(15, 100), "15 %"), Operation("+", Operation("+", Named("l"), Named("c")), Named("g"))
    )


def test_several_sides_may_be_equal() -> None:
    assert len(equation_of("a / b = c / d = e / f").sides) == 3


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("a + b", 5, ""),
        ("a = ", 4, ""),
        ("a = b +", 7, ""),
        ("a = 1.5 * b", 5, "."),
        ("a == b", 3, "="),
        ("a = b c", 6, "c"),
        ("a = f(b)", 5, "("),
        ("a = b ** 2", 7, "*"),
        ("a = __import__('os').system('ls')", 14, "("),
        ("a = [b]", 4, "["),
        ("", 0, ""),
        ("a = 1 23 456", 6, "23"),
    ],
)
def test_what_is_no_equation_is_refused_where_it_stops_making_sense(text: str, at: int, word: str) -> None:
    with pytest.raises(NotAnEquationError) as refused:
        equation_of(text)
    assert (refused.value.at, refused.value.word) == (at, word)


def test_endless_brackets_and_endless_text_are_refused_or_read_but_never_crash() -> None:
    for text in ("a = " + "(" * 1900 + "b", "a = b" + "+b" * LONGEST, "a = b" + "+b" * (DEEPEST + 1), "a = " + "-" * 900 + "b"):
        with pytest.raises(NotAnEquationError) as refused:
            equation_of(text)
        assert refused.value.at == TOO_LONG
    assert equation_of("a = " + "(" * 150 + "b" + ")" * 150).names == ("a", "b")
    long = equation_of("a = b" + " + b" * (DEEPEST - 1))
    assert worked_out(long.sides[1], {"b": Interval.exactly(2)}) == Interval.exactly(2 * DEEPEST)


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False))
def test_every_number_as_swedish_writes_it_is_read_exactly(number: Decimal) -> None:
    assert value_of(spelled(number)) == Fraction(number)


@given(
    st.recursive(
        st.integers(0, 999).map(str), lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map("({0[0]} {0[1]} {0[2]})".format)
    )
)
def test_whole_numbers_make_what_python_makes_of_them(text: str) -> None:
    assert value_of(text) == eval(text)
