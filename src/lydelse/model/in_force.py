"""A redline held against the document in force: where its sections stand there, and what in it never stood there."""

from __future__ import annotations

from enum import StrEnum

from lydelse.model.document import Source
from lydelse.model.finding import Unread
from lydelse.model.place import Place
from lydelse.records import dataclass


class Match(StrEnum):
    """By what a section of the redline was found in the document in force."""

    NUMBER_AND_TITLE = "number+title"
    TITLE = "title"
    TEXT = "text"
    NONE = "none"


class DepartureKind(StrEnum):
    """How the redline's earlier wording differs from the document in force.

    STRUCK: struck text that does not stand there. FOREIGN: a kept part that does not. REWORDED: kept words that are others there.
    MISSING: a part that stands there and is neither kept nor struck. MOVED: a part that stands elsewhere there. RENUMBERED: a section
    whose number is another there. PARTIAL: most of a section, which an excerpt lacks without saying so. SECTION: a whole section that
    is missing from a redline that holds nearly all others.
    """

    STRUCK = "struck"
    FOREIGN = "foreign"
    REWORDED = "reworded"
    MISSING = "missing"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    PARTIAL = "partial"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class SectionInForce:
    """One section of the redline, or one of the document in force that the redline leaves out.

    ``left_out`` says that its text in force is not in the redline (of its heading, at most, more than that); ``added`` that the
    redline adds the section, so that it stands nowhere yet. ``in_force`` is its number and title in force, "" where it has none.
    """

    section: str
    section_id: str
    title: str
    match: Match
    left_out: bool = False
    added: bool = False
    in_force: str = ""


@dataclass(frozen=True, slots=True)
class Departure:
    """One difference between the document in force and the redline's earlier wording that the redline's marks do not say.

    ``in_force`` and ``redline`` are the words that differ, ``text_in_force`` and ``text`` the parts that they stand in; "" where the
    one side has nothing. ``place`` is in the redline, for what is missing there that of the part before it.
    """

    kind: DepartureKind
    in_force: str
    redline: str
    place: Place
    place_in_force: Place
    text_in_force: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """What holding a redline against the document in force gave. ``guessed`` says that the redline's marks were guessed."""

    source: Source
    sections: tuple[SectionInForce, ...]
    departures: tuple[Departure, ...]
    unread: tuple[Unread, ...] = ()
    guessed: bool = False

    @property
    def left_out(self) -> tuple[SectionInForce, ...]:
        """The sections of the document in force that the redline leaves out."""
        return tuple(section for section in self.sections if section.left_out)

    @property
    def found(self) -> tuple[SectionInForce, ...]:
        """The sections of the redline that stand in the document in force."""
        return tuple(section for section in self.sections if section.match is not Match.NONE and not section.left_out)
