"""Motions (yrkanden) tried on a proposal: what each asks for, what of it can be done, and what would follow."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from lydelse.model.change import Comparison
from lydelse.model.document import Document
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.model.quantity import Entry
from lydelse.records import dataclass


class Why(StrEnum):
    """Why something that a motion asks for is not applied to the proposal."""

    AMBIGUOUS = "ambiguous"
    NO_TARGET = "no target"
    NO_FIGURE = "no figure"
    ANOTHER_FIGURE = "another figure"
    ANOTHER_UNIT = "another unit"
    ANOTHER_YEAR = "another year"
    NOT_THAT_WAY = "not that way"
    TEXT_NOT_FOUND = "text not found"
    TEXT_SEVERAL = "text several"
    CONTRADICTS = "contradicts"
    ALREADY = "already"
    PROCEDURE = "procedure"
    NOT_UNDERSTOOD = "not understood"


class Act(StrEnum):
    """What an edit does."""

    FIGURE = "figure"
    REWORD = "reword"
    STRIKE = "strike"
    STRIKE_SECTION = "strike section"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the proposal's text.

    ``start`` and ``end`` are where ``before`` stands in the paragraph at ``place``; of a section that is struck, and of a paragraph that is
    added after the place, both are 0. ``entry`` is the amount that changes, None where words do.
    """

    act: Act
    place: Place
    start: int
    end: int
    before: str
    after: str
    label: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a motion asks for: the edits that it is, or why it is none, with what may have been meant."""

    text: str
    edits: tuple[Edit, ...] = ()
    why: Why | None = None
    candidates: tuple[str, ...] = ()
    said: str = ""

    @property
    def is_applied(self) -> bool:
        """Tell whether the proposal can be changed as it asks."""
        return bool(self.edits)


@dataclass(frozen=True, slots=True)
class MotionRead:
    """A motion as read: ``name`` is that of its file, ``background`` what it says besides its demands."""

    name: str
    demands: tuple[Demand, ...]
    background: tuple[str, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All that can be done."""
        return tuple(edit for demand in self.demands for edit in demand.edits)


@dataclass(frozen=True, slots=True)
class Following:
    """A figure that follows from a motion by a relation, as it stands and as it would be."""

    entry: Entry
    before: str
    after: str
    relation: Message


@dataclass(frozen=True, slots=True)
class Broken:
    """A relation that holds in the proposal and not with the motion: which figure gives way is not said."""

    relation: Message
    entry: Entry
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a motion gives a unit: by the proposal and with the motion, in kronor a year."""

    unit: str
    proposal: Fraction
    amended: Fraction

    @property
    def change(self) -> Fraction:
        """With the motion less by the proposal."""
        return self.amended - self.proposal


@dataclass(frozen=True, slots=True)
class MotionTried:
    """A motion applied to the proposal as far as it can be.

    ``amended`` is the proposal with the motion's edits marked; ``comparison`` is that with what follows. ``effects`` are empty where
    nothing is applied.
    """

    motion: MotionRead
    amended: Document | None = None
    comparison: Comparison | None = None
    following: tuple[Following, ...] = ()
    broken: tuple[Broken, ...] = ()
    effects: tuple[Effect, ...] = ()
    unchanged: tuple[str, ...] = ()


class Clash(StrEnum):
    """How two motions stand to one another."""

    SAME_FIGURE = "same figure"
    SAME_TEXT = "same text"
    STRUCK = "struck"
    SAME_DEMAND = "same demand"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two motions that cannot both be adopted as they stand, or that ask for the same; ``at`` is where."""

    one: str
    other: str
    clash: Clash
    place: Place
    wants: tuple[str, str]


@dataclass(frozen=True, slots=True)
class MotionsTried:
    """All motions, and what stands between them."""

    motions: tuple[MotionTried, ...]
    conflicts: tuple[Conflict, ...] = ()
