"""References within a document: what they lead to, and whether they follow a renumbering."""

from __future__ import annotations

from lydelse.differ import compare, compare_marked
from lydelse.differ.cross_references import cross_references
from lydelse.differ.landmarks import landmarks_of
from lydelse.extractors.written import written
from lydelse.figures.references import ReferenceKind
from lydelse.model.change import Nature, Reworded
from lydelse.model.text import Version

BEFORE = """
# 1 Allmänt
Taxan finns i avsnitt {taxa} och tillsyn i kapitel {tillsyn}. Avgiften är {avgift} kr.
# 2 Taxa
Taxan beslutas av fullmäktige varje år.
# 3 Tillsyn
Tillsyn sker årligen hos alla verksamheter.
"""
AFTER = """
# 1 Allmänt
Taxan finns i avsnitt {taxa} och tillsyn i kapitel {tillsyn}. Avgiften är {avgift} kr.
# 2 Begrepp
Med verksamhet avses den som har tillstånd.
# 3 Taxa
Taxan beslutas av fullmäktige varje år.
# 4 Tillsyn
Tillsyn sker årligen hos alla verksamheter.
"""


def reworded(taxa: int, tillsyn: int, avgift: int = 90) -> list[Reworded]:
    before, after = BEFORE.format(taxa=2, tillsyn=3, avgift=90), AFTER.format(taxa=taxa, tillsyn=tillsyn, avgift=avgift)
    return [change for change in compare(written(before), written(after)).changes if isinstance(change, Reworded)]


def test_references_that_follow_a_renumbering_are_a_change_of_references_alone() -> None:
    (change,) = reworded(3, 4)
    assert (change.nature, change.following) == (Nature.REFERENCE, (("2", "3"), ("3", "4")))


def test_a_reference_that_goes_elsewhere_follows_nothing() -> None:
    assert [change.following for change in reworded(3, 2)] == [()]


def test_a_reference_that_follows_in_a_sentence_that_changes_otherwise_is_no_mere_following() -> None:
    assert [change.following for change in reworded(3, 4, avgift=95)] == [()]


def test_kept_changed_and_new_references_are_told_apart() -> None:
    redline = written("# 1 A\nSe avsnitt 2, avsnitt [-3-]{+4+} och avsnitt 5{+, samt avsnitt 6+}.")
    found = [(each.after.target, each.before.target if each.before else None) for each in cross_references(redline, landmarks_of(redline))]
    assert found == [("2", "2"), ("4", "3"), ("5", "5"), ("6", None)]


def test_a_number_that_a_redline_changes_in_part_is_another_number() -> None:
    redline = written("# 1 A\nSe avsnitt 5.[-4-]{+5+} och [-5-]{+6+}.1 nedan.")
    found = [(each.after.target, each.is_kept) for each in cross_references(redline, landmarks_of(redline))]
    assert found == [("5.5", False), ("6.1", False)]


def test_headings_clauses_and_captions_are_landmarks_in_each_version() -> None:
    landmarks = landmarks_of(compare_marked(written("# [-2-]{+3+} Taxa\n3.1 Avgiften betalas i förskott.\nTabell 1. Avgifter")).redline)
    told = [(mark.kind, mark.number, mark.title) for each in landmarks.standing if (mark := each.of(Version.AFTER))]
    assert told == [
        (ReferenceKind.SECTION, "3", "Taxa"),
        (ReferenceKind.SECTION, "3.1", "Avgiften betalas i förskott."),
        (ReferenceKind.TABLE, "1", "Avgifter"),
    ]
    assert landmarks.renumbered() == {(ReferenceKind.SECTION, "2"): "3"}


def test_a_line_of_the_contents_is_no_landmark() -> None:
    assert landmarks_of(written("3.1 Avgifter ........ 14")).standing == ()


def test_a_sentence_that_begins_with_a_table_is_no_caption() -> None:
    assert landmarks_of(written("Tabell 3 visar avgifterna.")).standing == ()


def test_a_document_is_whole_when_its_first_level_runs_from_one_without_a_gap() -> None:
    whole, excerpt = (landmarks_of(written(text)) for text in ("# 1 A\n# 2 B\n# 2.1 C\n# 3 D", "# 3 A\n# 4 B\n# 5 C"))
    assert whole.is_whole(Version.AFTER, ReferenceKind.SECTION)
    assert not excerpt.is_whole(Version.AFTER, ReferenceKind.SECTION)
    assert not whole.is_whole(Version.AFTER, ReferenceKind.ITEM)
