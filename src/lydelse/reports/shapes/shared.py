"""The shapes that several reports share. A ``box`` is left, top, right and bottom in points from the top left; empty for none."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Origin, Verdict
from lydelse.model.document import Redline
from lydelse.model.finding import Severity
from lydelse.model.text import Mark, Version


class Source(TypedDict):
    """A file that was read."""

    name: str
    sha256: str
    format: Literal["pdf", "docx", "text"]
    producer: str
    pages: int | None
    redline: Redline
    convention: str


class Run(TypedDict):
    """A stretch of text with one mark."""

    text: str
    status: Mark
    author: str | None
    date: str | None


class Unread(TypedDict):
    """What was seen and not read, not compared, or guessed."""

    code: str
    severity: Severity
    message: str
    page: int | None
    document: str


class Passage(TypedDict):
    """A place with the text that stands there."""

    document: str
    section: str
    section_id: str
    page: int | None
    box: list[float]
    text: str


class Proof(TypedDict):
    """Whether the comparison gives back the two texts that it was made from."""

    reject_all_is_before: bool
    accept_all_is_after: bool


class FindingShape(TypedDict):
    """One thing that an official must answer, mend or know. ``id`` is the same from run to run."""

    id: str
    code: str
    name: str
    severity: Severity
    document: str
    section: str
    section_id: str
    page: int | None
    message: str
    relation: str
    found: str
    expected: str
    suggestion: str
    places: list[Passage]


class ConfirmedShape(TypedDict):
    """A relation that was tested and holds."""

    relation: str
    arithmetic: str
    origin: Origin
    verdict: Verdict
    probability: str | None
    version: Version | None
    year: int | None
    document: str
    section: str
    section_id: str
    places: list[Passage]


class CoverageShape(TypedDict):
    """How far the figures of one kind were tested; each counts once."""

    kind: AmountKind
    amounts: int
    confirmed_stated: int
    confirmed_inferred: int
    in_findings: int
    untested: int


class HandlingShape(TypedDict):
    """That a person has dealt with a finding: who, on which day (ISO 8601), and why."""

    who: str
    when: str
    why: str


class HandledAndGoneShape(HandlingShape):
    """What a person said of a finding that is found no more."""

    finding_id: str


class FindingSinceShape(FindingShape):
    """A finding. ``known`` tells whether an earlier report told it, where one was given."""

    known: NotRequired[bool]


class ReviewedFindingShape(FindingSinceShape):
    """A finding of a review. ``handled`` is what a person said who has dealt with it."""

    handled: NotRequired[HandlingShape]


class CorrectedShape(TypedDict):
    """What a person has corrected of how the documents were read or held against each other, and where."""

    message: str
    section: str
    section_id: str
    page: int | None
