"""K506: struck or kept text of a redline that the document in force does not contain."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.departures import departures_of, facts_of, passages_of, weight_of
from lydelse.checks.rule import Details, Subject, rule
from lydelse.model.finding import Finding, Severity
from lydelse.model.in_force import DepartureKind


@rule("K506", "not-the-text-in-force", Severity.ERROR)
def not_the_text_in_force(subject: Subject) -> Iterator[Finding]:
    """Yield what the redline strikes or keeps and the document in force does not have."""
    for departure in departures_of(subject, {DepartureKind.STRUCK, DepartureKind.FOREIGN}):
        case = departure.kind.value if departure.in_force or departure.kind is DepartureKind.FOREIGN else "struck.nowhere"
        yield not_the_text_in_force.finding(
            *passages_of(subject, departure),
            facts=facts_of(subject, departure),
            case=case,
            severity=weight_of(subject, Severity.ERROR),
            details=Details(found=departure.redline, expected=departure.in_force),
        )
