"""Letters that are not those that the page shows: fonts whose mapping is damaged, and å, ä and ö that stand apart from their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lydelse.extractors.letter_pairs import has_letters_of_no_language, letters_that_changed_places
from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.model.table import Table
from lydelse.patterns import compiled

QUOTED = 60
"""Characters."""

FEWEST_LETTERS = 60
"""Of one font: in fewer, a word or two decide."""

RARE, COMMON = "åäö", "ae"
RARE_FROM, COMMON_TO = 0.09, 0.02
"""Of a font's letters that are one of these: in Swedish each of å, ä and ö is one or two in a hundred, "a" and "e" are ten."""

STRANGE_FROM = 3
"""Characters within words that no word has: such as a producer makes up, and signs where letters should be ("V¥rdcentral")."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""A character that is shown, and of which nothing tells which letter it is."""

_PARTED_LETTER = compiled(r"(?<!\S)[ÅÄÖåäö] (?=[a-zåäö])|(?<=[A-Za-zÅÄÖåäö])[ÅÄÖåäö] (?=[bcdfghjklmnpqrstvxz](?:\s|$))")
_PARTED_FROM = 2  # parted letters in one block: "å" and "ö" are words, and one alone may be one
_NO_LETTER = "¡¢£¤¥¦§¨©¬¯±¶¸¼½¾¿×÷†‡‰ˆ˜"
_STRANGE = compiled(rf"(?<=\w)[\ue000-\uefff]|[\ue000-\uefff](?=\w)|(?<=[^\W\d_])[{_NO_LETTER}](?=[^\W\d_])")
_READ_AS_OTHER_CODES = compiled("Ã[¥¤¶©…„–]|Â[§½²³°´·»«]")
"""What "å", "ä", "ö" and "§" become where a text in one encoding was read in another."""


@lru_cache(maxsize=32)
def is_mapped_wrongly(text: str) -> bool:
    """Tell whether the letters of one font, in the order that they stand in, can hardly be Swedish: "Lågutbildåde och årbetslöså"."""
    if len(_STRANGE.findall(text)) >= STRANGE_FROM or has_letters_of_no_language(text) or letters_that_changed_places(text):
        return True
    counts = Counter(letter for letter in text.lower() if letter.isalpha())
    letters = counts.total()
    rare = any(counts[letter] >= RARE_FROM * letters for letter in RARE)
    return letters >= FEWEST_LETTERS and rare and any(counts[letter] <= COMMON_TO * letters for letter in COMMON)


def damaged_letters(document: Document) -> Iterator[Unread]:
    """Yield an X902 for each table or paragraph whose å, ä and ö are parted from their words, or stand for other letters."""
    for block in document.blocks:
        texts = [p.marked_text for p in block.paragraphs()] if isinstance(block, Table) else [block.marked_text]
        parted = [text for text in texts if _PARTED_LETTER.search(text)]
        misread = [text for text in texts if _READ_AS_OTHER_CODES.search(text)]
        if misread or sum(len(_PARTED_LETTER.findall(text)) for text in parted) >= _PARTED_FROM:
            yield _damaged(block.place, (misread or parted)[0])


def unknown_letters(document: Document) -> Iterator[Unread]:
    """Yield one warning for a document with characters that nothing names, with the first text that holds one."""
    paragraphs = [paragraph for paragraph in document.paragraphs if UNKNOWN in paragraph.marked_text]
    if not paragraphs:
        return
    text, place = paragraphs[0].marked_text, paragraphs[0].place
    start = max(0, text.index(UNKNOWN) - QUOTED // 2)
    facts: dict[str, Fact] = {
        "count": sum(own.marked_text.count(UNKNOWN) for own in paragraphs),
        "text": text[start : start + QUOTED].strip(),
    }
    where: dict[str, Fact] = {"page": place.page} if place.page else {}
    key = "X902.unknown" if where else "X902.unknown.unplaced"
    yield Unread("X902", Severity.WARNING, Message(key, {**facts, **where}), place.page)


def _damaged(place: Place, text: str) -> Unread:
    key, where = ("X902.letters", {"section": place.section}) if place.section else ("X902.letters.unplaced", {})
    return Unread("X902", Severity.WARNING, Message(key, {**where, "text": text[:80]}), page=place.page)
