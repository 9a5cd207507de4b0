"""What is known when minutes and their papers have been read and checked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lydelse.model.case_number import CaseNumber
from lydelse.model.document import Source
from lydelse.model.finding import Finding, Passage, Unread
from lydelse.model.finding_ids import gone_from, known_among, new_among
from lydelse.model.handling import Handled, handled_among, handled_and_gone
from lydelse.model.minutes import Minutes
from lydelse.model.review import Confirmed, Coverage


class Stage(StrEnum):
    """How far a case has come in a document."""

    PAPER = "paper"
    MEMO = "memo"
    COMMITTEE = "committee"
    COUNCIL = "council"
    TENDER = "tender"


@dataclass(frozen=True, slots=True)
class Link:
    """A document that deals with a case: by whom and when, and the § of minutes that does."""

    stage: Stage
    document: str
    body: str
    date: str | None
    paragraph: int | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class CaseChain:
    """One case number with every place of the documents that it stands in, in the documents' order.

    ``links`` are the documents whose own case it is, from memo to council; others only mention it.
    """

    case_number: CaseNumber
    passages: tuple[Passage, ...]
    links: tuple[Link, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents that it stands in, each once."""
        return tuple(dict.fromkeys(passage.document for passage in self.passages))


@dataclass(frozen=True, slots=True)
class MinutesReview:
    """Documents read as minutes, in the order given, with what was found in them and between them.

    ``unread`` is all that was not read or not understood, each with its document; ``chains`` are the case numbers that link documents;
    ``known`` are the ids of the findings that an earlier report told, None where none was given. ``handled`` is what persons have said of
    findings that they have dealt with, also of such as are found no more.
    """

    minutes: tuple[Minutes, ...]
    findings: tuple[Finding, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    unread: tuple[Unread, ...] = ()
    chains: tuple[CaseChain, ...] = ()
    rules_off: tuple[str, ...] = ()
    known: frozenset[str] | None = None
    handled: tuple[Handled, ...] = ()

    @property
    def handled_findings(self) -> Mapping[Finding, Handled]:
        """The findings that are dealt with, each with what was said of it."""
        return handled_among(self.findings, self.handled) if self.handled else {}

    @property
    def handled_and_gone(self) -> tuple[Handled, ...]:
        """What was said of findings that are found no more."""
        return handled_and_gone(self.findings, self.handled)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that no earlier report told and that nobody has dealt with: those that a threshold counts."""
        dealt_with = self.handled_findings
        return tuple(finding for finding in self.new_findings if finding not in dealt_with)

    @property
    def new_findings(self) -> tuple[Finding, ...]:
        """The findings that no earlier report told; all of them where none was given."""
        return new_among(self.findings, self.known)

    @property
    def known_findings(self) -> tuple[Finding, ...]:
        """The findings that an earlier report told as well."""
        return known_among(self.findings, self.known)

    @property
    def gone(self) -> tuple[str, ...]:
        """The ids of what an earlier report told and is found no more."""
        return gone_from(self.findings, self.known)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files."""
        return tuple(each.document.source for each in self.minutes)
