from __future__ import annotations

from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.text import Version
from support.calculations import calculation_of

ROWS = "| Nybyggnad | 21 | [-22 680-]{+23 520+} kr\n| Tillbyggnad | 9 | [-9 720-]{+10 080+} kr\n| Förråd | 6,5 | [-7 020-]{+7 280+} kr"


def _products(text: str) -> list[Outcome]:
    return [each for each in calculation_of(text).outcomes if each.relation.kind is RelationKind.PRODUCT]


def _priced(said: str, rows: str, columns: str = "Ärende | Timmar | Avgift") -> list[Outcome]:
    return _products(f"# 2 Avgifter\n{said}\n|= {columns}\n{rows}")


def test_each_row_is_the_texts_amount_times_its_count() -> None:
    found = _priced("Timpriset är [-1 080-]{+1 120+} kr.", ROWS)
    assert [each.holds for each in found] == [True] * 6
    assert {each.relation.parts[0].label for each in found} == {"Timpriset"}


def test_a_row_left_at_last_years_amount_is_told() -> None:
    found = _priced("Timpriset är [-1 080-]{+1 120+} kr.", f"{ROWS}\n| Skylt | 3 | 3 240 kr")
    assert [(each.version, each.relation.whole.label) for each in found if not each.holds] == [(Version.AFTER, "Skylt")]


def test_a_column_left_at_last_years_amounts_is_told() -> None:
    rows = "| Nybyggnad | 21 | 22 680 kr\n| Tillbyggnad | 9 | 9 720 kr\n| Förråd | 6,5 | 7 020 kr"
    found = _priced("Timpriset är [-1 080-]{+1 120+} kr.", rows)
    assert [each.holds for each in found if each.version is Version.AFTER] == [False] * 3


def test_a_column_of_a_year_that_is_gone_is_held_against_nothing_new() -> None:
    rows = "| Ett | 21 | 22 680 kr | 23 520 kr\n| Två | 9 | 9 720 kr | 10 080 kr\n| Tre | 6,5 | 7 020 kr | 7 280 kr"
    found = _priced("Timpriset är [-1 080-]{+1 120+} kr.", rows, "Ärende | Timmar | Avgift 2025 | Avgift 2026")
    assert all(each.holds for each in found)
    assert found


def test_two_rows_show_nothing() -> None:
    rows = "| Nybyggnad | 21 | 23 520 kr\n| Tillbyggnad | 9 | 10 080 kr\n| Skylt | 3 | 3 900 kr\n| Mur | 4 | 5 100 kr"
    assert _priced("Timpriset är 1 120 kr.", rows) == []


def test_a_price_of_a_section_above_counts_too() -> None:
    found = _products(f"# 1 Priser\nTimpriset är [-1 080-]{{+1 120+}} kr.\n# 2 Avgifter\n|= Ärende | Timmar | Avgift\n{ROWS}")
    assert [each.holds for each in found] == [True] * 6


def test_a_row_that_is_rounded_to_tens_is_held_against_nothing() -> None:
    found = _priced("Timpriset är 1 125 kr.", "| Ett | 2 | 2 250 kr\n| Två | 4 | 4 500 kr\n| Tre | 8 | 9 000 kr\n| Fyra | 1,5 | 1 690 kr")
    assert [each.relation.whole.label for each in found] == ["Ett", "Två", "Tre"]
