from __future__ import annotations

import pytest

from lydelse.figures.statements.totals import (
    is_averaged,
    is_bare_total,
    is_called_budget,
    is_called_total,
    is_limit_label,
    is_net_label,
    is_total_label,
    is_within_another,
    says_it_adds_up,
)


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


@pytest.mark.parametrize("label", ["Nämnderna totalt", "Länet totalt 2026", "Skolan, summa (tkr)"])
def test_the_word_may_stand_last(label: str) -> None:
    assert is_total_label(label)
    assert says_it_adds_up(label)


@pytest.mark.parametrize("label", ["Totalt omdöme", "Totalt hushåll om 4", "Totalt för examen"])
def test_total_of_something_else_does_not_say_that_it_adds_up(label: str) -> None:
    assert not says_it_adds_up(label)
    assert says_it_adds_up("Summa kostnader")
    assert says_it_adds_up("Totalt anbudspris")


@pytest.mark.parametrize("label", ["Nettokostnad", "Årets resultat", "Överskott", "Över-/underskott", "Totalt netto", "Saldo"])
def test_labels_of_what_is_left(label: str) -> None:
    assert is_net_label(label)
    assert not is_net_label("Resultatenheten")


def test_limits_and_means_are_no_totals() -> None:
    assert is_limit_label("Totalt tak per patient")
    assert not is_limit_label("Taket läggs om av Takab") or is_limit_label("tak")
    assert is_averaged("Kostnad i snitt")
    assert is_averaged("Ackumulerat (tkr)")
    assert not is_averaged("Medel (tkr)")
    assert not is_averaged("Avsnitt")
    assert not is_averaged("Statliga medel")
