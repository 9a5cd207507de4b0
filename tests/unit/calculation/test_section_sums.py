from __future__ import annotations

from lydelse.model.calculation import Origin, RelationKind, Verdict
from lydelse.model.text import Version
from support.calculations import calculation_of, outcome_of

STATED = """
# 5.1 Vård för listade
Sammanlagt fördelas för år [-2025-]{+2026+} [-773 096-]{+798 047+} tkr. Beloppet består av:
* grundbelopp
* social faktor
* avståndsfaktor
* medicin
* samordnare
# 5.1.1 Grundbelopp
Totalt går [-293 881-]{+304 262+} tkr till grundbeloppet.
# 5.1.2 Social faktor
Totalt [-195 921-]{+202 842+} tkr.
# 5.1.3 Avståndsfaktor
Totalt [-86 435-]{+89 489+} tkr.
# 5.1.4 Medicin
Totalt [-188 434-]{+192 768+} tkr.
# 5.1.5 Samordnare
Totalt [-8 425-]{+8 686+} tkr.
"""


def test_parts_that_a_list_announces_make_a_stated_sum_in_both_versions() -> None:
    for version in Version:
        outcome = outcome_of(STATED, RelationKind.SUM, version)
        assert outcome is not None
        assert outcome.relation.origin is Origin.STATED
        assert outcome.verdict is Verdict.EXACT
        assert len(outcome.relation.parts) == 5


def test_a_stated_sum_is_wrong_even_where_it_was_always_wrong() -> None:
    text = STATED.replace("[-773 096-]{+798 047+}", "[-773 196-]{+798 147+}")
    outcome = outcome_of(text, RelationKind.SUM)
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONSISTENT
    assert outcome.difference == 100_000


def test_a_sum_that_nothing_announces_and_no_version_obeys_is_no_relation() -> None:
    text = "# 5 Bidrag\nTotalt avsätts 900 tkr.\n## 5.1 Lokaler\nTotalt fördelas 300 tkr.\n## 5.2 Läger\nTotalt fördelas 250 tkr.\n"
    assert calculation_of(text).relations == ()


def test_a_sum_that_nothing_announces_is_inferred_where_the_figures_obey_it() -> None:
    text = "# 5 Bidrag\nTotalt avsätts 5 730 tkr.\n## 5.1 Lokaler\nTotalt fördelas 3 210 tkr.\n## 5.2 Läger\nTotalt fördelas 2 520 tkr.\n"
    outcome = outcome_of(text, RelationKind.SUM)
    assert outcome is not None
    assert outcome.relation.origin is Origin.INFERRED
    assert outcome.verdict is Verdict.EXACT


def test_an_announced_part_without_an_amount_leaves_the_sum_untested() -> None:
    text = STATED.replace("Totalt [-188 434-]{+192 768+} tkr.", "Beloppet fastställs senare.")
    assert outcome_of(text, RelationKind.SUM) is None


def test_a_ceiling_is_no_part_of_a_sum() -> None:
    text = STATED.replace("Totalt [-188 434-]{+192 768+} tkr.", "Totalt utgår högst [-188 434-]{+192 768+} tkr.")
    assert outcome_of(text, RelationKind.SUM) is None


def test_a_part_that_only_the_later_version_has_counts_there_alone() -> None:
    text = """
# 5 Bidrag
Totalt avsätts [-5 730-]{+6 940+} tkr.
## 5.1 Lokaler
Totalt fördelas [-3 210-]{+3 300+} tkr.
## 5.2 Läger
Totalt fördelas [-2 520-]{+2 600+} tkr.
## {+5.3 Resor+}
{+Totalt fördelas 1 040 tkr.+}
"""
    before, after = (outcome_of(text, RelationKind.SUM, version) for version in Version)
    assert before is not None
    assert after is not None
    assert (before.verdict, after.verdict) == (Verdict.EXACT, Verdict.EXACT)


def test_round_figures_that_happen_to_add_up_are_no_relation() -> None:
    text = "# 5 Bidrag\nTotalt avsätts 900 tkr.\n## 5.1 Lokaler\nTotalt fördelas 300 tkr.\n## 5.2 Läger\nTotalt fördelas 600 tkr.\n"
    assert calculation_of(text).relations == ()


def test_prices_under_a_budget_are_not_its_parts() -> None:
    text = """
# 4 Besök
Totalt avsätts 5 000 tkr. I ersättningen ingår:
* läkarbesök
* hembesök
## 4.1 Läkarbesök
Ersättningen uppgår till 700 kr.
## 4.2 Hembesök
Ersättningen uppgår till 500 kr.
"""
    assert calculation_of(text).relations == ()
