"""Letters that are not those that the page shows: fonts whose mapping is damaged, and å, ä and ö that stand apart from their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.model.table import Table

FEWEST_LETTERS = 60
"""Of one font: in fewer, a word or two decide."""

RARE, COMMON = "åäö", "ae"
RARE_FROM, COMMON_TO = 0.09, 0.02
"""Of a font's letters that are one of these: in Swedish each of å, ä and ö is one or two in a hundred, "a" and "e" are ten."""

STRANGE_FROM = 3
"""Characters within words that no font has: replacement signs and such as a producer makes up."""

_PARTED_LETTER = re.compile(r"(?<!\S)[ÅÄÖåäö] (?=[a-zåäö])|(?<=[A-Za-zÅÄÖåäö])[ÅÄÖåäö] (?=[bcdfghjklmnpqrstvxz](?:\s|$))")
_PARTED_FROM = 2  # parted letters in one block: "å" and "ö" are words, and one alone may be one
_STRANGE = re.compile(r"(?<=[\w\ufffd])[\ufffd\ue000-\uefff]|[\ufffd\ue000-\uefff](?=[\w\ufffd])")


def is_mapped_wrongly(text: str) -> bool:
    """Tell whether the letters of one font, in the order that they stand in, can hardly be Swedish: "Lågutbildåde och årbetslöså"."""
    if len(_STRANGE.findall(text)) >= STRANGE_FROM:
        return True
    counts = Counter(letter for letter in text.lower() if letter.isalpha())
    letters = counts.total()
    rare = any(counts[letter] >= RARE_FROM * letters for letter in RARE)
    return letters >= FEWEST_LETTERS and rare and any(counts[letter] <= COMMON_TO * letters for letter in COMMON)


def damaged_letters(document: Document) -> Iterator[Unread]:
    """Yield an X902 for each table or paragraph whose å, ä and ö are parted from their words, or stand for other letters."""
    for block in document.blocks:
        texts = [p.marked_text for p in block.paragraphs()] if isinstance(block, Table) else [block.marked_text]
        odd = [text for text in texts if _PARTED_LETTER.search(text)]
        if sum(len(_PARTED_LETTER.findall(text)) for text in odd) >= _PARTED_FROM:
            yield _damaged(block.place, odd[0])


def _damaged(place: Place, text: str) -> Unread:
    key, where = ("X902.letters", {"section": place.section}) if place.section else ("X902.letters.unplaced", {})
    return Unread("X902", Severity.WARNING, Message(key, {**where, "text": text[:80]}), page=place.page)
