"""How far the figures of a document were tested: no handful of proven totals may stand for a table of untested weights."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from lydelse.checks.rule import Subject, passage_of
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Origin, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.formula import WeightedMean, WeightedTotal
from lydelse.model.quantity import Entry
from lydelse.model.review import Coverage
from lydelse.model.text import Version

COUNTED = (AmountKind.MONEY, AmountKind.WEIGHT, AmountKind.SHARE)
"""The kinds that a report tells apart; counts and bounds are conditions, not what is paid."""

_WEAK = frozenset({RelationKind.BOUNDS})
"""What holds of nearly any figure, and tests none: a floor under its ceiling."""


def coverage(subjects: Sequence[Subject], findings: Collection[Finding]) -> tuple[Coverage, ...]:
    """Return how far the figures of the later versions were tested, by kind.

    Every occurrence of a figure in the later version counts once, under the strongest that was said of it: it stands in a finding,
    it is confirmed by a relation that the document states, it is consistent with an inferred one, or no rule reached it. What is told
    for information alone questions no figure and proves none. Figures that are only in the earlier version do not count. Of a relation,
    each figure that the later version's test used is reached.
    """
    weighing = (finding for finding in findings if finding.severity is not Severity.INFO)
    quoted = {(passage.document, passage.place, passage.text) for finding in weighing for passage in finding.passages}
    counted: list[tuple[AmountKind, str]] = []
    for subject in subjects:
        name = subject.after.source.name
        weighed = _weighed_together(subject)
        stated, inferred = _reached(subject, Origin.STATED, Origin.MODEL) - weighed, _reached(subject, Origin.INFERRED) | weighed
        for entry in subject.entries:
            if entry.after is None or entry.kind not in COUNTED:
                continue
            passage = passage_of(entry)
            in_findings = not quoted.isdisjoint({(name, passage.place, passage.text), ("", passage.place, passage.text)})
            level = "finding" if in_findings else "stated" if id(entry) in stated else "inferred" if id(entry) in inferred else "untested"
            counted.append((entry.kind, level))
    return tuple(
        _of_kind(kind, [level for each, level in counted if each is kind]) for kind in COUNTED if any(each is kind for each, _ in counted)
    )


def _of_kind(kind: AmountKind, levels: list[str]) -> Coverage:
    return Coverage(kind, len(levels), levels.count("stated"), levels.count("inferred"), levels.count("finding"))


def _reached(subject: Subject, *origins: Origin) -> set[int]:
    """Return the identities of the entries that a relation of these origins confirms in the later version."""
    holding = [
        outcome.relation
        for outcome in subject.calculation.outcomes
        if outcome.holds and outcome.version is Version.AFTER and outcome.relation.origin in origins and outcome.relation.kind not in _WEAK
    ]
    return _identities(entry for relation in holding for entry in (relation.whole, *relation.parts))


def _weighed_together(subject: Subject) -> set[int]:
    """Return the identities of the weights that only their mean was tested of: it goes with each of them, and confirms none by itself."""
    holding = (outcome.relation for outcome in subject.calculation.outcomes if outcome.holds and outcome.version is Version.AFTER)
    weights = {
        id(entry)
        for relation in holding
        if isinstance(relation.formula, WeightedMean | WeightedTotal)
        for entry in (relation.whole, *relation.parts)
        if entry.kind is not AmountKind.MONEY
    }
    return weights - _reached(subject, Origin.STATED)


def _identities(entries: Iterable[Entry]) -> set[int]:
    return {id(entry) for entry in entries}
