"""L402: a value that no row of a scale covers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.checks.bracket_rows import BracketRow, Scale, scales_in
from lydelse.checks.rule import Subject, rule
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.table import Table


@rule("L402", "interval-gap", Severity.WARNING)
def interval_gap(subject: Subject) -> Iterator[Finding]:
    """Yield the neighbouring rows of a scale that leave a value between them."""
    tables = (block for block in subject.after.blocks if isinstance(block, Table))
    for table in tables:
        for scale in scales_in(table):
            for below, above in scale.neighbours:
                if gap := gap_between(below, above, scale):
                    yield _finding((below, above), gap, scale, subject.heading(below.passage.place))


def gap_between(below: BracketRow, above: BracketRow, scale: Scale) -> tuple[Decimal, Decimal] | None:
    """Return the first and the last value between two rows, None where there is none."""
    upper, lower = below.bracket.upper, above.bracket.lower
    if upper is None or lower is None:
        return None
    first = upper if below.bracket.upper_open else upper + scale.step
    last = lower if above.bracket.lower_open else lower - scale.step
    return (first, last) if first <= last else None


def _finding(rows: tuple[BracketRow, BracketRow], gap: tuple[Decimal, Decimal], scale: Scale, heading: str) -> Finding:
    below, above = rows
    facts: dict[str, Fact] = {
        "section": heading,
        "unit": scale.unit,
        "first": gap[0],
        "last": gap[1],
        "below": below.in_words,
        "above": above.in_words,
    }
    return interval_gap.finding(above.passage, below.passage, facts=facts, case="one" if gap[0] == gap[1] else "several")
