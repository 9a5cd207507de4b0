"""S101: parts that do not add up to the total that is stated for them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.calculation.verdicts import BARELY
from lydelse.checks.arithmetic import arithmetic_of
from lydelse.checks.counted_parts import uncounted
from lydelse.checks.mismatch import details_of, mismatches, passages_of, stated_facts, total_facts, was_obeyed
from lydelse.checks.rule import Subject, rule
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.calculation import Contradiction, Outcome, RelationKind
from lydelse.model.document import Redline
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.text import Version

SELDOM_ROUNDED = 1000


@rule("S101", "sum-mismatch", Severity.ERROR)
def sum_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the totals of the later version that their parts do not add up to."""
    for outcome in mismatches(subject, RelationKind.SUM):
        relation = outcome.relation
        case = relation.wording.key.rpartition(".")[2]
        obeyed, rounded = was_obeyed(subject, relation), _may_be_rounded(outcome)
        yield sum_mismatch.finding(
            *passages_of(outcome),
            facts={**stated_facts(outcome, **dict(zip(("more", "less"), relation.parts, strict=False))), **total_facts(outcome, subject)}
            if case == "rest"
            else {**relation.wording.facts, **total_facts(outcome, subject)},
            case=f"{case}.obeyed" if obeyed else f"{case}.rounded" if rounded and case != "whereof" else case,
            severity=Severity.QUESTION if (rounded or case == "whereof") and not obeyed else None,
            details=details_of(subject, outcome),
        )
    yield from _jointly(subject)
    yield from _counted(subject)


def _counted(subject: Subject) -> Iterator[Finding]:
    """Yield the counts that a sentence takes apart into parts which do not make them; a warning where no earlier version's do."""
    if subject.redline.source.redline is Redline.UNMARKED:
        return
    for each in uncounted(subject.redline):
        counted, place = each.counted, each.paragraph.place
        yield sum_mismatch.finding(
            Passage(place, counted.literal),
            *(Passage(place, said) for said, _ in counted.parts),
            facts={
                "section": each.section.number or each.section.title,
                "whole": counted.literal,
                "count": len(counted.parts),
                "summed": Decimal(counted.summed),
                "difference": Decimal(counted.whole - counted.summed),
            },
            case="counted.obeyed" if each.obeyed else "counted",
            severity=None if each.obeyed else Severity.WARNING,
        )


def _jointly(subject: Subject) -> Iterator[Finding]:
    """Yield the relations of the later version that hold one by one and cannot hold together.

    A warning only where the earlier version had the same relations and no such contradiction; else somebody may have added up
    figures that were rounded already.
    """
    tested = {(id(each.relation), each.version): each for each in subject.calculation.outcomes}
    for clash in subject.calculation.contradictions:
        if clash.version is Version.BEFORE:
            continue
        outcomes = [outcome for relation in clash.relations if (outcome := tested.get((id(relation), clash.version)))]
        if len(outcomes) < len(clash.relations):
            continue
        earlier = [tested.get((id(relation), Version.BEFORE)) for relation in clash.relations]
        agreed = all(each and each.holds for each in earlier) and not _clashed_before(subject, clash)
        yield sum_mismatch.finding(
            *dict.fromkeys(passage for outcome in outcomes for passage in passages_of(outcome)),
            facts={
                "section": subject.heading(clash.relations[0].place),
                "relations": "; ".join(arithmetic_of(outcome) for outcome in outcomes) + ".",
            },
            case="jointly.obeyed" if agreed else "jointly",
            severity=Severity.WARNING if agreed else Severity.QUESTION,
        )


def _clashed_before(subject: Subject, clash: Contradiction) -> bool:
    named = {id(relation) for relation in clash.relations}
    earlier = [each for each in subject.calculation.contradictions if each.version is Version.BEFORE]
    return any(named & {id(relation) for relation in each.relations} for each in earlier)


def _may_be_rounded(outcome: Outcome) -> bool:
    """Tell whether figures printed to the last unit may yet each have been rounded: honest rounding often differs as much.

    It hardly ever does where every figure would have to lie at the very end of what it stands for, but it could.
    """
    if outcome.found.meets(outcome.expected):
        return True
    if outcome.relation.exact and all(
        _is_counted(entry.amount(outcome.version)) for entry in (outcome.relation.whole, *outcome.relation.parts)
    ):
        return False
    return outcome.relation.exact and outcome.probability is not None and outcome.probability >= BARELY


def _is_counted(amount: Amount | None) -> bool:
    """Tell whether a figure is a number of whole things, so few that nobody rounds it."""
    return amount is None or (amount.kind is AmountKind.COUNT and amount.last_place == 1 and abs(amount.value) < SELDOM_ROUNDED)
