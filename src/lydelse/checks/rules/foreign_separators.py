"""T302: a number with the separators of another language."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.malformed_figures import findings_of
from lydelse.checks.rule import Subject, rule
from lydelse.figures.malformed import Flaw
from lydelse.model.finding import Finding, Severity


@rule("T302", "foreign-separators", Severity.ERROR)
def foreign_separators(subject: Subject) -> Iterator[Finding]:
    """Yield the numbers that are written with a point or a comma between groups."""
    yield from findings_of(foreign_separators, subject, Flaw.SEPARATOR)
