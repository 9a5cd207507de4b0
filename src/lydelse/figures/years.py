"""Calendar years from 1990 to 2099 where they stand as years."""

from __future__ import annotations

import re
from functools import lru_cache

from lydelse.figures.dates import MONTH
from lydelse.figures.links import without_links
from lydelse.figures.numbers import REMEMBERED, numbers_in
from lydelse.figures.units import unit_after
from lydelse.patterns import compiled
from lydelse.records import dataclass

_IN_DATE = compiled(rf"(?<!\w){MONTH}\.?\s+$", re.IGNORECASE)
_NO_YEAR_AFTER = compiled(
    r"(?:konto[nt]?|kst|kostnadsställe[t]?|kod|nr|nummer|dnr|diarienr|sid(?:a|an|or)?|projekt|objekt|ansvar|tfn|tel|telefon|§|/|[A-ZÅÄÖ]-)\s*$",
    re.IGNORECASE,
)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Year:
    """A year where it stands. ``in_date`` tells that it belongs to a date in words ("1 januari 2026", "mars 2021")."""

    value: int
    start: int
    end: int
    in_date: bool = False


@lru_cache(maxsize=REMEMBERED)
def years_in(text: str) -> tuple[Year, ...]:
    """Return the years of a text in order.

    The year of a date in words is among them and says so; dates in figures (2021-06-02), law numbers (2008:962), split years
    (2020/21), account numbers and amounts are not.
    """
    if "20" not in text and "199" not in text:
        return ()
    plain = without_links(text)
    found: list[Year] = []
    for number in numbers_in(plain):
        if not number.is_year:
            continue
        before = plain[max(0, number.start - _LOOK_BACK) : number.start]
        if _NO_YEAR_AFTER.search(before) or unit_after(plain, number.end):
            continue
        found.append(Year(int(number.value), number.start, number.end, _IN_DATE.search(before) is not None))
    return tuple(found)
