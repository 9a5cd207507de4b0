"""Y207: the head count that a section's figures imply moved between the versions in another way than the other sections'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lydelse.calculation.head_counts import PerHead, per_heads
from lydelse.calculation.ledger import Ledger
from lydelse.checks.arithmetic import figure_of, heads_spelled
from lydelse.checks.mismatch import mismatches
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.interval import Interval
from lydelse.model.text import Version

FEWEST_OTHERS = 2
"""How many other sections must have moved alike before one that did not is asked about."""


@dataclass(frozen=True, slots=True)
class _Drift:
    """A section's head counts in the two versions, and how they moved."""

    before: PerHead
    after: PerHead
    moved: Interval


@rule("Y207", "headcount-drift", Severity.QUESTION)
def headcount_drift(subject: Subject) -> Iterator[Finding]:
    """Yield the sections whose implied head count moved in a way that the other sections' cannot have."""
    if subject.comparison.one_version:
        return
    drifts = _drifts(Ledger(subject.comparison))
    told = {id(entry) for each in mismatches(subject, RelationKind.RATIO) for entry in (each.relation.whole, *each.relation.parts)}
    for drift in drifts:
        others = _moved_alike([each for each in drifts if each is not drift])
        common = _common(others)
        if len(others) < FEWEST_OTHERS or common is None or drift.moved.meets(common) or id(drift.after.total) in told:
            continue
        if drift.before.heads.meets(drift.after.heads):
            continue
        yield _finding(subject, drift, others)


def _drifts(ledger: Ledger) -> list[_Drift]:
    earlier = {each.section.section_id: each for each in per_heads(ledger, Version.BEFORE)}
    found = []
    for each in per_heads(ledger, Version.AFTER):
        before = earlier.get(each.section.section_id)
        if before and before.total is each.total and before.price is each.price:
            found.append(_Drift(before, each, each.heads / before.heads))
    return found


def _moved_alike(drifts: Sequence[_Drift]) -> list[_Drift]:
    """Return the most sections whose head counts may have moved by one factor."""
    best: list[_Drift] = []
    for each in drifts:
        lower = each.moved.lower
        group = [other for other in drifts if lower is not None and lower in other.moved]
        best = group if len(group) > len(best) else best
    return best


def _common(drifts: Sequence[_Drift]) -> Interval | None:
    common: Interval | None = Interval(None, None)
    for each in drifts:
        common = common.common_with(each.moved) if common else None
    return common


def _moved(drift: _Drift) -> str:
    return f"{heads_spelled(drift.before.heads)} → {heads_spelled(drift.after.heads)}"


def _finding(subject: Subject, drift: _Drift, others: Sequence[_Drift]) -> Finding:
    total, price = drift.after.total, drift.after.price
    figures = [
        f"{figure_of(one)} / {figure_of(other)}"
        for one, other in ((total.before, price.before), (total.after, price.after))
        if one and other
    ]
    counts = [heads_spelled(drift.before.heads), heads_spelled(drift.after.heads)]
    return headcount_drift.finding(
        passage_of(total),
        passage_of(price),
        facts={
            "section": subject.heading(total.place),
            "before": counts[0],
            "after": counts[1],
            "others": tuple(f"{subject.heading(each.after.total.place)}: {_moved(each)}" for each in others),
        },
        details=Details("; ".join(f"{figure} = {count}" for figure, count in zip(figures, counts, strict=True))),
    )
