"""What a line end divides without a hyphen: an address, and a word that is too long for its cell."""

from __future__ import annotations

import re
from collections import Counter

from lydelse.patterns import compiled

ADDRESS = compiled(r"(?:https?://|www\.)\S*|\S+@\S*|[a-zåäö0-9-]+(?:\.[a-zåäö0-9-]+)*\.(?:se|com|org|net|eu|nu)/\S*", re.IGNORECASE)
GOES_ON = "./?=&_@-:%"
"""What an address that goes on may end with; a stop only before a small letter or a figure."""

ADDRESS_GOES_ON = compiled(r"[./?=&@_][\w]|[a-zåäö0-9]")
DOMAIN_GOES_ON = compiled(r"[\w-]+[./]\w|(?:se|com|org|net|eu|nu|info)\b", re.IGNORECASE)
WHOLE_DOMAIN = compiled(r"\.[a-z]{2,4}[.]$|\.[a-z]{2,4}(?:/\S*)?[.:]$", re.IGNORECASE)
HALF_DOMAIN = compiled(r"(?:https?://|www\.)[\w-]+$", re.IGNORECASE)
"""An address that a program breaks within its first name: "www.exem" and "pel.se/avtal"."""

LONG_FROM = 8
"""Letters of a word that a writer's program breaks where its cell is too narrow."""

FRAGMENT = compiled(r"(?P<letters>[a-zåäöé]+)[.,;:)]*")
VOWELS = "aeiouyåäöé"
WITHOUT_VOWELS = compiled(r"m?d?kr|tkr|st|kl|nr|km|[hkm]g|[mdc]l|[mcd]m|[ft]r|pct")
ONSETS = compiled(
    r"b[jlr]|chr?|cl|cr|d[jrv]|f[jlnr]|g[hjlnr]|hj|k[hlnrv]|[lmn]j|ph|p[jlnrst]|rh|sc|schl?|schw|s[fhjlmnv]|sk[jrv]?|sp[jlr]?|squ?"
    r"|st[jr]?|thr?|t[jrsvw]|vr|w[hr]"
)
"""Consonants, two or more, that a Swedish word, or one that has been taken in, may begin with."""

ENDINGS = compiled(r"a[drt]|et|iga?|igt|ing|ingar|isk[at]|liga?|ligt|na|ning(?:ar|ens?)?|re|tion(?:en|er)?")
"""Ends of words that are no words of their own."""


def divides_address(text: str, following: str) -> bool:
    """Tell whether an address ends a line and goes on in the next: "www." and "exempel.se", but not "www.exempel.se." and "Fler"."""
    address = ADDRESS.search(text)
    if not address or address.end() != len(text) or not ADDRESS_GOES_ON.match(following):
        return False
    if not following[0].isalnum() or (HALF_DOMAIN.search(text) and DOMAIN_GOES_ON.match(following)):
        return True
    if text[-1] == "." and not DOMAIN_GOES_ON.match(following):
        return False
    return text[-1] in GOES_ON and not WHOLE_DOMAIN.search(text)


def divides_word(text: str, following: str, words: Counter[str]) -> bool:
    """Tell whether a word that fills its line alone goes on in the next: what follows can be no word of its own.

    It has no vowel, begins as no word does, is an ending, or makes a word that stands elsewhere (``words`` counts them in small letters)
    where it itself does not.
    """
    fragment = FRAGMENT.fullmatch(following)
    if not fragment or len(text) < LONG_FROM or not text.isalpha():
        return False
    letters = fragment["letters"]
    if words[f"{text}{letters}".lower()] and words[letters] <= 1:
        return True
    onset = re.match(rf"[^{VOWELS}]*", letters)
    begun = onset[0] if onset else ""
    if begun == letters:
        return not WITHOUT_VOWELS.fullmatch(letters)
    return bool(ENDINGS.fullmatch(letters)) or (len(begun) > 1 and not ONSETS.fullmatch(begun))
