"""L403: a value that two rows of a scale cover."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.checks.bracket_rows import BracketRow, Scale, meeting_values, shared_by
from lydelse.checks.rule import Subject, rule
from lydelse.checks.scales import scales_of
from lydelse.figures.spelling import spelled
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Calculated, Fact
from lydelse.model.table import Table


@rule("L403", "interval-overlap", Severity.ERROR)
def interval_overlap(subject: Subject) -> Iterator[Finding]:
    """Yield the neighbouring rows of a scale that both cover a value; one question where all neighbours meet in a value."""
    tables = (block for block in subject.after.blocks if isinstance(block, Table))
    for scale in (scale for table in tables for scale in scales_of(subject, table)):
        heading = subject.heading(scale.rows[0].passage.place)
        shared = [(below, above, value) for below, above in scale.neighbours if (value := shared_by(below, above, scale.step)) is not None]
        if shared and (values := meeting_values(scale)):
            yield _question(values, shared[0][:2], scale, heading)
            continue
        for below, above, value in shared:
            yield interval_overlap.finding(above.passage, below.passage, facts=_facts((below, above), value, scale, heading))


def _question(values: tuple[Decimal, ...], rows: tuple[BracketRow, BracketRow], scale: Scale, heading: str) -> Finding:
    facts = {**_facts(rows, values[0], scale, heading), "values": tuple(Calculated(spelled(value)) for value in values)}
    passages = (row.passage for row in scale.rows)
    return interval_overlap.finding(*passages, facts=facts, case="meeting", severity=Severity.QUESTION)


def _facts(rows: tuple[BracketRow, BracketRow], value: Decimal, scale: Scale, heading: str) -> dict[str, Fact]:
    below, above = rows
    return {"section": heading, "value": value, "unit": scale.unit, "below": below.in_words, "above": above.in_words}
