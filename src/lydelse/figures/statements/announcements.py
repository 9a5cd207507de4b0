"""Announcements: how many parts a text says that the list or table after it has ("består av tre grunddelar:")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lydelse.figures.sentences import sentences_of
from lydelse.figures.words import number_of_word

PARTS = (
    "alternativ", "delar", "delmoment", "faktorer", "förslag", "grupper", "indikatorer", "intervall", "intervaller", "kategorier",
    "klasser", "komponenter", "kriterier", "krav", "mått", "moment", "nivåer", "områden", "parametrar", "perspektiv", "poster",
    "principer", "punkter", "steg", "typer", "uppgifter", "uppdrag", "variabler", "villkor", "zoner", "åtgärder",
)  # fmt: skip
"""What lists and tables are made of; a compound counts by its last part ("grunddelar", "avståndsintervaller")."""

_COUNTED = re.compile(
    r"(?<![\w,.])(?P<count>[^\W\d_]+|\d{1,2})\s+(?:(?:olika|följande|nya|separata|stycken)\s+)*(?P<noun>[^\W\d_]{4,})(?!\w)", re.IGNORECASE
)
MOST = 40
"""A larger count is hardly that of a list."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A count of parts with the noun that it counts, where it stands in its text."""

    count: int
    noun: str
    literal: str
    start: int
    end: int


def announcement_before_list(text: str) -> Announcement | None:
    """Return the count that a paragraph announces for what directly follows it; None where it announces none, or several.

    The last sentence counts. Where it names no count itself but ends in a colon, a count of the same noun in the sentence before is
    what it speaks of ("... sju variabler. Följande variabler ingår:").
    """
    spans = sentences_of(text)
    if not spans:
        return None
    last = text[spans[-1][0] : spans[-1][1]]
    found = announcements_in(last)
    if found:
        return _moved(found[0], spans[-1][0]) if len({each.count for each in found}) == 1 else None
    if len(spans) < 2 or not last.rstrip().endswith(":"):
        return None
    previous = announcements_in(text[spans[-2][0] : spans[-2][1]])
    named = [each for each in previous if each.noun.lower() in last.lower()]
    return _moved(named[0], spans[-2][0]) if len(named) == 1 else None


def announcements_in(text: str) -> tuple[Announcement, ...]:
    """Return every count of parts in a text, those of one part left out."""
    found: list[Announcement] = []
    at = 0
    while match := _COUNTED.search(text, at):
        at = match.start() + len(match["count"])
        word = match["count"]
        count = int(word) if word.isdigit() else number_of_word(word)
        if count and 2 <= count <= MOST and match["noun"].lower().endswith(PARTS):
            found.append(Announcement(count, match["noun"], match[0], match.start(), match.end()))
    return tuple(found)


def _moved(announcement: Announcement, by: int) -> Announcement:
    return Announcement(announcement.count, announcement.noun, announcement.literal, announcement.start + by, announcement.end + by)
