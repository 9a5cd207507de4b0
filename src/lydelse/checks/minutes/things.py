"""Papers that a text names with a case number: "rapport från styrgruppen (RS/754/2020)", ”Likvärdiga villkor” (RS/383/2021)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.checks.minutes.subject import MinutesSubject, Told
from lydelse.figures.statements.names import name_of, stem_of
from lydelse.figures.years import years_in
from lydelse.model.case_number import CaseNumber
from lydelse.model.minutes import CaseMention
from lydelse.patterns import compiled
from lydelse.records import dataclass

FEWEST_WORDS = 2
"""How many telling words must describe a paper for it to be known again."""
KNOWN_AGAIN = 0.5
"""How many of the words that describe a paper must stand where it is named again."""
LONGEST = 14
"""Words between the paper's name and its case number."""
_PAPERS = """rapport slutrapport delrapport utredning översyn program plan policy strategi riktlinje riktlinjer avtal överenskommelse
    reglemente förstudie analys utvärdering handlingsplan delegationsordning skrivelse promemoria förfrågningsunderlag
    uppdragsbeskrivning direktiv årsredovisning delårsrapport verksamhetsplan redovisning"""
_PAPER = compiled(
    rf"(?<![\w-])(?P<noun>\w*?(?:{'|'.join(sorted(_PAPERS.split(), key=len, reverse=True))}))(?:en|et|n|t|er|erna|na)?(?![\w-])",
    re.IGNORECASE,
)
_QUOTED = compiled(r"[”\"»“](?P<title>[^”\"»“]{8,160})[”\"«]")
_NEW_CLAUSE = compiled(r"[;:]|,\s+(?:och|men|som|där|samt)\s")


@dataclass(frozen=True, slots=True)
class Thing:
    """A paper that is named with a case number.

    ``noun`` is what it is, ``described`` the telling words that belong to it, ``around`` those of its sentence and of its document's
    title; ``title`` is its name in quotation marks, "" where it has none.
    """

    told: Told
    mention: CaseMention
    noun: str
    described: frozenset[str]
    sentence: frozenset[str]
    around: frozenset[str]
    years: frozenset[int]
    title: str = ""

    @property
    def case_number(self) -> CaseNumber:
        """The number that it is named with."""
        return self.mention.case_number


def things(subject: MinutesSubject) -> Iterator[Thing]:
    """Yield the papers that the documents name with a case number."""
    for told in subject.items:
        around = name_of(f"{told.item.title} {_background(told)}").telling
        for mention in told.item.mentions:
            thing = _thing(told, mention, around)
            if thing:
                yield thing


def may_be_one(one: Thing, other: Thing) -> bool:
    """Tell whether two papers seem to be one: the same title, or the same sort of paper whose description is known again."""
    if one.title and other.title:
        return one.title == other.title
    if one.years and other.years and one.years != other.years:
        return False
    if stem_of(one.noun) != stem_of(other.noun):
        return False
    fuller, barer = sorted((one, other), key=lambda thing: len(thing.described), reverse=True)
    if len(fuller.described) < FEWEST_WORDS:
        return False
    again = fuller.described & (barer.sentence | barer.around)
    return bool(fuller.described & barer.sentence) and len(again) >= max(FEWEST_WORDS, KNOWN_AGAIN * len(fuller.described))


def _thing(told: Told, mention: CaseMention, around: frozenset[str]) -> Thing | None:
    said = mention.of[: mention.of.rfind(mention.case_number.literal)] if mention.case_number.literal in mention.of else mention.of
    quoted = [match for match in _QUOTED.finditer(said) if len(said[match.end() :].split()) <= FEWEST_WORDS]
    title = " ".join(quoted[-1]["title"].casefold().split()) if quoted else ""
    papers = [match for match in _PAPER.finditer(said) if len(said[match.end() :].split()) <= LONGEST]
    if not papers or _NEW_CLAUSE.search(said, papers[-1].end()):
        return Thing(told, mention, "", frozenset(), frozenset(), around, frozenset(), title) if title else None
    noun, behind = papers[-1]["noun"].lower(), said[papers[-1].end() :]
    years = frozenset(year.value for year in years_in(behind))
    described = name_of(behind).telling
    sentence = name_of(said).telling - {stem_of(noun)}
    return Thing(told, mention, noun, described, sentence, around, years, title)


def _background(told: Told) -> str:
    return " ".join(part.text for part in told.item.parts if part.kind.value == "background")
