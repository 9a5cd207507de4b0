"""S102: a stated share of a stated base that is not the stated amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lydelse.checks.mismatch import details_of, mismatches, passages_of, total_facts, was_obeyed
from lydelse.checks.rule import Subject, rule
from lydelse.model.calculation import Outcome, Relation, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact


@rule("S102", "share-mismatch", Severity.ERROR)
def share_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts of the later version that are not the share that they are said to be, however the base is read."""
    for outcome in mismatches(subject, RelationKind.SHARE):
        relation = outcome.relation
        yield share_mismatch.finding(
            *passages_of(outcome),
            facts={**relation.wording.facts, **total_facts(outcome, subject), **_as_tested(outcome), "tried": relation.tried},
            case=".".join(each for each in (_of_rows(relation), "obeyed" if was_obeyed(subject, relation) else "") if each),
            details=details_of(subject, outcome),
        )


def _of_rows(relation: Relation) -> str:
    """Return "row" where a row is a share of others, which the figures alone tell."""
    return "row" if relation.wording.key.endswith(".row") else ""


def _as_tested(outcome: Outcome) -> dict[str, Fact]:
    """Return the share, and a base that is called by its figure, as the tested version prints them: the wording may be the earlier's."""
    share, *bases = outcome.relation.parts
    printed = {part.before.literal: own.literal for part in bases if part.before and (own := part.amount(outcome.version))}
    rate, named = share.amount(outcome.version), outcome.relation.wording.facts.get("base")
    facts: dict[str, Fact] = {"base": tuple(_reprinted(phrase, printed) for phrase in named)} if isinstance(named, tuple) else {}
    return {**facts, "share": rate.value} if rate else facts


def _reprinted(phrase: str, printed: Mapping[str, str]) -> str:
    """Return a phrase with the figure that it holds as another version prints it: "”Summa” (200 000 tkr)"."""
    for before, after in printed.items():
        if re.search(rf"(?<![\d\s]){re.escape(before)}(?!\d)", phrase):
            return phrase.replace(before, after)
    return phrase
