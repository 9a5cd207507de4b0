"""Numbers as Swedish prints them: groups of three with a space of some kind, a decimal comma, U+2212 for minus."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from lydelse.figures.units import glued_unit
from lydelse.patterns import compiled
from lydelse.records import dataclass

GROUP_SPACES = "\u0020\u00a0\u202f\u2009\u2007"
"""The spaces that may stand between groups of three digits: always exactly one."""

MINUS_SIGNS = "\u2212\u2013-"

GROUPED = rf"(?:[1-9][0-9]{{0,2}}(?:[{GROUP_SPACES}][0-9]{{3}}(?![0-9]))++|[0-9]++)"
"""The digits before the decimal comma; possessive, so that a long row of digits is walked once."""

NUMERAL = rf"{GROUPED}(?:,[0-9]++)?"

DIGITS = rf"(?:[0-9]{{1,3}}(?:[{GROUP_SPACES}][0-9]{{3}}){{1,2}}|[0-9]{{1,6}})"
"""Digits beside the same number in words: "tre (3)", "fem tusen (5 000)"."""

COMPOUND = (
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"  # 2021-06-02
    r"|[0-9]++(?:,[0-9]++)?(?:[.:/][0-9]++)++(?:,[0-9]++)?"  # 5.1.1, 2008:962, 2020/21, 1.250,50
    r"|[0-9]++:[^\W\d_]++)"  # 20:e
)
"""Digits that are joined by something else than a decimal comma: dates, sections, laws, ordinals; never one number."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""A character that is shown, and of which nothing tells which letter or figure it is."""

_MORE = rf"[0-9{UNKNOWN}]*+(?:[{GROUP_SPACES}][0-9{UNKNOWN}]{{3}}(?![0-9{UNKNOWN}]))*+(?:,[0-9{UNKNOWN}]++)?"
_FIRST = rf"[0-9]++(?:[{GROUP_SPACES}][0-9]{{3}}(?![0-9{UNKNOWN}]))*+(?:,[0-9]*+)?"
DAMAGED = (
    rf"(?:{_FIRST}(?:{UNKNOWN}|[{GROUP_SPACES}](?:[0-9]{{1,2}}{UNKNOWN}|{UNKNOWN}(?=[0-9{UNKNOWN}]))){_MORE}"
    rf"|{UNKNOWN}++,?[0-9]{_MORE})"
)
"""Digits with an unknown character among them: what is left of the figure is another figure."""

_LEXEME = rf"""(?P<word>(?<![^\W\d])[^\W\d]++\d\w*+)
       | (?P<compound>{COMPOUND})
       | (?P<sign>(?<![\w,.%‰])(?:(?<![0-9%‰][\s])[\u2212\u2013]|(?<=[^0-9\s]\s)-|(?<=\()-))?(?P<number>{NUMERAL})"""
_LEXEMES = compiled(_LEXEME, re.VERBOSE)
_LEXEMES_BY_DAMAGED = compiled(rf"(?P<damaged>{DAMAGED})|{_LEXEME}", re.VERBOSE)
_WHOLE = compiled(rf"([{MINUS_SIGNS}]?){NUMERAL}")
_SPACES = compiled(rf"[{GROUP_SPACES}]")
_DIGIT = compiled(r"[0-9]")

LONGEST = 40
"""Signs of a number: more digits in a row are no figure, and reckoning with some thousand of them takes minutes."""

REMEMBERED = 16_384
"""How many texts are remembered: amounts, years and flaws are all looked for among the same numbers."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands. ``value`` keeps its printed decimals; ``literal`` is text[start:end], its minus sign included."""

    value: Decimal
    literal: str
    start: int
    end: int

    @property
    def is_year(self) -> bool:
        """Tell whether the number is printed as a year is: four digits without groups, 1990 to 2099."""
        return len(self.literal) == 4 and self.literal.isdigit() and 1990 <= int(self.literal) <= 2099

    @property
    def is_whole(self) -> bool:
        """Tell whether the number is printed without decimals."""
        return "," not in self.literal


def has_digits(text: str) -> bool:
    """Tell whether a text has any digit: without one it states nothing in figures."""
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=REMEMBERED)
def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order, years included.

    No numbers are digits that are part of a word ("CNI2"), of a date, of a section or law number ("5.1.1", "2008:962") or of an
    ordinal ("20:e"), digits that run into letters other than a unit ("1o") or into an unknown character ("4�2"), and rows of digits
    that begin with a zero ("063"). Two numbers are one only where a single space separates a group of exactly three digits.
    """
    if not has_digits(text):
        return ()
    return tuple(
        Number(parse_number(match[0]), match[0], match.start(), match.end())
        for match in (_LEXEMES_BY_DAMAGED if UNKNOWN in text else _LEXEMES).finditer(text)
        if match["number"] and len(match[0]) <= LONGEST and _stands_alone(text, match.start(), match.end())
    )


@lru_cache(maxsize=REMEMBERED)
def parse_number(literal: str) -> Decimal:
    """Return the value of a number as printed, its decimals kept.

    Raises:
        ValueError: the text is not one number in Swedish spelling.
    """
    if not _WHOLE.fullmatch(literal):
        message = f"not a number in Swedish spelling: {literal!r}"
        raise ValueError(message)
    sign = "-" if literal[0] in MINUS_SIGNS else ""
    return Decimal(sign + _SPACES.sub("", literal.lstrip(MINUS_SIGNS)).replace(",", "."))


def _stands_alone(text: str, start: int, end: int) -> bool:
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():  # 063, 000: a code or a piece
        return False
    if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():  # COVID-19
        return False
    following = text[end : end + 2]
    if following[:1].isalnum():
        return glued_unit(text, end)
    return not (len(following) == 2 and following[0] in ",." and following[1].isdigit())
