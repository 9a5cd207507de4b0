"""A document as it reads when a proposal is adopted, and its amendments: ``lydelse/consolidated/1``."""

from __future__ import annotations

from typing import Literal, TypedDict

from lydelse.reports.shapes.document import DocumentReport
from lydelse.reports.shapes.shared import Source, Unread


class AmendmentShape(TypedDict):
    """An amendment, applied or not; ``reason`` tells why not, ``question`` what is left to decide."""

    section: str
    section_id: str
    page: int | None
    before: str
    after: str
    applied: bool
    reason: str | None
    question: str | None


class LedElsewhereShape(TypedDict):
    """A reference that the amendments leave as it is and that no longer leads where it did."""

    section: str
    section_id: str
    target: str
    now: str | None
    message: str


class AmendmentsSummary(TypedDict):
    """How many amendments there are."""

    amendments: int
    applied: int
    not_applied: int


class ConsolidatedReport(TypedDict):
    """The consolidated document and the account of its amendments."""

    schema: Literal["lydelse/consolidated/1"]
    in_force: Source
    redline: Source
    document: DocumentReport
    amendments: list[AmendmentShape]
    references: list[LedElsewhereShape]
    unread: list[Unread]
    summary: AmendmentsSummary
