"""L403: a value that two rows of a scale cover."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.checks.bracket_rows import BracketRow, Scale, scales_in, shared_by
from lydelse.checks.rule import Subject, rule
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.table import Table


@rule("L403", "interval-overlap", Severity.ERROR)
def interval_overlap(subject: Subject) -> Iterator[Finding]:
    """Yield the neighbouring rows of a scale that both cover a value."""
    tables = (block for block in subject.after.blocks if isinstance(block, Table))
    for table in tables:
        for scale in scales_in(table):
            for below, above in scale.neighbours:
                if (shared := shared_by(below, above, scale)) is not None:
                    yield _finding((below, above), shared, scale, subject.heading(below.passage.place))


def _finding(rows: tuple[BracketRow, BracketRow], shared: Decimal, scale: Scale, heading: str) -> Finding:
    below, above = rows
    facts: dict[str, Fact] = {
        "section": heading,
        "value": shared,
        "unit": scale.unit,
        "below": below.in_words,
        "above": above.in_words,
    }
    return interval_overlap.finding(above.passage, below.passage, facts=facts)
