"""The Word document of a report, in one language."""

from __future__ import annotations

from lydelse.formats.ooxml.sheet import WordSheet
from lydelse.model.message import Fact, Message
from lydelse.reports.unbreakable import printable, unbreakable
from lydelse.reports.wording import say

_HARD_SPACE = "\u00a0"


class Sheet(WordSheet):
    """The document under way. What is written is in one language."""

    def __init__(self, language: str, title: str, footer: str, case: str = "") -> None:
        """Begin a report; below each of its pages stand the key of what it is called, the number of its case, and the page's own."""
        self.language = language
        super().__init__(title, " · ".join(part for part in (self.say(footer), case) if part), on_one_line)

    def say(self, key: str, **facts: Fact) -> str:
        """Return a sentence of the catalogue."""
        return say(Message(key, facts), self.language)


def on_one_line(text: str) -> str:
    """Return a text that a page can hold, its figures not parted by a line's end."""
    text = printable(text)
    parts: list[str] = []
    at = 0
    for start, end in unbreakable(text):
        parts.extend((text[at:start], text[start:end].replace(" ", _HARD_SPACE)))
        at = end
    return "".join((*parts, text[at:]))
