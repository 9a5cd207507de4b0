"""K507: a difference from the document in force that the redline does not mark."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.departures import departures_of, facts_of, passages_of, weight_of
from lydelse.checks.rule import Details, Subject, rule
from lydelse.model.finding import Finding, Severity
from lydelse.model.in_force import Departure, DepartureKind

ASKED = {DepartureKind.RENUMBERED, DepartureKind.SECTION, DepartureKind.PARTIAL}
"""A number may be counted anew by the word processor, a section or most of one may be left out: an official knows."""
TOLD = {DepartureKind.REWORDED, DepartureKind.MISSING, DepartureKind.MOVED, *ASKED}


@rule("K507", "silent-change", Severity.ERROR)
def silent_change(subject: Subject) -> Iterator[Finding]:
    """Yield what differs from the document in force and carries no mark."""
    for departure in departures_of(subject, TOLD):
        yield silent_change.finding(
            *passages_of(subject, departure),
            facts=facts_of(subject, departure),
            case=_case(departure),
            severity=Severity.QUESTION if departure.kind in ASKED else weight_of(subject, Severity.ERROR),
            details=Details(found=departure.redline, expected=departure.in_force),
        )


def _case(departure: Departure) -> str:
    """Return which of the rule's sentences says it."""
    if departure.kind is DepartureKind.MOVED:
        return "moved" if departure.place_in_force.section != departure.place.section else "moved.within"
    if departure.kind is DepartureKind.REWORDED and not departure.in_force:
        return "added"
    if departure.kind is DepartureKind.REWORDED and not departure.redline:
        return "missing"
    return departure.kind.value
