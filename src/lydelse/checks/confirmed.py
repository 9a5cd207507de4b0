"""The relations that were tested and hold: what a report may call confirmed (stated) or consistent (inferred)."""

from __future__ import annotations

from lydelse.checks.declared_arithmetic import laid_out
from lydelse.checks.rule import Subject, passage_of
from lydelse.model.calculation import Outcome
from lydelse.model.message import Message
from lydelse.model.review import Confirmed
from lydelse.records import replace


def relations_confirmed(subject: Subject) -> tuple[Confirmed, ...]:
    """Return the relations that hold, each in the earlier version before the later one."""
    holding = [outcome for outcome in subject.calculation.outcomes if outcome.holds]
    return tuple(_confirmed(outcome, subject) for outcome in holding)


def _confirmed(outcome: Outcome, subject: Subject) -> Confirmed:
    relation, version = outcome.relation, outcome.version
    entries = [entry for entry in (relation.whole, *relation.parts) if entry.amount(version)]
    return Confirmed(
        wording=_worded(outcome, subject),
        origin=relation.origin,
        verdict=outcome.verdict,
        version=version,
        year=outcome.year,
        passages=tuple(dict.fromkeys(passage_of(entry, version) for entry in entries)),
        probability=outcome.probability,
        arithmetic=laid_out(outcome),
        document=subject.after.source.name,
        outcome=outcome,
    )


def _worded(outcome: Outcome, subject: Subject) -> Message:
    """Return what a relation says, its section called as findings call it."""
    relation = outcome.relation
    wording = relation.worded(outcome.version)
    if wording.facts.get("section") != relation.place.section:
        return wording
    return replace(wording, facts={**wording.facts, "section": subject.heading(relation.place)})
