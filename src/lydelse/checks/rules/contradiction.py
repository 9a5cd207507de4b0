"""K501: one quantity with two values in one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.mismatch import mismatches, was_obeyed
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.model.amount import Amount
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry

TELLING_DIGITS = 5
"""Two amounts that had so many digits in common were hardly of two things."""


@rule("K501", "contradiction", Severity.ERROR)
def contradiction(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts that were stated alike in several places of the earlier version and no longer are."""
    for outcome in mismatches(subject, RelationKind.EQUALITY):
        relation = outcome.relation
        entries = [entry for entry in (relation.whole, *relation.parts) if entry.before and entry.after]
        if relation.wording.key == "relation.equality" and len(entries) > 1 and was_obeyed(subject, relation):
            yield _finding(subject, entries)


def _finding(subject: Subject, entries: list[Entry]) -> Finding:
    odd = _odd_one(entries)
    other = next(entry for entry in entries if _after(entry).exactly != _after(odd).exactly)
    before = odd.before
    assert before is not None, "only entries of both versions are weighed"
    facts: dict[str, Fact] = {
        "section": subject.heading(odd.place),
        "label": odd.label or other.label or figure_of(_after(odd)),
        "value": figure_of(_after(odd)),
        "other": figure_of(_after(other)),
        "other_section": subject.heading(other.place),
        "before": figure_of(before),
    }
    case = "left" if _after(odd).exactly == before.exactly else "alike"
    passages = [passage_of(entry) for entry in (odd, other, *(each for each in entries if each is not odd and each is not other))]
    severity = Severity.ERROR if _digits(before.exactly) >= TELLING_DIGITS else Severity.QUESTION
    details = Details(found=figure_of(_after(odd)), expected=figure_of(_after(other)))
    return contradiction.finding(*passages, facts=facts, case=case, severity=severity, details=details)


def _odd_one(entries: list[Entry]) -> Entry:
    """Return the place that is likeliest to have been forgotten: left as it was, else with another value than most, else the last."""
    left = [entry for entry in entries if entry.before and _after(entry).exactly == entry.before.exactly]
    if left:
        return left[0]
    most = Counter(_after(entry).exactly for entry in entries).most_common(1)[0][0]
    return next((entry for entry in reversed(entries) if _after(entry).exactly != most), entries[-1])


def _after(entry: Entry) -> Amount:
    assert entry.after is not None, "only entries of both versions are weighed"
    return entry.after


def _digits(value: Fraction) -> int:
    """Return how many digits a value has, its trailing zeros left out."""
    return len(str(int(abs(value) * 10**6)).rstrip("0"))
