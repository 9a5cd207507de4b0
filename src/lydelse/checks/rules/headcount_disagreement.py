"""S104: averages per head and totals that imply head counts which cannot agree, though they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.calculation.head_counts import NearMiss, near_misses
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.testing import common_head_count, head_counts
from lydelse.checks.arithmetic import figure_of, heads_spelled
from lydelse.checks.mismatch import details_of, mismatches, was_obeyed
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.figures.spelling import spelled
from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.interval import Interval
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry
from lydelse.model.text import Version

_Count = tuple[Entry, Entry, Interval]


@rule("S104", "headcount-disagreement", Severity.ERROR)
def headcount_disagreement(subject: Subject) -> Iterator[Finding]:
    """Yield the sections whose head counts agreed in the earlier version and cannot agree in the later one.

    Of a document of one version, a section that one typo parts from the others is asked about: it may count other people.
    """
    if subject.comparison.one_version:
        yield from (_asked(subject, miss) for miss in near_misses(Ledger(subject.comparison), Version.AFTER))
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


def _asked(subject: Subject, miss: NearMiss) -> Finding:
    total, price, wrong = miss.odd.total.after, miss.odd.price.after, miss.suspect.after
    assert total is not None, "the later version was read, so that it states each figure"
    assert price is not None, "the later version was read, so that it states each figure"
    assert wrong is not None, "the later version was read, so that it states each figure"
    others = [entry for each in miss.group for entry in (each.total, each.price)]
    right = f"{spelled(miss.repaired)} {wrong.unit}"
    return headcount_disagreement.finding(
        *dict.fromkeys(passage_of(entry) for entry in (miss.suspect, miss.odd.total, miss.odd.price, *others)),
        facts={
            "section": subject.heading(miss.suspect.place),
            "total": figure_of(total),
            "price": figure_of(price),
            "heads": heads_spelled(miss.odd.heads),
            "others": tuple(subject.heading(each.total.place) for each in miss.group),
            "common": heads_spelled(miss.common),
            "wrong": figure_of(wrong),
            "right": right,
        },
        case="typo",
        severity=Severity.QUESTION,
        details=Details(suggestion=f"{figure_of(wrong)} → {right}"),
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
