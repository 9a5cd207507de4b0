from __future__ import annotations

from lydelse.model.calculation import Outcome, RelationKind, Verdict
from lydelse.model.text import Version
from support.calculations import calculation_of

SAID = "Administration är tre procent av det ovanför och moms sex procent av allt."
ROWS = (
    ("Undervisning", "[-118 400-]{+121 952+}", "[-92 600-]{+95 378+}"),
    ("Material", "[-3 200-]{+3 296+}", "[-3 210-]{+3 306+}"),
    ("Administration", "[-3 648-]{+3 757+}", "[-2 874-]{+2 961+}"),
    ("Moms", "[-7 515-]{+7 740+}", "[-5 921-]{+6 099+}"),
)


def _shares(said: str, rows: tuple[tuple[str, ...], ...]) -> list[Outcome]:
    table = "\n".join(f"| {' | '.join(row)}" for row in rows)
    calculation = calculation_of(f"# 1 Grundbelopp\n{said}\n|= Del | 1–2 år | 3–5 år\n{table}")
    return [each for each in calculation.outcomes if each.relation.kind is RelationKind.SHARE]


def _changed(row: int, to: str) -> tuple[tuple[str, ...], ...]:
    return tuple((name, to, other) if at == row else (name, one, other) for at, (name, one, other) in enumerate(ROWS))


def test_rows_are_found_to_be_shares_of_other_rows_in_both_versions() -> None:
    found = _shares(SAID, ROWS)
    assert {each.relation.whole.label for each in found} == {"Administration", "Moms"}
    assert all(each.holds for each in found)
    assert len(found) == 8
    assert {len(each.relation.parts) - 1 for each in found} == {2, 3}


def test_a_row_that_is_its_share_no_longer_is_told_against_the_earlier_version() -> None:
    broken = [each for each in _shares(SAID, _changed(3, "[-7 515-]{+7 760+}")) if not each.holds]
    assert [(each.version, each.verdict, each.relation.whole.label) for each in broken] == [(Version.AFTER, Verdict.INCONSISTENT, "Moms")]


def test_a_share_that_no_text_states_is_not_looked_for() -> None:
    assert _shares("Beloppen räknas upp.", ROWS) == []


def test_one_column_that_is_no_such_share_makes_the_row_none() -> None:
    assert all(each.relation.whole.label != "Moms" for each in _shares(SAID, _changed(3, "[-7 615-]{+7 740+}")))


def test_round_figures_show_nothing() -> None:
    rows = (("A", "1 000", "1 000"), ("B", "1 000", "2 000"), ("C", "60", "90"))
    assert _shares("C är 3 procent.", rows) == []


def test_a_share_with_decimals_is_taken_at_its_word() -> None:
    rows = (
        ("Undervisning", "[-98 400-]{+101 600+}", "[-84 310-]{+87 240+}"),
        ("Lokaler", "[-21 350-]{+22 130+}", "[-18 220-]{+18 760+}"),
        ("Administration", "[-4 191-]{+4 361+}", "[-3 589-]{+3 710+}"),
    )
    broken = [each for each in _shares("Administration beräknas som 3,5 procent av delarna.", rows) if not each.holds]
    assert [(each.version, each.verdict) for each in broken] == [(Version.AFTER, Verdict.INCONSISTENT)]
