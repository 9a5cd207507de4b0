"""K504: a cited decision that the cited minutes do not bear out, or that is cited in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from lydelse.checks.minutes.cited import (
    Answer,
    Cited,
    Mark,
    answers,
    citations,
    minutes_of_the_day,
    named_as,
    same_case_number,
    same_day,
    speak_of_one_thing,
)
from lydelse.checks.minutes.links import case_links
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.checks.minutes.things import may_be_one, things
from lydelse.checks.rule import Details, rule
from lydelse.extractors.minutes.bodies import is_same_body
from lydelse.figures.statements.names import name_of
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import Citation
from lydelse.model.review import Confirmed

TELLING_TITLE = 3
"""How many words two titles must have for the same title to tell that two items are of one matter."""


@rule("K504", "decision-reference", Severity.ERROR)
def decision_reference(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    """Yield citations that the cited minutes contradict, and pairs that differ; confirm those borne out, and the numbers that link."""
    unanswered: list[Cited] = []
    for cited in citations(subject):
        found = answers(subject, cited)
        if found:
            yield from _answered(subject, cited, found[0])
        elif cited.citation.paragraph is not None and minutes_of_the_day(subject, cited):
            yield _finding(subject, cited, "no-such", str(cited.citation.paragraph), ())
        else:
            unanswered.append(cited)
    yield from _cited_twice(subject, unanswered)
    yield from _named_twice(subject)
    yield from _numbered_twice(subject)
    for link in case_links(subject):
        facts: dict[str, Fact] = {"case": link.case_number.shown, "documents": link.documents}
        yield decision_reference.confirmed(*link.passages, facts=facts, document=link.documents[0], case="linked")


def _answered(subject: MinutesSubject, cited: Cited, answer: Answer) -> Iterator[Finding | Confirmed]:
    where = subject.called(answer.item.minutes, answer.item.item)
    at = passage(answer.item.minutes, answer.item.item.place, answer.item.item.title)
    if answer.differing:
        mark = answer.differing[0]
        found, expected = _said(cited.citation, mark), _stands(answer.item, mark)
        details = Details(found=found, expected=expected)
        facts: dict[str, Fact] = _facts(subject, cited) | {"source": where, "found": found, "expected": expected}
        yield decision_reference.finding(cited.passage, at, facts=facts, case=mark.value, details=details)
    elif (
        Mark.PARAGRAPH in answer.agreeing and Mark.CASE not in answer.agreeing and not speak_of_one_thing(cited.citation, answer.item.item)
    ):
        facts = _facts(subject, cited) | {"source": where, "title": answer.item.item.title}
        yield decision_reference.finding(cited.passage, at, facts=facts, case="other-matter", severity=Severity.QUESTION)
    elif Mark.PARAGRAPH in answer.agreeing:
        facts = _facts(subject, cited) | {"source": where}
        yield decision_reference.confirmed(cited.passage, at, facts=facts, document=cited.told.minutes.name)


def _cited_twice(subject: MinutesSubject, cited: Sequence[Cited]) -> Iterator[Finding]:
    """Yield the pairs of citations that agree in all but one of body, date, § and case number."""
    told: set[tuple[str, ...]] = set()
    for one, other in combinations(cited, 2):
        mark = _only_difference(one.citation, other.citation)
        if mark is None:
            continue
        values = sorted((_said(one.citation, mark), _said(other.citation, mark)))
        if (mark.value, *values) not in told:
            told.add((mark.value, *values))
            yield _pair(subject, one, other, mark)


def _only_difference(one: Citation, other: Citation) -> Mark | None:
    """Return the one thing that two citations of seemingly one decision say differently, None where they agree or differ in more."""
    if not one.body or not other.body or not is_same_body(one.body, other.body):
        return None
    day = same_day(one.date, other.date) if one.date and other.date and len(one.date) == len(other.date) == 10 else None
    paragraph = one.paragraph == other.paragraph if one.paragraph is not None and other.paragraph is not None else None
    case = same_case_number(one.case_number, other.case_number)
    if day and paragraph and case is False:
        return Mark.CASE
    if day and case and paragraph is False:
        return Mark.PARAGRAPH
    same_year = (one.date or "")[:4] == (other.date or "")[:4]
    return Mark.DATE if paragraph and case and day is False and same_year else None


def _pair(subject: MinutesSubject, one: Cited, other: Cited, mark: Mark) -> Finding:
    facts = _facts(subject, one) | {
        "found": _said(one.citation, mark),
        "other": _said(other.citation, mark),
        "other_where": subject.called(other.told.minutes, other.told.item),
    }
    return decision_reference.finding(one.passage, other.passage, facts=facts, case="two-citations", severity=Severity.QUESTION)


def _named_twice(subject: MinutesSubject) -> Iterator[Finding]:
    """Yield the papers that seem to be one and are named with two case numbers."""
    told: set[tuple[str, str]] = set()
    for one, other in combinations([*things(subject)], 2):
        numbers = one.case_number, other.case_number
        if same_case_number(*numbers) or not may_be_one(one, other):
            continue
        shown = min(each.shown for each in numbers), max(each.shown for each in numbers)
        if shown in told:
            continue
        told.add(shown)
        facts: dict[str, Fact] = {
            "thing": (one.title and f"”{one.title}”") or one.noun,
            "case": numbers[0].shown,
            "where": subject.called(one.told.minutes, one.told.item),
            "other": numbers[1].shown,
            "other_where": subject.called(other.told.minutes, other.told.item),
        }
        at = [passage(each.told.minutes, each.mention.place, each.mention.of) for each in (one, other)]
        yield decision_reference.finding(*at, facts=facts, case="two-numbers", severity=Severity.QUESTION)


def _numbered_twice(subject: MinutesSubject) -> Iterator[Finding]:
    """Yield the items of different documents with the same title and no case number in common."""
    for one, other in combinations([*subject.items], 2):
        if one.minutes is other.minutes or not _same_title(one, other) or not _far_from(one, other):
            continue
        mine, theirs = one.item.case_numbers[0], other.item.case_numbers[0]
        facts: dict[str, Fact] = {
            "thing": f"”{one.item.title}”",
            "case": mine.shown,
            "where": subject.called(one.minutes, one.item),
            "other": theirs.shown,
            "other_where": subject.called(other.minutes, other.item),
        }
        at = [passage(each.minutes, each.item.place, each.item.title) for each in (one, other)]
        yield decision_reference.finding(*at, facts=facts, case="two-numbers", severity=Severity.QUESTION)


def _same_title(one: Told, other: Told) -> bool:
    names = [name_of(each.item.title) for each in (one, other)]
    digits = [[sign for sign in each.item.title if sign.isdigit()] for each in (one, other)]
    return len(names[0].stems) >= TELLING_TITLE and names[0].stems == names[1].stems and digits[0] == digits[1]


def _far_from(one: Told, other: Told) -> bool:
    """Tell whether both items have case numbers and none of them in common, all of about the same time."""
    mine, theirs = one.item.case_numbers, other.item.case_numbers
    if not mine or not theirs or any(same_case_number(a, b) for a in mine for b in theirs):
        return False
    return abs(mine[0].year - theirs[0].year) <= 1


def _finding(subject: MinutesSubject, cited: Cited, case: str, found: str, more: Iterable[Told]) -> Finding:
    minutes = minutes_of_the_day(subject, cited)
    facts = _facts(subject, cited) | {"source": minutes.name if minutes else "", "found": found}
    at = [passage(each.minutes, each.item.place, each.item.title) for each in more]
    return decision_reference.finding(cited.passage, *at, facts=facts, case=case, details=Details(found=f"§ {found}"))


def _facts(subject: MinutesSubject, cited: Cited) -> dict[str, Fact]:
    return {"where": subject.called(cited.told.minutes, cited.told.item), "cited": named_as(cited.citation)}


def _said(citation: Citation, mark: Mark) -> str:
    match mark:
        case Mark.BODY:
            return citation.body
        case Mark.DATE:
            return citation.date or ""
        case Mark.PARAGRAPH:
            return f"§ {citation.paragraph}"
        case Mark.CASE:
            return citation.case_number.shown if citation.case_number else ""


def _stands(told: Told, mark: Mark) -> str:
    match mark:
        case Mark.BODY:
            return told.minutes.body
        case Mark.DATE:
            return told.minutes.date or ""
        case Mark.PARAGRAPH:
            return f"§ {told.item.paragraph}"
        case Mark.CASE:
            return ", ".join(number.shown for number in told.item.case_numbers)
