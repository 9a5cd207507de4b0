"""Brackets: the intervals that the rows of a table are for, as their labels say them ("2 001–4 000", "> 150 km", "85 år och äldre")."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from lydelse.figures.numbers import NUMERAL, parse_number
from lydelse.patterns import compiled
from lydelse.records import dataclass

REMEMBERED = 4_096
"""How many labels are remembered: several rules and finders ask about those of every row."""

_UNIT = r"(?P<unit>(?:[^\W\d_]|[%.])*(?:\s+[^\W\d_]+)?)"
_NUMBER = rf"(?<![\d,.])({NUMERAL})"
_DASH = r"\s*(?:[-\u2010-\u2015\u2212]|till(?:\s+och\s+med)?|t\.?o\.?m\.?)\s*"

_CLOSED = compiled(rf"(?:mellan\s+|från\s+)?{_NUMBER}\s*(?:km|år|%|kr|mil)?{_DASH}({NUMERAL})\s*{_UNIT}", re.IGNORECASE)
_BETWEEN = compiled(rf"mellan\s+{_NUMBER}\s+och\s+({NUMERAL})\s*{_UNIT}", re.IGNORECASE)
_MORE = compiled(rf"(?:>|mer\s+än|fler\s+än|över|äldre\s+än|längre\s+än)\s*{_NUMBER}\s*{_UNIT}", re.IGNORECASE)
_FROM = compiled(rf"(?:≥|>=|minst|lägst|från|fr\.?o\.?m\.?|plus)\s*{_NUMBER}\s*{_UNIT}", re.IGNORECASE)
_UPWARDS = compiled(
    rf"{_NUMBER}\s*(?:\+|(?P<unit>(?:[^\W\d_]+\s+)??)(?:och|eller)\s+(?:äldre|mer|fler|däröver|uppåt|över|längre)|[-\u2013])",
    re.IGNORECASE,
)
_ONWARDS = compiled(rf"{_NUMBER}\s*(?P<unit>[^\W\d_]+)\s*(?:\+|[-\u2013])", re.IGNORECASE)
_LESS = compiled(rf"(?:<|mindre\s+än|färre\s+än|under|yngre\s+än|kortare\s+än)\s*{_NUMBER}\s*{_UNIT}", re.IGNORECASE)
_UP_TO = compiled(rf"(?:≤|<=|högst|upp\s+till|till\s+och\s+med|t\.?o\.?m\.?|max(?:imalt)?)\s*{_NUMBER}\s*{_UNIT}", re.IGNORECASE)
_DOWNWARDS = compiled(
    rf"{_NUMBER}\s*(?P<unit>(?:[^\W\d_]+\s+)??)(?:och|eller)\s+(?:yngre|mindre|färre|därunder|nedåt|kortare)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """The values that a row is for. An end that is None is without limit; an open end does not itself belong to the bracket."""

    lower: Decimal | None
    upper: Decimal | None
    literal: str
    unit: str = ""
    lower_open: bool = False
    upper_open: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether both ends are printed as whole numbers."""
        return all(end is None or end == end.to_integral_value() for end in (self.lower, self.upper))

    @property
    def first(self) -> Decimal | None:
        """The first whole value within, None where there is no lower end."""
        return None if self.lower is None else self.lower + int(self.lower_open)

    @property
    def last(self) -> Decimal | None:
        """The last whole value within, None where there is no upper end."""
        return None if self.upper is None else self.upper - int(self.upper_open)


_NOTE = compiled(r"\s*(?:[(\[][^()\[\]]{1,60}[)\]]|(?!(?<=m)[²³])[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰⁾]{1,4})$")


@lru_cache(REMEMBERED)
def bracket_of(label: str) -> Bracket | None:
    """Return the bracket that a row's label says, a note behind it aside; None where the label says something else or more."""
    text = _NOTE.sub("", " ".join(label.split(" ")).strip())
    for pattern in (_BETWEEN, _CLOSED):
        if match := pattern.fullmatch(text):
            lower, upper = parse_number(match[1]), parse_number(match[2])
            return Bracket(lower, upper, text, match["unit"].strip()) if lower <= upper else None
    for pattern, is_open in ((_MORE, True), (_FROM, False), (_UPWARDS, False), (_ONWARDS, False)):
        if match := pattern.fullmatch(text):
            return Bracket(parse_number(match[1]), None, text, (match["unit"] or "").strip(), lower_open=is_open)
    for pattern, is_open in ((_LESS, True), (_UP_TO, False), (_DOWNWARDS, False)):
        if match := pattern.fullmatch(text):
            return Bracket(None, parse_number(match[1]), text, (match["unit"] or "").strip(), upper_open=is_open)
    return None


_YEAR = compiled(r"(\d{1,3})\s*(?P<unit>år)", re.IGNORECASE)


def bracket_or_year(label: str) -> Bracket | None:
    """Return the bracket of a row that is for ages: as :func:`bracket_of`, and of a single year ("6 år") that year."""
    text = _NOTE.sub("", " ".join(label.split()).strip())
    match = _YEAR.fullmatch(text)
    if match is None:
        return bracket_of(label)
    age = parse_number(match[1])
    return Bracket(age, age, text, match["unit"])
