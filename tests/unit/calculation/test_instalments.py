from __future__ import annotations

import pytest

from lydelse.model.calculation import RelationKind, Verdict
from support.calculations import calculation_of, outcome_of


def verdict_of(text: str) -> Verdict | None:
    outcome = outcome_of(f"# 1 Stöd\n{text}", RelationKind.INSTALMENT)
    return outcome.verdict if outcome else None


def test_twelve_months_make_a_year() -> None:
    assert verdict_of("Stödet är 1 500 kr per månad, dvs. 18 000 kr per år.") is Verdict.EXACT


def test_four_quarters_make_a_year() -> None:
    assert verdict_of("Stödet är 4 500 kr per kvartal, dvs. 18 000 kr per år.") is Verdict.EXACT


@pytest.mark.parametrize(("year", "verdict"), [("17 994", Verdict.WITHIN_ROUNDING), ("18 006", Verdict.WITHIN_ROUNDING)])
def test_a_month_may_be_rounded_by_half_a_krona(year: str, verdict: Verdict) -> None:
    assert verdict_of(f"Stödet är 1 500 kr per månad, dvs. {year} kr per år.") is verdict


@pytest.mark.parametrize("year", ["17 993", "18 007"])
def test_a_year_further_off_than_twelve_roundings_does_not_hold(year: str) -> None:
    assert verdict_of(f"Stödet är 1 500 kr per månad, dvs. {year} kr per år.") is Verdict.INCONSISTENT


def test_amounts_that_are_not_said_to_be_one_are_no_instalments() -> None:
    calculation = calculation_of("# 1 Stöd\nStödet är 1 500 kr per månad. Hyran är 90 000 kr per år.")
    assert all(relation.kind is not RelationKind.INSTALMENT for relation in calculation.relations)
