"""Y205: a struck year that is not the year before."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Subject, rule
from lydelse.checks.year_moves import moves_of, usual_step
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact


@rule("Y205", "skipped-year", Severity.QUESTION)
def skipped_year(subject: Subject) -> Iterator[Finding]:
    """Yield the years that were moved by another step than the document's other years."""
    moves = subject.once(moves_of)
    usual = usual_step(moves)
    example = next((move for move in moves if move.step == usual), None)
    for move in moves:
        if move.step != usual:
            facts: dict[str, Fact] = {"section": subject.heading(move.passage.place), "before": move.before, "after": move.after}
            if example:
                facts |= {"usual_before": example.before, "usual_after": example.after}
            yield skipped_year.finding(move.passage, facts=facts, case="others" if example else "alone")
