"""Addresses in a text: what stands inside one is never a figure, a year or a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINK = r"(?:https?://|ftp://|mailto:|www\.)[^\s<>\"”)]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
_LINK = re.compile(LINK, re.IGNORECASE)
_ESCAPED = re.compile(r"(?<![^\s<>(\"”])[^\s<>()\"”%]{1,300}%[0-9A-F]{2}(?=[^\s%]*[%/A-Za-z])[^\s<>()\"”]*", re.IGNORECASE)
_GUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE)
_BLANK = "\ufffc"


def without_links(text: str) -> str:
    """Return the text with every address, escaped path and GUID covered by a sign that is no figure; offsets stay the same."""
    if not any(sign in text for sign in ("://", "@", "www.", "mailto:", "%2", "-")):
        return text
    for pattern in (_LINK, _ESCAPED, _GUID):
        text = pattern.sub(lambda match: _BLANK * len(match[0]), text)
    return text


def links_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses of a text, those of the web and of e-mail, in order."""
    return _LINK.finditer(text)
