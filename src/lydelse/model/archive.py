"""What is kept of a document that has been read: what it says of itself, its amounts and its text."""

from __future__ import annotations

from decimal import Decimal

from lydelse.model.amount import AmountKind
from lydelse.model.quantity import Status
from lydelse.model.text import Version
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Described:
    """What a document is, and what tells whether another is a version of it.

    ``redline`` is how it carries marks ("none" where it carries none), ``year`` the one that its text names most, ``words`` how many
    words it has, ``sketch`` its likeness in small (``lydelse.batch.likeness``). ``struck`` are the prints of the earlier wordings of the
    passages that its marks change, ``inserted`` those of the later.
    """

    sha256: str
    name: str
    format: str
    pages: int | None
    redline: str
    kind: str
    title: str
    date: str | None
    case_numbers: tuple[str, ...]
    year: int | None
    words: int
    sketch: tuple[int, ...]
    struck: tuple[int, ...] = ()
    inserted: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        """Tell whether its marks change any passage."""
        return self.struck != self.inserted


@dataclass(frozen=True, slots=True)
class KeptAmount:
    """An amount as one version of a document states it. ``said`` is the text that it stands in, headings first, to find it by."""

    section: str
    heading: str
    label: str
    column: str | None
    kind: AmountKind
    unit: str
    per: str | None
    year: int | None
    version: Version
    status: Status
    value: Decimal
    literal: str
    page: int | None
    said: str


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """A block of a document's text, in its later wording where it has two."""

    section: str
    heading: str
    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that has been read."""

    described: Described
    amounts: tuple[KeptAmount, ...]
    passages: tuple[KeptPassage, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a review gave: the report for programs (``lydelse/findings/1`` or ``lydelse/minutes/1``) and the one for readers."""

    json: str
    html: str
