from __future__ import annotations

import pytest

from lydelse.model.calculation import RelationKind, Verdict
from support.calculations import calculation_of, outcome_of


def verdict_of(text: str) -> Verdict | None:
    outcome = outcome_of(f"# 1 Stöd\n{text}", RelationKind.PRODUCT)
    return outcome.verdict if outcome else None


def test_a_price_times_a_count_is_its_total() -> None:
    assert verdict_of("Stödet är 12 x 450 kr = 5 400 kr.") is Verdict.EXACT


@pytest.mark.parametrize("total", ["5 407", "5 393"])
def test_a_total_further_off_than_the_rounding_of_its_price_does_not_hold(total: str) -> None:
    assert verdict_of(f"Stödet är 12 x 450 kr = {total} kr.") is Verdict.INCONSISTENT


@pytest.mark.parametrize("total", ["5 406", "5 394"])
def test_a_price_may_be_rounded_by_half_a_krona(total: str) -> None:
    assert verdict_of(f"Stödet är 12 x 450 kr = {total} kr.") is Verdict.WITHIN_ROUNDING


def test_a_large_count_may_be_an_average_without_its_decimals() -> None:
    assert verdict_of("Stödet är 120 x 450 kr = 54 200 kr.") is Verdict.WITHIN_ROUNDING


def test_what_is_counted_in_fractions_may_be_rounded() -> None:
    assert verdict_of("Stödet är 12 årsarbetare x 650 000 kr = 7 900 000 kr.") is Verdict.WITHIN_ROUNDING


def test_a_table_with_too_many_columns_to_multiply_is_told_of() -> None:
    columns = 11
    header = " | ".join(["Skola", "Antal elever", "Pris per elev (kr)", *(f"Stöd {at} (kr)" for at in range(columns))])
    row = " | ".join(["Norra", "12", "450", *(str(5003 + at) for at in range(columns))])
    stopped = calculation_of(f"# 1 Stöd\n|= {header}\n| {row}").stopped
    assert [(each.key, each.facts["most"]) for each in stopped] == [("calculation.columns", 12)]


def test_a_table_of_twelve_columns_is_tested_in_full() -> None:
    columns = 10
    header = " | ".join(["Skola", "Antal elever", "Pris per elev (kr)", *(f"Stöd {at} (kr)" for at in range(columns))])
    row = " | ".join(["Norra", "12", "450", *(str(5003 + at) for at in range(columns))])
    assert calculation_of(f"# 1 Stöd\n|= {header}\n| {row}").stopped == ()
