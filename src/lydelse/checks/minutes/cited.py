"""Earlier decisions that are cited: whether the minutes at hand bear them out, and what tells two citations apart."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.extractors.minutes.bodies import is_same_body
from lydelse.figures.dates import MONTHS
from lydelse.figures.statements.names import name_of, shared_stems
from lydelse.model.case_number import CaseNumber
from lydelse.model.finding import Passage
from lydelse.model.minutes import Citation, DocumentKind, Item, Minutes, Point
from lydelse.records import dataclass

WHOLE_FROM = 5
"""Minutes with so many items whose numbers follow one another are whole, so that a § within them that is missing is none."""

TELLING_WORDS = 2
"""How many words of a citation must say something of the matter for it to be compared with that of the item."""
_DECIDING = "beslutade beslutades beslut beslutet fastställde fastslog antog gav uppdrog godkände paragraf protokoll enligt"


class Mark(StrEnum):
    """What a citation says of a decision, one by one."""

    BODY = "body"
    DATE = "date"
    PARAGRAPH = "paragraph"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with the item that it stands in."""

    told: Told
    citation: Citation

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return passage(self.told.minutes, self.citation.place, self.citation.literal)


@dataclass(frozen=True, slots=True)
class Answer:
    """The item that a citation is likely to mean, with what agrees and what does not."""

    item: Told
    agreeing: tuple[Mark, ...]
    differing: tuple[Mark, ...]


def citations(subject: MinutesSubject) -> Iterator[Cited]:
    """Yield every citation of every document."""
    for told in subject.items:
        for citation in told.item.references:
            yield Cited(told, citation)


def answers(subject: MinutesSubject, cited: Cited) -> tuple[Answer, ...]:
    """Return the items at hand that a citation may mean, those that agree in most first."""
    found = [
        answer
        for told in subject.items
        if told.minutes is not cited.told.minutes and told.minutes.kind is DocumentKind.MINUTES
        if (answer := _answer(cited.citation, told))
    ]
    return tuple(sorted(found, key=lambda answer: (len(answer.differing), -len(answer.agreeing))))


def named_as(citation: Citation) -> str:
    """Return a cited decision as its body, date and §."""
    paragraph = f"§ {citation.paragraph}" if citation.paragraph is not None else ""
    return " ".join(filter(None, (citation.body, citation.date or "", paragraph)))


def same_day(one: str | None, other: str | None) -> bool | None:
    """Tell whether two dates may be one, as far as both are told; None where one is not."""
    if not one or not other:
        return None
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def same_case_number(one: CaseNumber | None, other: CaseNumber | None) -> bool | None:
    """Tell whether two case numbers are one; a prefix that one lacks is no difference. None where one is not told."""
    if one is None or other is None:
        return None
    same_prefix = not one.prefix or not other.prefix or one.prefix.lower() == other.prefix.lower()
    return (one.serial, one.year) == (other.serial, other.year) and same_prefix


def is_whole(minutes: Minutes) -> bool:
    """Tell whether minutes are no extract: at least five items, and no number left out."""
    numbers = [item.paragraph for item in minutes.items if item.paragraph is not None]
    return len(numbers) >= WHOLE_FROM and numbers == [*range(numbers[0], numbers[0] + len(numbers))]


def minutes_of_the_day(subject: MinutesSubject, cited: Cited) -> Minutes | None:
    """Return the whole minutes of the meeting that a citation names by body and full date, None where they are not at hand."""
    citation = cited.citation
    return next(
        (
            minutes
            for minutes in subject.minutes
            if minutes is not cited.told.minutes
            and is_whole(minutes)
            and citation.date == minutes.date is not None
            and is_same_body(citation.body, minutes.body)
        ),
        None,
    )


def speak_of_one_thing(citation: Citation, item: Item) -> bool:
    """Tell whether a citation's words have anything telling in common with the item that it cites, or say nothing of the matter."""
    said = " ".join((item.title, *(point.text for point in item.decision)))
    told = name_of(citation.literal).telling - name_of(f"{citation.body} {' '.join(MONTHS)} {_DECIDING}").telling
    return len(told) < TELLING_WORDS or shared_stems(citation.literal, said) > 0


def body_addressed(points: tuple[Point, ...]) -> str:
    """Return what a decision that proposes says before its points ("Regionstyrelsen föreslår regionfullmäktige")."""
    return " ".join(dict.fromkeys(f"{point.lead} {point.text[:120]}" for point in points))


def _answer(citation: Citation, told: Told) -> Answer | None:
    """Return how an item answers a citation; None where too little agrees for the one to mean the other."""
    marks: dict[Mark, bool | None] = {
        Mark.BODY: is_same_body(citation.body, told.minutes.body) if citation.body and told.minutes.body else None,
        Mark.DATE: same_day(citation.date, told.minutes.date),
        Mark.PARAGRAPH: citation.paragraph == told.item.paragraph if citation.paragraph is not None else None,
        Mark.CASE: _in_cases(citation.case_number, told.item.case_numbers),
    }
    agreeing = tuple(mark for mark, agrees in marks.items() if agrees)
    differing = tuple(mark for mark, agrees in marks.items() if agrees is False)
    if not _is_meant(agreeing, differing, citation, told):
        return None
    return Answer(told, agreeing, differing)


def _is_meant(agreeing: tuple[Mark, ...], differing: tuple[Mark, ...], citation: Citation, told: Told) -> bool:
    if not differing:
        return (
            Mark.BODY in agreeing
            and len(agreeing) >= 2
            and (Mark.DATE in agreeing)
            and (len(citation.date or "") == 10 or len(agreeing) > 2)
        )
    if len(differing) > 1 or len(agreeing) < 2:
        return False
    if differing[0] is Mark.CASE:
        return {Mark.BODY, Mark.DATE, Mark.PARAGRAPH} <= set(agreeing) and len(citation.date or "") == 10
    if Mark.CASE not in agreeing:
        return False
    if differing[0] is Mark.DATE:
        return {Mark.BODY, Mark.PARAGRAPH} <= set(agreeing) and (citation.date or "")[:4] == (told.minutes.date or "")[:4]
    if differing[0] is Mark.PARAGRAPH:
        return {Mark.BODY, Mark.DATE} <= set(agreeing) and len(citation.date or "") == 10
    return {Mark.DATE, Mark.PARAGRAPH} <= set(agreeing) and len(citation.date or "") == 10


def _in_cases(number: CaseNumber | None, numbers: tuple[CaseNumber, ...]) -> bool | None:
    compared = [same_case_number(number, each) for each in numbers]
    return None if number is None or not compared else True in compared
