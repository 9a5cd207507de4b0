"""S102: a stated share of a stated base that is not the stated amount."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.mismatch import details_of, mismatches, passages_of, total_facts, was_obeyed
from lydelse.checks.rule import Subject, rule
from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact


@rule("S102", "share-mismatch", Severity.ERROR)
def share_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts of the later version that are not the share that they are said to be, however the base is read."""
    for outcome in mismatches(subject, RelationKind.SHARE):
        relation = outcome.relation
        yield share_mismatch.finding(
            *passages_of(outcome),
            facts={**relation.wording.facts, **total_facts(outcome, subject), **_rate(outcome), "tried": relation.tried},
            case="obeyed" if was_obeyed(subject, relation) else "",
            details=details_of(subject, outcome),
        )


def _rate(outcome: Outcome) -> dict[str, Fact]:
    """Return the share as the tested version prints it: the wording may be the earlier version's."""
    rate = outcome.relation.parts[0].amount(outcome.version)
    return {"share": rate.value} if rate else {}
