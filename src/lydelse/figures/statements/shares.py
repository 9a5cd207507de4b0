"""Shares of named bases: "15 % av summan grundersättning, CNI och glesbygdsersättning"."""

from __future__ import annotations

import re
from functools import lru_cache

from lydelse.patterns import compiled
from lydelse.records import dataclass

_PERCENT = r"(?P<share>\d{1,3}(?:,\d{1,3})?)\s?(?:%|procent(?:en)?\b)"
_BASE = r"(?P<base>[^.;:()]{3,220}?(?:\d[,.]\d[^.;:()]{0,80}?)?)"
_VERBS = r"utgår|utges|uppgår|är|blir|fördela[st]|avsätt[se]\w*|betalas|lämnas|används|tillfaller|går"
_END = (
    rf"(?=\s+(?:som|vilk[ea]t?|{_VERBS}|i form av|året|per år|varje år)\b"
    r"|,?\s*(?:dvs|d\.v\.s|det vill säga|totalt|sammanlagt|sammantaget|motsvarande|eller)\b|,\s*(?:se|enligt|\d)"
    r"|\s*[.;:()]|\s*$|\s+[–-]\s)"
)
_SHARE_OF = compiled(rf"{_PERCENT}\s+av\s+{_BASE}{_END}", re.IGNORECASE)
_OF_WHICH = compiled(
    rf"\bav\s+(?P<base>[^.;:()%]{{3,160}}?)\s+(?:avsätts|avsättes|fördelas|används|utgör|går|utgår|är|betalas|reserveras)\s+{_PERCENT}",
    re.IGNORECASE,
)
_SUM_OF = compiled(
    r"^(?:(?:den|de|det)\s+)?(?:(?:totala|sammanlagda)\s+)?(?:summan|summa|totalsumman|totalen)(?:\s+(?:av|för))?\s+", re.IGNORECASE
)
_AND = compiled(r"\s*,(?!\d)\s*(?:och\s+|samt\s+)?|\s+(?:och|samt|plus|jämte)\s+|\s+\+\s+")
_NUMBERED_TITLE = compiled(r"^(?:avsnitt|kapitel|punkt)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShareOf:
    """A share of a named base. ``phrases`` name the parts of the base; all spans are of the text that was read."""

    share_start: int
    share_end: int
    base_start: int
    base_end: int
    phrases: tuple[str, ...]
    is_sum: bool


_REMEMBERED = 1 << 13
"""How many texts are kept: shares are asked for by the finders of relations and by the rules, in each version."""


@lru_cache(_REMEMBERED)
def shares_in(text: str) -> tuple[ShareOf, ...]:
    """Return the shares of named bases that a text states, in its order."""
    found = {match.start("share"): _read(match) for pattern in (_OF_WHICH, _SHARE_OF) for match in pattern.finditer(text)}
    return tuple(found[start] for start in sorted(found))


def _read(match: re.Match[str]) -> ShareOf:
    base = match["base"].strip()
    bare = _SUM_OF.sub("", base)
    phrases = tuple(_NUMBERED_TITLE.sub("", phrase.strip()) for phrase in _AND.split(bare) if phrase and phrase.strip())
    return ShareOf(match.start("share"), match.end("share"), match.start("base"), match.end("base"), phrases, is_sum=bare != base)
