"""What a Word file holds and no text shows: said on the first page of every report."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.extractors.word.convention import Convention
from lydelse.formats.ooxml import WordFile
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message

QUOTED = 60  # characters

_CODES = {
    "hidden": ("X904", Severity.WARNING),
    "white": ("X904", Severity.WARNING),
    "part": ("X905", Severity.WARNING),
    "diagram": ("X905", Severity.WARNING),
    "embedded": ("X905", Severity.WARNING),
    "picture": ("X905", Severity.INFO),
}


def unread_of(word: WordFile, convention: Convention) -> tuple[Unread, ...]:
    """Return what was seen and left out (hidden text, pictures, diagrams, embedded documents, damaged parts), and what was guessed."""
    left_out = (
        Unread(code, severity, Message(f"{code}.word-{name}", {"count": word.unseen[name]}))
        for name, (code, severity) in _CODES.items()
        if word.unseen.get(name)
    )
    guessed = (Unread("X903", Severity.QUESTION, Message("X903.word-typeface")),) if convention.typed else ()
    return (*guessed, *left_out, *_comments(word.comments))


def _comments(said: tuple[str, ...]) -> Iterator[Unread]:
    """Yield that there are comments: they are no part of the text, and somebody may have asked something in them."""
    if said:
        facts: dict[str, Fact] = {"count": len(said), "text": said[0][:QUOTED]}
        yield Unread("X905", Severity.INFO, Message("X905.word-comments", facts))
