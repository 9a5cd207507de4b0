from __future__ import annotations

from math import ceil, floor

import pytest

from lydelse.calculation.testing import common_head_count
from lydelse.model.calculation import Origin, RelationKind
from lydelse.model.text import Version
from support.calculations import outcome_of

TEXT = """
# 5 Medel
## 5.1 Grundbelopp
Totalt fördelas [-293 881-]{+304 262+} tkr. Beloppet för vikt 1,00 är [-2 222-]{+2 301+} kr.
## 5.2 Social faktor
Snittet per invånare är [-1 482-]{+1 534+} kr, totalt [-195 921-]{+202 842+} tkr.
## 5.3 Avståndsfaktor
Snittet är [-1 591-]{+1 652+} kr per listad invånare, totalt [-86 435-]{+89 489+} tkr.
## 5.4 Medicin
Beloppet med vikt 1,0 är [-1 425-]{+1 458+} kr, total [-188 434-]{+192 768+} tkr.
## 5.5 Samordnare
Snittet per inv i åldern 16–67 år är [-103-]{+106+} kr, totalt [-8 425-]{+8 686+} tkr.
"""


@pytest.mark.parametrize(("version", "lower", "upper"), [(Version.BEFORE, 132_230, 132_245), (Version.AFTER, 132_202, 132_259)])
def test_sections_about_the_same_people_imply_one_head_count_and_the_others_stay_outside(version: Version, lower: int, upper: int) -> None:
    outcome = outcome_of(TEXT, RelationKind.RATIO, version)
    assert outcome is not None
    assert outcome.holds
    assert outcome.relation.origin is Origin.INFERRED
    sections = {entry.place.section for entry in (outcome.relation.whole, *outcome.relation.parts)}
    assert sections == {"5.1", "5.2", "5.4"}
    common = common_head_count(outcome.relation, version)
    assert common is not None
    assert common.lower is not None
    assert common.upper is not None
    assert (ceil(common.lower), floor(common.upper)) == (lower, upper)


def test_the_group_that_the_earlier_version_shows_is_tested_in_the_later_one() -> None:
    outcome = outcome_of(TEXT.replace("{+1 534+}", "{+1 543+}"), RelationKind.RATIO)
    assert outcome is not None
    assert not outcome.holds


def test_head_counts_that_never_agreed_are_no_relation() -> None:
    text = TEXT.replace("[-1 482-]", "[-1 382-]").replace("[-1 425-]", "[-1 525-]")
    assert outcome_of(text, RelationKind.RATIO) is None
