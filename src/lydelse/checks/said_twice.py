"""Amounts that a document states in two places under one name: the same quantity, if the places speak of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from lydelse.checks.rule import Subject
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.alternatives import alternative_in
from lydelse.figures.statements.names import name_of, stem_of
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

MOST_PLACES = 6
"""What is stated in more places than this under one name is a heading of many things ("Ersättning per besök"), not one."""

_OF_ANOTHER_STATE = compiled(
    r"\b(?:hittills|tidigare|nuvarande|i\s+dag|idag|föregående|förra|fjolårets|utfall\w*|prognos\w*|bokslut\w*|delår\w*|kvartal\w*|halvår\w*|yrka\w*"
    r"|alternativ\w*|scenari\w*|exempel\w*|t\.?\s?ex\.?|om\s+i\s+stället|annars|varav|därav|jämfört|höj\w*|sänk\w*|ök[aen]\w*|minsk\w*"
    r"|ytterligare|motsvarande|skulle|kunde|genomsnitt\w*|medel\w*|från\s+och\s+med|fr\.?\s?o\.?\s?m)\b",
    re.IGNORECASE,
)
"""Words of a sentence whose amount may well be another: an earlier one, one that is asked for, a part, one from another day on."""

_OVERVIEW_WORDS = """
    sammanfattning inledning sammandrag bakgrund ärende ärendet ärendebeskrivning förslag beslut
    beslutsunderlag ekonomi ekonomisk ekonomiska konsekvens konsekvenser bedömning allmänt översikt belopp
    ersättning ersättningar avgift avgifter taxa priser bilaga förutsättningar finansiering budget ram ramar
    kostnad kostnader tabell totalt betalning fakturering anslag överväganden yttrande motivering
"""
_OVERVIEW = frozenset(stem_of(word) for word in _OVERVIEW_WORDS.split())
"""Words of titles that name no matter of their own: a section under them speaks of what the whole document is about."""


@dataclass(frozen=True, slots=True)
class SaidTwice:
    """Two statements of one name in the later version, in document order.

    ``is_telling`` says that the name names something ("Nämndens ram", not "Beloppet"), ``is_certain`` that it and the places leave
    hardly a doubt that both are of one thing.
    """

    one: Entry
    other: Entry
    is_telling: bool
    is_certain: bool


def said_twice(subject: Subject) -> Iterator[SaidTwice]:
    """Yield the pairs of amounts of the later version that have one name, one year and one unit of counting, in different paragraphs."""
    named: dict[tuple[frozenset[str], str | None, int | None, int | None], list[Entry]] = {}
    sections = {section.section_id: section for section in subject.after.sections}
    paragraphs = {paragraph.place.path: paragraph for section in subject.after.sections for paragraph in section.paragraphs}
    for entry in subject.entries:
        paragraph = paragraphs.get(entry.after.place.path or entry.place.path) if entry.after else None
        if paragraph and entry.after and _is_stated(entry, entry.after, paragraph):
            stems = name_of(entry.label).stems
            named.setdefault((stems, entry.after.per, entry.year_before, entry.year_after), []).append(entry)
    for (stems, *_), entries in named.items():
        if not stems or not 2 <= len(entries) <= MOST_PLACES:
            continue
        for one, other in combinations(entries, 2):
            of_their_own = _speak_of_their_own(sections.get(one.place.section_id), sections.get(other.place.section_id))
            is_certain = _is_certain(one)
            if one.place.path != other.place.path and (not of_their_own or (is_certain and len(entries) == 2)):
                yield SaidTwice(one, other, bool(name_of(one.label).telling), is_certain and not of_their_own)


def _is_stated(entry: Entry, amount: Amount, paragraph: Paragraph) -> bool:
    if amount.kind is not AmountKind.MONEY or amount.qualifier is not Qualifier.NONE or not entry.label:
        return False
    text = paragraph.text_in(Version.AFTER)
    sentence = next((text[start:end] for start, end in sentences_of(text) if start <= amount.start < end), text)
    return _OF_ANOTHER_STATE.search(sentence) is None and alternative_in(text) is None


def _is_certain(entry: Entry) -> bool:
    """Tell whether a label says two things ("Nämndens anslag till föreningar"), one of them telling, and of no unnamed year."""
    name = name_of(entry.label)
    return len(name.telling) > 1 or (bool(name.telling) and len(name.stems) > 1 and entry.year_after is not None)


def _speak_of_their_own(one: Section | None, other: Section | None) -> bool:
    """Tell whether two sections are each about something of its own: "3.1 Läkare" and "3.2 Sjuksköterska"."""
    if one is None or other is None:
        return True
    return one is not other and not _is_overview(one) and not _is_overview(other)


def _is_overview(section: Section) -> bool:
    return name_of(section.title).stems <= _OVERVIEW
