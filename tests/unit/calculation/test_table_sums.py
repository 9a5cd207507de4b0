from __future__ import annotations

from lydelse.model.calculation import Origin, Outcome
from support.calculations import calculation_of


def _tested(rows: str, header: str = "|= Post | Belopp (tkr)") -> list[tuple[str, str]]:
    outcomes: tuple[Outcome, ...] = calculation_of(f"# 1 Budget\n{header}\n{rows}").outcomes
    return [(outcome.verdict.value, outcome.relation.origin.value) for outcome in outcomes]


def test_a_total_row_is_stated() -> None:
    assert _tested("| Lön | 1 204\n| Hyra | 2 410\n| Summa | 3 614") == [("exact", Origin.STATED)]


def test_each_column_of_years_has_its_own_sum() -> None:
    rows = "| Lön | 1 204 | 1 304\n| Hyra | 2 410 | 2 510\n| Totalt | 3 614 | 3 841"
    assert [verdict for verdict, _ in _tested(rows, "|= Post | 2025 (tkr) | 2026 (tkr)")] == ["exact", "inconsistent"]


def test_a_part_that_is_not_read_leaves_the_total_untested() -> None:
    assert _tested("| Lön | 1 204\n| Hyra | enligt avtal\n| El | 300\n| Summa | 3 614") == []


def test_a_blank_or_a_dash_is_nothing() -> None:
    assert _tested("| Lön | 1 204\n| Hyra | –\n| El | 300\n| Summa | 1 504") == [("exact", "stated")]


def test_a_row_that_the_next_rows_break_down_stands_for_them() -> None:
    assert _tested("| Vård | 5 300\n| Lön | 3 300\n| Hyra | 2 000\n| Tandvård | 1 000\n| Summa | 6 300") == [("exact", "stated")]


def test_a_total_of_the_last_few_rows_is_no_mismatch() -> None:
    rows = "| Intäkter | 5 000\n| Lön | 3 000\n| Hyra | 1 000\n| Summa kostnader | 4 000\n| Resultat | 1 000"
    assert _tested(rows) == [("exact", "inferred")]


def test_a_total_on_top_is_inferred_only() -> None:
    assert _tested("| Totalt | 3 614\n| Lön | 1 204\n| Hyra | 2 410") == [("exact", "inferred")]
    assert _tested("| Totalt | 3 641\n| Lön | 1 204\n| Hyra | 2 410") == []


def test_prices_are_not_added_up() -> None:
    header = "|= Ålder | Antal | Kr per invånare | Totalt tkr"
    rows = "| 0–64 | 1 000 | 2 000 | 2 000\n| 65– | 500 | 4 000 | 2 000\n| Totalt | 1 500 | 2 667 | 4 000"
    assert "inconsistent" not in [verdict for verdict, _ in _tested(rows, header)]


def test_a_column_of_totals_is_learned_from_the_rows_that_add_up() -> None:
    header = "|= Enhet | Lön (tkr) | Hyra (tkr) | Summa (tkr)"
    rows = "| Norr | 1 204 | 300 | 1 504\n| Söder | 2 410 | 400 | 2 810\n| Öster | 1 100 | 150 | 1 520\n| Väster | 900 | 100 | 1 000"
    assert [verdict for verdict, _ in _tested(rows, header)] == ["exact", "exact", "inconsistent", "exact"]


def test_a_total_below_a_table_that_goes_on_from_another_is_not_stated() -> None:
    text = "# 1 Budget\n|= Post | tkr\n| Lön | 1 204\n| Hyra | 2 410\n\n| El | 300\n| Vatten | 200\n| Summa | 4 114\n"
    assert [outcome.verdict for outcome in calculation_of(text).outcomes if not outcome.holds] == []
