"""What happened when: the decisions of minutes at hand and of citations, with as much of their dates as is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.checks.minutes.cited import citations, named_as, same_case_number
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.figures.dates import dates_in
from lydelse.model.case_number import CaseNumber
from lydelse.model.finding import Passage
from lydelse.model.minutes import Citation, DocumentKind, Listed
from lydelse.patterns import compiled
from lydelse.records import dataclass

FULL = len("2021-06-02")
_TO_COME = compiled(r"\b(?:ska|skall|kommer|planeras|avses|senast|inför|återredovisas|beräknas)\b", re.IGNORECASE)
_PROPOSES = compiled(r"\b(?:föreslår|förslår|föreslog|föreslå|hemställer)\b", re.IGNORECASE)
_QUOTED = compiled(r"[”\"»“](?P<title>[^”\"»“]{8,200})[”\"«]")
_IN_FORCE = compiled(
    r"\b(?:från|till|senast|per|gäller|gällande|giltig\w*|inför|t\.?o\.?m|fr\.?o\.?m)\W*(?:och\s+med\W*)?(?:den\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Happened:
    """A decision: whose, when, which §."""

    body: str
    date: str
    paragraph: int
    named: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Outcome:
    """A proposal that minutes at hand hold with the decision on it that is cited, or that other minutes at hand hold."""

    proposed: Told
    body: str
    date: str
    named: str
    passage: Passage

    @property
    def comes_after(self) -> bool:
        """Tell whether the decision is not older than the proposal."""
        day = self.proposed.minutes.date or ""
        length = min(len(day), len(self.date))
        return self.date[:length] >= day[:length]


def decisions(subject: MinutesSubject) -> Iterator[Happened]:
    """Yield every decision whose body, § and date are told, those of the minutes at hand and those that are cited."""
    for told in subject.items:
        minutes, item = told.minutes, told.item
        if minutes.kind is DocumentKind.MINUTES and minutes.body and minutes.date and item.paragraph is not None:
            named = f"{minutes.body} {minutes.date} § {item.paragraph}"
            yield Happened(minutes.body, minutes.date, item.paragraph, named, passage(minutes, item.place, item.title))
    for cited in citations(subject):
        citation = cited.citation
        if citation.body and citation.date and citation.paragraph is not None:
            yield Happened(citation.body, citation.date, citation.paragraph, named_as(citation), cited.passage)


def outcomes(subject: MinutesSubject) -> Iterator[Outcome]:
    """Yield the decisions on what minutes at hand propose."""
    for proposed in subject.items:
        said = " ".join(f"{point.lead} {point.text}" for point in proposed.item.decision)
        if proposed.minutes.kind is not DocumentKind.MINUTES or not proposed.minutes.date or not _PROPOSES.search(said):
            continue
        for cited in citations(subject):
            citation = cited.citation
            if cited.told.minutes is not proposed.minutes and citation.date and _is_outcome(citation, proposed, said):
                yield Outcome(proposed, citation.body, citation.date, named_as(citation), cited.passage)
        for other in subject.items:
            numbers = other.item.case_numbers
            minutes = other.minutes
            if (
                minutes is not proposed.minutes
                and minutes.kind is DocumentKind.MINUTES
                and minutes.date
                and _is_addressed(minutes.body, said)
                and any(same_case_number(one, each) for one in numbers for each in proposed.item.case_numbers)
            ):
                named = f"{minutes.body} {minutes.date} § {other.item.paragraph}"
                yield Outcome(proposed, minutes.body, minutes.date, named, passage(minutes, other.item.place, other.item.title))


def is_to_come(citation: Citation) -> bool:
    """Tell whether a sentence speaks of a decision as yet to come."""
    return _TO_COME.search(citation.literal) is not None


def day_of_paper(listed: Listed) -> str | None:
    """Return the day that a listed paper is of: the date that its line ends with, unless it says from or to when something is in force."""
    dates = dates_in(listed.text)
    if not dates or dates[-1].iso is None or len(listed.text[dates[-1].end :].strip(" .,;)")) > len(", RS/123456/2021"):
        return None
    return None if _IN_FORCE.search(listed.text[: dates[-1].start]) else dates[-1].iso


def earlier(one: str, other: str) -> bool:
    """Tell whether one date is before another, as far as both are told."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def years_too_late(number: CaseNumber, date: str) -> bool:
    """Tell whether a case was opened in a later year than a date."""
    return number.year > int(date[:4])


def _is_outcome(citation: Citation, proposed: Told, said: str) -> bool:
    if not _is_addressed(citation.body, said) or is_to_come(citation):
        return False
    if any(same_case_number(citation.case_number, each) for each in proposed.item.case_numbers):
        return True
    titles = {" ".join(match["title"].casefold().split()) for match in _QUOTED.finditer(citation.literal)}
    whole = " ".join(f"{proposed.item.title} {said}".casefold().split())
    return any(title in whole for title in titles)


def _is_addressed(body: str, said: str) -> bool:
    """Tell whether a proposal is made to a body."""
    return (
        bool(body)
        and re.search(rf"(?:föreslår|förslår|föreslog|föreslå|hemställer\s+hos)\s+(?:att\s+)?{re.escape(body)}", said, re.IGNORECASE)
        is not None
    )
