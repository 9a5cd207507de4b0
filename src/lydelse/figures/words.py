"""Swedish number words: "tre" is 3, "tjugofem" is 25, "en tolftedel" is 1/12."""

from __future__ import annotations

import re
from fractions import Fraction

from lydelse.patterns import compiled

_UNITS = {
    "noll": 0, "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19,
}  # fmt: skip
_TENS = {"tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90}
_SMALL = {**_UNITS, **_TENS, **{ten + unit: tens + _UNITS[unit] for ten, tens in _TENS.items() for unit in list(_UNITS)[1:11]}}
NUMBER_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
"""The words for the numbers to 99, as alternatives of a pattern."""
_HUNDREDS = compiled(r"(?:(?P<hundreds>[a-zåäö]*?)hundra)?(?P<rest>[a-zåäö]*)")
_WORD_BEFORE = compiled(r"(?<!\w)([^\W\d_]{2,25})\s$")
_PARTS = {
    "halv": 2, "tredjedel": 3, "fjärdedel": 4, "femtedel": 5, "sjättedel": 6, "sjundedel": 7, "åttondel": 8, "åttondedel": 8, "niondel": 9,
    "niondedel": 9, "tiondel": 10, "tiondedel": 10, "elftedel": 11, "tolftedel": 12, "tjugondel": 20, "hundradel": 100,
}  # fmt: skip
_FRACTION = compiled(r"(?P<count>[a-zåäö]+)\s+(?P<part>[a-zåäö]+?)(?:ar(?:na)?|en)?", re.IGNORECASE)


def number_of_word(word: str) -> int | None:
    """Return the number that one Swedish word says (0 to 999 999, written as one word), None where it says none."""
    plain = word.lower().replace("\u00ad", "")
    if plain in _SMALL:
        return _SMALL[plain]
    thousands, found, rest = plain.partition("tusen")
    if not found:
        return _below_thousand(plain) if "hundra" in plain else None
    above = 1 if not thousands else _below_thousand(thousands)
    below = 0 if not rest else _below_thousand(rest)
    return None if above is None or below is None else above * 1000 + below


def number_ending(text: str, word: str, at: int) -> tuple[int, int] | None:
    """Return the number that ends with the word at ``at``, and where it begins, None where the word says none.

    A number that is written apart is read whole: in "tjugo fem" the word "fem" ends 25.
    """
    value = number_of_word(word)
    before = _WORD_BEFORE.search(text, max(0, at - 30), at)
    if before and number_of_word(before[1]) is not None:
        whole = number_of_word(before[1] + word)
        if whole is not None:
            return whole, before.start(1)
    return None if value is None else (value, at)


def fraction_of_words(words: str) -> Fraction | None:
    """Return the fraction that words say ("en tolftedel", "två tredjedelar", "hälften"), None where they say none."""
    plain = " ".join(words.lower().split())
    if plain in {"hälften", "en halv", "halva"}:
        return Fraction(1, 2)
    match = _FRACTION.fullmatch(plain)
    if not match:
        return None
    count, part = number_of_word(match["count"]), _PARTS.get(match["part"])
    return None if count is None or part is None else Fraction(count, part)


def _below_thousand(word: str) -> int | None:
    if word in _SMALL:
        return _SMALL[word]
    match = _HUNDREDS.fullmatch(word)
    if not match or match["hundreds"] is None:
        return None
    hundreds = _UNITS.get(match["hundreds"] or "ett")
    rest = _SMALL.get(match["rest"]) if match["rest"] else 0
    return None if hundreds is None or rest is None or not 0 < hundreds < 20 else hundreds * 100 + rest
