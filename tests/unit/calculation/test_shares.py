from __future__ import annotations

from fractions import Fraction

from lydelse.model.calculation import RelationKind, Verdict
from lydelse.model.text import Version
from support.calculations import calculation_of, outcome_of

SELF = """
# 5 Medel
## 5.1 Grundbelopp per listad
Totalt fördelas [-293 881-]{+304 262+} tkr.
## 5.2 Social faktor
Måttet är BTI (brett tilläggsindex). Totalt fördelas [-195 921-]{+202 842+} tkr.
## 5.3 Avståndsfaktor
Totalt fördelas 15 % av summan grundbelopp per listad, BTI och avståndsersättning. Det blir totalt [-86 435-]{+89 489+} tkr.
"""


def test_a_share_of_a_base_that_holds_the_share_itself_is_solved() -> None:
    before, after = (outcome_of(SELF, RelationKind.SHARE, version) for version in Version)
    assert before is not None
    assert after is not None
    assert before.verdict is Verdict.BARELY
    assert before.probability == Fraction(1, 72)
    assert after.verdict is Verdict.WITHIN_ROUNDING


def test_a_share_that_one_digit_breaks_is_inconsistent_where_it_was_obeyed() -> None:
    outcome = outcome_of(SELF.replace("89 489", "89 849"), RelationKind.SHARE)
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONSISTENT


def test_a_base_that_the_document_does_not_state_is_not_tested() -> None:
    assert calculation_of("# 1 Stöd\nStödet är 70 % av medianlönen, totalt 6 089 tkr.\n").relations == ()


def test_a_total_of_something_else_after_a_share_is_not_what_the_share_makes() -> None:
    text = "# 1 Medel\nAv anslaget på 40 mkr går 25 % till utveckling. Totalt avsätts 90 mkr för projektet.\n"
    assert calculation_of(text).relations == ()


def test_units_are_mixed_through_their_scale() -> None:
    outcome = outcome_of("# 1 Medel\nStödet är 2 % av anslaget på 40 mkr, totalt 800 tkr.\n", RelationKind.SHARE)
    assert outcome is not None
    assert outcome.verdict is Verdict.EXACT


def test_a_percentage_that_was_worked_out_is_itself_rounded() -> None:
    text = "# 2 Utfall\n## 2.1 Grundbelopp\nTotalt fördelas 196 800 tkr.\n## 2.2 Lokaler\n"
    text += "Kostnaden blev 23 600 tkr, vilket motsvarar {} % av grundbeloppet.\n"
    near = outcome_of(text.format("12"), RelationKind.SHARE)
    far = outcome_of(text.format("21"), RelationKind.SHARE)
    assert near is not None
    assert far is not None
    assert (near.verdict, far.verdict) == (Verdict.WITHIN_ROUNDING, Verdict.INCONSISTENT)


def test_the_subject_of_the_sentence_names_an_amount_of_a_list() -> None:
    text = "# 2 Ram\n* grunddel 38 880 tkr\n* landsbygdstillägg {} tkr\nLandsbygdstillägget motsvarar 20 procent av ramen på 48 600 tkr.\n"
    outcome = outcome_of(text.format("9 720"), RelationKind.SHARE)
    assert outcome is not None
    assert outcome.holds
    assert outcome_of(text.format("7 290"), RelationKind.SHARE) is None
