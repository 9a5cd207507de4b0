"""What is known when minutes and their papers have been read and checked together."""

from __future__ import annotations

from enum import StrEnum

from lydelse.model.answered import Answered
from lydelse.model.case_number import CaseNumber
from lydelse.model.document import Source
from lydelse.model.finding import Finding, Passage, Unread
from lydelse.model.handling import Handled
from lydelse.model.minutes import Minutes
from lydelse.model.review import Confirmed, Coverage
from lydelse.records import dataclass


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
class MinutesReview(Answered):
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
    def sources(self) -> tuple[Source, ...]:
        """The files."""
        return tuple(each.document.source for each in self.minutes)
