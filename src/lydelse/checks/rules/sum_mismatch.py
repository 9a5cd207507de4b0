"""S101: parts that do not add up to the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Subject, passage_of, rule
from lydelse.model.calculation import RelationKind, Verdict
from lydelse.model.finding import Finding, Severity
from lydelse.model.text import Version


@rule("S101", "sum-mismatch", Severity.ERROR)
def sum_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the totals of the later version that their parts do not add up to."""
    for outcome in subject.calculation.outcomes:
        relation = outcome.relation
        if relation.kind is RelationKind.SUM and outcome.version is Version.AFTER and outcome.verdict is Verdict.INCONSISTENT:
            yield sum_mismatch.finding(passage_of(relation.whole), facts={"section": relation.place.section})
