"""S108: a rounded restatement that does not cover the amount that it restates."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.arithmetic import arithmetic_of, figure_of
from lydelse.checks.mismatch import mismatches
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity


@rule("S108", "restatement-mismatch", Severity.ERROR)
def restatement_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the rounded amounts of the later version that the full amount cannot be rounded to."""
    for outcome in mismatches(subject, RelationKind.EQUALITY):
        relation = outcome.relation
        restated = relation.parts[0]
        if relation.wording.key != "relation.equality.rounded" or restated.after is None or relation.whole.after is None:
            continue
        yield restatement_mismatch.finding(
            passage_of(restated),
            passage_of(relation.whole),
            facts={**relation.wording.facts, "section": subject.heading(restated.place)},
            details=Details(arithmetic_of(outcome), figure_of(restated.after), figure_of(relation.whole.after)),
        )
