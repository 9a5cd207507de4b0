from __future__ import annotations

from lydelse.model.calculation import Origin, Outcome
from lydelse.model.text import Version
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


def test_what_is_left_is_never_a_stated_sum() -> None:
    assert _tested("| Intäkter | 12 500\n| Kostnader | 11 900\n| Summa | 600") == [("exact", Origin.INFERRED)]
    assert _tested("| Intäkter | 12 500\n| Kostnader | 11 900\n| Summa | 700") == []
    assert _tested("| Intäkter | 12 500\n| Kostnader | 11 900\n| Årets resultat | 700") == []


def test_signed_rows_add_up_to_a_net() -> None:
    rows = "| Intäkter | 45 200\n| Personal | −312 100\n| Hyra | −8 000\n| Nettokostnad | −274 900"
    assert _tested(rows) == [("exact", Origin.INFERRED)]


def test_a_net_row_that_nothing_shows_to_be_one_is_a_part() -> None:
    rows = "| Nettokostnad skola | 5 310\n| Nettokostnad vård | 2 044\n| Summa | 7 354"
    assert _tested(rows) == [("exact", Origin.STATED)]


def test_a_subtotal_without_a_witness_is_not_stated() -> None:
    assert _tested("| Lön | 3 120\n| Hyra | 1 240\n| Summa drift | 5 917\n| Bidrag | 777\n| Ram | 9 000") == []


def test_a_subtotal_is_stated_where_it_adds_up_the_same_rows_in_another_column() -> None:
    rows = "| Lön | 3 120 | 3 220\n| Hyra | 1 240 | 1 340\n| Summa drift | 4 360 | 4 650\n| Ram | 9 000 | 9 100"
    assert [verdict for verdict, _ in _tested(rows, "|= Post | 2025 (tkr) | 2026 (tkr)")] == ["exact", "inconsistent"]


def test_totals_on_top_of_their_rows_take_no_rows_from_the_block_above() -> None:
    rows = "| Summa norr | 3 014\n| A | 1 003\n| B | 2 011\n| Summa söder | 7 040\n| C | 4 021\n| D | 3 019\n| Totalt | 10 054"
    assert {verdict for verdict, _ in _tested(rows)} == {"exact"}


def test_a_number_between_its_parts_is_a_mean() -> None:
    assert _tested("| Norra | 228,4\n| Södra | 231,9\n| Totalt | 230,4", "|= Skola | Meritvärde") == []


def test_the_figures_of_a_column_of_heads_are_exact() -> None:
    assert _tested("| Norra | 312\n| Södra | 405\n| Summa | 718", "|= Skola | Antal elever") == [("inconsistent", Origin.STATED)]


def test_kronor_printed_to_the_krona_are_exact_in_the_whole_column() -> None:
    rows = "| Lön | 1 250\n| Hyra | 3 500\n| El | 845\n| Summa | {}"
    assert _tested(rows.format("5 595"), "|= Post | Belopp (kr)") == [("exact", Origin.STATED)]
    assert _tested(rows.format("5 596"), "|= Post | Belopp (kr)") == [("inconsistent", Origin.STATED)]


def test_a_total_column_that_stands_first_adds_up_those_after_it() -> None:
    header = "|= Projekt | Totalt (tkr) | 2026 (tkr) | 2027 (tkr)"
    rows = "| Bro | 5 200 | 3 100 | 2 100\n| Väg | 4 150 | 1 050 | 3 100\n| Park | 1 900 | 900 | 700"
    assert [verdict for verdict, _ in _tested(rows, header)] == ["exact", "exact", "inconsistent"]


def test_each_version_is_worded_with_its_own_rows_and_columns() -> None:
    text = "# 1 Ram\n|= Nämnd | [-2025-]{+2026+} (tkr)\n| Teknik | [-310-]{+320+}\n| Kultur | [-455-]{+460+}\n| Summa | [-765-]{+780+}\n"
    relation = calculation_of(text).relations[0]
    assert [relation.worded(version).facts["column"] for version in Version] == ["2025 (tkr)", "2026 (tkr)"]


def test_a_subtotal_that_one_typo_parts_from_its_rows_is_stated() -> None:
    rows = "| Lön | 3 125\n| Hyra | 1 240\n| Summa drift | 4 635\n| Bidrag | 777\n| Ram | 9 000"
    assert _tested(rows) == [("inconsistent", Origin.STATED)]
