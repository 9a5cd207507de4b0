"""Heads that may stand over an earlier and a later version of a text, and texts that are so much alike that they are such versions.

Neither tells alone: "Nuvarande | Föreslagen" heads any table of amounts, and what two columns say is often alike.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

from lydelse.patterns import compiled

WORDS_FROM = 6
"""Words of each of two texts that are held together: shorter ones are labels or values."""

LONGER_FROM = 20
"""Words of each of two texts that stand under nothing but their years."""

LONGEST_HEAD = 6
"""Words of a head."""

_EARLIER = (
    r"(?:nuvarande|(?:nu )?gällande|tidigare|befintlig[at]?|dagens|hittills(?:varande)?|äldre|gam(?:mal|malt|la)|före|innan|i ?dag|nu"
    r"|ursprunglig[at]?|förut|existing|current|present|before|old)"
)
_LATER = (
    r"(?:förslag(?:et|en)?|föresl(?:agen|aget|agna|ås)|ny(?:tt|a)?|efter|kommande|framöver|framtida|(?:änd|just|revid)era(?:d|t|de)"
    r"|ändra(?:d|t|de)|ändring(?:en|ar)?|blir|därefter|proposed|new|after|revised)"
)
_MORE = r"(?:[ :–-]+[^\s|:]+){0,3}:?"
_LABEL = r"(?: [^\s:|]+){0,3}"
_OF_VERSIONS = tuple(
    compiled(rf"(?:{one}{_MORE}) (?:{other}{_MORE})", re.IGNORECASE) for one, other in ((_EARLIER, _LATER), (_LATER, _EARLIER))
)
_LABELLED = tuple(
    compiled(rf"{one}{_LABEL}:\s(?P<one>.{{1,1500}}?)\s{other}{_LABEL}:\s(?P<other>.{{1,1500}})", re.IGNORECASE | re.DOTALL)
    for one, other in ((_EARLIER, _LATER), (_LATER, _EARLIER))
)
_YEAR = compiled(r"\b(?:19|20)\d\d\b")
_WORD = compiled(r"\w+")


def are_versions(one: str, other: str) -> bool:
    """Tell whether two heads are those of an earlier and a later version of a text, whichever comes first."""
    if max(len(one.split()), len(other.split())) > LONGEST_HEAD:
        return False
    return is_of_versions(f"{one} {other}") or {one.casefold(), other.casefold()} == {"från", "till"} or differ_in_year(one, other)


def is_of_versions(line: str) -> bool:
    """Tell whether a line is the heads of two columns that hold an earlier and a later version of a text."""
    return any(pattern.fullmatch(line) for pattern in _OF_VERSIONS)


def are_labelled(text: str) -> bool:
    """Tell whether a text is two wordings that are alike, each after a label of its own: "Gammal: ... Ny: ..."."""
    found = (pattern.fullmatch(text) for pattern in _LABELLED)
    return any(match is not None and are_alike(match["one"], match["other"]) for match in found)


def differ_in_year(one: str, other: str) -> bool:
    """Tell whether two heads say the same, and each a year of its own."""
    years = [_YEAR.findall(head) for head in (one, other)]
    return len(years[0]) == len(years[1]) == 1 and years[0] != years[1] and without_year(one) == without_year(other)


def without_year(head: str) -> str:
    """Return what a head says beside its years."""
    return _YEAR.sub("", head).casefold()


def are_alike(one: str, other: str) -> bool:
    """Tell whether two texts of some length are not the same, and have half of their words in common or more."""
    return _have_in_common(one, other, Fraction(1, 2), WORDS_FROM)


def are_nearly_the_same(one: str, other: str) -> bool:
    """Tell whether two longer texts are not the same, and have four in five of their words in common."""
    return _have_in_common(one, other, Fraction(4, 5), LONGER_FROM)


def _have_in_common(one: str, other: str, share: Fraction, least: int) -> bool:
    first, second = (Counter(_WORD.findall(text.casefold())) for text in (one, other))
    if first == second or min(first.total(), second.total()) < least:
        return False
    return (first & second).total() >= share * max(first.total(), second.total())
