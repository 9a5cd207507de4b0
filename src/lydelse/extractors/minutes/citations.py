"""Earlier decisions that a text refers to, and the case numbers that it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lydelse.extractors.minutes.bodies import BodyName, bodies_in, is_short_form
from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.figures.dates import MONTHS, dates_in
from lydelse.figures.references import NO_CASE, Reference, ReferenceKind, references_in
from lydelse.figures.sentences import sentences_of
from lydelse.model.case_number import CaseNumber
from lydelse.model.minutes import CaseMention, Citation, Part, PartKind, paragraphs_of
from lydelse.model.place import Place
from lydelse.model.text import Paragraph
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_LAW_WORD = compiled(
    r"(?:\w*(?:lag|lagen|balk|balken|förordning|förordningen|stadga|stadgan|stadgar|stadgarna|reglemente|reglementet|avtal|avtalet|ordning|ordningen"
    r"|föreskrift\w*|policy\w*|riktlinje\w*|förbundsordning\w*|bolagsordning\w*|arbetsordning\w*|bestämmelser\w*))",
    re.IGNORECASE,
)
_LAW_BEFORE = compiled(r"(?:\bkap\.?(?:itlet)?|\b(?P<short>[A-ZÅÄÖ]{2,6}))\s*$")
_LAW_AFTER = compiled(
    r"\s*(?:,?\s*(?:första|andra|tredje|fjärde)\s+(?:stycket|punkten)|\s*[a-z]\b|\s*(?:st|p)\.?\s*[0-9]|)\s*(?:i\s+|av\s+|enligt\s+)?(?:\w+\s+){0,2}?(?P<word>[\w-]+)"
)
_DECIDED = compiled(
    r"\b(?:beslutade|beslutades|beslut(?:et)?|beslöt|fastslog|fastslogs|fastställde|fastställdes|antog|antogs|gav|uppdrog|godkände|godkändes|biföll"
    r"|återremitterade\w*|kompletterade\w*|beviljade\w*|avslog|tillsatte|tillsattes|inrättade\w*|behandlade\w*|reviderade\w*|ändrade\w*|tog|"
    r"föreslog|hemställde|noterade|bordlade|delegerade|utsåg|valde|ställde|remitterade\w*|överlämnade\w*|lämnade|upphävde\w*|fick|har\s+\w+t)\b",
    re.IGNORECASE,
)
_TO_COME = compiled(r"\b(?:senast|ska|skall|kommer|planeras|att\s+fatta|inför|uppdras|återredovisas|återkomma)\b", re.IGNORECASE)
_SAME_YEAR = compiled(rf"\b(?:(?P<day>[0-9]{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})\s+samma\s+år\b", re.IGNORECASE)
_FROM_MINUTES = compiled(r"\b(?:protokoll\w*|utdrag|beslut\w*)\b", re.IGNORECASE)
_QUOTED_CASE = compiled(r"[”\"»][.\s]*\((?P<case>[^()]{4,30})\)\.?\s*$")
_DIGIT = compiled(r"[0-9]")
_NEAR = 130
"""Characters between a § or a date and the body that belongs to it."""
_TOLD_IN = frozenset(PartKind) - {PartKind.SIGNATURES, PartKind.RECIPIENTS, PartKind.ADJUSTMENT}


_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class _When:
    """A date in a sentence, as ISO 8601 writes as much of it as is told."""

    iso: str
    start: int
    end: int


@dataclass
class _Memory:
    """What the earlier sentences of an item named: a body for "styrelsen", a year for "samma år"."""

    bodies: list[str]
    year: int | None = None


def citations_of(parts: Iterable[Part], vocabulary: Vocabulary, body: str) -> tuple[Citation, ...]:
    """Return the earlier decisions that the parts of an item refer to, in order; ``body`` is whose minutes they stand in."""
    memory = _Memory([body] if body else [])
    found: list[Citation] = []
    for part in parts:
        if part.kind not in _TOLD_IN:
            continue
        for paragraph in paragraphs_of(part.blocks):
            _take_quoted_case(found, paragraph)
            found.extend(_in_paragraph(paragraph, part.kind, vocabulary, memory))
    return tuple(found)


def mentions_of(parts: Iterable[Part]) -> tuple[CaseMention, ...]:
    """Return every case number of the parts, with the sentence up to it."""
    return tuple(mention for part in parts for paragraph in paragraphs_of(part.blocks) for mention in _mentions(paragraph))


def _mentions(paragraph: Paragraph) -> Iterator[CaseMention]:
    text = paragraph.marked_text
    for each in references_in(text) if _DIGIT.search(text) else ():
        if each.kind is ReferenceKind.CASE and each.case:
            start = next((start for start, end in reversed(sentences_of(text)) if start <= each.start < end), 0)
            yield CaseMention(each.case, text[start : each.end], paragraph.place_of(each.start, each.end))


def _take_quoted_case(found: list[Citation], paragraph: Paragraph) -> None:
    """Give the decision whose words a paragraph quotes the case number that the quotation ends with."""
    text = paragraph.marked_text
    quoted = _QUOTED_CASE.search(text) if text[:1] in '”"»“' else None
    if quoted and found and found[-1].case_number is None and found[-1].literal.endswith(":"):
        cases = [each.case for each in references_in(quoted["case"]) if each.case]
        if cases:
            found[-1] = replace(found[-1], case_number=cases[0])


def _in_paragraph(paragraph: Paragraph, kind: PartKind, vocabulary: Vocabulary, memory: _Memory) -> Iterator[Citation]:
    text = paragraph.marked_text
    for start, end in sentences_of(text):
        sentence = text[start:end]
        bodies = [_resolved(each, memory) for each in bodies_in(sentence, vocabulary)]
        if _DIGIT.search(sentence) is None:  # neither a § nor a date
            memory.bodies.extend(each.name for each in bodies)
            continue
        whens = _whens(sentence, memory)
        references = references_in(sentence)
        items = [each for each in references if each.kind is ReferenceKind.ITEM and not _is_law(sentence, each)]
        cases = [each for each in references if each.kind is ReferenceKind.CASE and each.case]
        told = _Sentence(sentence, bodies, whens, items, cases)
        for citation in _citations(told, kind, memory):
            yield replace(citation, place=paragraph.place_of(start, end))
        memory.bodies.extend(each.name for each in bodies)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    bodies: Sequence[BodyName]
    whens: Sequence[_When]
    items: Sequence[Reference]
    cases: Sequence[Reference]


def _citations(told: _Sentence, kind: PartKind, memory: _Memory) -> Iterator[Citation]:
    taken: set[int] = set()
    for at, item in enumerate(told.items):
        begin = told.items[at - 1].end if at else 0
        end = told.items[at + 1].start if at + 1 < len(told.items) else len(told.text)
        body = _body_near(told, item.start, item.end)
        when = _when_near(told, item.start, begin, end) or (_when_near(told, item.start, 0, end) if _is_listed(told, at) else None)
        if not body and not when and not _FROM_MINUTES.search(told.text):
            continue
        taken |= {when.start} if when else set()
        case = _case_after(told, item.end, end) or (_case_after(told, 0, item.start) if len(told.items) == 1 else None)
        body = body or (memory.bodies[-1] if memory.bodies and not _FROM_MINUTES.search(told.text) else "")
        yield Citation(body, when.iso if when else None, int(item.target), _number(case), told.text, _NOWHERE)
    if kind is PartKind.ATTACHMENTS or not _DECIDED.search(told.text):
        return
    for at, when in enumerate(told.whens):
        if when.start in taken or _is_to_come(told.text, when):
            continue
        body = _body_near(told, when.start, when.end)
        end = told.whens[at + 1].start if at + 1 < len(told.whens) else len(told.text)
        if body and not any(abs(item.start - when.end) < _NEAR for item in told.items):
            yield Citation(body, when.iso, None, _number(_case_after(told, when.end, end)), told.text, _NOWHERE)


def _is_to_come(text: str, when: _When) -> bool:
    return _TO_COME.search(text[max(0, when.start - 60) : when.start]) is not None


def _is_listed(told: _Sentence, at: int) -> bool:
    """Tell whether a § only goes on with the list of the one before it: "§§ 11 och 12"."""
    return at > 0 and told.items[at].start - told.items[at - 1].end < 8


def _number(case: Reference | None) -> CaseNumber | None:
    return case.case if case else None


def _case_after(told: _Sentence, start: int, end: int) -> Reference | None:
    return next((case for case in told.cases if start <= case.start < end), None)


def _body_near(told: _Sentence, start: int, end: int) -> str:
    """Return the body that is named nearest before, or soon after."""
    before = [body for body in told.bodies if body.end <= start and start - body.end <= _NEAR]
    if before:
        return before[-1].name
    after = [body for body in told.bodies if body.start >= end and body.start - end <= _NEAR // 3]
    return after[0].name if after else ""


def _when_near(told: _Sentence, at: int, begin: int, end: int) -> _When | None:
    within = [when for when in told.whens if begin <= when.start < end]
    return min(within, key=lambda when: min(abs(when.end - at), abs(when.start - at)), default=None)


def _resolved(body: BodyName, memory: _Memory) -> BodyName:
    """Return a body by its whole name where only its sort is said: "styrelsen" after "regionstyrelsen"."""
    if not is_short_form(body.name):
        return body
    whole = next((name for name in reversed(memory.bodies) if name.lower().endswith(body.name.lower())), body.name)
    return replace(body, name=whole)


def _whens(sentence: str, memory: _Memory) -> list[_When]:
    found: list[_When] = []
    for match in _SAME_YEAR.finditer(sentence):
        year = next((int(when.iso[:4]) for when in reversed(found) if when.end <= match.start()), None) or _year_before(
            sentence, match, memory
        )
        if year is not None:
            month = MONTHS.index(match["month"].lower()) + 1
            day = f"-{int(match['day']):02}" if match["day"] else ""
            found.append(_When(f"{year}-{month:02}{day}", match.start(), match.end()))
    for date in dates_in(sentence):
        if date.year is None or not date.exists or any(when.start <= date.start < when.end for when in found):
            continue
        iso = f"{date.year}-{date.month:02}" + (f"-{date.day:02}" if date.day else "")
        found.append(_When(iso, date.start, date.end))
        memory.year = date.year
    return sorted(found, key=lambda when: when.start)


def _year_before(sentence: str, match: re.Match[str], memory: _Memory) -> int | None:
    years = [date.year for date in dates_in(sentence) if date.end <= match.start() and date.year]
    return years[-1] if years else memory.year


def _is_law(sentence: str, item: Reference) -> bool:
    """Tell whether a § is of a law, an agreement or the like, not of minutes."""
    if item.within and (_LAW_WORD.fullmatch(item.within) or item.within in NO_CASE):
        return True
    before = _LAW_BEFORE.search(sentence, max(0, item.start - 20), item.start)
    if before and (before["short"] is None or before["short"] in NO_CASE):
        return True
    after = _LAW_AFTER.match(sentence, item.end)
    return after is not None and (_LAW_WORD.fullmatch(after["word"]) is not None or after["word"] in NO_CASE)
