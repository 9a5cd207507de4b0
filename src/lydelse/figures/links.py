"""Addresses in a text: what stands inside one is never a figure, a year or a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lydelse.patterns import compiled

LINK = r"(?:https?://|ftp://|mailto:|www\.)[^\s<>\"”)]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
_LINK = compiled(LINK, re.IGNORECASE)
_ESCAPED = compiled(r"(?<![^\s<>(\"”])[^\s<>()\"”%]{1,300}%[0-9A-F]{2}(?=[^\s%]*[%/A-Za-z])[^\s<>()\"”]*", re.IGNORECASE)
_GUID = compiled(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE)
REMEMBERED = 16_384
"""How many texts are remembered: amounts, years, dates and references are all looked for in the same ones."""
_BLANK = "\ufffc"
HYPHENS_OF_A_GUID = 4


@lru_cache(REMEMBERED)
def without_links(text: str) -> str:
    """Return the text with every address, escaped path and GUID covered by a sign that is no figure; offsets stay the same."""
    if _may_hold_links(text):
        text = _LINK.sub(_covered, text)
    if "%" in text:
        text = _ESCAPED.sub(_covered, text)
    return _GUID.sub(_covered, text) if text.count("-") >= HYPHENS_OF_A_GUID else text


def _covered(match: re.Match[str]) -> str:
    return _BLANK * len(match[0])


def _may_hold_links(text: str) -> bool:
    """Tell whether a text holds any of the signs that every address has: most texts hold none, and are not searched."""
    if "://" in text or "@" in text:
        return True
    small = text.lower() if "." in text or ":" in text else ""
    return "www." in small or "mailto:" in small


def links_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses of a text, those of the web and of e-mail, in order."""
    return _LINK.finditer(text) if _may_hold_links(text) else iter(())
