"""A document as it reads when a proposal is adopted, with every amendment accounted for."""

from __future__ import annotations

from lydelse.model.document import Document, Source
from lydelse.model.finding import Unread
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing that the redline changes: a paragraph, heading, item or row. ``obstacle`` says why it was not applied, None where it was.

    ``before`` is "" for what is added, ``after`` for what is taken away; ``place`` is in the redline. ``question`` is what an applied
    amendment leaves to decide.
    """

    before: str
    after: str
    place: Place
    obstacle: Message | None = None
    question: Message | None = None

    @property
    def is_applied(self) -> bool:
        """Tell whether the consolidated document has it."""
        return self.obstacle is None


@dataclass(frozen=True, slots=True)
class LedElsewhere:
    """A reference that no longer leads to the section that it led to.

    ``place`` is in the consolidated document, ``target`` the number that stands there; ``meant`` is the title of the section that had
    that number and ``number`` its number now, "" where it is gone; ``found`` is the title of the one that has the number now, "" for none.
    """

    place: Place
    target: str
    meant: str
    number: str
    found: str


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The document in force with a redline's amendments in it; ``standing`` is that document as it stood, its own marks accepted.

    ``unread`` is what was not read, or guessed, in either document.
    """

    document: Document
    amendments: tuple[Amendment, ...]
    in_force: Source
    redline: Source
    standing: Document
    led_elsewhere: tuple[LedElsewhere, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def applied(self) -> tuple[Amendment, ...]:
        """The amendments that the document has."""
        return tuple(each for each in self.amendments if each.is_applied)

    @property
    def not_applied(self) -> tuple[Amendment, ...]:
        """The amendments that could not be applied."""
        return tuple(each for each in self.amendments if not each.is_applied)
