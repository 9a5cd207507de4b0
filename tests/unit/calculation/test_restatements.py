from __future__ import annotations

from lydelse.model.calculation import Origin, RelationKind, Verdict
from support.calculations import calculation_of, outcome_of

TEXT = """
# Bakgrund
Kompensationen till de privata utförarna blir {} miljoner kronor.
# Förslag
Kompensationen till de privata utförarna fastställs till 13 878 702 kronor.
"""


def test_just_below_covers_what_is_just_below() -> None:
    outcome = outcome_of(TEXT.format("knappt 13,9"), RelationKind.EQUALITY)
    assert outcome is not None
    assert outcome.relation.origin is Origin.STATED
    assert outcome.verdict is Verdict.WITHIN_ROUNDING


def test_about_is_never_more_than_plausible() -> None:
    outcome = outcome_of(TEXT.format("cirka 13,8"), RelationKind.EQUALITY)
    assert outcome is not None
    assert outcome.verdict is Verdict.PLAUSIBLE


def test_just_above_does_not_cover_what_is_below() -> None:
    outcome = outcome_of(TEXT.format("drygt 13,9"), RelationKind.EQUALITY)
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONSISTENT


def test_another_amount_without_a_word_of_rounding_is_another_amount() -> None:
    assert calculation_of(TEXT.format("13,7")).relations == ()


def test_what_would_be_under_another_choice_is_not_compared() -> None:
    text = TEXT.format("knappt 13,8").replace("blir", "skulle bli")
    assert calculation_of(text).relations == ()


def test_an_amount_of_many_digits_said_twice_is_the_same_amount() -> None:
    text = "# Beslut\nUtbetalning sker med 13 878 702 kronor.\n# Motiv\nSumman 13 878 702 kr är beräknad på utfallet.\n"
    outcome = outcome_of(text, RelationKind.EQUALITY)
    assert outcome is not None
    assert outcome.verdict is Verdict.EXACT


def test_two_equal_prices_are_two_prices() -> None:
    assert calculation_of("# Priser\nLäkarbesök kostar 700 kr.\nHembesök kostar 700 kr.\n").relations == ()


def test_two_equal_cells_of_one_table_are_two_amounts() -> None:
    text = "# Priser\n|= Post | Norr (kr) | Söder (kr)\n| Hyra | 123 457 | 123 457\n"
    assert calculation_of(text).relations == ()


def test_a_coarse_figure_far_off_is_another_amount() -> None:
    text = TEXT.format("drygt 12")
    assert calculation_of(text).relations == ()


def test_equal_amounts_of_two_things_are_no_restatement() -> None:
    text = "# Anslag\nAnslaget till norra parken är 12 345 tkr.\nAnslaget till södra badet är 12 345 tkr.\n"
    assert calculation_of(text).relations == ()


def test_two_amounts_of_one_sentence_are_two_unless_it_says_that_they_are_one() -> None:
    assert calculation_of("# Ram\nAv ramen avsätts 12 345 tkr till kultur och 12 345 tkr till idrott.\n").relations == ()
    said = outcome_of("# Ram\nRamen är 12 345 tkr, dvs. 12 345 000 kr.\n", RelationKind.EQUALITY)
    assert said is not None


def test_a_rounded_amount_of_another_thing_restates_nothing() -> None:
    text = "# Ram\nRamen för skolornas personal är 287 912 tkr.\nRamen för skolornas lokaler är cirka 288 mnkr.\n"
    assert calculation_of(text).relations == ()
