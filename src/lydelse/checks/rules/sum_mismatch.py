"""S101: parts that do not add up to the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.verdicts import BARELY
from lydelse.checks.mismatch import details_of, mismatches, passages_of, total_facts, was_obeyed
from lydelse.checks.rule import Subject, rule
from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.finding import Finding, Severity


@rule("S101", "sum-mismatch", Severity.ERROR)
def sum_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the totals of the later version that their parts do not add up to."""
    for outcome in mismatches(subject, RelationKind.SUM):
        relation = outcome.relation
        case = relation.wording.key.rpartition(".")[2]
        obeyed, rounded = was_obeyed(subject, relation), _may_be_rounded(outcome)
        yield sum_mismatch.finding(
            *passages_of(outcome),
            facts={**relation.wording.facts, **total_facts(outcome, subject)},
            case=f"{case}.obeyed" if obeyed else f"{case}.rounded" if rounded else case,
            severity=Severity.QUESTION if rounded and not obeyed else None,
            details=details_of(subject, outcome),
        )


def _may_be_rounded(outcome: Outcome) -> bool:
    """Tell whether figures printed to the last unit may yet each have been rounded: honest rounding often differs as much."""
    return outcome.relation.exact and outcome.probability is not None and outcome.probability >= BARELY
