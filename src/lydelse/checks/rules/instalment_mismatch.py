"""S107: an amount by the month or the quarter that does not make the year's."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.calculation.draft import finest_step
from lydelse.checks.mismatch import details_of, mismatches, passages_of, stated_facts, total_facts, was_obeyed
from lydelse.checks.rule import Subject, rule
from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact

MOST_ROUNDED = Fraction(1, 100)
"""How much of an amount may be taken for rounding: who rounds 12 times 8 333 to 8 300 misses by less."""


@rule("S107", "instalment-mismatch", Severity.ERROR)
def instalment_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts of the later version that are not their instalments added up; a question where those are round figures."""
    for outcome in mismatches(subject, RelationKind.INSTALMENT):
        relation, facts = outcome.relation, total_facts(outcome, subject)
        obeyed, rounded = was_obeyed(subject, relation), _may_be_rounded(outcome)
        case = "row" if relation.wording.key.endswith(".row") else ""
        yield instalment_mismatch.finding(
            *passages_of(outcome),
            facts={**(relation.wording.facts if case == "row" else _facts(outcome)), **facts},
            case=".".join(each for each in (case, "obeyed" if obeyed else "rounded" if rounded else "") if each),
            severity=Severity.QUESTION if rounded and not obeyed else None,
            details=details_of(subject, outcome),
        )


def _facts(outcome: Outcome) -> dict[str, Fact]:
    return stated_facts(outcome, whole=outcome.relation.whole, part=outcome.relation.parts[0])


def _may_be_rounded(outcome: Outcome) -> bool:
    """Tell whether the figures agree where each is rounded to the last digit before its trailing zeros: "8 300 kr, 100 000 kr per år"."""
    relation, version = outcome.relation, outcome.version
    whole, part = relation.whole.amount(version), relation.parts[0].amount(version)
    if whole is None or part is None:
        return False
    reach = (finest_step([relation.whole], version) + relation.factor * finest_step([relation.parts[0]], version)) / 2
    return abs(outcome.difference) <= min(reach, MOST_ROUNDED * abs(whole.exactly))
