from __future__ import annotations

from lydelse.model.calculation import RelationKind
from support.calculations import calculation_of

HEADER = "|= Del | Andel | Belopp (tkr)"


def _tested(rows: str, header: str = HEADER) -> list[str]:
    outcomes = calculation_of(f"# 1 Medel\n{header}\n{rows}").outcomes
    return [str(each.verdict) for each in outcomes if each.relation.kind is RelationKind.SHARE]


def test_each_share_times_the_total_is_the_amount_beside_it() -> None:
    rows = "| Norr | 62 % | 124 000\n| Söder | 23 % | 46 000\n| Väst | 15 % | 30 000\n| Summa | 100 % | 200 000"
    assert _tested(rows) == ["exact"] * 3
    assert _tested(rows.replace("30 000", "33 000")) == ["exact", "exact", "inconsistent"]


def test_shares_that_the_amounts_do_not_show_are_of_something_else() -> None:
    assert _tested("| Norr | 62 % | 90 000\n| Söder | 23 % | 80 000\n| Väst | 15 % | 30 000\n| Summa | 100 % | 200 000") == []


def test_a_total_that_is_not_all_of_it_is_no_base() -> None:
    assert _tested("| Norr | 62 % | 124 000\n| Söder | 23 % | 46 000\n| Summa | 85 % | 170 000") == []


def test_a_column_of_shares_is_of_the_column_that_it_agrees_with() -> None:
    header = "|= Del | 2025 (tkr) | 2026 (tkr) | Andel"
    rows = "| Norr | 61 900 | 64 000 | 64 %\n| Söder | 27 100 | 26 000 | 26 %\n| Väst | 10 000 | 10 000 | 10 %"
    assert _tested(f"{rows}\n| Summa | 99 000 | 100 000 | 100 %", header) == ["exact"] * 3


def test_shares_in_the_lines_of_a_list_are_of_its_total() -> None:
    items = "* barn 50 %, 4 000 tkr\n* unga 30 %, 2 400 tkr\n* äldre 20 %, 1 600 tkr"
    text = f"# 1 Medel\nAnslaget om 8 000 tkr fördelas enligt följande:\n{items}"
    shares = [each for each in calculation_of(text).outcomes if each.relation.kind is RelationKind.SHARE]
    assert [str(each.verdict) for each in shares] == ["exact"] * 3
