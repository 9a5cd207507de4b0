"""K510: listed papers and files at hand that are not the same, and papers without a date or a case number."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.minutes.happened import day_of_paper
from lydelse.checks.minutes.papers import Lists, dates_differ, lists, papers_of
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.checks.rule import Details, rule
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import DocumentKind, Minutes
from lydelse.model.place import Place
from lydelse.model.review import Confirmed


@rule("K510", "papers-and-list", Severity.WARNING)
def papers_and_list(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    """Yield lines without a file, files without a line and days that differ, where a list's papers are at hand; then undated papers."""
    found = [each for each in lists(subject) if each.is_at_hand]
    listed = {id(file) for each in found for file in each.files}
    for each in found:
        yield from _lines(subject, each)
        yield from _unlisted(subject, each, listed)
        if all(file for _, file in each.lines):
            facts: dict[str, Fact] = {"where": subject.called(each.told.minutes, each.told.item), "count": len(each.lines)}
            at = [passage(each.told.minutes, line.place, line.text) for line, _ in each.lines]
            yield papers_and_list.confirmed(*at, facts=facts, document=each.told.minutes.name)
    for told in subject.items:
        if told.minutes.kind is DocumentKind.MEMO:
            yield from _unmarked(subject, told)


def _lines(subject: MinutesSubject, found: Lists) -> Iterator[Finding]:
    where = subject.called(found.told.minutes, found.told.item)
    for line, file in found.lines:
        facts: dict[str, Fact] = {"where": where, "paper": line.text}
        at = passage(found.told.minutes, line.place, line.text)
        if file is None:
            yield papers_and_list.finding(at, facts=facts, case="missing")
        elif dates_differ(line, file):
            facts |= {"date": day_of_paper(line) or "", "file": file.name, "file_date": file.date or ""}
            details = Details(found=day_of_paper(line) or "", expected=file.date or "")
            yield papers_and_list.finding(at, _head(file), facts=facts, case="date", details=details)


def _unlisted(subject: MinutesSubject, found: Lists, listed: set[int]) -> Iterator[Finding]:
    for file in papers_of(subject, found.told):
        if id(file) not in listed:
            facts: dict[str, Fact] = {"where": subject.called(found.told.minutes, found.told.item), "file": file.name}
            last = found.lines[-1][0]
            yield papers_and_list.finding(passage(found.told.minutes, last.place, last.text), _head(file), facts=facts, case="unlisted")


def _unmarked(subject: MinutesSubject, told: Told) -> Iterator[Finding]:
    """Yield a memo that lacks a date or a case number; where it shows neither it may be an excerpt without its head: a question."""
    dated, numbered = told.minutes.date is not None, bool(told.item.case_numbers)
    if dated and numbered:
        return
    case = "undated" if numbered else "unnumbered" if dated else "unmarked"
    severity = Severity.WARNING if dated or numbered else Severity.QUESTION
    facts: dict[str, Fact] = {"where": subject.called(told.minutes)}
    yield papers_and_list.finding(_head(told.minutes), facts=facts, case=case, severity=severity)


def _head(file: Minutes) -> Passage:
    first = next(iter(file.document.paragraphs), None)
    return passage(file, first.place if first else Place(), file.document.properties.title)
