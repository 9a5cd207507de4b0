from __future__ import annotations

from lydelse.model.calculation import RelationKind
from support.calculations import calculation_of


def _tested(table: str) -> list[tuple[str, str]]:
    outcomes = calculation_of(f"# 1 Taxa\n{table}").outcomes
    return [(str(each.verdict), str(each.relation.origin)) for each in outcomes if each.relation.kind is RelationKind.SUM]


def test_a_price_with_tax_is_the_price_without_it_and_the_tax() -> None:
    header = "|= Avgift | Exkl. moms (kr) | Moms (kr) | Inkl. moms (kr)"
    assert _tested(f"{header}\n| Fast | 2 400 | 600 | 3 000\n| Lägenhet | 1 200 | 300 | 1 550") == [
        ("exact", "stated"),
        ("inconsistent", "stated"),
    ]


def test_the_three_may_stand_below_one_another() -> None:
    assert _tested("|= Post | Kr\n| Pris exkl. moms | 2 400\n| Moms 25 % | 600\n| Pris inkl. moms | 3 000") == [("exact", "stated")]


def test_a_table_without_the_tax_itself_is_not_tested() -> None:
    assert _tested("|= Avgift | Exkl. moms (kr) | Inkl. moms (kr)\n| Fast | 2 400 | 3 000\n| Lägenhet | 1 200 | 1 550") == []
