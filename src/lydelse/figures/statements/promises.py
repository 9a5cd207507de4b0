"""Promises: that an amount is uprated, or that it is meant to stand unchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lydelse.figures.sentences import sentences_of

_UPRATED = re.compile(
    r"\b(?:(?:räknas|indexeras|skrivs|justeras|höjs)\s+(?:[\w-]+\s+){0,4}?(?:upp|årligen|varje\s+år|med\s+(?:index|[A-ZÅÄÖ]{3,}|prisindex))"
    r"|(?:uppräknas|indexuppräknas|indexregleras|indexeras)\b|årlig\s+(?:uppräkning|indexering|indexuppräkning))",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"\b(?:oförändra(?:d|t|de)|(?:räknas|uppräknas|indexeras|justeras)\s+inte|ingen\s+uppräkning|inte\s+uppräkna(?:d|t|s)|samma\s+(?:belopp|nivå)\s+som"
    r"|ligger\s+fast|står\s+fast|kvarstår)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that says what becomes of amounts; [start, end) is the sentence."""

    text: str
    start: int
    end: int


def uprating_promises_in(text: str) -> tuple[Promise, ...]:
    """Return the sentences that promise that something is uprated."""
    return _sentences_with(_UPRATED, text, without=_UNCHANGED)


def said_unchanged_in(text: str) -> tuple[Promise, ...]:
    """Return the sentences that say that something stands unchanged."""
    return _sentences_with(_UNCHANGED, text)


def _sentences_with(pattern: re.Pattern[str], text: str, without: re.Pattern[str] | None = None) -> tuple[Promise, ...]:
    sentences = ((text[start:end], start, end) for start, end in sentences_of(text))
    return tuple(
        Promise(sentence, start, end)
        for sentence, start, end in sentences
        if pattern.search(sentence) and not (without and without.search(sentence))
    )
