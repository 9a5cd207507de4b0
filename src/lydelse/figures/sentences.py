"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re
from functools import lru_cache

from lydelse.patterns import compiled

_END = compiled(r"[.!?…]+[”\"’)\]]*(?=\s)|\n\s*\n")
_NEXT = compiled(r"\s*[”\"(\[]*(\S)")
_LAST_WORD = compiled(r"[^\s(”\"]*$")

_NEVER = frozenset(
    {
        *(
            "t.ex",
            "bl.a",
            "s.k",
            "fr.o.m",
            "t.o.m",
            "e.d",
            "m.fl",
            "dvs",
            "d.v.s",
            "resp",
            "ca",
            "c:a",
            "inkl",
            "exkl",
            "nr",
            "dir",
            "prop",
        ),
        *(
            "bet",
            "rskr",
            "kap",
            "st.f",
            "f.n",
            "f.ö",
            "i.o.m",
            "p.g.a",
            "pga",
            "o.d",
            "ang",
            "avs",
            "jfr",
            "ev",
            "tel",
            "tfn",
            "dr",
            "prof",
        ),
        *("sid", "milj", "t.kr", "forts", "obs", "kl", "f.d", "ex", "bl", "skr", "art", "mom", "fig", "tab"),
    }
)
"""Abbreviations that a sentence goes on after, whatever follows. All others end it where no small letter follows."""

_REMEMBERED = 1 << 14
"""How many texts are kept: each finder and each rule asks for the sentences of the same ones again."""


@lru_cache(_REMEMBERED)
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences, spaces around them left out.

    Abbreviations, initials, list numbers ("2."), section numbers and decimals end no sentence; "kr." does so only before a
    capital letter.
    """
    spans: list[tuple[int, int]] = []
    begin = _skip_spaces(text, 0)
    for match in _END.finditer(text):
        if match.start() < begin or not _ends_here(text, begin, match):
            continue
        end = match.end() if match[0].strip() else match.start()
        if end > begin:
            spans.append((begin, end))
        begin = _skip_spaces(text, match.end())
    last = len(text.rstrip())
    if begin < last:
        spans.append((begin, last))
    return tuple(spans)


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends_here(text: str, begin: int, match: re.Match[str]) -> bool:
    if not match[0].startswith("."):
        return not match[0].startswith("…") or _capital_follows(text, match.end())
    word = _word_before(text, begin, match.start())
    if word.lower() in _NEVER or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit() and begin + len(word) == match.start():
        return False
    return _capital_follows(text, match.end())


def _word_before(text: str, begin: int, end: int) -> str:
    found = _LAST_WORD.search(text[max(begin, end - 30) : end])
    return found[0] if found else ""


def _capital_follows(text: str, at: int) -> bool:
    found = _NEXT.match(text, at)
    return found is None or not found[1].islower()
