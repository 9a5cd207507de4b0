"""What became of every file of a folder, and what was found: ``lydelse/batch/1``."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lydelse.model.batch import Standing
from lydelse.model.document import Redline
from lydelse.reports.shapes.shared import FindingSinceShape, Source, Unread


class FileShape(TypedDict):
    """A file of the folder. ``message`` says why it was not read, or of which file it is a copy; what was not read has no kind."""

    path: str
    standing: Standing
    sha256: str
    kind: Literal["tender", "minutes", "memo", "other"] | None
    title: str | None
    date: str | None
    case_numbers: list[str]
    pages: int | None
    redline: Redline | None
    message: str


class ReviewShape(TypedDict):
    """A report of one document, or of two that were reviewed together; ``report`` is the path of its page, seen from the index.

    Of two the earlier version stands first, the document in force before its amendment, the memo before the minutes.
    """

    documents: list[str]
    kind: Literal["redline", "pair", "in-force", "case", "tender", "minutes", "memo", "other"]
    report: str
    sources: list[Source]
    findings: list[FindingSinceShape]
    unread: list[Unread]


class DoubtShape(TypedDict):
    """Two documents that may be versions of one another and were not compared."""

    before: str
    after: str
    message: str


class StandingCounts(TypedDict):
    """How many files became what."""

    reviewed: int
    paired: int
    copy: int
    skipped: int
    refused: int
    broken: int


class SeverityCounts(TypedDict):
    """How many findings there are of each severity."""

    error: int
    warning: int
    question: int
    info: int


class SummaryShape(TypedDict):
    """How many files became what, and how many findings no earlier index told."""

    files: int
    standings: StandingCounts
    new_findings: SeverityCounts


class BatchReport(TypedDict):
    """The index of a folder. ``gone`` is how many findings an earlier index told that are found no more."""

    schema: Literal["lydelse/batch/1"]
    version: str
    folder: str
    files: list[FileShape]
    reviews: list[ReviewShape]
    doubts: list[DoubtShape]
    gone: NotRequired[int]
    summary: SummaryShape
