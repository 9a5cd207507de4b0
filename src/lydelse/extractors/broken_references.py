"""References that show a program's error message instead of what they refer to: where they led, no reader can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.patterns import compiled

_ERRORS = compiled(
    r"""(?:Fel|Error)!\s(?:
        Hittar\sinte\s(?:någon\s)?referenskälla | Bokmärket\sär\sinte\sdefinierat
      | Det\sfinns\singen\stext\smed\sangivet\sformat | Ogiltig\s(?:länk|självreferens) | Okänt\s(?:argument|dokumentegenskapsnamn)
      | Reference\ssource\snot\sfound | Bookmark\snot\sdefined | No\stext\sof\sspecified\sstyle\sin\sdocument
      | Not\sa\svalid\s(?:link|bookmark\sself-reference) | Unknown\sdocument\sproperty\sname
    )\.?""",
    re.IGNORECASE | re.VERBOSE,
)
"""What Word shows, in Swedish and English, for a cross-reference whose target is gone when the fields are updated."""


def broken_references(document: Document) -> Iterator[Unread]:
    """Yield one warning for a document whose later version shows such messages, with the first of them."""
    found = [(paragraph.place, match[0]) for paragraph in document.paragraphs for match in _ERRORS.finditer(paragraph.after)]
    if found:
        place, text = found[0]
        facts: dict[str, Fact] = {"count": len(found), "text": text}
        key = "X905.broken-reference"
        where: dict[str, Fact] = {"section": place.section} if place.section else {}
        yield Unread("X905", Severity.WARNING, Message(key if where else f"{key}.unplaced", {**facts, **where}), place.page)
