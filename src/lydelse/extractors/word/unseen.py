"""What a Word file holds and no text shows: said on the first page of every report."""

from __future__ import annotations

from lydelse.extractors.word.convention import Convention
from lydelse.formats.ooxml import WordFile
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message

_CODES = {
    "hidden": ("X904", Severity.WARNING),
    "white": ("X904", Severity.WARNING),
    "covered": ("X904", Severity.WARNING),
    "tiny": ("X904", Severity.WARNING),
    "part": ("X905", Severity.WARNING),
    "diagram": ("X905", Severity.WARNING),
    "field": ("X905", Severity.WARNING),
    "merged": ("X905", Severity.WARNING),
    "unknown": ("X905", Severity.WARNING),
    "stroke": ("X905", Severity.INFO),
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
    return (*guessed, *left_out)
