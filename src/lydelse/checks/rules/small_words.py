"""W701: a small word with a large meaning that another replaces, or that comes or goes."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Subject, rule
from lydelse.model.change import Removed, Renumbered
from lydelse.model.finding import Finding, Passage, Severity


@rule("W701", "small-word-large-meaning", Severity.WARNING)
def small_words(subject: Subject) -> Iterator[Finding]:
    """Yield the small words that a change turns on, one finding each."""
    for change in subject.comparison.changes:
        if isinstance(change, Removed | Renumbered):
            continue
        for small in change.small_words:
            facts = {"section": subject.heading(change.place), "before": small.before, "after": small.after, "governs": small.governs}
            yield small_words.finding(Passage(change.place, small.after.strip("… ")), facts=facts, case=small.meaning.value)
