"""Minutes and memos as read, with what was found in them: ``lydelse/minutes/1``."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lydelse.model.amount import AmountKind
from lydelse.model.minutes import DocumentKind, PartKind, Role, Support
from lydelse.model.minutes_review import Stage
from lydelse.model.proceedings import Outcome
from lydelse.reports.shapes.shared import ConfirmedShape, CoverageShape, HandledAndGoneShape, Passage, ReviewedFindingShape, Source, Unread


class At(TypedDict):
    """Where something stands."""

    section_id: str
    page: int | None
    box: list[float]


class PresentShape(TypedDict):
    """Somebody who was there."""

    name: str
    party: str
    role: Role


class PointAmount(At):
    """An amount of a point."""

    value: str | None
    unit: str
    kind: AmountKind
    per: str | None
    text: str


class PointShape(At):
    """A point of a proposal or a decision."""

    number: int | None
    text: str
    amounts: list[PointAmount]
    lead: str
    heading: str


class PartShape(At):
    """A part of an item, as it is headed."""

    kind: PartKind
    title: str
    text: str


class MotionShape(At):
    """What somebody moved."""

    movers: list[PresentShape]
    text: str
    supports: Support
    withdrawn: bool
    points: list[PointShape]
    amounts: list[PointAmount]


class NamedVote(TypedDict):
    """How one person voted."""

    name: str
    party: str
    vote: str


class VoteShape(At):
    """A vote."""

    yes: int | None
    no: int | None
    abstaining: int | None
    text: str
    by_name: list[NamedVote]


class RulingShape(At):
    """What the chair found."""

    outcome: Outcome
    found: str
    text: str


class BallotShape(At):
    """What a yes stands for in a vote, and a no."""

    yes: str
    no: str
    text: str


class StanceShape(At):
    """A reservation or a statement."""

    by: list[PresentShape]
    text: str


class ListedShape(At):
    """A paper or a recipient of a list."""

    text: str
    date: str | None
    case_number: str | None


class CitationShape(At):
    """An earlier decision that is cited."""

    body: str
    date: str | None
    paragraph: int | None
    case_number: str | None
    text: str


class MentionShape(At):
    """A case number that stands in the text."""

    case_number: str
    text: str


class ToldShape(At):
    """A passage."""

    text: str


class ItemShape(At):
    """One § of minutes."""

    paragraph: int | None
    title: str
    case_number: str | None
    case_numbers: list[str]
    parts: list[PartShape]
    proposal: list[PointShape]
    motions: list[MotionShape]
    order: list[ToldShape]
    outcomes: list[Outcome]
    votes: list[VoteShape]
    rulings: list[RulingShape]
    ballots: list[BallotShape]
    decision: list[PointShape]
    reservations: list[StanceShape]
    statements: list[StanceShape]
    attachments: list[str]
    recipients: list[str]
    attachment_details: list[ListedShape]
    recipient_details: list[ListedShape]
    references: list[CitationShape]
    case_mentions: list[MentionShape]
    adjourned: list[ToldShape]
    recused: list[ToldShape]
    adjusted_immediately: bool


class MinutesShape(TypedDict):
    """One document."""

    source: Source
    kind: DocumentKind
    title: str
    body: str
    date: str | None
    venue: str
    attendance: list[PresentShape]
    adjusters: list[PresentShape]
    items: list[ItemShape]


class LinkShape(TypedDict):
    """One step of a case, with its place."""

    stage: Stage
    document: str
    body: str
    date: str | None
    paragraph: int | None
    places: list[Passage]


class ChainShape(TypedDict):
    """A case through the documents."""

    case_number: str
    documents: list[str]
    links: list[LinkShape]
    places: list[Passage]


class MinutesReport(TypedDict):
    """Minutes that were read together."""

    schema: Literal["lydelse/minutes/1"]
    version: str
    minutes: list[MinutesShape]
    chains: list[ChainShape]
    findings: list[ReviewedFindingShape]
    gone: NotRequired[list[str]]
    handled_and_gone: NotRequired[list[HandledAndGoneShape]]
    confirmed: list[ConfirmedShape]
    coverage: list[CoverageShape]
    rules_off: list[str]
    unread: list[Unread]
