"""T305: an amount in kr where tkr is meant, or the like: the unit alone explains why the figures do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.unit_slips import unit_slip_of
from lydelse.checks.arithmetic import figure_of
from lydelse.checks.mismatch import passages_of
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.figures.spelling import spelled
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.text import Version


@rule("T305", "unit-slip", Severity.ERROR)
def unit_slip(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts of the later version whose unit breaks a relation that another unit mends; each amount once."""
    told: set[tuple[str, int]] = set()
    for outcome in subject.calculation.outcomes:
        slip = unit_slip_of(outcome) if outcome.version is Version.AFTER else None
        amount = slip.entry.after if slip else None
        if slip is None or amount is None or (slip.entry.place.path, amount.start) in told:
            continue
        told.add((slip.entry.place.path, amount.start))
        suggestion = f"{spelled(amount.value)} {slip.unit}"
        facts: dict[str, Fact] = {
            "section": subject.heading(slip.entry.place),
            "label": slip.entry.label or figure_of(amount),
            "found": figure_of(amount),
            "suggestion": suggestion,
        }
        first = passage_of(slip.entry)
        others = [passage for passage in passages_of(outcome) if passage != first]
        details = Details(found=figure_of(amount), expected=suggestion, suggestion=suggestion)
        yield unit_slip.finding(first, *others, facts=facts, details=details)
