"""Small words with a large meaning, as what a change may turn on."""

from __future__ import annotations

from enum import StrEnum

from lydelse.records import dataclass


class Meaning(StrEnum):
    """What a small word settles."""

    NEGATION = "negation"
    DUTY = "duty"
    LIMIT = "limit"
    INCLUSION = "inclusion"
    UNIT = "unit"
    PERIOD = "period"
    TERM = "term"
    TIME_LIMIT = "time-limit"
    SCOPE = "scope"
    JOINING = "joining"


@dataclass(frozen=True, slots=True)
class SmallWordChange:
    """A small word that another replaces, or that comes or goes, in a sentence that is otherwise kept.

    ``word_before`` and ``word_after`` are the word itself, "" where it is not there; ``before`` and ``after`` what it stands among;
    ``governs`` is what it is said of.
    """

    meaning: Meaning
    word_before: str
    word_after: str
    before: str
    after: str
    governs: str
