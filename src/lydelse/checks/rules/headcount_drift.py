"""Y207: the head count that a section's figures imply moved between the versions in another way than the other sections'."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lydelse.calculation.head_counts import PerHead, per_heads
from lydelse.calculation.ledger import Ledger
from lydelse.checks.arithmetic import figure_of, heads_spelled
from lydelse.checks.mismatch import mismatches
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.interval import Interval
from lydelse.model.text import Version
from lydelse.records import dataclass

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
    factors = _Factors(drifts)
    for at, drift in enumerate(drifts):
        if id(drift.after.total) in told or drift.before.heads.meets(drift.after.heads):
            continue
        others = factors.moved_alike_beside(at)
        common = _common(others)
        if len(others) >= FEWEST_OTHERS and common is not None and not drift.moved.meets(common):
            yield _finding(subject, drift, others)


def _drifts(ledger: Ledger) -> list[_Drift]:
    earlier = {each.section.section_id: each for each in per_heads(ledger, Version.BEFORE)}
    found = []
    for each in per_heads(ledger, Version.AFTER):
        before = earlier.get(each.section.section_id)
        if before and before.total is each.total and before.price is each.price:
            found.append(_Drift(before, each, each.heads / before.heads))
    return found


class _Factors:
    """How the head counts of sections moved, by the rank of the least and the greatest factor that may have moved each.

    How many sections a factor may have moved is looked up, not counted anew for each section that is left out.
    """

    def __init__(self, drifts: Sequence[_Drift]) -> None:
        """Rank the ends of the factors, each of which has two; an open end lies just within a closed one."""
        self._drifts = drifts
        lower = [(each.moved.lower or Fraction(0), int(each.moved.lower_open)) for each in drifts]
        upper = [(each.moved.upper or Fraction(0), -int(each.moved.upper_open)) for each in drifts]
        ranks = {end: rank for rank, end in enumerate(sorted({*lower, *upper}))}
        self._lower, self._upper = [ranks[end] for end in lower], [ranks[end] for end in upper]
        begun, ended = sorted(self._lower), sorted(self._upper)
        self._counts = [bisect_right(begun, rank) - bisect_left(ended, rank) for rank in self._lower]

    def moved_alike_beside(self, left_out: int) -> list[_Drift]:
        """Return the most sections but one whose head counts may have moved by one factor: the least of one of them."""
        counts = {at: count - self._may_have_moved(left_out, self._lower[at]) for at, count in enumerate(self._counts) if at != left_out}
        best = max(counts, key=counts.__getitem__, default=None)
        return [] if best is None else [self._drifts[at] for at in counts if self._may_have_moved(at, self._lower[best])]

    def _may_have_moved(self, at: int, rank: int) -> bool:
        return self._lower[at] <= rank <= self._upper[at]


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
