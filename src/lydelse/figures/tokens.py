"""Tokens for comparing texts: whole numbers, words, signs and spaces, each with a key that folds what is no change."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from lydelse.figures.links import LINK
from lydelse.figures.numbers import NUMERAL
from lydelse.figures.units import unit_after
from lydelse.model.amount import AmountKind
from lydelse.patterns import compiled


class TokenKind(StrEnum):
    """What a token is."""

    AMOUNT = "amount"
    PERCENT = "percent"
    DATE = "date"
    YEAR = "year"
    NUMBER = "number"
    REFERENCE = "reference"
    WORD = "word"
    SIGN = "sign"
    SPACE = "space"


class Token(NamedTuple):
    """One token. ``text`` stands at [start, end); two tokens with the same ``key`` read the same to a person."""

    kind: TokenKind
    text: str
    start: int
    end: int
    key: str


_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212-"
_TOKEN = compiled(
    rf"""(?P<space>\s++)
       | (?P<plain>[^\W\d_]++(?![\w\u00ad\u0300-\u036f\u2010\u2011'’:@/.-]))
       | (?P<link>(?i:{LINK}))
       | (?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]))
       | (?P<reference>[A-ZÅÄÖ]{{2,6}}[/-](?:[0-9]{{1,6}}[/:])?+[0-9]{{2,6}}(?:[/:][0-9]{{1,6}})?(?!\w)
            |[0-9]++(?:\.[0-9]++)++(?![,\w])|[0-9]{{4}}[:/][0-9]{{1,6}}(?![0-9]))
       | (?P<percent>{NUMERAL}[\s]?%(?!\w))
       | (?P<number>{NUMERAL})
       | (?P<word>[^\W_](?:[\w\u00ad\u0300-\u036f]|[\u2010\u2011'’:-](?=\w))*+)
       | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_QUOTES = str.maketrans({**dict.fromkeys("”“„‟«»″", '"'), **dict.fromkeys("’‘‚‛′", "'")})
_SPACES = compiled(r"\s")
_INNER_DASHES = compiled(r"[\u2010\u2011]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DROPPED = str.maketrans({**dict.fromkeys(_NOTHING, ""), **_LIGATURES})


_KINDS = {**{kind.value: kind for kind in TokenKind}, "plain": TokenKind.WORD, "link": TokenKind.WORD}


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; joined, they give exactly the text back.

    A grouped number is one token, a percentage with its sign is one, a hyphened word is one. A number's unit is a token of its
    own, so that a changed figure does not take its unit along.
    """
    return tuple(_token(text, match) for match in _TOKEN.finditer(text))


def _token(text: str, match: re.Match[str]) -> Token:
    kind = _kind(text, match)
    return Token(kind, match[0], match.start(), match.end(), _key(kind, match[0]))


def _kind(text: str, match: re.Match[str]) -> TokenKind:
    group = str(match.lastgroup)
    if group != "number":
        return _KINDS[group]
    unit = unit_after(text, match.end())
    if unit is not None and unit.kind is AmountKind.MONEY:
        return TokenKind.AMOUNT
    literal = match[0]
    return TokenKind.YEAR if len(literal) == 4 and literal.isdigit() and 1990 <= int(literal) <= 2099 else TokenKind.NUMBER


def _key(kind: TokenKind, text: str) -> str:
    match kind:
        case TokenKind.SPACE:
            return " "
        case TokenKind.WORD if text.isascii():
            return text
        case TokenKind.AMOUNT | TokenKind.NUMBER | TokenKind.PERCENT:
            return _SPACES.sub("", text)
        case TokenKind.SIGN:
            return "\u2013" if text in _DASHES else text.translate(_QUOTES).translate(_DROPPED)
        case _:
            return unicodedata.normalize("NFC", _INNER_DASHES.sub("-", text).translate(_QUOTES).translate(_DROPPED))
