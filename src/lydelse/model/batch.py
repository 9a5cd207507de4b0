"""A whole folder of documents, read and reviewed: what became of every file, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from lydelse.model.archive import Described
from lydelse.model.finding import Severity
from lydelse.model.message import Message
from lydelse.records import dataclass


class Standing(StrEnum):
    """What became of a file."""

    REVIEWED = "reviewed"
    PAIRED = "paired"
    COPY = "copy"
    SKIPPED = "skipped"
    REFUSED = "refused"
    BROKEN = "broken"


class Together(StrEnum):
    """As what two documents are reviewed together, the first of the two named first.

    Two versions, the earlier and the later; a document in force and an amendment of it; the memo and the minutes of one case.
    """

    VERSIONS = "pair"
    IN_FORCE = "in-force"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class FileTold:
    """One file of the folder, or one folder within it that is passed over.

    ``path`` is seen from the folder, its parts divided by "/"; ``described`` is None where the file was not read, ``said`` why it was
    not or what else is to be said of it.
    """

    path: str
    standing: Standing
    sha256: str = ""
    described: Described | None = None
    said: Message | None = None


@dataclass(frozen=True, slots=True)
class FindingTold:
    """A finding of one report, as its JSON has it; ``known`` where an earlier index told it of the same documents."""

    told: Mapping[str, object]
    severity: Severity
    known: bool


@dataclass(frozen=True, slots=True)
class ReviewTold:
    """One report: of a document, or of two versions, the earlier first.

    ``report`` is the page's path seen from the index; the report for programs stands beside it, ending in ".json". ``unread`` is what
    was not read, as the JSON has it.
    """

    documents: tuple[str, ...]
    kind: str
    report: str
    findings: tuple[FindingTold, ...]
    unread: tuple[Mapping[str, object], ...]
    sources: tuple[Mapping[str, object], ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity no earlier index told."""
        return sum(each.severity is severity and not each.known for each in self.findings)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two documents that may be versions of one another and were not reviewed as such, and why."""

    before: str
    after: str
    why: Message


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything that the index of a folder says. ``gone`` are findings that an earlier index told and that are found no more."""

    folder: str
    files: tuple[FileTold, ...]
    reviews: tuple[ReviewTold, ...]
    doubts: tuple[Doubt, ...]
    since: bool = False
    gone: int = 0

    def reaches(self, threshold: Severity | None) -> bool:
        """Tell whether a finding that no earlier index told reaches a threshold; None is never reached."""
        return any(each.severity.reaches(threshold) and not each.known for review in self.reviews for each in review.findings)

    def count(self, standing: Standing) -> int:
        """Return how many files have a standing."""
        return sum(file.standing is standing for file in self.files)
