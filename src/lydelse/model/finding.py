"""What is wrong or open in a document: a value, never an exception."""

from __future__ import annotations

from enum import StrEnum

from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.records import dataclass


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"
    INFO = "info"

    def reaches(self, threshold: Severity | None) -> bool:
        """Tell whether this weighs as much as a threshold or more; None is never reached."""
        heaviness = list(Severity)
        return threshold is not None and heaviness.index(self) <= heaviness.index(threshold)


@dataclass(frozen=True, slots=True)
class Passage:
    """A place with the text that stands there. ``document`` is the file's name where several are checked together."""

    place: Place
    text: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One figure of a sum: what it is called ("" where it has no name), its section, and the figure, below zero where it is taken off."""

    label: str
    section: str
    figure: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an official must answer, mend or know.

    ``passages`` are never empty and the first is where the finding is shown. ``relation``, ``found``, ``expected``, ``difference`` and
    ``rounding`` (the most that rounding explains of it) are the arithmetic in figures, "" where there is none; ``terms`` are a sum's parts.
    """

    code: str
    name: str
    severity: Severity
    message: Message
    passages: tuple[Passage, ...]
    relation: str = ""
    found: str = ""
    expected: str = ""
    suggestion: str = ""
    difference: str = ""
    rounding: str = ""
    terms: tuple[Term, ...] = ()

    @property
    def place(self) -> Place:
        """Where the finding is shown."""
        return self.passages[0].place


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was seen and not read, not compared, or guessed: a code of the X rules, said on the first page."""

    code: str
    severity: Severity
    message: Message
    page: int | None = None
    document: str = ""

    @property
    def is_error_of_document(self) -> bool:
        """Tell whether it is what the document says that is wrong, as in a finding: a figure whose picture is another than its text."""
        return self.code == "X902" and self.severity is Severity.ERROR
