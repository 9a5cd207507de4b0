"""S104: averages per head and totals that imply head counts which cannot agree, though they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.calculation.testing import common_head_count, head_counts
from lydelse.checks.arithmetic import figure_of, heads_spelled
from lydelse.checks.mismatch import details_of, mismatches, was_obeyed
from lydelse.checks.rule import Subject, passage_of, rule
from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.interval import Interval
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry
from lydelse.model.text import Version

_Count = tuple[Entry, Entry, Interval]


@rule("S104", "headcount-disagreement", Severity.ERROR)
def headcount_disagreement(subject: Subject) -> Iterator[Finding]:
    """Yield the sections whose head counts agreed in the earlier version and cannot agree in the later one."""
    for outcome in mismatches(subject, RelationKind.RATIO):
        if not was_obeyed(subject, outcome.relation):
            continue
        counts = head_counts(outcome.relation, Version.AFTER)
        odd = _odd_one_out(counts)
        shown = [odd, *(each for each in counts if each is not odd)]
        yield headcount_disagreement.finding(
            *(passage_of(entry) for total, price, _ in shown for entry in (total, price)),
            facts=_facts(subject, outcome, shown),
            case="" if len(counts) > 2 else "two",
            details=details_of(subject, outcome),
        )


def _odd_one_out(counts: Sequence[_Count]) -> _Count:
    """Return the pair without which the others agree, the first where that is none or several."""
    odd = [each for each in counts if len(counts) > 2 and _agree([other for other in counts if other is not each])]
    return odd[0] if len(odd) == 1 else counts[0]


def _agree(counts: Sequence[_Count]) -> bool:
    common: Interval | None = counts[0][2]
    for _, _, heads in counts[1:]:
        common = common.common_with(heads) if common else None
    return common is not None


def _facts(subject: Subject, outcome: Outcome, shown: Sequence[_Count]) -> dict[str, Fact]:
    total, price, heads = shown[0]
    above, below = total.after, price.after
    assert above is not None, "the later version was tested, so that it states both"
    assert below is not None, "the later version was tested, so that it states both"
    earlier = common_head_count(outcome.relation, Version.BEFORE)
    return {
        "section": subject.heading(total.place),
        "total": figure_of(above),
        "price": figure_of(below),
        "heads": heads_spelled(heads),
        "others": tuple(f"{subject.heading(each.place)}: {heads_spelled(count)}" for each, _, count in shown[1:]),
        "earlier": heads_spelled(earlier) if earlier else "",
    }
