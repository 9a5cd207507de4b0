from lydelse.differ import compare_marked
from lydelse.extractors.written import in_words, written
from lydelse.model.document import Redline
from lydelse.records import replace


def test_a_redline_is_two_documents() -> None:
    comparison = compare_marked(written("# 1 Mål\nVi [-får-]{+ska+} betala."))
    assert in_words(comparison.before) == "# 1 Mål\nVi får betala.\n"
    assert in_words(comparison.after) == "# 1 Mål\nVi ska betala.\n"
    assert comparison.proof is not None
    assert comparison.proof.holds


def test_a_document_without_marks_has_one_version() -> None:
    comparison = compare_marked(written("Vi ska betala."))
    assert (comparison.one_version, comparison.changes, comparison.proof) == (True, (), None)


def test_a_document_with_a_struck_row_alone_is_marked() -> None:
    assert not compare_marked(written("| a | b\n-| c | d")).one_version


def test_a_struck_paragraph_end_makes_two_versions_without_a_change_of_words() -> None:
    comparison = compare_marked(written("Ett [-¶-]\ntvå."))
    assert (comparison.one_version, comparison.changes) == (False, ())
    assert in_words(comparison.after) == "Ett två.\n"


def test_guessed_marking_has_no_proof() -> None:
    document = written("Vi [-får-]{+ska+} betala.")
    guessed = replace(document, source=replace(document.source, redline=Redline.UNMARKED))
    assert compare_marked(guessed).proof is None
