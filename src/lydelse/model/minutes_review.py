"""What is known when minutes and their papers have been read and checked together."""

from __future__ import annotations

from dataclasses import dataclass

from lydelse.model.case_number import CaseNumber
from lydelse.model.document import Source
from lydelse.model.finding import Finding, Passage, Unread
from lydelse.model.minutes import Minutes
from lydelse.model.review import Confirmed, Coverage


@dataclass(frozen=True, slots=True)
class CaseChain:
    """One case number with every place of the documents that it stands in, in the documents' order."""

    case_number: CaseNumber
    passages: tuple[Passage, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents that it stands in, each once."""
        return tuple(dict.fromkeys(passage.document for passage in self.passages))


@dataclass(frozen=True, slots=True)
class MinutesReview:
    """Documents read as minutes, in the order given, with what was found in them and between them.

    ``unread`` is all that was not read or not understood, each with its document; ``chains`` are the case numbers that link documents.
    """

    minutes: tuple[Minutes, ...]
    findings: tuple[Finding, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    unread: tuple[Unread, ...] = ()
    chains: tuple[CaseChain, ...] = ()
    rules_off: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files."""
        return tuple(each.document.source for each in self.minutes)
