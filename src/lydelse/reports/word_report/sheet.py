"""The Word document of a report, in one language."""

from __future__ import annotations

from io import BytesIO

from lydelse.formats.ooxml.sheet import WordSheet
from lydelse.model.message import Fact, Message
from lydelse.reports.unbreakable import printable, unbreakable
from lydelse.reports.wording import say

_HARD_SPACE = "\u00a0"
_EMU = 9525
"""Of Word's units in a pixel of a screen."""
_WIDEST = 6_000_000
"""Of Word's units: nearly 17 centimetres, between the margins."""


class Sheet(WordSheet):
    """The document under way. What is written is in one language."""

    def __init__(self, language: str, title: str, footer: str, case: str = "") -> None:
        """Begin a report; below each of its pages stand the key of what it is called, the number of its case, and the page's own."""
        self.language = language
        super().__init__(title, " · ".join(part for part in (self.say(footer), case) if part), on_one_line)

    def say(self, key: str, **facts: Fact) -> str:
        """Return a sentence of the catalogue."""
        return say(Message(key, facts), self.language)

    def picture(self, png: bytes, width: int, text: str) -> None:
        """Add a picture, so many pixels of a screen wide but no wider than the page; ``text`` is read to who does not see it."""
        shape = self._word.add_picture(BytesIO(png), width=min(width * _EMU, _WIDEST))
        shape._inline.docPr.set("descr", text)  # noqa: SLF001 - python-docx has no descriptions


def on_one_line(text: str) -> str:
    """Return a text that a page can hold, its figures not parted by a line's end."""
    text = printable(text)
    parts: list[str] = []
    at = 0
    for start, end in unbreakable(text):
        parts.extend((text[at:start], text[start:end].replace(" ", _HARD_SPACE)))
        at = end
    return "".join((*parts, text[at:]))
