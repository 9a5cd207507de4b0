from lydelse.differ import compare_marked
from lydelse.differ.proof import proof_of
from lydelse.extractors.written import written
from lydelse.model.change import Proof

REDLINE = written("# 1 Mål\nVi [-får-]{+ska+} betala.\n{+Nytt stycke.+}")


def test_a_proof_holds_when_the_redline_gives_back_both_texts() -> None:
    comparison = compare_marked(REDLINE)
    assert proof_of(comparison.changes, REDLINE, comparison.before, comparison.after).holds


def test_a_proof_fails_on_the_side_whose_text_does_not_come_back() -> None:
    comparison = compare_marked(REDLINE)
    other = written("# 1 Mål\nska betala. Vi\nNytt stycke.")
    assert proof_of(comparison.changes, REDLINE, comparison.before, other) == Proof(reject_all_is_before=True, accept_all_is_after=False)


def test_a_proof_fails_when_a_change_is_left_untold() -> None:
    comparison = compare_marked(REDLINE)
    assert not proof_of(comparison.changes[:1], REDLINE, comparison.before, comparison.after).holds


def test_bullets_and_kinds_of_dash_do_not_count() -> None:
    comparison = compare_marked(REDLINE)
    listed = written("# 1 Mål\nVi får betala.")
    assert proof_of(comparison.changes, REDLINE, listed, written("# 1 Mål\n* Vi ska betala.\nNytt\u00a0stycke.")).holds
