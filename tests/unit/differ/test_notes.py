"""Footnotes: where a page ends decides where they stand, and a Word file has no sign that cites them."""

from __future__ import annotations

from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.change import Moved, Reworded
from lydelse.model.document import Document
from lydelse.records import replace

NOTE = "[^1] Avgiften fastställs för ett år i sänder."
BODY = [
    "# 1 Avgift",
    "Avgiften är 200 kr för vuxna.",
    "Den som uteblir betalar full avgift.",
    "# 2 Giltighet",
    "Beslutet gäller tills vidare.",
]


def document(*lines: str, form: str = "pdf") -> Document:
    read = written("\n".join(lines))
    return replace(read, source=replace(read.source, format=form))


def test_a_note_under_another_page_is_no_change() -> None:
    comparison = compare(document(*BODY[:2], NOTE, *BODY[2:]), document(*BODY, NOTE))
    assert comparison.changes == ()
    assert comparison.proof is not None
    assert comparison.proof.holds


def test_a_short_note_under_another_page_is_no_change() -> None:
    assert compare(document(*BODY, "[^1] Se taxan."), document(*BODY[:2], "[^1] Se taxan.", *BODY[2:])).changes == ()


def test_a_note_that_is_reworded_under_another_page_is_one_change() -> None:
    later = NOTE.replace("ett år", "två år")
    (change,) = compare(document(*BODY[:2], NOTE, *BODY[2:]), document(*BODY, later)).changes
    assert isinstance(change, Reworded)
    assert "ett år" in change.before


def test_a_paragraph_that_moves_past_a_note_has_still_moved() -> None:
    long = "Den som har fyllt 85 år betalar ingen avgift för besök hos läkare eller sjuksköterska."
    before, after = document(*BODY[:2], NOTE, long, *BODY[2:]), document(*BODY, long, NOTE)
    (change,) = compare(before, after).changes
    assert isinstance(change, Moved)


def test_the_sign_of_a_note_is_no_change_between_a_word_file_and_another() -> None:
    paper = document(BODY[0], "Avgiften är 200 kr1 för vuxna.", *BODY[2:], NOTE)
    word = document(*BODY[:2], NOTE, *BODY[2:], form="docx")
    assert compare(paper, word).changes == ()
    assert compare(word, paper).changes == ()


def test_a_number_that_the_other_document_has_too_is_no_sign() -> None:
    paper = document(*BODY, "Rum1 får bokas.", NOTE)
    word = document(*BODY, "Rum1 får användas.", NOTE, form="docx")
    (change,) = compare(paper, word).changes
    assert isinstance(change, Reworded)
    assert (change.before, change.after) == ("Rum1 får bokas.", "Rum1 får användas.")


def test_a_number_at_the_end_of_a_word_is_a_change_where_no_note_has_it() -> None:
    paper = document(*BODY, "Rum7 får bokas.", NOTE)
    (change,) = compare(paper, document(*BODY, "Rum får bokas.", NOTE, form="docx")).changes
    assert isinstance(change, Reworded)
