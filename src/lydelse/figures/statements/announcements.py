"""Announcements: how many parts a text says that the list or table after it has ("består av tre grunddelar:")."""

from __future__ import annotations

import re

from lydelse.figures.sentences import sentences_of
from lydelse.figures.words import number_of_word
from lydelse.patterns import compiled
from lydelse.records import dataclass

PARTS = (
    "alternativ", "delar", "delmoment", "faktorer", "former", "förslag", "grupper", "indikatorer", "intervall", "intervaller", "kategorier",
    "klasser", "komponenter", "kriterier", "krav", "mått", "moment", "nivåer", "områden", "parametrar", "perspektiv", "poster",
    "principer", "punkter", "steg", "typer", "uppgifter", "uppdrag", "variabler", "villkor", "zoner", "åtgärder",
)  # fmt: skip
"""What lists and tables are made of; a compound counts by its last part ("grunddelar", "avståndsintervaller")."""

_COUNTED = compiled(
    r"(?<![\w,.])(?P<count>[^\W\d_]+|\d{1,2})\s+(?:(?:olika|följande|nya|separata|stycken)\s+)*(?P<noun>[^\W\d_]{4,})(?!\w)", re.IGNORECASE
)
_FOLLOWING = compiled(
    r"\bföljande\s+(?P<count>[^\W\d_]+|\d{1,2})\s+(?:(?:olika|nya|stycken|[^\W\d_]+(?:ande|ende|iga|liga|ska|lla|ade|ata))\s+){0,2}"
    r"(?P<noun>[^\W\d_]{3,})(?!\w)",
    re.IGNORECASE,
)
"""After "följande" any noun is what the list is of: "följande fyra mål:"."""
_OF = compiled(r"\s+av\s+(?P<noun>[^\W\d_]{4,})")
_MEASURES = compiled(
    r"[^\W\d_]*(?:år|året|åren|månad(?:er|erna)?|veck(?:or|orna)|dag(?:ar|arna)|dygn(?:en)?|timmar(?:na)?|minuter(?:na)?|kvartal(?:en)?"
    r"|tertial(?:en)?|terminer(?:na)?|gånger|kr|kronor|öre|tkr|mkr|procent(?:enheter)?|promille|miljon(?:er)?|miljard(?:er)?|tusen|mil|km"
    r"|kilometer|meter|kvm|timme|poäng|tredjedelar|fjärdedelar|femtedelar|tiondelar|tolftedelar)",
    re.IGNORECASE,
)
"""Times, money and measures are no parts: "under följande två år:"."""
_NO_COUNT_OF_ALL = compiled(
    r"(?:(?<!\w)(?:minst|högst|lägst|maximalt|max|minimum|åtminstone|upp\s+till|(?:fler|färre|mer|mindre)\s+än|cirka|ca\.?|omkring|ungefär"
    r"|(?:någon|något|några|en|ett|endera|ettdera)\s+av(?:\s+(?:de|dessa))?))\s*(?:följande\s+)?$",
    re.IGNORECASE,
)
"""Words before a count that is not how many there are: a bound, or a choice among them."""
_RANGE_BEFORE = compiled(r"(?<!\w)(?P<first>[^\W\d_]+|\d{1,2})(?:\s+(?:eller|till)\s+|\s?[\u2013-]\s?)(?:följande\s+)?$", re.IGNORECASE)
_LISTS_AFTER = compiled(r"(?:\s+[^\W\d_]+){0,4}\s*:\s+(?=\S)")
_COMMA = compiled(r"\s*[,;]\s+(?:och\s+|samt\s+)?")
_LAST_AND = compiled(r"\s+(?:och|samt)\s+", re.IGNORECASE)
_UNFIT = compiled(
    r"[:()\d]|(?<!\w)(?:bl\.?\s?a|bland\s+annat|till\s+exempel|t\.?\s?ex|exempelvis|m\.?\s?m|m\.?\s?fl|etc|med\s+mera|eller|som|varav|dels)(?!\w)",
    re.IGNORECASE,
)
"""What makes a list one that leaves out, chooses among or goes into its items."""
LONGEST_NAME = 5
MOST = 40
"""A larger count is hardly that of a list."""
LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Announcement:
    """A count of parts with the noun that it counts, where it stands in its text."""

    count: int
    noun: str
    literal: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Enumeration:
    """An announced count with the items that its own sentence lists; ``most`` is how many they may be, each "och" within one counted."""

    announced: Announcement
    items: tuple[str, ...]
    most: int

    @property
    def is_plain(self) -> bool:
        """Tell whether the items are names and no clauses, so that nothing else can be meant by the list."""
        return all(len(item.split()) <= LONGEST_NAME for item in self.items)


def announcement_before_list(text: str) -> Announcement | None:
    """Return the count that a paragraph announces for what directly follows it; None where it announces none, or several.

    The last sentence counts. Where it names no count itself but ends in a colon, a count of the same noun in the sentence before is
    what it speaks of ("... sju variabler. Följande variabler ingår:").
    """
    spans = sentences_of(text)
    if not spans:
        return None
    last = text[spans[-1][0] : spans[-1][1]]
    found = announcements_in(last) or _of_what_follows(last)
    if found:
        return _moved(found[0], spans[-1][0]) if len({each.count for each in found}) == 1 else None
    if len(spans) < 2 or not last.rstrip().endswith(":"):
        return None
    before = text[spans[-2][0] : spans[-2][1]]
    named = [each for each in announcements_in(before) if any(noun in last.lower() for noun in _nouns_of(each, before))]
    return _moved(named[0], spans[-2][0]) if len(named) == 1 else None


def _nouns_of(announcement: Announcement, sentence: str) -> list[str]:
    """Return what an announcement counts, and what those are forms or parts of: "fyra former av stöd"."""
    of = _OF.match(sentence, announcement.end)
    return [announcement.noun.lower(), *([of["noun"].lower()] if of else [])]


def announcements_in(text: str) -> tuple[Announcement, ...]:
    """Return every count of parts in a text, those of one part left out."""
    found: list[Announcement] = []
    at = 0
    while match := _COUNTED.search(text, at):
        at = match.start() + len(match["count"])
        announced = _announced(match, text, match.start())
        if announced and announced.noun.lower().endswith(PARTS):
            found.append(announced)
    return tuple(found)


def enumerations_in(text: str) -> tuple[Enumeration, ...]:
    """Return the counts of parts that a sentence goes on to list after a colon: "fyra delar: lön, hyra, mat och övrigt."."""
    found: list[Enumeration] = []
    for start, end in sentences_of(text):
        for announced in announcements_in(text[start:end]) if ":" in text[start:end] else ():
            lead = _LISTS_AFTER.match(text, start + announced.end, end)
            listed = text[lead.end() : end].strip(" .") if lead else ""
            if listed and not _UNFIT.search(listed):
                found.append(_enumeration(_moved(announced, start), listed))
    return tuple(each for each in found if len(each.items) > 1)


def _enumeration(announced: Announcement, listed: str) -> Enumeration:
    """Return a list in its items. The last "och" of a list parts two items; any other may, or joins the words of one."""
    chunks = [chunk.strip() for chunk in _COMMA.split(listed)]
    *before, final = chunks
    pieces = [piece.strip() for piece in _LAST_AND.split(final, maxsplit=1)]
    joined = sum(len(_LAST_AND.findall(chunk)) for chunk in before) + max(0, len(_LAST_AND.findall(final)) - 1)
    items = (*before, *pieces)
    return Enumeration(announced, items, len(items) + joined)


def _of_what_follows(sentence: str) -> tuple[Announcement, ...]:
    """Return the counts after "följande" in a sentence that leads in to a list with a colon."""
    if not sentence.rstrip().endswith(":"):
        return ()
    found = (_announced(match, sentence, match.start("count")) for match in _FOLLOWING.finditer(sentence))
    return tuple(each for each in found if each and not _MEASURES.fullmatch(each.noun))


def _announced(match: re.Match[str], text: str, start: int) -> Announcement | None:
    word = match["count"]
    count = int(word) if word.isdigit() else number_of_word(word)
    before = text[max(0, start - LOOK_BACK) : start]
    if not count or not 2 <= count <= MOST or _NO_COUNT_OF_ALL.search(before) or _ends_a_range(before):
        return None
    return Announcement(count, match["noun"], text[start : match.end()], start, match.end())


def _moved(announcement: Announcement, by: int) -> Announcement:
    return Announcement(announcement.count, announcement.noun, announcement.literal, announcement.start + by, announcement.end + by)


def _ends_a_range(before: str) -> bool:
    match = _RANGE_BEFORE.search(before)
    return match is not None and (match["first"].isdigit() or number_of_word(match["first"]) is not None)
