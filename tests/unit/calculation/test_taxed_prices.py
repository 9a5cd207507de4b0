from __future__ import annotations

import pytest

from lydelse.model.calculation import RelationKind
from support.calculations import calculation_of

COLUMNS = "|= Avgift | Exkl. moms (kr) | Inkl. moms (kr)"


def _tested(table: str, said: str = "") -> list[tuple[str, str]]:
    outcomes = calculation_of(f"# 1 Taxa\n{said}\n{table}").outcomes
    products = [each for each in outcomes if each.relation.kind is RelationKind.PRODUCT]
    return [(str(each.relation.wording.facts["label"]), str(each.verdict)) for each in products]


def test_all_prices_but_one_of_a_table_show_the_rate() -> None:
    table = f"{COLUMNS}\n| A | 2 400 | 3 000\n| B | 1 200 | 1 500\n| C | 840 | 1 050\n| D | 640 | 810"
    assert _tested(table) == [("A", "exact"), ("B", "exact"), ("C", "exact"), ("D", "inconsistent")]


def test_two_prices_show_no_rate_where_a_third_keeps_none_and_nothing_states_it() -> None:
    table = f"{COLUMNS}\n| A | 2 400 | 3 000\n| B | 1 200 | 1 500\n| D | 640 | 817"
    assert _tested(table) == []
    assert _tested(table, "Moms tillkommer med 25 procent.")[-1] == ("D", "inconsistent")


def test_a_rate_that_no_price_keeps_is_of_something_else() -> None:
    assert _tested(f"{COLUMNS}\n| A | 2 400 | 3 100\n| B | 1 200 | 1 600", "Moms tillkommer med 25 procent.") == []


def test_prices_of_several_years_stand_side_by_side() -> None:
    header = "|= Avgift | 2025 exkl. moms | 2025 inkl. moms | 2026 exkl. moms | 2026 inkl. moms"
    rows = "| A | 2 400 kr | 3 000 kr | 2 480 kr | 3 100 kr\n| B | 1 200 kr | 1 500 kr | 1 240 kr | 1 540 kr"
    assert _tested(f"{header}\n{rows}") == [("A", "exact"), ("B", "exact"), ("A", "exact"), ("B", "inconsistent")]


@pytest.mark.parametrize(
    "names", ["Pris | Pris inkl. moms", "Utan moms | Med moms", "Pris före moms | Pris efter moms", "Pris ex. moms | Inkl. 25 % moms"]
)
def test_columns_are_called_in_many_ways(names: str) -> None:
    table = f"|= Avgift | {names}\n| A | 2 400 kr | 3 000 kr\n| B | 1 200 kr | 1 500 kr\n| C | 840 kr | 1 150 kr\n| D | 100 kr | 125 kr"
    assert [verdict for _, verdict in _tested(table)] == ["exact", "exact", "inconsistent", "exact"]


def test_a_price_that_does_not_add_up_with_the_tax_beside_it_is_told_of_the_sum_alone() -> None:
    header = "|= Avgift | Exkl. moms (kr) | Moms (kr) | Inkl. moms (kr)"
    rows = "| A | 2 400 | 600 | 3 000\n| B | 1 200 | 300 | 1 550\n| C | 840 | 210 | 1 050\n| D | 400 | 90 | 490"
    assert _tested(f"{header}\n{rows}", "Momsen är 25 %.") == [("A", "exact"), ("C", "exact"), ("D", "inconsistent")]


def test_a_lone_price_is_rounded_where_the_whole_column_is_printed_so() -> None:
    assert _tested(f"{COLUMNS}\n| A | 2 400 | 3 000\n| B | 1 196 | 1 500\n| C | 640 | 800\n| D | 800 | 1 000") == [
        ("A", "exact"),
        ("C", "exact"),
        ("D", "exact"),
    ]
