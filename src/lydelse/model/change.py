"""What was found between two versions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from lydelse.model.document import Document, Source
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.model.quantity import Entry
from lydelse.model.small_word import SmallWordChange
from lydelse.model.text import Run
from lydelse.records import dataclass

if TYPE_CHECKING:
    from lydelse.model.corrections import Corrected
    from lydelse.model.in_force import InForce


class Unit(StrEnum):
    """The part of a document that a change is about."""

    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    COLUMN = "column"
    CELL = "cell"
    FURNITURE = "furniture"


class Nature(StrEnum):
    """The heaviest thing that a change touches."""

    AMOUNT = "amount"
    YEAR = "year"
    REFERENCE = "reference"
    WORDING = "wording"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class Added:
    """A part that only the later version has."""

    unit: Unit
    after: str
    runs: tuple[Run, ...]
    place: Place
    nature: Nature = Nature.WORDING
    small_words: tuple[SmallWordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A part that only the earlier version has."""

    unit: Unit
    before: str
    runs: tuple[Run, ...]
    place: Place
    nature: Nature = Nature.WORDING


@dataclass(frozen=True, slots=True)
class Reworded:
    """A part that both versions have, in different words. The places are those in the two documents.

    ``small_words`` are the small words with a large meaning that the change turns on. ``following`` has the two numbers of each
    section whose new number is all that changed: references that follow a renumbering.
    """

    unit: Unit
    before: str
    after: str
    runs: tuple[Run, ...]
    place_before: Place
    place: Place
    nature: Nature = Nature.WORDING
    small_words: tuple[SmallWordChange, ...] = ()
    following: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A section whose number alone is another, or several that follow one another and whose numbers all shift alike: one event.

    ``before`` and ``after`` hold the headings, a line each; ``sections`` each section's number in the two versions. The places are
    those of the first. ``unchanged`` tells that nothing else in any of them changed.
    """

    before: str
    after: str
    place_before: Place
    place: Place
    unit: Unit = Unit.SECTION
    nature: Nature = Nature.LAYOUT
    sections: tuple[tuple[str, str], ...] = ()
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A part that stands elsewhere in the later version, its words the same or nearly so."""

    unit: Unit
    before: str
    after: str
    runs: tuple[Run, ...]
    place_before: Place
    place: Place
    nature: Nature = Nature.LAYOUT
    small_words: tuple[SmallWordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A part of the earlier version that is several in the later one, whose texts are lines of ``after``.

    Of a table, ``before`` holds the rows that went to the new table, which is ``after``.
    """

    unit: Unit
    before: str
    after: str
    runs: tuple[Run, ...]
    place_before: Place
    place: Place
    nature: Nature = Nature.LAYOUT
    small_words: tuple[SmallWordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """Several parts of the earlier version, whose texts are lines of ``before``, that are one in the later one.

    Of a table, ``before`` is the table that is gone, and ``after`` holds the rows that came from it.
    """

    unit: Unit
    before: str
    after: str
    runs: tuple[Run, ...]
    place_before: Place
    place: Place
    nature: Nature = Nature.LAYOUT
    small_words: tuple[SmallWordChange, ...] = ()


Change = Added | Removed | Reworded | Renumbered | Moved | Split | Merged


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the comparison gives back the two texts that it was made from."""

    reject_all_is_before: bool
    accept_all_is_after: bool

    @property
    def holds(self) -> bool:
        """Tell whether both texts came back."""
        return self.reject_all_is_before and self.accept_all_is_after


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions held against each other.

    ``redline`` is the one marked document that both versions are readings of: the document itself where it was a redline, the
    outcome of aligning where two were given. ``proof`` is None where the marking was guessed, and in a document of one version.
    ``in_force`` is what holding the redline against the document in force gave, None where none was given. ``corrected`` is what a
    person has corrected of it.
    """

    before: Document
    after: Document
    redline: Document
    changes: tuple[Change, ...]
    entries: tuple[Entry, ...]
    proof: Proof | None
    one_version: bool = False
    in_force: InForce | None = None
    corrected: tuple[Corrected, ...] = ()

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What any of its documents leaves unread, each once, and that the proof fails where it does."""
        said = dict.fromkeys((*self.before.unread, *self.after.unread, *self.redline.unread))
        unproven = self.proof is not None and not self.proof.holds
        return (*said, Unread("X906", Severity.ERROR, Message("X906.unproven"))) if unproven else tuple(said)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The file, with the marks that it carries, where both versions are readings of one; else the two files."""
        before, after = self.before.source, self.after.source
        same = self.one_version or (before.name, before.sha256) == (after.name, after.sha256)
        return (self.redline.source,) if same else (before, after)
