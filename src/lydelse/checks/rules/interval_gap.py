"""L402: a value that no row of a scale covers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.checks.bracket_rows import BracketRow, Scale, gap_between, shared_by
from lydelse.checks.rule import Subject, rule
from lydelse.checks.scales import scales_of
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.review import Confirmed
from lydelse.model.table import Table


@rule("L402", "interval-gap", Severity.WARNING)
def interval_gap(subject: Subject) -> Iterator[Finding | Confirmed]:
    """Yield the neighbouring rows of a scale that leave a value between them, and the scales that leave none and cover none twice."""
    tables = (block for block in subject.after.blocks if isinstance(block, Table))
    for scale in (scale for table in tables for scale in scales_of(subject, table)):
        heading = subject.heading(scale.rows[0].passage.place)
        gaps = [(below, above, gap) for below, above in scale.neighbours if (gap := gap_between(below, above, scale))]
        for below, above, gap in gaps:
            if scale.is_known_between(below, above):
                yield _finding((below, above), gap, scale, heading)
        if not gaps and not scale.unread and all(shared_by(below, above, scale.step) is None for below, above in scale.neighbours):
            yield _contiguous(scale, heading, subject.after.source.name)


def _contiguous(scale: Scale, heading: str, document: str) -> Confirmed:
    first, last = scale.rows[0], scale.rows[-1]
    facts: dict[str, Fact] = {
        "section": heading,
        "count": Decimal(len(scale.rows)),
        "first": first.bracket.literal,
        "last": last.bracket.literal,
    }
    return interval_gap.confirmed(first.passage, last.passage, facts=facts, document=document)


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
