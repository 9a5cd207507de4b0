"""S101: parts that do not add up to the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.mismatch import details_of, mismatches, passages_of, total_facts, was_obeyed
from lydelse.checks.rule import Subject, rule
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity


@rule("S101", "sum-mismatch", Severity.ERROR)
def sum_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the totals of the later version that their parts do not add up to."""
    for outcome in mismatches(subject, RelationKind.SUM):
        relation = outcome.relation
        case = relation.wording.key.rpartition(".")[2]
        yield sum_mismatch.finding(
            *passages_of(outcome),
            facts={**relation.wording.facts, **total_facts(outcome, subject)},
            case=f"{case}.obeyed" if was_obeyed(subject, relation) else case,
            details=details_of(subject, outcome),
        )
