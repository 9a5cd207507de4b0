"""T306: a date that the calendar does not have, or that falls on another weekday than the one written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lydelse.checks.rule import Details, Subject, rule
from lydelse.figures.dates import MONTHS, WEEKDAYS, Date, dates_in
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.text import Paragraph, Version

FEBRUARY = 2
LAST_SLIP = 39
"""The highest number before a month's name that is a slip of the pen; a higher one counts something ("avsnitt 45 maj 2021")."""


@rule("T306", "impossible-date", Severity.ERROR)
def impossible_date(subject: Subject) -> Iterator[Finding]:
    """Yield the dates of the later version that do not exist, and those whose weekday is another."""
    for paragraph in subject.after.paragraphs:
        for date in dates_in(paragraph.text_in(Version.AFTER)):
            if not date.exists and (date.day or 0) <= LAST_SLIP:
                yield _not_in_the_calendar(subject, paragraph, date)
            elif date.weekday_agrees is False:
                yield _on_another_day(subject, paragraph, date)


def _passage(paragraph: Paragraph, date: Date) -> Passage:
    span = paragraph.reading(Version.AFTER).marked_span(date.start, date.end)
    return Passage(paragraph.place_of(*span), date.literal)


def _not_in_the_calendar(subject: Subject, paragraph: Paragraph, date: Date) -> Finding:
    passage = _passage(paragraph, date)
    facts: dict[str, Fact] = {"section": subject.heading(passage.place), "literal": date.literal}
    if not 1 <= date.month <= len(MONTHS):
        return impossible_date.finding(passage, facts=facts, case="month")
    case = "day" if date.year or date.month != FEBRUARY else "day.any-year"
    return impossible_date.finding(passage, facts=facts | {"month": MONTHS[date.month - 1], "last": _last_day(date)}, case=case)


def _last_day(date: Date) -> int:
    """Return the last day of the date's month, in its year where that is written, else in a leap year."""
    year = date.year or 2000
    following = datetime.date(year + date.month // 12, date.month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).day


def _on_another_day(subject: Subject, paragraph: Paragraph, date: Date) -> Finding:
    passage = _passage(paragraph, date)
    written, falls_on = WEEKDAYS[date.weekday or 0], WEEKDAYS[datetime.date.fromisoformat(date.iso or "").weekday()]
    facts: dict[str, Fact] = {
        "section": subject.heading(passage.place),
        "literal": date.literal,
        "date": date.iso or "",
        "falls_on": falls_on,
    }
    details = Details(found=written, expected=falls_on)
    return impossible_date.finding(passage, facts=facts, case="weekday", details=details)
