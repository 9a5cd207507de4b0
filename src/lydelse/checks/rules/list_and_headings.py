"""L406: a list of parts that are not the subsections after it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lydelse.checks.listed_subsections import ListedSubsections, listed_subsections
from lydelse.checks.numbered_sections import is_whole
from lydelse.checks.rule import Subject, rule
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.review import Confirmed
from lydelse.model.section import Section
from lydelse.model.text import Paragraph


@rule("L406", "list-and-headings", Severity.WARNING)
def list_and_headings(subject: Subject) -> Iterator[Finding | Confirmed]:
    """Yield the lists that announce other parts than their subsections are, and those that announce just these."""
    whole = is_whole(subject.after)
    for section in subject.after.sections:
        listed = listed_subsections(subject.after, section)
        if listed is None:
            continue
        without_section = listed.without_section if whole else _certainly_without(listed)
        if listed.unlisted or without_section:
            yield _finding(subject, listed, without_section)
        elif not listed.without_section:
            facts: dict[str, Fact] = {"section": subject.heading(section.blocks[0].place), "count": Decimal(len(listed.items))}
            passages = [Passage(item.place, item.after) for item in listed.items]
            yield list_and_headings.confirmed(*passages, facts=facts, document=subject.after.source.name)


def _certainly_without(listed: ListedSubsections) -> tuple[Paragraph, ...]:
    """Return the items without a subsection where none can have been left out: an excerpt may leave out the last ones, and has gaps."""
    last = [_last_number(section) for section in listed.subsections]
    if None in last or any(second != (first or 0) + 1 for first, second in pairwise(last)):
        return ()
    at_end = listed.pairs[-1][0] is not listed.items[-1]
    return () if at_end else listed.without_section


def _last_number(section: Section) -> int | None:
    last = section.number.rpartition(".")[2]
    return int(last) if last.isdigit() else None


def _finding(subject: Subject, listed: ListedSubsections, without_section: tuple[Paragraph, ...]) -> Finding:
    passages = [Passage(item.place, item.after) for item in without_section]
    passages += [Passage(section.blocks[0].place, f"{section.number} {section.title}".strip()) for section in listed.unlisted]
    first = Passage(listed.items[0].place, listed.items[0].after)
    facts: dict[str, Fact] = {
        "section": subject.heading(listed.section.blocks[0].place),
        "items": len(listed.items),
        "subsections": len(listed.subsections),
        "unlisted": tuple(f"{section.number} {section.title}".strip() for section in listed.unlisted),
        "missing": tuple(f"”{item.after.rstrip('.,;')}”" for item in without_section),
    }
    case = "both" if listed.unlisted and without_section else "unlisted" if listed.unlisted else "missing"
    return list_and_headings.finding(first, *passages, facts=facts, case=case)
