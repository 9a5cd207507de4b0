"""The case numbers that link documents: the chain of a case, each link with its places."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.minutes.papers import lists
from lydelse.checks.minutes.subject import MinutesSubject, passage
from lydelse.extractors.minutes.items import case_numbers_in
from lydelse.model.case_number import CaseNumber
from lydelse.model.finding import Passage
from lydelse.model.minutes import DocumentKind, Minutes
from lydelse.model.minutes_review import CaseChain, Link, Stage
from lydelse.model.place import Place

_ORDER = (Stage.PAPER, Stage.MEMO, Stage.COMMITTEE, Stage.COUNCIL, Stage.TENDER)


def case_links(subject: MinutesSubject) -> tuple[CaseChain, ...]:
    """Return the case numbers that stand in more than one document, in the order in which the documents first have them."""
    places: dict[CaseNumber, list[Passage]] = {}
    links: dict[CaseNumber, list[Link]] = {}
    for number, at, link in _places(subject):
        places.setdefault(number, []).append(at)
        if link is not None:
            links.setdefault(number, []).append(link)
    chains = (CaseChain(number, tuple(dict.fromkeys(found)), _in_order(links.get(number, []))) for number, found in places.items())
    return tuple(chain for chain in chains if len(chain.documents) > 1)


def _places(subject: MinutesSubject) -> Iterator[tuple[CaseNumber, Passage, Link | None]]:
    for told in subject.items:
        minutes, item = told.minutes, told.item
        for number in item.case_numbers:
            at = passage(minutes, item.place, item.title)
            yield number, at, Link(_stage(minutes), minutes.name, minutes.body, minutes.date, item.paragraph, at)
        for mention in item.mentions:
            if mention.case_number not in item.case_numbers or minutes.kind is DocumentKind.MINUTES:
                yield mention.case_number, passage(minutes, mention.place, mention.of), None

    yield from _papers(subject)


def _papers(subject: MinutesSubject) -> Iterator[tuple[CaseNumber, Passage, Link | None]]:
    """Yield the files without items of their own, by the case numbers that they show or that an item which lists them has."""
    for minutes in subject.minutes:
        if not minutes.items:
            for literal in minutes.document.properties.case_numbers:
                for number in case_numbers_in(literal):
                    yield number, *_of_paper(minutes)
    for listing in lists(subject):
        for _, file in listing.lines:
            if file is not None and not file.items:
                for number in listing.told.item.case_numbers:
                    yield number, *_of_paper(file)


def _of_paper(minutes: Minutes) -> tuple[Passage, Link]:
    at = passage(minutes, Place(), minutes.document.properties.title)
    return at, Link(_stage(minutes), minutes.name, minutes.body, minutes.date, None, at)


def _stage(minutes: Minutes) -> Stage:
    match minutes.kind:
        case DocumentKind.MEMO:
            return Stage.MEMO
        case DocumentKind.MINUTES:
            return Stage.COUNCIL if minutes.body.lower().endswith("fullmäktige") else Stage.COMMITTEE
        case DocumentKind.TENDER:
            return Stage.TENDER
        case _:
            return Stage.PAPER


def _in_order(links: list[Link]) -> tuple[Link, ...]:
    """Return the links as a case goes: its papers, the bodies by date, what came of it."""
    return tuple(sorted(dict.fromkeys(links), key=lambda link: (_ORDER.index(link.stage), link.date or "", link.paragraph or 0)))
