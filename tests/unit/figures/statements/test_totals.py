from __future__ import annotations

import pytest

from lydelse.figures.statements.totals import is_bare_total, is_called_budget, is_called_total, is_total_label, is_within_another


@pytest.mark.parametrize("label", ["Summa", "SUMMA", "Totalt 2026", "Total", "Delsumma", "Summa (tkr)", "S:a"])
def test_labels_of_totals(label: str) -> None:
    assert is_total_label(label)


@pytest.mark.parametrize("label", ["Totalförsvar", "Lön", "Summering av"])
def test_labels_that_only_begin_like_totals(label: str) -> None:
    assert not is_bare_total(label) or label == "Summering av"


def test_a_total_of_something_named_is_not_bare() -> None:
    assert is_bare_total("Totalt 2026")
    assert is_bare_total("Summa, tkr")
    assert not is_bare_total("Summa kostnader")
    assert not is_bare_total("Lön")


@pytest.mark.parametrize("label", ["varav nätter", "– varav nätter", "därav lån", "Bland annat hyra"])
def test_labels_of_what_another_row_contains(label: str) -> None:
    assert is_within_another(label)


def test_the_words_before_a_figure_call_it_a_total_or_a_budget() -> None:
    assert is_called_total("Totalt fördelas för 2026, ", " som ersättning")
    assert is_called_total("Stödet är ", " totalt.")
    assert not is_called_total("Snittet är ", ", totalt 195 921 tkr")
    assert not is_called_total("Totalt utgår högst ", "")
    assert is_called_budget("Budgeten för vård är ")
    assert not is_called_budget("Läkarbesök kostar ")
