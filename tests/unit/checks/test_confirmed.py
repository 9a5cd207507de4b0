from __future__ import annotations

from lydelse.checks import check
from lydelse.model.calculation import Origin, Verdict
from lydelse.model.text import Version
from support.calculations import subject_of

TEXT = """
# 5 Medel
## 5.1 Grundbelopp per listad
Totalt fördelas för [-2025-]{+2026+}, [-293 881-]{+304 262+} tkr.
## 5.2 Social faktor
Måttet är BTI (brett tilläggsindex). Totalt fördelas för [-2025-]{+2026+}, [-195 921-]{+202 842+} tkr.
## 5.3 Avståndsfaktor
Totalt fördelas för [-2025-]{+2026+} 15 % av summan grundbelopp per listad, BTI och avståndsersättning, totalt [-86 435-]{+89 489+} tkr.
"""


def test_each_version_is_confirmed_by_itself_with_its_year_and_its_arithmetic() -> None:
    before, after, *_ = check(subject_of(TEXT)).confirmed
    assert (before.version, before.verdict, before.year) == (Version.BEFORE, Verdict.BARELY, 2025)
    assert (after.version, after.verdict, after.year) == (Version.AFTER, Verdict.WITHIN_ROUNDING, 2026)
    assert before.origin is Origin.STATED
    assert before.arithmetic == "15/85 × (293 881 + 195 921) = 86 435,6 ≈ 86 435 tkr"
    assert "89 489 tkr" in [passage.text for passage in after.passages]


def test_what_fails_is_not_confirmed() -> None:
    confirmed = check(subject_of(TEXT.replace("89 489", "89 849"))).confirmed
    assert [each.version for each in confirmed if each.origin is Origin.STATED] == [Version.BEFORE]


def test_amounts_that_one_factor_moved_are_consistent_and_never_stated() -> None:
    (moved,) = [each for each in check(subject_of(TEXT)).confirmed if each.wording.key == "relation.uprating"]
    assert (moved.origin, moved.version) == (Origin.INFERRED, Version.AFTER)
    assert moved.arithmetic.endswith("+3,532 %")
