"""T303: a number said in words and in digits that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.malformed_figures import findings_of
from lydelse.checks.rule import Subject, rule
from lydelse.figures.malformed import Flaw
from lydelse.model.finding import Finding, Severity


@rule("T303", "words-and-digits", Severity.ERROR)
def words_and_digits(subject: Subject) -> Iterator[Finding]:
    """Yield the numbers whose words and digits disagree."""
    yield from findings_of(words_and_digits, subject, Flaw.WORD_AND_DIGITS)
