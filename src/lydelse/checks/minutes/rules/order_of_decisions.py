"""K509: decisions, proposals and papers whose dates contradict their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from lydelse.checks.minutes.cited import citations, named_as
from lydelse.checks.minutes.happened import (
    FULL,
    Happened,
    day_of_paper,
    decisions,
    earlier,
    is_to_come,
    outcomes,
    years_too_late,
)
from lydelse.checks.minutes.subject import MinutesSubject, passage
from lydelse.checks.rule import rule
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import DocumentKind
from lydelse.model.review import Confirmed


@rule("K509", "order-of-decisions", Severity.WARNING)
def order_of_decisions(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    """Yield decisions dated before their proposal or after who cites them, and §§ and papers out of order; confirm proposals decided on."""
    yield from _proposals(subject)
    yield from _cited_too_early(subject)
    yield from _numbers(subject)
    yield from _papers(subject)


def _proposals(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    for outcome in outcomes(subject):
        told = outcome.proposed
        facts: dict[str, Fact] = {
            "where": subject.called(told.minutes, told.item),
            "date": told.minutes.date or "",
            "decision": outcome.named,
        }
        at = passage(told.minutes, told.item.place, told.item.title)
        if outcome.comes_after:
            yield order_of_decisions.confirmed(at, outcome.passage, facts=facts, document=told.minutes.name)
        else:
            yield order_of_decisions.finding(outcome.passage, at, facts=facts, case="proposal")


def _cited_too_early(subject: MinutesSubject) -> Iterator[Finding]:
    for cited in citations(subject):
        date, day = cited.citation.date, cited.told.minutes.date
        if date and day and len(day) == FULL and earlier(day, date) and not is_to_come(cited.citation):
            facts: dict[str, Fact] = {
                "where": subject.called(cited.told.minutes, cited.told.item),
                "date": day,
                "decision": named_as(cited.citation),
            }
            yield order_of_decisions.finding(cited.passage, facts=facts, case="cited")


def _numbers(subject: MinutesSubject) -> Iterator[Finding]:
    """Yield the pairs of decisions of one body and year of which the one with the lower § is the later."""
    told: set[tuple[str, ...]] = set()
    for one, other in combinations(decisions(subject), 2):
        first, second = sorted((one, other), key=lambda each: each.paragraph)
        if first.paragraph == second.paragraph or not _of_one_series(one, other) or not earlier(second.date, first.date):
            continue
        if (first.named, second.named) in told:
            continue
        told.add((first.named, second.named))
        facts: dict[str, Fact] = {"first": first.named, "second": second.named}
        yield order_of_decisions.finding(one.passage, other.passage, facts=facts, case="numbers")


def _of_one_series(one: Happened, other: Happened) -> bool:
    return one.body.casefold() == other.body.casefold() and one.date[:4] == other.date[:4]


def _papers(subject: MinutesSubject) -> Iterator[Finding]:
    for told in subject.items:
        day = told.minutes.date
        if told.minutes.kind is not DocumentKind.MINUTES or not day or len(day) != FULL:
            continue
        where = subject.called(told.minutes, told.item)
        for listed in told.item.attachments:
            paper = day_of_paper(listed)
            if paper and day < paper:
                facts: dict[str, Fact] = {"where": where, "date": day, "paper": listed.text, "paper_date": paper}
                yield order_of_decisions.finding(passage(told.minutes, listed.place, listed.text), facts=facts, case="paper")
        for number in told.item.case_numbers:
            if years_too_late(number, day):
                facts = {"where": where, "date": day, "case": number.shown}
                yield order_of_decisions.finding(passage(told.minutes, told.item.place, told.item.title), facts=facts, case="number")
