"""T301: a letter or a bad grouping inside a number."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.malformed_figures import findings_of
from lydelse.checks.rule import Subject, rule
from lydelse.figures.malformed import Flaw
from lydelse.model.finding import Finding, Severity


@rule("T301", "malformed-number", Severity.ERROR)
def malformed_number(subject: Subject) -> Iterator[Finding]:
    """Yield the numbers that hold a letter or are wrongly grouped."""
    yield from findings_of(malformed_number, subject, Flaw.LETTER, Flaw.GROUPING)
