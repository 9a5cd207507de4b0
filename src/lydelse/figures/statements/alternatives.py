"""Alternatives: the ways between which a text lets the reader choose, told by their number."""

from __future__ import annotations

import re

from lydelse.patterns import compiled

_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte")
_WORDS = (r"alternativ\w{0,2}", "förslag", "förslaget", "variant", "varianten", "scenario", "scenariot")
_NAMED = compiled(
    rf"(?:^|[.:]\s+)(?:(?:det|den|ett|en|som\s+ett)\s+)?(?:(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:{'|'.join(_WORDS)})(?!\w)"
    rf"|(?:{'|'.join(_WORDS)})\s+(?P<number>[1-6])(?![\d,.]\d)|(?:{'|'.join(_WORDS)})\s+(?P<letter>[A-F])(?!\w))",
    re.IGNORECASE,
)


def alternative_in(text: str) -> int | None:
    """Return the number of the alternative that a paragraph is about, None where it names none or several."""
    numbers = {_number(match) for match in _NAMED.finditer(text)}
    return numbers.pop() if len(numbers) == 1 else None


def _number(match: re.Match[str]) -> int:
    if match["ordinal"]:
        return _ORDINALS.index(match["ordinal"].lower()) + 1
    return int(match["number"]) if match["number"] else ord(match["letter"].upper()) - ord("A") + 1
