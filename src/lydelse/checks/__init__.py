"""The checks: what is wrong or open in a document, found by the rules of the catalogue."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from lydelse.checks.catalogue import CATALOGUE
from lydelse.checks.confirmed import confirmed
from lydelse.checks.coverage import coverage
from lydelse.checks.rule import Rule, Subject
from lydelse.model.document import Document
from lydelse.model.finding import Finding

__all__ = ["CATALOGUE", "Rule", "Subject", "check", "confirmed", "coverage", "rules_in_force"]


def check(subject: Subject, select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what the rules find, in document order, then by code.

    Args:
        subject: what to check.
        select: codes or beginnings of codes ("S", "S1", "S101"); every rule where none is given.
        ignore: codes or beginnings of codes to leave out.
    """
    order = _positions(subject.redline) | _positions(subject.after)
    name = subject.after.source.name
    found = {_of_document(finding, name): None for rule in rules_in_force(select, ignore) for finding in rule(subject)}
    last = len(order)

    def sorting(finding: Finding) -> tuple[int, str, str]:
        return order.get(finding.place.path, order.get(finding.place.section_id, last)), finding.code, finding.passages[0].text

    return tuple(sorted(found, key=sorting))


def _of_document(finding: Finding, name: str) -> Finding:
    return replace(finding, passages=tuple(replace(passage, document=passage.document or name) for passage in finding.passages))


def rules_in_force(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that a choice of codes, or beginnings of codes, leaves in force."""
    chosen, left_out = tuple(select), tuple(ignore)
    return tuple(
        rule for rule in CATALOGUE if (not chosen or rule.code.startswith(chosen)) and not (left_out and rule.code.startswith(left_out))
    )


def _positions(document: Document) -> dict[str, int]:
    """Return where each section and each paragraph stands in reading order, by path."""
    positions: dict[str, int] = {}
    for paragraph in document.paragraphs:
        positions.setdefault(paragraph.place.section_id, len(positions))
        positions.setdefault(paragraph.place.path, len(positions))
    return positions
