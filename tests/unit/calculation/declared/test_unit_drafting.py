"""What is proposed for a unit's reimbursement, and what is left to a person."""

from __future__ import annotations

import pytest

from lydelse.model.impact_model import UnitModel
from support.models import draft_of

AGES = """
# 1 Peng
|= Ålder | Belopp per barn och år (kr)
| 6 år | 90 000
| 7–9 år | 80 000
| 10–12 år | 85 000
"""
SIZES = """
# 2 Storlek
|= Antal elever | Tillägg per elev (kr)
| 0–50 | 9 000
| 51–100 | 6 000
| 101– | 2 000
"""
TOTAL = """
# 3 Grund
Totalt fördelas 10 000 tkr. Ersättningen är 1 000 kr per person.
"""


def units_of(text: str) -> UnitModel:
    model = draft_of(text).model.units
    assert model is not None
    return model


def formulas(text: str) -> dict[str, str]:
    return {each.title: each.formula.text for each in units_of(text).components}


def test_prices_alone_are_enough_for_a_proposal() -> None:
    assert list(formulas("# 1 Besök\nFör varje hembesök betalas 500 kr per besök.\n")) == ["Besök"]


def test_a_table_of_money_by_age_is_paid_for_each_resident_of_the_age() -> None:
    model = units_of(AGES)
    assert formulas(AGES) == {"Peng": "viktat(belopp_alder_peng)"}
    assert [(table.name, table.exact) for table in model.tables] == [("belopp_alder_peng", True)]
    assert model.columns == ()


def test_a_table_of_money_is_held_against_the_one_total_of_its_section() -> None:
    assert [each.total for each in units_of(f"{AGES}\nTotalt fördelas 12 mkr.\n").components] == ["peng"]


def test_a_table_of_money_per_head_by_size_asks_whether_its_steps_are_marginal() -> None:
    model = units_of(SIZES)
    assert [[formula.text for _, formula in choice.alternatives] for choice in model.choices] == [
        ["listade * steg(belopp_antal_storlek; listade)", "marginal(belopp_antal_storlek; listade)"]
    ]
    assert model.columns == ()


def test_money_by_numbers_that_nobody_calls_ages_is_by_size() -> None:
    text = "# 2 Storlek\n|= Barn | Bidrag per månad (kr)\n| 1–20 | 1 000\n| 21–40 | 2 000\n| 41– | 3 000\n"
    assert formulas(text) == {"Storlek": "12 * steg(belopp_barn_storlek; listade)"}


def test_a_table_of_money_by_size_that_is_not_per_head_is_a_step_of_its_own() -> None:
    assert formulas(SIZES.replace("Tillägg per elev (kr)", "Bidrag (kr)")) == {"Storlek": "steg(belopp_antal_storlek; listade)"}


@pytest.mark.parametrize(
    ("per", "text", "heading"),
    [
        ("larm och månad", "12 * ", "Antal larm: Larm"),
        ("larm och kvartal", "4 * ", "Antal larm: Larm"),
        ("larm och år", "", "Antal larm: Larm"),
        ("larm", "", "Antal larm: Larm"),
        ("månad", "", "Antal månad: Larm"),
        ("år", "", "Antal: Larm"),
        ("larm och dag", "", "Antal larm och dag: Larm"),
    ],
)
def test_what_is_paid_by_the_month_is_counted_for_the_year(per: str, text: str, heading: str) -> None:
    model = units_of(f"# 1 Larm\nErsättningen är 250 kr per {per}.\n")
    (column,) = model.columns
    assert model.components[0].formula.text.partition("ersattning")[0].partition("larm")[0] == text
    assert column.heading == heading


@pytest.mark.parametrize(
    ("limit", "left_out"),
    [
        ("högst 100 000 kr per enhet och år", 0),
        ("högst 100 000 kr per vårdcentral och år", 0),
        ("högst 3 000 kr per brukare och år", 2),
        ("högst 100 000 kr", 2),
    ],
)
def test_a_ceiling_that_is_not_for_the_unit_and_the_year_leaves_its_price_to_a_person(limit: str, left_out: int) -> None:
    text = f"{TOTAL}# 4 Natt\nErsättningen är 1 200 kr per brukare och månad, dock {limit}.\n"
    assert ("Natt" in formulas(text)) is (left_out == 0)
    told = draft_of(text).counted
    assert told is not None
    assert len([each for each in told.left_out if each.place.section == "4"]) == left_out


def test_only_the_share_whose_own_sentence_is_about_private_units_is_theirs() -> None:
    text = f"{TOTAL}# 4 Vård\nFör barn lämnas ett tillägg på 35 procent. Externa kliniker får 2 procent av all ersättning för lokaler.\n"
    assert [each.formula.text for each in units_of(text).components if each.only] == ["externa_kliniker * (del_grund)"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Privata enheter ska nå en svarsfrekvens på 80 procent.",
        "Privata enheter får ett avdrag på 3 procent.",
        "Privata enheter får ett påslag på högst 3 procent.",
    ],
)
def test_a_share_that_nobody_gets_on_top_is_no_addition(sentence: str) -> None:
    assert list(formulas(f"{TOTAL}# 4 Villkor\n{sentence}\n")) == ["Grund"]


def test_the_base_of_an_addition_that_the_text_does_not_say_is_a_question() -> None:
    text = f"{TOTAL}# 4 Besök\nFör varje besök betalas 500 kr per besök.\n# 5 Moms\nPrivata enheter får ett påslag för moms på 6 procent.\n"
    (choice,) = units_of(text).choices
    assert [formula.text for _, formula in choice.alternatives] == ["del_grund", "del_grund + del_besok"]


def test_the_base_of_an_addition_that_the_text_names_is_no_question() -> None:
    visits = "# 4 Besök\nFör varje besök betalas 500 kr per besök.\n"
    text = f"{TOTAL}{visits}# 5 Moms\nPrivata enheter får ett påslag på 6 procent av summan grund.\n"
    assert units_of(text).choices == ()


def test_residents_from_an_age_on_are_counted_where_the_price_is_for_them() -> None:
    text = "# 1 Äldre\nTotalt fördelas 10 000 tkr för personer i åldern 65 år och äldre. Ersättningen är 1 000 kr per person.\n"
    assert formulas(text)["Äldre"].endswith("* invanare(65; 130)")


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Ersättningen betalas med en tolftedel varje månad.", 12),
        ("Bidraget betalas ut i fyra lika delar.", 4),
        ("Ersättningen betalas i efterskott.", 0),
        ("En tolftedel av enheterna granskas.", 0),
    ],
)
def test_in_how_many_parts_a_year_is_paid_is_read(sentence: str, parts: int) -> None:
    assert units_of(f"{TOTAL}# 4 Utbetalning\n{sentence}\n").instalments == parts
