from __future__ import annotations

from lydelse.model.calculation import RelationKind, Verdict
from support.calculations import calculation_of, outcome_of

LINES = """
# Utbetalning
Norra enheten 2 093 107 kr
Södra enheten 1 418 830 kr
Östra enheten 4 832 949 kr
SUMMA 8 344 886 kr
"""


def test_lines_of_names_and_amounts_add_up_to_the_line_that_says_so() -> None:
    outcome = outcome_of(LINES, RelationKind.SUM)
    assert outcome is not None
    assert outcome.verdict is Verdict.EXACT


def test_kronor_of_a_decision_are_exact_so_that_one_krona_is_a_mismatch() -> None:
    outcome = outcome_of(LINES.replace("8 344 886", "8 344 887"), RelationKind.SUM)
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONSISTENT
    assert outcome.difference == 1


def test_a_line_without_an_amount_leaves_the_total_untested() -> None:
    text = LINES.replace("Östra", "Västra enheten enligt avtal\nÖstra").replace("Södra", "Centrum 100 000 kr\nSödra")
    assert outcome_of(text, RelationKind.SUM) is None


def test_a_sentence_that_distributes_a_sum_over_a_list_states_it() -> None:
    text = "# Bidrag\nFöreningarna får 350 000 kr, fördelat enligt nedan:\n* Norra 120 000 kr\n* Södra 130 000 kr\n* Östra 90 000 kr\n"
    outcome = outcome_of(text, RelationKind.SUM)
    assert outcome is not None
    assert outcome.difference == 10_000


def test_a_sum_written_out_in_a_sentence_is_read() -> None:
    outcome = outcome_of("# Kostnad\nDet ger 9 mkr + 1 mkr = 10 mkr.\n", RelationKind.SUM)
    assert outcome is not None
    assert outcome.verdict is Verdict.EXACT


def test_amounts_in_running_text_are_not_added_up() -> None:
    assert calculation_of("# Kostnad\nHyran kostar 9 mkr, flytten 1 mkr och bygget 11 mkr.\n").relations == ()


def test_a_sentence_about_something_else_is_no_total_of_the_prices_above_it() -> None:
    assert calculation_of("# Priser\n* Läkarbesök 700 kr\n* Hembesök 500 kr\nTotalt avsätts 1,1 mkr.\n").relations == ()


def test_a_formula_without_money_is_no_sum() -> None:
    assert calculation_of("# Formel\nPoäng = antal + vikt.\n").relations == ()


def test_a_sum_written_out_holds_to_the_last_digit() -> None:
    outcome = outcome_of("# Kostnad\nDet ger 3 tkr + 4 tkr = 8 tkr.\n", RelationKind.SUM)
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONSISTENT
    assert outcome.probability is not None
    assert outcome.probability > 0


def test_a_list_of_some_parts_states_no_sum() -> None:
    items = "* Norra 120 000 kr\n* Södra 130 000 kr\n"
    assert calculation_of(f"# Bidrag\n350 000 kr fördelas bland annat enligt nedan:\n{items}").relations == ()
    assert calculation_of(f"# Bidrag\nAv anslaget på 350 000 kr fördelas enligt nedan:\n{items}").relations == ()
