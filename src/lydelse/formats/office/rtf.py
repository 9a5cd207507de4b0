r"""RTF as Word writes it, where LibreOffice 7.4 does not read what it says (RTF 1.9.1, "Character Revision Mark Properties").

A tracked move (``\mvf`` ... ``\mvt``) arrives as plain text in both places: it is made what it also is, deleted where it stood and inserted
where it stands. Text that is both inserted and deleted arrives as deleted alone: it was in neither version, and is left out. The struck end
of a paragraph (``\par`` within ``\deleted``) and struck and inserted rows (``\row`` within one of them) do not arrive at all: a sign is put
before each, which does, and is taken away again when the text has been read. LibreOffice itself writes the mark of a paragraph's end on
the last run of its text, after ``\loch``; the marks of text stand before it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lydelse.records import dataclass, field

STRUCK_END, INSERTED_END, STRUCK_ROW, INSERTED_ROW = "\ue0f1", "\ue0f2", "\ue0f3", "\ue0f4"
"""The signs, from an area where no font has letters: last in a paragraph whose end is marked, and last in the last cell of a marked row."""

_MOVED = re.compile(rb"(?<!\\)((?:\\\\)*)\\mv([ft])1?(?![a-z0-9])((?:\s?\\mv(?:auth|date)-?\d+)*)")
_BY_LIBREOFFICE = b"{\\*\\generator LibreOffice"
_END_ON_TEXT = re.compile(rb"\\loch\\(deleted|revised)\\revauth(?:del)?\d+\\revdttm(?:del)?-?\d+\s((?:[^{}\\]|\\.)*)\}", re.DOTALL)
_WHO = re.compile(rb"\\mv(auth|date)(?=-?\d)")
_WORDS = {
    b"f": (b"\\deleted", {b"auth": b"\\revauthdel", b"date": b"\\revdttmdel"}),
    b"t": (b"\\revised", {b"auth": b"\\revauth", b"date": b"\\revdttm"}),
}
_TOKEN = re.compile(
    rb"\\bin(?P<raw>\d+) ?|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d+)? ?|\\'[0-9a-fA-F]{2}|\\.|(?P<brace>[{}])|[^\\{}]+", re.DOTALL
)
_OF_THE_FILE = 2  # groups around the text: none, and that of the whole file
_SPOKEN = frozenset({b"u", b"tab", b"line", b"par", b"emdash", b"endash", b"bullet", b"lquote", b"rquote", b"ldblquote", b"rdblquote"})

_OF_LETTERS = re.compile(rb"rev[a-z]+|deleted|b|i|ul[a-z]*|strike|striked|cf|cb|highlight|chcbpat|f|fs|cs|super|sub|nosupersub")

LONGEST_COUNT = 12
"""Digits of a count of bytes: no file has more of them."""


class _State(NamedTuple):
    """What the control words of a group have said of the text that now follows; ``said`` are those of letters."""

    struck: bool = False
    inserted: bool = False
    said: bytes = b""


@dataclass(slots=True)
class _Rewritten:
    """A file as it is rewritten: its tokens so far, and where the latest cell ended."""

    tokens: list[bytes] = field(default_factory=list)
    cell: int | None = None
    states: list[_State] = field(default_factory=lambda: [_State()])

    def take(self, token: re.Match[bytes]) -> None:
        """Add a token, with a sign before it where it needs one; what is in neither version is left out."""
        word = token["word"]
        if token["brace"] == b"{":
            self.states.append(self.states[-1])
        elif token["brace"] == b"}" and len(self.states) > 1:
            self.states.pop()
        elif word is not None:
            self.states[-1] = _after(self.states[-1], token, word)
        state = self.states[-1]
        if state.struck and state.inserted and (token["brace"] is None and (word is None or word in _SPOKEN)):
            return
        if word == b"par" and state.struck:
            self.tokens.append(_sign(STRUCK_END))
        elif word == b"cell":
            self.cell = len(self.tokens)
        elif word == b"row" and self.cell is not None:
            if state.struck or state.inserted:
                self.tokens.insert(self.cell, _sign(STRUCK_ROW if state.struck else INSERTED_ROW))
            self.cell = None
        is_marked_cell = word == b"cell" and (state.struck or state.inserted) and len(self.states) > _OF_THE_FILE
        # The end of a cell within a marked group makes LibreOffice go on with the mark in all that follows: it is put between two groups.
        self.tokens.append(rb"}\cell{" + state.said + b" " if is_marked_cell else token[0])


def as_libreoffice_reads(content: bytes) -> bytes:
    """Return the file with its changes said in ways that LibreOffice carries over; one without changes stays as it is."""
    content = _with_moves_as_changes(content)
    if _BY_LIBREOFFICE in content:
        content = _END_ON_TEXT.sub(_end_after_text, content)
    if b"\\deleted" not in content and b"\\revised" not in content:
        return content
    rewritten = _Rewritten()
    at = 0
    while token := _TOKEN.match(content, at):
        at = min(len(content), token.end() + int((token["raw"] or b"0")[:LONGEST_COUNT]))
        if token["raw"]:
            rewritten.tokens.append(content[token.start() : at])
        else:
            rewritten.take(token)
    return b"".join(rewritten.tokens) + content[at:]


def struck_ends(content: bytes) -> int:
    """Return how many ends of paragraphs a file says are struck, once it has been made what LibreOffice reads."""
    return content.count(_sign(STRUCK_END))


def _after(state: _State, token: re.Match[bytes], word: bytes) -> _State:
    if word == b"plain":
        return _State()
    is_on = token["number"] != b"0"
    said = state.said + token[0].strip() if _OF_LETTERS.fullmatch(word) else state.said
    return _State(is_on if word == b"deleted" else state.struck, is_on if word == b"revised" else state.inserted, said)


def _sign(sign: str) -> bytes:
    return rb"{\uc1\u%d?}" % (ord(sign) - 0x10000)


def _end_after_text(match: re.Match[bytes]) -> bytes:
    return rb"\loch " + match[2] + b"}" + _sign(STRUCK_END if match[1] == b"deleted" else INSERTED_END)


def _with_moves_as_changes(content: bytes) -> bytes:
    """Return the file with moved text deleted in one place and inserted in the other, by the same author at the same time."""

    def changed(match: re.Match[bytes]) -> bytes:
        word, parts = _WORDS[match[2]]
        return match[1] + word + _WHO.sub(lambda part: parts[part[1]], match[3])

    return _MOVED.sub(changed, content)
