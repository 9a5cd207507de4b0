from __future__ import annotations

from lydelse.model.calculation import RelationKind
from support.calculations import calculation_of

TEXT = (
    "# 4 Ersättning\nTotalt utgår [-512 424-]{+528 794+} tkr. Snittersättningen är [-1 708-]{+1 763+} kr per listad person.\n"
    "# 5 Underlag\nAntalet listade var [-BEFORE-]{+AFTER+}.\n"
)


def _tested(before: str, after: str) -> list[str]:
    outcomes = calculation_of(TEXT.replace("BEFORE", before).replace("AFTER", after)).outcomes
    return [f"{each.version}: {each.verdict}" for each in outcomes if each.relation.kind is RelationKind.PRODUCT]


def test_the_stated_heads_times_the_average_are_the_total() -> None:
    assert _tested("300 014", "299 940") == ["before: within rounding", "after: within rounding"]
    assert _tested("300 014", "294 990") == ["before: within rounding", "after: inconsistent"]


def test_heads_that_never_fitted_are_others() -> None:
    assert _tested("212 480", "211 905") == []
