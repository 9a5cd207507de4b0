from lydelse.differ import compare
from lydelse.extractors.written import in_words, written
from lydelse.model.change import Comparison
from lydelse.model.readings import accepting_marks, rejecting_marks

WHOLE = "Skolan får stöd med 500 kr. Stödet lämnas en gång om året.\nAnnat."
BROKEN = "Skolan får stöd med 500 kr.\nStödet lämnas\nen gång om året.\nAnnat."


def compared(before: str, after: str) -> Comparison:
    comparison = compare(written(before), written(after))
    assert comparison.proof is not None
    assert comparison.proof.holds
    assert in_words(rejecting_marks(comparison.redline)) == before + "\n"
    assert in_words(accepting_marks(comparison.redline)) == after + "\n"
    return comparison


def test_a_paragraph_broken_by_a_page_is_no_change() -> None:
    assert compared(WHOLE, BROKEN).changes == ()


def test_pieces_made_whole_are_no_change() -> None:
    assert compared(BROKEN, WHOLE).changes == ()


def test_amounts_of_a_broken_paragraph_are_unchanged() -> None:
    assert [entry.status.value for entry in compared(WHOLE, BROKEN).entries] == ["unchanged"]


def test_a_heading_is_no_piece_of_a_paragraph() -> None:
    assert compared("Ett två", "# Ett\ntvå").changes != ()


def test_a_paragraph_divided_and_reworded_is_one_change() -> None:
    before = "Skolan får stöd med 500 kr per elev varje termin. Stödet lämnas till huvudmannen en gång om året."
    after = "Skolan får stöd med 600 kr per elev varje termin.\nStödet lämnas till huvudmannen två gånger om året."
    assert [type(change).__name__ for change in compared(before, after).changes] == ["Split"]
    assert [type(change).__name__ for change in compared(after, before).changes] == ["Merged"]
