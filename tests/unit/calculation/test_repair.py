from __future__ import annotations

from decimal import Decimal

from lydelse.calculation.repair import one_typo_from, repair_of
from lydelse.model.calculation import Calculation, Verdict
from lydelse.model.text import Version
from support.calculations import calculation_of

TABLE = "# 1 Budget\n|= Post | Belopp (tkr)\n| Lön | 412 300\n| Hyra | 318 750\n| El | 58 410\n| Summa | {}\n"


def _repaired(calculation: Calculation) -> Decimal | None:
    broken = [each for each in calculation.outcomes if each.verdict is Verdict.INCONSISTENT and each.version is Version.AFTER]
    assert broken
    repair = repair_of(calculation, broken[0])
    return repair.value if repair else None


def test_one_swap_that_mends_everything_is_found() -> None:
    assert _repaired(calculation_of(TABLE.format("712 460"))) is None
    assert _repaired(calculation_of(TABLE.format("789 640"))) == Decimal(789460)


def test_a_figure_that_other_relations_hold_is_no_suspect() -> None:
    text = """
# 1 Medel
Totalt fördelas 507 104 tkr. I medlen ingår:
* grundbelopp
* tillägg
## 1.1 Grundbelopp
Totalt fördelas 304 262 tkr.
## 1.2 Tillägg
Tillägget utgör 50 % av anslaget på 405 684 tkr, totalt 202 482 tkr.
"""
    assert _repaired(calculation_of(text)) == Decimal(202842)


def test_the_numbers_one_typo_away_keep_their_decimals_and_their_length() -> None:
    near = one_typo_from(Decimal("1.10"))
    assert Decimal("1.01") in near
    assert Decimal("0.10") not in near
    assert all(str(each).count(".") == 1 and len(str(each)) == 4 for each in near)
