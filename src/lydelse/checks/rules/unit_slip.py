"""T305: an amount in kr where tkr is meant, or the like: the unit alone explains why the figures do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.unit_slips import UnitSlip, unit_slips_of
from lydelse.checks.arithmetic import figure_of
from lydelse.checks.mismatch import passages_of
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.figures.spelling import spelled
from lydelse.model.amount import Amount
from lydelse.model.calculation import Outcome
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry
from lydelse.model.text import Version


@rule("T305", "unit-slip", Severity.ERROR)
def unit_slip(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts of the later version whose unit breaks a relation that another unit mends; each amount once."""
    told: set[tuple[str, int]] = set()
    for outcome in subject.calculation.outcomes:
        slips = unit_slips_of(outcome) if outcome.version is Version.AFTER else ()
        places = {(slip.entry.place.path, _after(slip.entry).start) for slip in slips}
        if slips and not places & told:
            told |= places
            yield _one(subject, outcome, slips[0]) if len(slips) == 1 else _either(subject, outcome, *slips)


def _one(subject: Subject, outcome: Outcome, slip: UnitSlip) -> Finding:
    found, suggestion = figure_of(_after(slip.entry)), _mended(slip)
    facts = _facts(subject, slip) | {"suggestion": suggestion}
    first = passage_of(slip.entry)
    others = [passage for passage in passages_of(outcome) if passage != first]
    return unit_slip.finding(first, *others, facts=facts, details=Details(found=found, expected=suggestion, suggestion=suggestion))


def _either(subject: Subject, outcome: Outcome, slip: UnitSlip, other: UnitSlip) -> Finding:
    """Return the finding of two figures of which either may have the wrong unit."""
    facts = _facts(subject, slip) | {"other": figure_of(_after(other.entry)), "readings": (_mended(slip), _mended(other))}
    return unit_slip.finding(*passages_of(outcome), facts=facts, case="either", details=Details(found=figure_of(_after(slip.entry))))


def _facts(subject: Subject, slip: UnitSlip) -> dict[str, Fact]:
    figure = figure_of(_after(slip.entry))
    return {"section": subject.heading(slip.entry.place), "label": slip.entry.label or figure, "found": figure}


def _mended(slip: UnitSlip) -> str:
    return f"{spelled(_after(slip.entry).value)} {slip.unit}"


def _after(entry: Entry) -> Amount:
    assert entry.after is not None, "an outcome of the later version is of figures that it states"
    return entry.after
