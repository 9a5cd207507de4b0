from __future__ import annotations

from lydelse.checks import check
from lydelse.model.calculation import RelationKind
from lydelse.model.text import Version
from support.calculations import calculation_of, subject_of

CROSSED = """
# 1 Budget
|= Post (tkr) | Norr | Söder | Summa
| Lön | 10 | 20 | 30,5
| Hyra | 10 | 20 | 30,5
| El | 10 | 20 | 30,5
| Summa | 30 | 60 | 91
"""
"""Each row and column is within rounding. The rows make 91,35 at the least, and the two columns 91,0 at the most."""


def test_relations_that_hold_one_by_one_and_not_together_are_told_with_those_that_clash_alone() -> None:
    calculation = calculation_of(CROSSED)
    assert all(outcome.holds for outcome in calculation.outcomes if outcome.relation.kind is RelationKind.SUM)
    (clash,) = calculation.contradictions
    assert clash.version is Version.AFTER
    assert 2 <= len(clash.relations) < len(calculation.relations)


def test_a_contradiction_of_one_version_is_a_question() -> None:
    (finding,) = [each for each in check(subject_of(CROSSED)).findings if each.message.key.startswith("S101.jointly")]
    assert finding.severity == "question"


def test_figures_that_agree_as_printed_are_no_contradiction() -> None:
    assert calculation_of(CROSSED.replace("30,5", "30").replace("91", "90")).contradictions == ()
