"""What is said of references beside the findings: what to write instead, and what holds."""

from __future__ import annotations

from lydelse.calculation import infer
from lydelse.checks import Checked, Subject, check
from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written
from lydelse.reports.wording import say

REDLINE = """
# 5 Ersättning
Läkemedel ersätts enligt avsnitt 5.4 och resor enligt avsnitt [-5.3-] {+5.4+}.
# {+5.3 Hembesök+}
{+Hembesök ersätts.+}
# [-5.3-] {+5.4+} Resor
Resor ersätts.
# [-5.4-] {+5.5+} Läkemedel
Läkemedel ersätts.
"""


def checked(text: str) -> Checked:
    comparison = compare_marked(written(text))
    return check(Subject(comparison, infer(comparison)), select=["K505"])


def test_the_number_to_write_instead_is_suggested() -> None:
    (finding,) = checked(REDLINE).findings
    assert finding.suggestion == "5.5"
    assert [passage.text for passage in finding.passages] == ["avsnitt 5.4", "Resor"]


def test_references_that_follow_are_confirmed() -> None:
    assert [say(each.wording) for each in checked(REDLINE).confirmed] == ["1 hänvisning följer omnumreringen: 5.3 → 5.4."]


def test_references_that_lead_somewhere_are_confirmed_once() -> None:
    text = "# 1 A\nSe avsnitt 2 och kapitel 3, samt avsnitt 2.\n# 2 B\n# 3 C"
    assert [say(each.wording) for each in checked(text).confirmed] == [
        "3 hänvisningar inom dokumentet leder till något som finns: 2 och 3."
    ]


def test_a_whole_document_held_against_an_excerpt_of_it_removes_nothing() -> None:
    whole = "\n".join(
        f"# {number} Avsnitt {letter}\nTexten i avsnittet om {letter} beslutas av nämnden varje år."
        for number, letter in enumerate("ABCDEFG", 1)
    )
    excerpt = "# 4 Avsnitt D\nTexten i avsnittet om D beslutas av nämnden varje år. Se avsnitt 2."
    comparison = compare(
        written(whole.replace("om D beslutas av nämnden varje år.", "om D beslutas av nämnden varje år. Se avsnitt 2.")), written(excerpt)
    )
    assert check(Subject(comparison, infer(comparison)), select=["K505"]).findings == ()
