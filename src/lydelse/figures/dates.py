"""Dates in figures and in words, possible or not."""

from __future__ import annotations

import calendar
import datetime
import re

from lydelse.figures.links import without_links
from lydelse.figures.numbers import has_digits
from lydelse.patterns import compiled
from lydelse.records import dataclass

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A month's name as a pattern, shortened or not, without the full stop."""

_BEGINNINGS = tuple(month[:3] for month in MONTHS)
_WEEKDAY = rf"(?:(?<![\w/])(?<!per\s)(?P<weekday>{'|'.join(WEEKDAYS)}|mån|tis|ons|tors?|fre|lör|sön)(?:(?<=dag)en)?[.,]?\s+(?:den\s+)?)?"
_ISO = compiled(
    rf"(?<![\w/-]){_WEEKDAY}(?<![\w/-])(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![\w/-]|-[0-9])", re.IGNORECASE
)
_SLASHED = compiled(r"(?<![\w/.,-])(?P<day>29|30|31)/(?P<month>1[0-2]|0?[1-9])[\s-]+(?P<year>(?:19|20)[0-9]{2})(?![\w/-])")
"""Day and month of a year: only the last days of a month, which the month may lack; smaller figures may be a fraction or a number."""
_WRITTEN = compiled(
    rf"(?<!\w){_WEEKDAY}(?P<day>[0-9]{{1,2}})(?::[ae])?\s+(?P<name>{MONTH})\.?(?!\w)(?:\s+(?P<year>[0-9]{{4}})(?!\w))?"
    rf"|(?<!\w)(?P<alone>{MONTH})\s+(?P<its_year>[0-9]{{4}})(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date where it stands; what is not written is None. ``weekday`` counts from 0 for Monday."""

    year: int | None
    month: int
    day: int | None
    weekday: int | None
    literal: str
    start: int
    end: int

    @property
    def exists(self) -> bool:
        """Tell whether the calendar has the date; a 29 February without a year is given the benefit of the doubt."""
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= calendar.monthrange(self.year or 2000, self.month)[1]

    @property
    def weekday_agrees(self) -> bool | None:
        """Tell whether the weekday is that of the date, None where there is nothing to hold it against."""
        if self.weekday is None or self.year is None or self.day is None or not self.exists:
            return None
        return datetime.date(self.year, self.month, self.day).weekday() == self.weekday

    @property
    def iso(self) -> str | None:
        """The date as ISO 8601 writes it, None where it is not complete or does not exist."""
        if self.year is None or self.day is None or not self.exists:
            return None
        return datetime.date(self.year, self.month, self.day).isoformat()


def dates_in(text: str) -> tuple[Date, ...]:
    """Return the dates of a text in order: 2021-06-02, "onsdagen den 2 juni 2021", "23 juni", "mars 2021"."""
    if not has_digits(text):
        return ()
    plain = without_links(text)
    small = plain.casefold()
    found = [
        *map(_from_figures, _ISO.finditer(plain) if "-" in plain else ()),
        *map(_from_words, _WRITTEN.finditer(plain) if any(month in small for month in _BEGINNINGS) else ()),
        *map(_from_figures, _SLASHED.finditer(plain) if "/" in plain else ()),
    ]
    return tuple(sorted(found, key=lambda date: date.start))


def _from_figures(match: re.Match[str]) -> Date:
    weekday = _weekday_of(match.groupdict().get("weekday"))
    return Date(int(match["year"]), int(match["month"]), int(match["day"]), weekday, match[0], match.start(), match.end())


def _weekday_of(name: str | None) -> int | None:
    """Return the number of a weekday that is written out or by its first letters ("ons")."""
    return next((at for at, full in enumerate(WEEKDAYS) if full.startswith(name.lower())), None) if name else None


def _from_words(match: re.Match[str]) -> Date:
    name = (match["name"] or match["alone"]).lower()[:3]
    month = next(at for at, full in enumerate(MONTHS, 1) if full.startswith(name))
    year = match["year"] or match["its_year"]
    weekday = _weekday_of(match["weekday"])
    return Date(
        int(year) if year else None, month, int(match["day"]) if match["day"] else None, weekday, match[0], match.start(), match.end()
    )
