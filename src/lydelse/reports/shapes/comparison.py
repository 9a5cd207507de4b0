"""What changed between two versions: ``lydelse/comparison/1``."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lydelse.model.amount import AmountKind
from lydelse.model.change import Nature, Unit
from lydelse.model.in_force import Match
from lydelse.model.quantity import Status
from lydelse.model.small_word import Meaning
from lydelse.model.text import Version
from lydelse.reports.shapes.shared import Proof, Run, Source, Unread


class Side(TypedDict):
    """One of the two versions."""

    source: Source


class Numbers(TypedDict):
    """The number of a section in the two versions."""

    before: str
    after: str


class SmallWordShape(TypedDict):
    """A small word with a large meaning that a change turns on."""

    meaning: Meaning
    before: str | None
    after: str | None
    governs: str


ChangeShape = TypedDict(
    "ChangeShape",
    {
        "id": str,
        "kind": Literal["added", "removed", "reworded", "moved", "renumbered", "split", "merged"],
        "unit": Unit,
        "section_before": str | None,
        "section_after": str | None,
        "section_id": str,
        "page_before": int | None,
        "page_after": int | None,
        "before": str | None,
        "after": str | None,
        "runs": list[Run],
        "class": Nature,
        "small_words": list[SmallWordShape],
        "following": NotRequired[list[Numbers]],
        "sections": NotRequired[list[Numbers]],
        "otherwise_unchanged": NotRequired[bool],
    },
)


class ValueShape(TypedDict):
    """A value of an amount in one version, for one year."""

    version: Version
    year: int | None
    value: str | None
    page: int | None


class AmountShape(TypedDict):
    """One occurrence of an amount in the two versions. ``change`` and ``percent`` are None where either lacks it."""

    section: str
    section_id: str
    quantity: str
    label: str
    column: str | None
    kind: AmountKind
    unit: str
    per: str | None
    before: str | None
    after: str | None
    change: str | None
    percent: str | None
    status: Status
    year_before: int | None
    year_after: int | None
    page_before: int | None
    page_after: int | None
    values: list[ValueShape]


class InForceShape(TypedDict):
    """Where a section stands in the document in force."""

    section: str
    section_id: str
    title: str
    match: Match
    left_out: bool
    added: bool
    section_in_force: str
    document: NotRequired[str]


class Summary(TypedDict):
    """How much changed."""

    changes: int
    amounts_changed: int


class ComparisonReport(TypedDict):
    """What changed between two versions."""

    schema: Literal["lydelse/comparison/1"]
    before: Side
    after: Side
    changes: list[ChangeShape]
    amounts: list[AmountShape]
    in_force: list[InForceShape]
    proof: Proof | None
    summary: Summary
    unread: list[Unread]
