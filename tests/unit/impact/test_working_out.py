"""What units get: worked out by hand, formula by formula."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lydelse.differ import compare_marked
from lydelse.errors import UsageError
from lydelse.impact.assembling import impact_of
from lydelse.model.calculation import Verdict
from lydelse.model.impact import Impact
from lydelse.model.readings import accepting_marks
from lydelse.model.text import Version
from support.impacts import MODEL, PROPOSAL, UNITS, comparison_of, unit_model, units_of, worked


def amounts(impact: Impact, component: str, version: Version = Version.AFTER) -> list[Fraction]:
    at = [each.name for each in impact.main.components].index(component)
    return [(unit.after if version is Version.AFTER else unit.before)[at].made for unit in impact.main.units]


def test_residents_are_weighted_by_age_in_both_versions() -> None:
    impact = worked()
    assert amounts(impact, "listning", Version.BEFORE) == [1000 * (20 + 60), 1000 * (25 + 100), 0]
    assert amounts(impact, "listning") == [1200 * (24 + 60), 1200 * (30 + 100), 0]


def test_a_total_is_shared_out_by_the_step_that_each_unit_stands_on() -> None:
    impact = worked()
    assert amounts(impact, "glesbygd") == [Fraction(1_100_000 * 100, 220), Fraction(1_100_000 * 120, 220), 0]


def test_marginal_weights_count_each_interval_by_itself() -> None:
    impact = worked(answer="marginal")
    assert amounts(impact, "glesbygd") == [Fraction(1_100_000 * 100, 240), Fraction(1_100_000 * 140, 240), 0]


def test_an_open_question_gives_a_reading_for_each_answer() -> None:
    impact = worked(answer="")
    assert [reading.answers for reading in impact.readings] == [(("vagt", "steg"),), (("vagt", "marginal"),)]


def test_another_answer_is_told_even_where_one_is_chosen() -> None:
    told = worked().sensitivities[0]
    assert (told.used, told.other, told.gains[0], told.loses[0]) == ("steg", "marginal", "Björken", "Almen")


def test_a_ceiling_holds_what_is_above_it() -> None:
    assert amounts(worked(), "besok_ersattning") == [1000, 4000, 1500]


def test_only_private_units_get_what_is_for_them() -> None:
    impact = worked()
    assert amounts(impact, "moms") == [0, Fraction(3, 100) * (1200 * 130 + 600_000), 0]


def test_a_sum_that_is_the_stated_total_is_exact() -> None:
    assert {held.verdict for held in worked().main.sums} == {Verdict.EXACT}


def test_a_sum_beyond_rounding_is_a_finding_that_asks_about_the_population() -> None:
    model = MODEL.replace('uttryck = "pris * viktat(alder)"', 'uttryck = "pris * viktat(alder)"\ntotal = "total"')
    found = worked(model=model).findings
    assert {finding.code for finding in found} == {"M605"}


def test_rounded_weights_give_room_to_their_sum() -> None:
    model = MODEL.replace("[tabell.alder]", "[tabell.alder]\nexakt = false")
    reading = worked(model=model).main
    span = reading.units[0].after[0]
    assert (span.low, span.made, span.high) == tuple(1200 * Fraction(weight) for weight in ("83.5", "84", "84.5"))


def test_a_size_that_no_row_covers_is_worked_out_with_the_row_before_and_asked_about() -> None:
    impact = worked(UNITS + "Dungen;region;100;101;0\n")
    gaps = [finding for finding in impact.findings if finding.code == "M606"]
    assert len(gaps) == 1
    at = [each.name for each in impact.main.components].index("glesbygd")
    assert impact.main.units[3].after[at].made == 1_100_000 * Fraction(201 * 8, 10) / (220 + Fraction(201 * 8, 10))


def test_a_quantity_that_the_document_lacks_leaves_its_component_out_and_says_so() -> None:
    model = MODEL.replace('etikett = "Vikt 1,00"', 'etikett = "Vikt 7,00"')
    impact = worked(model=model)
    assert [each.component.name for each in impact.left_out] == ["listning"]
    assert "listning" not in [each.name for each in impact.main.components]


def test_a_column_that_may_be_missing_leaves_its_component_out() -> None:
    model = MODEL.replace('rubrik = "Besök"', 'rubrik = "Hembesök"\nkravs = false')
    units = UNITS.replace("Besök", "Annat")
    assert [each.lacking for each in worked(units, model=model).left_out] == [("besok",)]


def test_a_new_component_is_nothing_in_the_current_version() -> None:
    proposal = PROPOSAL.replace(
        "För varje hembesök betalas 500 kr per besök, dock högst 4 000 kr.", "{+För varje hembesök betalas 500 kr per besök.+}"
    )
    impact = worked(proposal=proposal)
    assert amounts(impact, "besok_ersattning", Version.BEFORE) == [0, 0, 0]
    assert amounts(impact, "besok_ersattning") == [1000, 4000, 1500]


def test_a_unit_near_a_boundary_is_told_what_the_step_is_worth() -> None:
    cliffs = worked(UNITS.replace("40;60", "40;58")).main.cliffs
    assert [(cliff.unit, cliff.lower, cliff.upper) for cliff in cliffs] == [("Almen", Decimal(100), Decimal(101))]
    assert cliffs[0].jump < 0


def test_too_many_open_questions_name_the_ones_to_answer() -> None:
    more = "".join(f'[fraga.q{at}]\n[fraga.q{at}.alternativ]\na = "1"\nb = "2"\n[ersattning.e{at}]\nuttryck = "q{at}"\n' for at in range(4))
    with pytest.raises(UsageError):
        worked(model=MODEL + more)


def test_nothing_to_distribute_by_is_said() -> None:
    with pytest.raises(UsageError):
        worked("Enhet;Driftsform;0–19;20 år och äldre;Besök\nTomma;region;0;0;0")


def test_a_document_of_one_version_is_worked_out_without_change() -> None:
    declared = unit_model()
    alone = compare_marked(accepting_marks(comparison_of().redline))
    impact = impact_of(alone, declared, units_of(UNITS, declared))
    assert impact.one_version
    assert all(unit.change == 0 for unit in impact.main.units)


def test_a_total_that_the_document_lacks_is_said_not_to_be_tested() -> None:
    model = MODEL.replace("[enhet.besok]", '[storhet.annan]\navsnitt = "9 Annat"\netikett = "Summa"\nenhet = "tkr"\n[enhet.besok]').replace(
        'uttryck = "pris * viktat(alder)"', 'uttryck = "pris * viktat(alder)"\ntotal = "annan"'
    )
    assert "impact.note.no-total" in [note.key for note in worked(model=model).notes]


def test_a_ceiling_that_begins_to_bind_is_told() -> None:
    proposal = PROPOSAL.replace("500 kr per besök", "[-150-]{+500+} kr per besök")
    passed = worked(proposal=proposal).main.passed
    assert [(each.unit, each.limit.value, each.before, each.after) for each in passed] == [("Björken", "ceiling", "", "binds")]


def test_a_row_of_a_table_that_is_no_interval_is_told_where_it_is_counted_for_nobody() -> None:
    impact = worked(proposal=PROPOSAL.replace("| >201 | 0,5", "| >201 | 0,5\n| Nystartade | 2"))
    assert ("impact.note.rows-unread", ("Nystartade",)) in [(each.key, each.facts.get("rows")) for each in impact.notes]
    assert all(each.key != "impact.note.rows-unread" for each in worked().notes)


def test_a_total_is_told_by_its_version_where_both_are_for_the_same_year() -> None:
    both = [held.year for held in worked(proposal=PROPOSAL.replace("[-2025-]{+2026+}", "2026")).readings[0].sums]
    assert both == [None, None]


def test_pupils_of_a_single_year_and_of_schools_that_begin_later_are_counted() -> None:
    proposal = PROPOSAL.replace("| 0–19 |", "| 6 år |").replace("| 20 år och äldre |", "| 7–15 år |")
    units = UNITS.replace("0–19", "6 år").replace("20 år och äldre", "7–15 år")
    assert amounts(worked(units, proposal=proposal), "listning") == amounts(worked(), "listning")


def test_residents_from_an_age_on_are_those_of_the_band_without_an_end() -> None:
    model = MODEL.replace('uttryck = "pris * viktat(alder)"', 'uttryck = "pris * invanare(20; 130)"')
    assert amounts(worked(model=model), "listning") == [1200 * 60, 1200 * 100, 0]
