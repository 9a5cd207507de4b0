from __future__ import annotations

from fractions import Fraction

from lydelse.model.against_model import Decomposition
from support.models import against

DOCUMENT = """
# 5 Medel
Totalt fördelas för [-2025-]{+2026+} [-3 000-]{+3 250+} tkr.
## 5.1 Listning
Totalt fördelas [-2 000-]{+2 163+} tkr.
## 5.2 Läkemedel
Totalt fördelas [-1 000-]{+1 087+} tkr.
"""
MODEL = """
[storhet.total]
avsnitt = "5"
enhet = "tkr"
[storhet.listning]
avsnitt = "5.1"
enhet = "tkr"
[storhet.lakemedel]
avsnitt = "5.2"
enhet = "tkr"
[storhet.listade]
tal = {2025 = 10000, 2026 = 10500}
[relation.total]
uttryck = "total = listning + lakemedel"
[index.lpik]
procent = "3"
storheter = ["listning"]
volym = "listade"
"""


def decomposition(document: str = DOCUMENT, model: str = MODEL) -> Decomposition | None:
    return next(iter(against(document, model).decompositions), None)


def test_a_change_is_index_then_volume_at_the_new_price_then_the_rest() -> None:
    found = decomposition()
    assert found is not None
    listning, lakemedel = found.shares
    assert [listning.by_index, listning.by_volume, listning.by_other] == [Fraction(60_000), Fraction(103_000), Fraction(0)]
    assert [lakemedel.by_index, lakemedel.by_volume, lakemedel.by_other] == [Fraction(0), Fraction(0), Fraction(87_000)]
    assert (listning.heads, lakemedel.index) == ("listade", "")


def test_the_parts_and_the_rounding_are_all_of_the_change() -> None:
    found = decomposition(DOCUMENT.replace("3 250", "3 251"))
    assert found is not None
    assert found.rounding == 1000
    assert found.by_index + found.by_volume + found.by_other + found.rounding == Fraction(251_000)


def test_nothing_is_taken_apart_without_an_index_or_an_earlier_figure() -> None:
    assert decomposition(model=MODEL.partition("[index")[0]) is None
    assert decomposition(DOCUMENT.replace("[-2 000-]", "")) is None
