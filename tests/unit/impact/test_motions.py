"""Motions: what is applied to the proposal, what is not and why, what follows, what clashes."""

import pytest

from lydelse.extractors.written import written
from lydelse.impact.motions.trying import motions_tried, proposal_of
from lydelse.model.impact_motion import MotionTried, Why
from lydelse.model.readings import accepting_marks, rejecting_marks
from support.impacts import MODEL, PROPOSAL, UNITS, comparison_of, unit_model, units_of
from support.motions import SETS, Case, Pair, cases, clashes_of, document_of, is_right, pairs, proposal

SUMS = """
# 1 Budget
|= Post | Belopp (tkr)
| Skola | 500
| Omsorg | 300
| Summa | 800
# 2 Bidrag
Föreningar får 15 % av budgeten, totalt 120 tkr. Bidraget är 40 kr per barn.
"""


def tried(text: str, document: str = SUMS) -> MotionTried:
    return motions_tried([("yrkande.txt", document_of(text))], comparison_of(document), None, None).motions[0]


@pytest.mark.parametrize("case", [case for of in SETS for case in cases(of)], ids=lambda case: case.name)
def test_a_motion_is_read_as_a_reader_reads_it(case: Case) -> None:
    assert is_right(case)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_two_motions_clash_where_they_cannot_both_be_adopted(pair: Pair) -> None:
    assert clashes_of(pair) == ((pair.clash,) if pair.clash else ())


def test_the_amended_text_reads_back_as_the_proposal_and_as_the_proposal_with_the_motion() -> None:
    motion = tried("Anslaget till omsorg höjs med 50 tkr.")
    assert motion.amended is not None
    before, after = (
        " ".join(paragraph.after for paragraph in make(motion.amended).paragraphs) for make in (rejecting_marks, accepting_marks)
    )
    plain = " ".join(paragraph.after for paragraph in written(SUMS).paragraphs)
    assert (before, after) == (plain, plain.replace("300", "350"))


@pytest.mark.parametrize("quotes", ['" "', "” ”", '" " i avsnitt 1'])
def test_a_quotation_of_nothing_but_space_is_found_nowhere(quotes: str) -> None:
    motion = tried(f"Stryk {quotes}.")
    assert motion.following == ()
    assert motion.amended is None


def test_a_total_follows_its_part() -> None:
    motion = tried("Anslaget till omsorg höjs med 50 tkr.")
    assert [(each.before, each.after) for each in motion.following] == [("800", "850")]
    assert motion.broken == ()


def test_a_total_that_a_motion_sets_itself_breaks_with_its_parts() -> None:
    motion = tried("Summan i avsnitt 1 höjs till 900 tkr.")
    assert motion.following == ()
    assert [(each.found, each.expected) for each in motion.broken] == [("900", "800 tkr")]


def test_a_motion_that_is_a_redline_is_applied_where_the_proposal_has_its_text() -> None:
    redline = written(
        "# 2 Bidrag\nFöreningar får 15 % av budgeten, totalt 120 tkr. Bidraget är [-40-]{+50+} kr per barn.\n{+Bidraget prövas årligen.+}"
    )
    motion = motions_tried([("yrkande.docx", redline)], comparison_of(SUMS), None, None).motions[0]
    assert [(edit.before, edit.after) for edit in motion.motion.edits] == [("40", "50"), ("", "Bidraget prövas årligen.")]


def test_a_redline_of_another_text_is_not_applied() -> None:
    redline = written("# 2 Bidrag\nFöreningar får [-20-]{+25+} % av budgeten.")
    motion = motions_tried([("yrkande.docx", redline)], comparison_of(SUMS), None, None).motions[0]
    assert [demand.why for demand in motion.motion.demands] == [Why.TEXT_NOT_FOUND]


def test_what_is_no_demand_is_told_as_background() -> None:
    motion = tried("Barnen behöver mer plats. Anslaget till skola höjs till 600 tkr. Det är en fråga om rättvisa.")
    assert motion.motion.background == ("Barnen behöver mer plats", "Det är en fråga om rättvisa")


def test_each_unit_gets_what_the_motion_changes_for_it() -> None:
    model = unit_model()
    units = units_of(UNITS, model)
    document = document_of("Vikt 1,00 höjs till 1 300 kr.")
    motion = motions_tried([("yrkande.txt", document)], comparison_of(PROPOSAL), model, units).motions[0]
    assert [each.change for each in motion.effects][:1] == [100 * 84]
    assert motion.unchanged == ()


def test_a_change_that_the_model_does_not_count_is_said_to_be_none() -> None:
    model = unit_model()
    document = document_of("Taket för besök höjs till 5 000 kr.")
    motion = motions_tried([("yrkande.txt", document)], comparison_of(PROPOSAL), model, units_of(UNITS, model)).motions[0]
    assert not any(each.change for each in motion.effects)
    assert motion.unchanged != ()


@pytest.mark.parametrize("text", ["", "Yrkande", "Vi tackar för ordet.", "”", "höjs", "§ 5", "Punkt utgår."])
def test_texts_that_ask_nothing_readable_apply_nothing(text: str) -> None:
    assert tried(text or " x").motion.edits == ()


def test_the_proposal_by_itself_states_what_the_later_version_states() -> None:
    made = proposal_of(comparison_of())
    assert [made.amount(entry).literal for entry in made.entries][:1] == ["1 100 tkr"]
    assert proposal("bidrag").before_of(next(entry for entry in proposal("bidrag").entries if "Grundbidrag" in entry.label)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Raden Omsorg tas bort ur tabellen i avsnitt 1.",
        "Stryk hänvisningen till avsnitt 1.",
        "Stryk procentsatsen i avsnitt 2.",
        "Stryk årtalet i punkt 1.",
    ],
)
def test_what_is_less_than_the_part_that_is_named_strikes_no_whole_part(text: str) -> None:
    motion = tried(text, f"{SUMS}# 3 Förslag till beslut\n*1. Budgeten för 2027 antas.\n")
    assert [(demand.edits, demand.why) for demand in motion.motion.demands] == [((), Why.NOT_UNDERSTOOD)]


@pytest.mark.parametrize(
    "text", ["Avsnitt 2 stryks i sin helhet.", "Hela avsnitt 2 om bidrag tas bort ur förslaget.", "Texten i avsnitt 2 utgår."]
)
def test_a_part_that_is_named_as_a_whole_is_struck(text: str) -> None:
    assert [edit.before for edit in tried(text).motion.edits] == ["2 Bidrag"]


def test_a_motion_that_wants_one_figure_changed_in_two_ways_changes_it_in_none() -> None:
    motion = tried("Anslaget till omsorg höjs till 350 tkr. Anslaget till omsorg höjs till 400 tkr. Anslaget till skola höjs till 600 tkr.")
    assert [demand.why for demand in motion.motion.demands] == [Why.CONTRADICTS, Why.CONTRADICTS, None]


@pytest.mark.parametrize(
    ("text", "expected"), [("Golvet för stöd höjs till 900 kr.", "≥ 900 kr"), ("Taket för stöd sänks till 50 kr.", "≥ 100 kr")]
)
def test_a_floor_that_a_motion_sets_above_its_ceiling_is_told(text: str, expected: str) -> None:
    motion = tried(text, "# 1 Stöd\nStöd ges med 40 kr per barn, lägst 100 kr och högst 500 kr.\n")
    assert [each.expected for each in motion.broken] == [expected]


@pytest.mark.parametrize(
    ("column", "figures", "asked"),
    [
        ("Vikt", ("1", "0,8", "0,5"), "vikt för 0–100 till 2"),
        ("Tillägg per listad (kr)", ("900", "600", "300"), "tillägget för 0–100 till 1 000 kr"),
    ],
)
def test_a_row_of_a_table_that_the_model_asks_is_counted_whatever_it_states(column: str, figures: tuple[str, str, str], asked: str) -> None:
    sizes = "\n".join(f"| {label} | {figure}" for label, figure in zip(("0–100", "101–200", ">201"), figures, strict=True))
    proposal = f"{PROPOSAL.partition('# 2')[0]}# 2 Glesbygd\n|= Listade | {column}\n{sizes}\n# 3{PROPOSAL.partition('# 3')[2]}"
    model = unit_model(MODEL.replace('avsnitt = "2"\nkolumn = "Vikt"', f'avsnitt = "2"\nkolumn = "{column}"'))
    document = document_of(f"I avsnitt 2 höjs {asked}.")
    motion = motions_tried([("yrkande.txt", document)], comparison_of(proposal), model, units_of(UNITS, model)).motions[0]
    assert [edit.before for edit in motion.motion.edits] == [figures[0]]
    assert motion.unchanged == ()
    assert any(each.change for each in motion.effects)
