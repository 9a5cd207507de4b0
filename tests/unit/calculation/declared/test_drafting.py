from __future__ import annotations

import pytest

from lydelse.model.calculation import Origin
from lydelse.model.declared import DeclaredModel
from lydelse.model.text import Version
from lydelse.reports import model_toml, model_workbook
from support.models import THIS_YEAR, checked_against, draft_of, toml_round_trip, workbook_round_trip

NEXT_YEAR = """
# 7 Ersättning till vårdcentralerna
# 7.1 Ersättning
Under 2027 fördelas totalt 821 988 tkr mellan enheterna.
## 7.1.1 Ersättningen per listad
Här fördelas totalt 313 390 tkr under 2027. Vikt 1,00 motsvarar 2 370 kr.
## 7.1.2 Glesbygden
För glesbygd avsätts totalt 92 173 tkr.
## 7.1.3 Socioekonomi
Genomsnittet är 1 580 kr per invånare. Totalt fördelas 208 927 tkr.
## 7.1.4 Läkemedel
Sammanlagt fördelas 198 551 tkr.
## 7.1.5 Rehabkoordinering
Totalt fördelas 8 947 tkr.
"""


@pytest.fixture(scope="module", params=["toml", "workbook"])
def model(request: pytest.FixtureRequest) -> DeclaredModel:
    draft = draft_of(THIS_YEAR)
    return toml_round_trip(draft) if request.param == "toml" else workbook_round_trip(draft)


def test_a_draft_names_what_it_found_as_a_person_would() -> None:
    draft = draft_of(THIS_YEAR)
    assert [quantity.name for quantity in draft.model.quantities][:6] == [
        "ersattning",
        "ersattning_per_listad",
        "socioekonomi",
        "glesbygd",
        "lakemedel",
        "rehabkoordinering",
    ]
    assert [relation.equation.text for relation in draft.model.relations][:2] == [
        "ersattning = ersattning_per_listad + socioekonomi + glesbygd + lakemedel + rehabkoordinering",
        "glesbygd = 15 % * (ersattning_per_listad + socioekonomi + glesbygd)",
    ]
    assert draft.left_out == ()


def test_a_draft_says_how_each_relation_was_found_and_what_may_be_filled_in() -> None:
    text = model_toml.write(draft_of(THIS_YEAR), (), source="handling.md")
    assert "# Sambandet står i handlingen." in text
    assert "# Sambandet är härlett ur siffrorna; prövade kombinationer:" in text
    assert '# "65 år och äldre" = ""' in text


def test_a_document_confirms_its_own_draft_in_both_versions(model: DeclaredModel) -> None:
    checked = checked_against(THIS_YEAR, model)
    assert checked.findings == ()
    by_model = [each for each in checked.confirmed if each.origin is Origin.MODEL]
    equations = [each for each in by_model if each.wording.key == "relation.declared"]
    assert {each.version for each in equations} == set(Version)
    assert not [each for each in checked.confirmed if each.origin is Origin.STATED]


@pytest.mark.parametrize(
    ("right", "wrong"), [("798 047", "798 074"), ("89 489", "89 849"), ("8 686", "8 668"), ("2 301", "2 310"), ("192 768", "193 768")]
)
def test_one_changed_figure_breaks_the_model(model: DeclaredModel, right: str, wrong: str) -> None:
    codes = {finding.code for finding in checked_against(THIS_YEAR.replace(right, wrong), model).findings}
    assert "M601" in codes
    assert codes <= {"M601", "M603"}


def test_next_years_document_is_bound_by_the_same_model() -> None:
    model = toml_round_trip(draft_of(THIS_YEAR))
    checked = checked_against(NEXT_YEAR, model)
    assert [finding.code for finding in checked.findings] == []
    assert len([each for each in checked.confirmed if each.origin is Origin.MODEL]) == 3


def test_next_years_error_is_found_by_the_same_model() -> None:
    model = toml_round_trip(draft_of(THIS_YEAR))
    findings = checked_against(NEXT_YEAR.replace("198 551", "189 551"), model).findings
    assert {finding.code for finding in findings} == {"M601"}


def test_last_years_workbook_says_nothing_of_next_years_figures() -> None:
    model = workbook_round_trip(draft_of(THIS_YEAR))
    assert "M603" not in {finding.code for finding in checked_against(NEXT_YEAR, model).findings}


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert model_workbook.write(draft_of(THIS_YEAR)) == model_workbook.write(draft_of(THIS_YEAR))


def test_a_table_with_years_is_drafted_so_that_it_is_bound_again() -> None:
    document = """
# 3 Budget
|= Nämnd | 2026 (tkr) | 2027 (tkr) | 2028 (tkr)
| Kultur | 50 123 | 51 377 | 52 661
| Fritid | 30 456 | 31 218 | 31 998
| Skola | 812 345 | 833 004 | 853 829
| Summa | 892 924 | 915 599 | 938 488
"""
    draft = draft_of(document)
    assert len(draft.model.relations) == 3
    assert draft.left_out == ()
    model = toml_round_trip(draft)
    assert checked_against(document, model).findings == ()
    assert {finding.code for finding in checked_against(document.replace("833 004", "833 040"), model).findings} == {"M601"}


def test_text_that_looks_like_a_formula_stays_text() -> None:
    document = """
# 3 Budget
|= Post | Belopp (tkr)
| =HYPERLINK("http://x") | 50 123
| +46 avgifter | 30 456
| @import | 812 345
| Summa | 892 924
"""
    draft = draft_of(document)
    assert draft.model.quantities
    model = workbook_round_trip(draft)
    assert [quantity.saved.formula for quantity in model.quantities if quantity.saved] == [""] * len(model.quantities)
    labels = {quantity.binding.label for quantity in model.quantities if quantity.binding}
    assert '=HYPERLINK("http://x")' in labels
