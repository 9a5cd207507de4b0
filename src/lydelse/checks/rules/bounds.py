"""S109: a floor above its ceiling, or an amount outside the floor or the ceiling that its own sentence sets."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.arithmetic import arithmetic_of, figure_of
from lydelse.checks.mismatch import mismatches, passages_of
from lydelse.checks.rule import Details, Subject, rule
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity


@rule("S109", "bounds", Severity.ERROR)
def bounds(subject: Subject) -> Iterator[Finding]:
    """Yield the floors of the later version that lie above their ceiling, and the amounts outside their own."""
    for outcome in mismatches(subject, RelationKind.BOUNDS):
        relation = outcome.relation
        whole = relation.whole.amount(outcome.version)
        assert whole is not None, "an outcome is of a version that states the whole"
        yield bounds.finding(
            *passages_of(outcome),
            facts={**relation.wording.facts, "section": subject.heading(relation.place)},
            case=relation.wording.key.removeprefix("relation.bounds").removeprefix("."),
            details=Details(arithmetic_of(outcome), figure_of(whole)),
        )
