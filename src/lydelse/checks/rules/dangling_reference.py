"""K505: a reference to a place that does not exist, or that after renumbering is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lydelse.checks.referring import Meant, Referring
from lydelse.checks.rule import Details, Subject, rule
from lydelse.differ.cross_references import CrossReference
from lydelse.differ.landmarks import Standing
from lydelse.model.document import Redline
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.review import Confirmed
from lydelse.model.text import Version

COMPARED = {"removed", "replaced", "renumbered", "renumbered.gone", "changed"}
"""Cases that rest on what the marks say; where those were guessed, the guess may be what is wrong."""


@rule("K505", "dangling-reference", Severity.ERROR)
def dangling_reference(subject: Subject) -> Iterator[Finding | Confirmed]:
    """Yield the references that lead nowhere or elsewhere than they did; confirm those that lead somewhere and those that follow."""
    referring = Referring.of(subject.comparison)
    leading: list[CrossReference] = []
    following: list[CrossReference] = []
    for reference in referring.references:
        meant = referring.meant_by(reference)
        case = referring.case_of(reference, meant)
        if case:
            yield _finding(subject, referring, reference, meant, case)
        elif meant and referring.follows(reference, meant):
            following.append(reference)
        elif referring.leads_somewhere(reference):
            leading.append(reference)
    yield from _confirmed(subject, following, "followed")
    yield from _confirmed(subject, leading, "holds")


def _finding(subject: Subject, referring: Referring, reference: CrossReference, meant: Meant | None, case: str) -> Finding:
    target = referring.target_of(reference)
    facts: dict[str, Fact] = {
        "section": subject.heading(reference.paragraph.place),
        "reference": reference.after.literal,
        "target": reference.after.target,
    }
    if meant:
        facts |= {"title": meant.title, "before": meant.number, "now": meant.now}
    if target and target.after:
        facts["other"] = target.after.title or target.after.number
    severity = _severity(subject, referring, reference, case)
    suggestion = meant.now if meant and case.startswith("renumbered") else ""
    passages = [_passage(reference), *([_passage_of(target)] if target else [])]
    return dangling_reference.finding(*passages, facts=facts, case=case, severity=severity, details=Details(suggestion=suggestion))


def _severity(subject: Subject, referring: Referring, reference: CrossReference, case: str) -> Severity:
    if case == "changed" or (case in COMPARED and subject.redline.source.redline is Redline.UNMARKED):
        return Severity.QUESTION
    if case in {"missing", "removed"} or (case == "renumbered.gone" and referring.is_whole(reference)):
        return Severity.ERROR
    return Severity.WARNING


def _confirmed(subject: Subject, references: Sequence[CrossReference], case: str) -> Iterator[Confirmed]:
    if not references:
        return
    targets = (f"{one} → {other}" if one and one != other else other for one, other in map(_numbers, references))
    facts: dict[str, Fact] = {"count": len(references), "references": tuple(each for each, _ in groupby(sorted(set(targets))))}
    passages = dict.fromkeys(map(_passage, references))
    yield dangling_reference.confirmed(*passages, facts=facts, document=subject.after.source.name, case=case)


def _numbers(reference: CrossReference) -> tuple[str, str]:
    return reference.before.target if reference.before else "", reference.after.target


def _passage(reference: CrossReference) -> Passage:
    paragraph, after = reference.paragraph, reference.after
    return Passage(paragraph.place_of(*paragraph.reading(Version.AFTER).marked_span(after.start, after.end)), after.literal)


def _passage_of(standing: Standing) -> Passage:
    mark = standing.after or standing.before
    return Passage(standing.place, (mark.title or mark.number) if mark else "")
