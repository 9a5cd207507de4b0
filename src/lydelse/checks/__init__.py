"""The checks: what is wrong or open in a document, found by the rules of the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from lydelse.checks.catalogue import CATALOGUE
from lydelse.checks.confirmed import relations_confirmed
from lydelse.checks.coverage import coverage
from lydelse.checks.precedence import told_once
from lydelse.checks.rule import Rule, Subject
from lydelse.checks.uncertain import lowered_where_uncertain
from lydelse.checks.witnessed import asked_of_the_others
from lydelse.model.document import Document
from lydelse.model.finding import Finding
from lydelse.model.review import Confirmed
from lydelse.records import replace

__all__ = ["CATALOGUE", "Checked", "Rule", "Subject", "asked_of_the_others", "check", "chosen", "coverage", "in_order", "rules_in_force"]


class Checked(NamedTuple):
    """What checking gave: the findings in document order, then by code; and what was tested and holds."""

    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...]


def check(subject: Subject, select: Collection[str] = (), ignore: Collection[str] = ()) -> Checked:
    """Let the rules look at a subject.

    Args:
        subject: what to check.
        select: codes or beginnings of codes ("S", "S1", "S101"); every rule where none is given.
        ignore: codes or beginnings of codes to leave out.
    """
    yielded = [each for rule in rules_in_force(select, ignore) for each in rule(subject)]
    name = subject.after.source.name
    found = dict.fromkeys(_of_document(each, name) for each in yielded if isinstance(each, Finding))
    holding = (each for each in yielded if isinstance(each, Confirmed))
    told = lowered_where_uncertain(told_once(found), (subject.before, subject.after, subject.redline))
    return Checked(in_order(told, subject), (*relations_confirmed(subject), *holding))


def in_order(findings: Iterable[Finding], subject: Subject) -> tuple[Finding, ...]:
    """Return the findings of one document as they stand in it, then by code."""
    order = _positions(subject.redline) | _positions(subject.after)
    last = len(order)

    def position(finding: Finding) -> tuple[int, str, str]:
        return order.get(finding.place.path, order.get(finding.place.section_id, last)), finding.code, finding.passages[0].text

    return tuple(sorted(findings, key=position))


def _of_document(finding: Finding, name: str) -> Finding:
    return replace(finding, passages=tuple(replace(passage, document=passage.document or name) for passage in finding.passages))


def rules_in_force(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule[Subject], ...]:
    """Return the rules about one document that a choice of codes, or beginnings of codes, leaves in force."""
    return chosen(CATALOGUE, select, ignore)


Judged = TypeVar("Judged")


def chosen(catalogue: Iterable[Rule[Judged]], select: Collection[str], ignore: Collection[str]) -> tuple[Rule[Judged], ...]:
    """Return the rules of a catalogue that a choice of codes, or beginnings of codes, leaves in force."""
    wanted, left_out = tuple(select), tuple(ignore)
    return tuple(
        rule for rule in catalogue if (not wanted or rule.code.startswith(wanted)) and not (left_out and rule.code.startswith(left_out))
    )


def _positions(document: Document) -> dict[str, int]:
    """Return where each section and each paragraph stands in reading order, by path."""
    positions: dict[str, int] = {}
    for paragraph in document.paragraphs:
        positions.setdefault(paragraph.place.section_id, len(positions))
        positions.setdefault(paragraph.place.path, len(positions))
    return positions
