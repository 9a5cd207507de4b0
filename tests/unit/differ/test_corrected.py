"""Comparisons that a person has corrected: pairs of amounts, the reading of tables, which version is the earlier."""

import pytest

from lydelse.differ import compare, compare_marked, compared_as_corrected
from lydelse.differ.corrected_pairs import statements_of
from lydelse.extractors.written import in_words, written
from lydelse.model.change import Comparison
from lydelse.model.corrections import Corrections, Pairing, Statement, TableReading
from lydelse.model.document import Document
from lydelse.model.finding import Severity
from lydelse.model.text import Version
from lydelse.records import replace

BEFORE = """
# 5 Ersättning
Grundbeloppet är 4 100 kronor.
För tolk betalas 950 kronor.
"""
AFTER = """
# 5 Ersättning
För varje listad betalas i grunden 4 300 kronor.
Tolkning ersätts av regionen med 990 kronor.
"""
TABLE = """
# 6 Priser
| Grupp | Pris
| Yngre | [-100-] {+103+}
| Äldre | 200
"""


def pairs(comparison: Comparison) -> set[tuple[str | None, str | None, str]]:
    """Return the amounts of a comparison as they are printed, each with its status."""
    return {(e.before.literal if e.before else None, e.after.literal if e.after else None, e.status.value) for e in comparison.entries}


def named(text: str, name: str) -> Document:
    document = written(text)
    return replace(document, source=replace(document.source, name=name))


def asked(comparison: Comparison) -> list[str]:
    return [each.message.key for each in comparison.unread if each.severity is Severity.QUESTION]


def pairing(before: str, after: str, *, together: bool = True, number: int | None = None) -> Pairing:
    return Pairing(Statement("5", before, number), Statement("5", after), together=together)


def test_amounts_that_a_person_pairs_are_one_that_changed() -> None:
    documents = (written(BEFORE), written(AFTER))
    plain = compare(*documents)
    assert ("4 100 kronor", "4 300 kronor", "changed") not in pairs(plain)
    corrected = compared_as_corrected(documents, Corrections((pairing("4 100 kronor", "4 300  kronor"),)))
    assert ("4 100 kronor", "4 300 kronor", "changed") in pairs(corrected)
    assert ("950 kronor", None, "removed") in pairs(corrected), "the partner that was taken for it stands alone"
    (told,) = corrected.corrected
    assert (told.message.key, told.place.section) == ("corrected.together", "5")
    assert asked(corrected) == []


def test_partners_that_are_changed_for_one_another_lose_nothing() -> None:
    redline = written("# 5 Ersättning\nFör tolk betalas [-950-] {+990+} kronor och för resa [-120-] {+140+} kronor.\n")
    crossed = Corrections((pairing("950 kronor", "140 kronor"),))
    before = {each.before.literal for each in compare_marked(redline).entries if each.before}
    literals = {literal.split()[0]: literal for literal in before}
    crossed = Corrections((Pairing(Statement("5", literals["950"]), Statement("5", "140 kronor")),))
    corrected = compared_as_corrected((redline,), crossed)
    assert pairs(corrected) == {
        (literals["950"], "140 kronor", "changed"),
        (literals["120"], None, "removed"),
        (None, "990 kronor", "added"),
    }


def test_amounts_that_a_person_parts_are_one_removed_and_one_added_of_two_quantities() -> None:
    redline = written("# 5 Ersättning\nFör tolk betalas 950 kronor [-2025-]{+2026+}, för resa [-120 kronor-] {+140 kronor+}.\n")
    corrected = compared_as_corrected((redline,), Corrections((pairing("120 kronor", "140 kronor", together=False),)))
    assert {("120 kronor", None, "removed"), (None, "140 kronor", "added")} <= pairs(corrected)
    quantities = [each.quantity for each in corrected.entries if each.stated.literal in {"120 kronor", "140 kronor"}]
    assert len(set(quantities)) == 2
    assert [each.message.key for each in corrected.corrected] == ["corrected.apart"]


def test_what_is_said_later_goes_by_what_was_said_before_it() -> None:
    documents = (written(BEFORE), written(AFTER))
    both = (pairing("4 100 kronor", "4 300 kronor"), pairing("4 100 kronor", "4 300 kronor", together=False))
    corrected = compared_as_corrected(documents, Corrections(both))
    assert {("4 100 kronor", None, "removed"), (None, "4 300 kronor", "added")} <= pairs(corrected)
    assert asked(corrected) == []
    assert [each.message.key for each in corrected.corrected] == ["corrected.apart"], "what no longer holds is not told"


@pytest.mark.parametrize(
    "correction",
    [
        pairing("4 200 kronor", "4 300 kronor"),
        pairing("4 100 kronor", "4 300 kronor", number=2),
        pairing("4 100 kronor", "4 300 kronor", together=False),
    ],
    ids=["no such amount", "no second one", "no pair to part"],
)
def test_a_correction_that_fits_no_longer_is_asked_about_and_changes_nothing(correction: Pairing) -> None:
    documents = (written(BEFORE), written(AFTER))
    corrected = compared_as_corrected(documents, Corrections((correction,)))
    assert corrected.entries == compare(*documents).entries
    assert (asked(corrected), corrected.corrected) == (["corrected.unfit.pair"], ())


def test_amounts_that_are_printed_alike_are_told_apart_by_their_number() -> None:
    redline = written("# 5 Ersättning\nResor ersätts med 100 kronor.\nTolk ersätts med 100 kronor.\n{+Logi ersätts med 80 kronor.+}\n")
    unsure = compared_as_corrected((redline,), Corrections((pairing("100 kronor", "80 kronor"),)))
    assert asked(unsure) == ["corrected.unfit.pair"], "two amounts are printed so"
    entries = compare_marked(redline).entries
    second = [each.before for each in entries if each.before][1]
    assert second is not None
    told = {id(entry.before): statement for entry, statement in statements_of(entries, Version.BEFORE)}
    assert told[id(second)] == Statement("5", "100 kronor", 2)
    corrected = compared_as_corrected((redline,), Corrections((pairing("100 kronor", "80 kronor", number=2),)))
    assert [each.place.path for each in corrected.entries if each.before is None] == ["5/p2"]


def test_no_correction_changes_nothing() -> None:
    documents = (written(BEFORE), written(AFTER))
    assert compared_as_corrected(documents, Corrections()) == compare(*documents)
    redline = written(TABLE)
    assert compared_as_corrected((redline,), Corrections()) == compare_marked(redline)


def test_a_row_that_a_person_calls_a_header_states_no_amounts() -> None:
    redline = written("# 6 Priser\n| Grupp | 2025\n| Nivå | 1\n| Yngre | [-100-] {+103+}\n")
    reading = TableReading("6/t1", "Grupp 2025", header_rows=2)
    corrected = compared_as_corrected((redline,), Corrections(tables=(reading,)))
    assert [(each.label, each.column) for each in corrected.entries] == [("Yngre", "2025 1")]
    (told,) = corrected.corrected
    assert (told.message.key, told.message.facts["rows"], told.place.path) == ("corrected.table.rows", 2, "6/t1")
    assert corrected.proof is not None
    assert corrected.proof.holds


def test_a_header_that_a_person_calls_a_row_states_its_amounts() -> None:
    redline = written("# 6 Priser\n|= Yngre | 100\n| Äldre | [-200-] {+210+}\n")
    assert [each.label for each in compare_marked(redline).entries] == ["Äldre"]
    corrected = compared_as_corrected((redline,), Corrections(tables=(TableReading("6/t1", "Yngre 100", header_rows=0),)))
    assert [each.label for each in corrected.entries] == ["Yngre", "Äldre"]


def test_a_second_column_of_names_states_no_amounts() -> None:
    redline = written("# 6 Priser\n|= Grupp | Upp till kr | Pris kr\n| Yngre | 10 | 100\n| Äldre | 20 | [-200-] {+210+}\n")
    assert len(compare_marked(redline).entries) == 4
    corrected = compared_as_corrected((redline,), Corrections(tables=(TableReading("6/t1", "Grupp Upp till kr Pris kr", name_columns=2),)))
    assert [(each.label, each.column, each.stated.literal) for each in corrected.entries] == [
        ("Yngre", "Pris kr", "100"),
        ("Äldre", "Pris kr", "210"),
    ]


def test_what_a_person_calls_no_table_is_read_as_text_with_its_marks() -> None:
    redline = written("# 6 Priser\n| Yngre betalar | [-100-] {+103+} kronor\n-| Barn betalar | 50 kronor\n|= A | B\n\n| X | 1\n")
    reading = TableReading("6/t1", "Yngre betalar 103 kronor", is_table=False)
    corrected = compared_as_corrected((redline,), Corrections(tables=(reading,)))
    text = in_words(corrected.redline)
    assert "Yngre betalar [-100-] {+103+} kronor" in text
    assert "[-Barn betalar 50 kronor-]" in text
    assert [table.place.path for section in corrected.redline.sections for table in section.tables] == ["6/t1"]
    assert [each.message.key for each in corrected.corrected] == ["corrected.table.none"]
    assert corrected.proof is not None
    assert corrected.proof.holds


def test_a_table_that_has_moved_within_its_section_is_known_by_its_first_row() -> None:
    redline = written("# 6 Priser\n| A | 1\n\n| Grupp | Pris\n| Yngre | [-100-] {+103+}\n")
    corrected = compared_as_corrected((redline,), Corrections(tables=(TableReading("6/t1", "Grupp Pris", header_rows=1),)))
    assert [each.place.path for each in corrected.corrected] == ["6/t2"]


def test_a_table_that_is_no_longer_there_is_asked_about() -> None:
    redline = written(TABLE)
    corrected = compared_as_corrected((redline,), Corrections(tables=(TableReading("6/t1", "Grupp Avgift", header_rows=1),)))
    assert (asked(corrected), corrected.corrected) == (["corrected.unfit.table"], ())
    assert corrected.entries == compare_marked(redline).entries


def test_a_table_of_both_versions_is_read_alike_in_both_and_told_once() -> None:
    earlier, later = "# 6 Priser\n| Grupp | 2025\n| Nivå | 1\n| Yngre | 100\n", "# 6 Priser\n| Grupp | 2025\n| Nivå | 1\n| Yngre | 103\n"
    reading = TableReading("6/t1", "Grupp 2025", header_rows=2)
    corrected = compared_as_corrected((written(earlier), written(later)), Corrections(tables=(reading,)))
    assert [(each.label, each.status.value) for each in corrected.entries] == [("Yngre", "changed")]
    assert len(corrected.corrected) == 1


def test_corrections_are_turned_with_the_versions() -> None:
    corrections = Corrections((pairing("4 100 kronor", "4 300 kronor"),), earlier="a.docx")
    turned = compared_as_corrected((written(AFTER), written(BEFORE)), corrections.turned)
    assert ("4 300 kronor", "4 100 kronor", "changed") in pairs(turned)
    assert asked(turned) == []


def test_a_person_says_which_file_is_the_earlier_version() -> None:
    one, other = named(BEFORE, "a.docx"), named(AFTER, "b.docx")
    turned = compared_as_corrected((one, other), Corrections(earlier="b.docx"))
    assert (turned.before.source.name, turned.after.source.name) == ("b.docx", "a.docx")
    same = compared_as_corrected((one, other), Corrections(earlier="a.docx"))
    assert (same.before.source.name, [each.message.key for each in same.corrected]) == ("a.docx", ["corrected.earlier"])
    assert asked(compared_as_corrected((one, other), Corrections(earlier="c.docx"))) == ["corrected.unfit.earlier"]
    assert asked(compared_as_corrected((named(TABLE, "r.pdf"),), Corrections(earlier="r.pdf"))) == ["corrected.unfit.earlier"]
