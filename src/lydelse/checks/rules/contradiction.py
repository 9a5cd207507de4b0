"""K501: one quantity with two values in one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.mismatch import mismatches, was_obeyed
from lydelse.checks.parted import parted
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.checks.said_twice import SaidTwice, said_twice
from lydelse.model.amount import Amount
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry

TELLING_DIGITS = 5
"""Two amounts that had so many digits in common were hardly of two things."""

TELLING_ALONE = 4
"""The same of two amounts with one name that was the same in both versions, however little the name says."""

NEAR = Fraction(11, 10)
"""How many times the smaller one the larger of two amounts may be, for the difference to be a slip or a year's uprating."""


@rule("K501", "contradiction", Severity.ERROR)
def contradiction(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts that were stated alike in the earlier version and no longer are, and those of one name that differ."""
    told: set[int] = set()
    for outcome in mismatches(subject, RelationKind.EQUALITY):
        relation = outcome.relation
        entries = [entry for entry in (relation.whole, *relation.parts) if entry.before and entry.after]
        if relation.wording.key == "relation.equality" and len(entries) > 1 and was_obeyed(subject, relation):
            told |= {id(entry) for entry in entries}
            yield _finding(subject, entries)
    if subject.after.properties.kind != "minutes":
        yield from _of_one_name(subject, told)
        yield from (_finding(subject, [*pair]) for pair in parted(subject) if not told & {id(entry) for entry in pair})


def _of_one_name(subject: Subject, told: set[int]) -> Iterator[Finding]:
    """Yield the pairs of one name that differ a little: a slip, not two things; each amount is told of once, and each value beside it."""
    beside: dict[int, set[Fraction]] = {}
    for pair in said_twice(subject):
        values = beside.setdefault(id(pair.one), set())
        if told & {id(pair.one), id(pair.other)} or _after(pair.other).exactly in values or not _differ(pair.one, pair.other):
            continue
        alike_before = _agreed_before(pair.one, pair.other) and (pair.is_telling or _digits(_before(pair.one)) >= TELLING_ALONE)
        if alike_before or (pair.is_telling and _is_slip(pair.one, pair.other)):
            told.add(id(pair.other))
            values.add(_after(pair.other).exactly)
            yield _finding(subject, [pair.one, pair.other]) if alike_before else _apart(subject, pair)


def _differ(one: Entry, other: Entry) -> bool:
    return not _after(one).may_be(_after(other)) and not _is_rounded(one, other)


def _is_rounded(one: Entry, other: Entry) -> bool:
    """Tell whether one is printed with fewer places than the other and may be a rounding of it, well or badly done."""
    coarse = max(_after(one).last_place, _after(other).last_place)
    return _after(one).last_place != _after(other).last_place and abs(_after(one).exactly - _after(other).exactly) <= 2 * coarse


def _agreed_before(one: Entry, other: Entry) -> bool:
    return bool(one.before and other.before and one.before.exactly == other.before.exactly)


def _is_slip(one: Entry, other: Entry) -> bool:
    """Tell whether two amounts are as near as an amount and its slip, or the amounts of two years, and did not differ before."""
    if one.before and other.before:
        return False
    values = sorted((_after(one).exactly, _after(other).exactly))
    return values[0] > 0 and values[1] <= values[0] * NEAR


def _apart(subject: Subject, pair: SaidTwice) -> Finding:
    facts: dict[str, Fact] = {
        "section": subject.heading(pair.other.place),
        "label": pair.other.label,
        "value": figure_of(_after(pair.other)),
        "other": figure_of(_after(pair.one)),
        "other_section": subject.heading(pair.one.place),
    }
    severity = Severity.ERROR if pair.is_certain else Severity.QUESTION
    details = Details(found=figure_of(_after(pair.other)), expected=figure_of(_after(pair.one)))
    passages = (passage_of(pair.other), passage_of(pair.one))
    return contradiction.finding(*passages, facts=facts, case="apart", severity=severity, details=details)


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


def _before(entry: Entry) -> Fraction:
    assert entry.before is not None, "only entries of both versions agreed before"
    return entry.before.exactly


def _digits(value: Fraction) -> int:
    """Return how many digits a value has, its trailing zeros left out."""
    return len(str(int(abs(value) * 10**6)).rstrip("0"))
