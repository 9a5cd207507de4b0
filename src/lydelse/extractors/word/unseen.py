"""What a Word file holds and no text shows: said on the first page of every report."""

from __future__ import annotations

from lydelse.formats.ooxml import WordFile
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message

_CODES = {
    "hidden": ("X904", Severity.WARNING),
    "part": ("X905", Severity.WARNING),
    "diagram": ("X905", Severity.WARNING),
    "embedded": ("X905", Severity.WARNING),
    "picture": ("X905", Severity.INFO),
}


def unread_of(word: WordFile) -> tuple[Unread, ...]:
    """Return what was seen and left out: hidden text, pictures, diagrams, embedded documents, damaged parts."""
    return tuple(
        Unread(code, severity, Message(f"{code}.word-{name}", {"count": word.unseen[name]}))
        for name, (code, severity) in _CODES.items()
        if word.unseen.get(name)
    )
