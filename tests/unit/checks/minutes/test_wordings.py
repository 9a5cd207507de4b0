"""Two wordings of a decision: alike, different in form, different in substance."""

from __future__ import annotations

import pytest

from lydelse.checks.minutes.wordings import Closeness, held_against, wording_of


def closeness(one: str, other: str) -> Closeness:
    return held_against(wording_of(one), wording_of(other)).closeness


@pytest.mark.parametrize(
    ("proposed", "decided"),
    [
        ("Regionstyrelsen föreslår regionfullmäktige besluta att fastställa planen.", "Planen fastställs."),
        ("Kommunstyrelsen beslutar att föreslå kommunfullmäktige att anta reglementet", "Kommunfullmäktige beslutar att anta reglementet"),
        ("anslå 10 miljoner kronor till skolan", "att anslå 10 mnkr till skolan"),
        ("redovisa utfallet senast den 2 juni 2021", "redovisa utfallet senast 2021-06-02"),
        ("uppdra åt förvaltningen att utreda frågan", "Förvaltningen får i uppdrag att utreda frågan."),
        ("bevilja tre platser, samt att", "bevilja 3 platser"),
    ],
)
def test_form_makes_no_difference(proposed: str, decided: str) -> None:
    assert closeness(proposed, decided) is Closeness.SAME


def test_an_inflection_is_told_as_form() -> None:
    assert closeness("beaktas i regionplan 2022", "beaktas i regionplanen 2022") is Closeness.FORMAL


@pytest.mark.parametrize(
    ("proposed", "decided"),
    [
        ("Medel om 500 tkr anslås.", "Medel om 550 tkr anslås."),
        ("Marken får säljas.", "Marken får inte säljas."),
        ("Föreningen ska redovisa.", "Föreningen bör redovisa."),
        ("redovisa senast den 2 juni 2021", "redovisa senast den 3 juni 2021"),
        ("Avgiften är högst 700 kr.", "Avgiften är minst 700 kr."),
        ("bevilja tre platser", "bevilja fyra platser"),
        ("avslå motionen", "avstå motionen"),
    ],
)
def test_a_figure_or_a_small_word_is_substance(proposed: str, decided: str) -> None:
    assert closeness(proposed, decided) is Closeness.OTHER


def test_another_order_of_the_words_is_doubtful() -> None:
    assert closeness("Bidrag ges från staden till byn.", "Bidrag ges från byn till staden.") is Closeness.DOUBTFUL


def test_the_words_that_differ_are_told_as_they_are_written() -> None:
    held = held_against(wording_of("Medel om 500 tkr anslås."), wording_of("Medel om 0,55 mkr anslås."))
    assert [(each.one, each.other) for each in held.unlike] == [("500 tkr", "0,55 mkr")]
