"""What the rules about relations have in common: the relations that the later version breaks, and how that is told."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.calculation.repair import repair_of
from lydelse.calculation.unit_slips import unit_slips_of
from lydelse.checks.arithmetic import arithmetic_of, computed_in, expected_of, figure_of
from lydelse.checks.rule import Details, Subject, passage_of
from lydelse.figures.spelling import spelled
from lydelse.model.calculation import Outcome, Relation, RelationKind, Verdict
from lydelse.model.finding import Passage, Term
from lydelse.model.interval import Interval
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import replace


def mismatches(subject: Subject, kind: RelationKind) -> Iterator[Outcome]:
    """Yield the relations of one kind that the later version's figures break, those left out that a slip of the unit explains."""
    for outcome in subject.calculation.outcomes:
        broken = outcome.relation.kind is kind and outcome.version is Version.AFTER and outcome.verdict is Verdict.INCONSISTENT
        if broken and not unit_slips_of(outcome):
            yield outcome


def was_obeyed(subject: Subject, relation: Relation) -> bool:
    """Tell whether the earlier version's figures obey a relation."""
    return any(each.relation is relation and each.version is Version.BEFORE and each.holds for each in subject.calculation.outcomes)


def passages_of(outcome: Outcome) -> tuple[Passage, ...]:
    """Return the passages of a relation's figures in the version that was tested, the whole first."""
    entries = (outcome.relation.whole, *outcome.relation.parts)
    return tuple(dict.fromkeys(passage_of(entry, outcome.version) for entry in entries if entry.amount(outcome.version)))


def total_facts(outcome: Outcome, subject: Subject) -> dict[str, Fact]:
    """Return what a sentence about a whole that its parts do not make holds: all in the unit that the whole is printed in.

    The unit begins with a space, since bare numbers have none.
    """
    whole = outcome.relation.whole.amount(outcome.version)
    assert whole is not None, "an outcome is of a version that states the whole"
    return {
        "section": subject.heading(outcome.relation.place),
        "total": whole.value,
        "unit": f" {whole.unit}" if whole.unit else "",
        "summed": computed_in(expected_of(outcome), whole),
        "difference": computed_in(outcome.difference, whole),
        "rounding": computed_in(_rounding(outcome), whole),
    }


def details_of(subject: Subject, outcome: Outcome) -> Details:
    """Return the arithmetic of a mismatch, with the one figure that would mend it where there is just one."""
    whole = outcome.relation.whole.amount(outcome.version)
    assert whole is not None, "an outcome is of a version that states the whole"
    relation = arithmetic_of(outcome)
    suggestion = suggestion_of(subject, outcome)
    if outcome.relation.kind is RelationKind.RATIO:
        return Details(relation, suggestion=suggestion)

    def told(value: Fraction) -> str:
        return f"{spelled(computed_in(value, whole))} {whole.unit}".strip()

    difference = told(outcome.difference)
    return Details(
        relation,
        figure_of(whole),
        told(expected_of(outcome)),
        suggestion,
        difference=f"+{difference}" if outcome.difference > 0 else difference,
        rounding=told(_rounding(outcome)),
        terms=_terms(outcome) if outcome.relation.kind is RelationKind.SUM else (),
    )


def _terms(outcome: Outcome) -> tuple[Term, ...]:
    """Return the parts of a sum, those that are taken off below zero."""
    relation, version = outcome.relation, outcome.version
    stated = [(at, part, amount) for at, part in enumerate(relation.parts) if (amount := part.amount(version))]
    return tuple(
        Term(part.label, part.place.section, figure_of(replace(amount, value=-amount.value) if at in relation.minus else amount))
        for at, part, amount in stated
    )


def _rounding(outcome: Outcome) -> Fraction:
    is_exact = outcome.relation.exact and outcome.relation.kind is not RelationKind.SHARE  # there it is the share that is exact
    return Fraction(0) if is_exact else _explained(outcome.found, outcome.expected)


def suggestion_of(subject: Subject, outcome: Outcome) -> str:
    """Return the one figure that would mend a mismatch, "" where there is none or more than one."""
    repair = repair_of(subject.calculation, outcome)
    amount = repair.entry.amount(outcome.version) if repair else None
    if repair is None or amount is None:
        return ""
    figure = f"{spelled(repair.value)} {amount.unit}".strip()
    heading = subject.heading(repair.entry.place)
    return f"{heading}: {figure_of(amount)} → {figure}" if heading else f"{figure_of(amount)} → {figure}"


def _explained(found: Interval, expected: Interval) -> Fraction:
    """Return the largest difference that the rounding of the printed figures can make."""
    return ((found.width or Fraction(0)) + (expected.width or Fraction(0))) / 2


def stated_facts(outcome: Outcome, **figures: Entry) -> dict[str, Fact]:
    """Return the facts of a relation's wording, its figures as the tested version prints them: the wording may be the other version's."""
    said: dict[str, Fact] = {
        name: amount.literal
        for name, entry in figures.items()
        if name in outcome.relation.wording.facts and (amount := entry.amount(outcome.version))
    }
    return {**outcome.relation.wording.facts, **said}
