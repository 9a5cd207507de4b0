"""What a unit gets, as a person writes it: read with a grammar."""

from fractions import Fraction

import pytest

from lydelse.calculation.expressions import NotAnEquationError
from lydelse.calculation.unit_expressions import NoSuchFunctionError, formula_of
from lydelse.model.impact_model import Called, Combined, Function, Literally, Name, Turned, names_in_term, tables_in
from support.impacts import MODEL
from support.models import refusal_of


def test_functions_take_their_arguments_between_semicolons() -> None:
    term = formula_of("högst(100 000; lägst(25 000; 100 * barn))").term
    inner = Called(Function.AT_LEAST, (Literally(Fraction(25_000)), Combined("*", Literally(Fraction(100)), Name("barn"))))
    assert term == Called(Function.AT_MOST, (Literally(Fraction(100_000)), inner))


def test_comparisons_percentages_and_signs_are_read() -> None:
    assert formula_of("om(km ≥ 30; 1,5 %; -2)").term == Called(
        Function.IF, (Combined(">=", Name("km"), Literally(Fraction(30))), Literally(Fraction(3, 200)), Turned(Literally(Fraction(2))))
    )


def test_tables_and_names_are_told_apart() -> None:
    term = formula_of("fördelat(total; listade * steg(vikt; km))").term
    assert (list(tables_in(term)), list(names_in_term(term))) == (["vikt"], ["total", "listade", "km"])


@pytest.mark.parametrize(
    "text", ["", "1 +", "a = b = c", "import os", "f(", "1.5 * a", "a ; b", "__import__('os')", "(" * 500 + "a" + ")" * 500]
)
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(NotAnEquationError):
        formula_of(text)


@pytest.mark.parametrize("text", ["sqrt(4)", "steg(tabell)", "steg(1; 2)", "om(1; 2)", "eval(a)"])
def test_functions_that_there_are_not_are_refused(text: str) -> None:
    with pytest.raises(NoSuchFunctionError):
        formula_of(text)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("viktat(alder)", "viktat(okand)", "tabellen okand finns inte"),
        ("pris * viktat", "priset * viktat", "priset är varken storhet"),
        ('galler = "privat"', 'galler = "ideell"', "ideell är ingen driftsform"),
        ('svar = "{answer}"', 'svar = "kanske"', "kanske är inget av alternativen"),
        ("3 % * (listning", "moms + (listning", "moms räknas fram ur sig själv"),
        ('rubrik = "Besök"', 'rubrik = "Besök"\nrubrk = "x"', "rubrk"),
        ("[storhet.besok_pris]", "[storhet.listade]", "listade är vad enheternas fil själv anger"),
        ("högst(4 000; besok_pris * besok)", "invånare(a; 5)", "invånare tar två åldrar"),
    ],
)
def test_a_model_that_has_no_meaning_is_refused_with_its_line(before: str, after: str, told: str) -> None:
    text = MODEL.replace(before, after) if "{answer}" in before else MODEL.replace(before, after).replace("{answer}", "steg")
    said = refusal_of(text)
    assert told in said
    assert "rad " in said
