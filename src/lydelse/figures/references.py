"""References: sections, §, case numbers, laws and other official papers, as typed values."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import lru_cache

from lydelse.figures.links import without_links
from lydelse.figures.numbers import has_digits
from lydelse.figures.writings import writing_named
from lydelse.model.case_number import CaseNumber
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

REMEMBERED = 4_096
"""How many texts are remembered: changes and rules look for references in the same paragraphs."""


class ReferenceKind(StrEnum):
    """What a reference points at."""

    SECTION = "section"
    POINT = "point"
    ITEM = "item"
    TABLE = "table"
    FIGURE = "figure"
    CASE = "case"
    LAW = "law"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference where it stands.

    ``target`` is what it points at, evened out: "5.1.1" or "Bilaga 2" for a section, "3" for a point of a list, "118" for an item (§),
    "3" for a table or a figure, "2008:962" for a law, "Dir. 2023:98" for a paper, "RS/733/2021" for a case, whose parts are in
    ``case``. ``within`` is the writing that a section, an item, a table or a figure is said to stand in, as it is named ("avtalet",
    "patientlagen", "Bilaga 2"); "" where none is, so that it is one of the text's own.
    """

    kind: ReferenceKind
    target: str
    literal: str
    start: int
    end: int
    case: CaseNumber | None = None
    within: str = ""


_NUMBER_PATH = r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,5}"
_DOTTED = r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,5}"
_MEASURES = (
    "kr|kronor|sek|tkr|kkr|mkr|mnkr|msek|mdkr|öre|procent|procentenhet(?:er)?|promille|miljon(?:er)?|miljard(?:er)?|tusen|gånger|poäng|"
    "tim(?:me|mar)?|minut(?:er)?|min|dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|år|km|mil|meter|m|cm|mm|kg|mg|g|hg|ton|l|liter|dl|ml|kw|kwh|mw|mwh"
)
"""What follows a number that is a figure and not that of a section."""
_JOINT = r"(?:,\s*|\s*[\u2013-]\s*|\s+(?:och|samt|eller|till|respektive)\s+)"
_SECTION = compiled(
    rf"(?<!\w)(?:(?P<point>punkt(?:en|erna)?)|(?:under)?avsnitt(?:en|et)?|kapit(?:el|let|len)|kap\.?|rubrik(?:en)?)\s+"
    rf"(?P<list>{_NUMBER_PATH}(?:{_JOINT}{_NUMBER_PATH}){{0,12}})(?![\w,][0-9]|\w|[.:/][0-9])",
    re.IGNORECASE,
)
_OF_SECTIONS, _OF_CAPTIONS = ("punkt", "avsnitt", "kap", "rubrik"), ("tabell", "figur", "diagram")
"""Beginnings of the words for what is referred to: a text without any is not searched."""
_PARTED = compiled(r"[0-9]\.[0-9]")
_BARE = compiled(
    rf"(?<![\w.,:/\u2013-])(?:(?<=se\s)|(?<=jfr\s)|(?<=enligt\s)|(?<=jämför\s))(?P<list>{_DOTTED}(?:{_JOINT}{_DOTTED}){{0,12}})"
    rf"(?=[.;)]?(?:\s*$|\s+(?-i:[A-ZÅÄÖ]))|[;),]|\s+(?:ovan|nedan)\b)"
    rf"|(?<![\w.,:/\u2013-])(?P<near>{_DOTTED})(?=\s+(?:ovan|nedan)\b)",
    re.IGNORECASE,
)
"""A number of several parts is a reference without the word for one where one is told to see it, or where it stands above or below."""
_OF_KNOWN = compiled(
    rf"(?<![\w.,:/\u2013-])(?:(?<=se\s)|(?<=jfr\s)|(?<=enligt\s)|(?<=jämför\s)|(?<=även\s)|(?<=i\s)|(?<=av\s)|(?<=under\s))"
    rf"(?P<list>{_DOTTED}(?:{_JOINT}{_DOTTED}){{0,12}})(?![\w%‰°²/]|[.:,][0-9])(?!\s*(?:[%‰°×*/]|[-\u2013]\s?[0-9]|[0-9]|(?:{_MEASURES})\b))",
    re.IGNORECASE,
)
"""A number after a word that may refer, which is a reference where the text is known to have a section of that number."""
_FIGURES_MORE = r"(?:(?:,\s*|\s+(?:och|samt|eller)\s+)[0-9]{1,3}(?![\w.])){0,12}"
_ANNEX = compiled(rf"(?<!\w)[Bb]ilag(?:a|an|or|orna)\s+(?P<list>(?:[0-9]{{1,3}}|[A-ZÅÄÖ]){_FIGURES_MORE})(?!\w|\.[0-9])")
_CAPTIONED = compiled(
    rf"(?<!\w)(?:(?P<table>tabell(?:en|erna)?)|(?:figur|diagram)(?:en|erna|met|men)?)\s+(?P<list>[0-9]{{1,3}}{_FIGURES_MORE})(?!\w|[.:,][0-9])",
    re.IGNORECASE,
)
_IN_LIST = compiled(_NUMBER_PATH)
_IN_ANNEX_LIST = compiled(r"(?<!\w)(?:[0-9]{1,3}|[A-ZÅÄÖ])(?!\w)")
_CHAPTER_OF_LAW = compiled(r"\s*(?:§|[a-zåäö]*lag(?:en)?\b)")
_ITEM = compiled(
    r"§{1,2}\s?(?P<list>[0-9]{1,4}(?:(?:,\s*|\s*[\u2013-]\s*|\s+(?:och|samt)\s+)[0-9]{1,4}(?![\w./:]|-[0-9])){0,12})(?![\w:/]|\.[0-9])"
)
_ITEM_BEFORE_SIGN = compiled(
    r"(?<![\w./:§-])(?P<list>[0-9]{1,3}(?:(?:,\s*|\s*[\u2013-]\s*|\s+(?:och|samt|eller)\s+)[0-9]{1,3}){0,12})\s?§{1,2}(?!\s?[0-9])"
)
_CHAPTER_BEFORE = compiled(r"kap\.?(?:itlet)?\s+$", re.IGNORECASE)
_OF_A_LAW = compiled(r"(?<![0-9-])[0-9]{1,3}\s?[a-z]?\s?$")
"""In "7 § 2 st." the sign belongs to the number before it."""
_ITEM_NUMBER = compiled(r"[0-9]{1,4}")
_PREFIXED_CASE = compiled(
    r"(?<![\w/-])(?P<prefix>[A-ZÅÄÖ]{2,8}(?:/[A-ZÅÄÖ]{1,6})?)(?:[/\-\s]\s?)"
    r"(?:(?P<serial>[0-9]{1,6})[/](?P<year>(?:19|20)[0-9]{2})|(?P<year_first>(?:19|20)[0-9]{2})[:/-](?P<serial_last>[0-9]{1,6}))(?![\w/]|[:-][0-9])"
)
_YEAR_IN_PREFIX = compiled(r"(?<![\w/-])(?P<year>[0-9]{2})(?P<prefix>[A-ZÅÄÖ]{2,6})(?P<serial>[0-9]{1,6})(?!\w)")
_NAMED_CASE = compiled(
    r"(?<!\w)(?:dnr|diarienr|diarienummer|diarienummer:|dnr:|ärendenummer)\.?:?\s+(?P<year>(?:19|20)[0-9]{2})[/:-](?P<serial>[0-9]{1,6})(?!\w)",
    re.IGNORECASE,
)
_CASE_NAMED = compiled(r"nr|nummer", re.IGNORECASE)
_PAPER = compiled(
    r"(?<!\w)(?P<name>dir|sou|ds|prop|bet|rskr|skr|ju|s)\.?\s+(?P<number>(?:19|20)[0-9]{2}(?:/[0-9]{2,4})?:[A-Za-z]{0,4}[0-9]{1,5})(?!\w)",
    re.IGNORECASE,
)
_LAW = compiled(r"(?<![\w./:])(?P<number>(?:1[789]|20)[0-9]{2}:[0-9]{1,4})(?![\w:]|\.[0-9])")
NO_CASE = frozenset(
    {
        *("SFS", "SOU", "DS", "HSLF", "SOSFS", "KIFS", "ISO", "EN", "SS", "DIR", "PROP", "BET", "SKR"),
        *(
            "LOV",
            "LOU",
            "LUF",
            "LUK",
            "LUFS",
            "KL",
            "OSL",
            "HSL",
            "SOL",
            "LSS",
            "LVU",
            "LVM",
            "PSL",
            "PDL",
            "FL",
            "TF",
            "YGL",
            "RF",
            "LOF",
            "LOL",
        ),
        *("MBL", "LAS", "AML", "PBL", "MB", "FB", "BRB", "RB", "LPT", "LRV", "DOS", "ADL", "UHL", "KOL", "IL", "ML"),
    }
)
"""Series of papers and short names of laws, whose numbers look like those of cases."""


def references_in(text: str, sections: Collection[str] = ()) -> tuple[Reference, ...]:
    """Return the references of a text in order; of two that overlap the first and longest stands.

    ``sections`` are the numbers of several parts that sections of the text are known to have: after a preposition such a
    number is a reference without a word for it ("enligt 5.2 ska ...").
    """
    if not has_digits(text) and "ilag" not in text:  # "Bilaga A" alone is named without figures
        return ()
    plain = without_links(text)
    found = sorted([*_named(plain), *_known(plain, sections)], key=lambda reference: (reference.start, -reference.end))
    kept: list[Reference] = []
    for reference in found:
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return tuple(kept)


@lru_cache(REMEMBERED)
def _named(text: str) -> tuple[Reference, ...]:
    """Return what stands with a word or a sign that tells what it refers to."""
    return (*_cases(text), *_papers(text), *_laws(text), *_sections(text), *_items(text), *_captioned(text))


def _cases(text: str) -> Iterator[Reference]:
    for match in _PREFIXED_CASE.finditer(text) if "/" in text or ":" in text or "-" in text else ():
        if match["prefix"] in NO_CASE:
            continue
        case = CaseNumber(match["prefix"], int(match["serial"] or match["serial_last"]), int(match["year"] or match["year_first"]))
        yield _case(match, case)
    for match in _YEAR_IN_PREFIX.finditer(text):
        yield _case(match, CaseNumber(match["prefix"], int(match["serial"]), 2000 + int(match["year"])))
    for match in _NAMED_CASE.finditer(text) if _CASE_NAMED.search(text) else ():
        yield _case(match, CaseNumber("", int(match["serial"]), int(match["year"])))


def _case(match: re.Match[str], case: CaseNumber) -> Reference:
    numbered = replace(case, literal=match[0] if case.prefix else match[0].split()[-1])
    return Reference(ReferenceKind.CASE, case.shown, match[0], match.start(), match.end(), numbered)


def _papers(text: str) -> Iterator[Reference]:
    for match in _PAPER.finditer(text) if ":" in text else ():
        name = match["name"].upper() if match["name"].lower() == "sou" else match["name"].capitalize()
        yield Reference(ReferenceKind.PAPER, f"{name}. {match['number']}".replace("SOU.", "SOU"), match[0], match.start(), match.end())


def _laws(text: str) -> Iterator[Reference]:
    for match in _LAW.finditer(text) if ":" in text else ():
        yield Reference(ReferenceKind.LAW, match["number"], match[0], match.start(), match.end())


def _sections(text: str) -> Iterator[Reference]:
    small = text.casefold()
    for match in _SECTION.finditer(text) if any(word in small for word in _OF_SECTIONS) else ():
        if not _CHAPTER_OF_LAW.match(text, match.end()):
            for each in _each(ReferenceKind.SECTION, _IN_LIST, match):
                yield replace(each, kind=ReferenceKind.POINT) if match["point"] and "." not in each.target else each
    for match in _BARE.finditer(text) if _PARTED.search(text) else ():
        yield from _each(ReferenceKind.SECTION, _IN_LIST, match, group="near" if match["near"] else "list")
    for match in _ANNEX.finditer(text) if "ilag" in text else ():
        for each in _each(ReferenceKind.SECTION, _IN_ANNEX_LIST, match):
            yield replace(each, target=f"Bilaga {each.target}")


def _known(text: str, sections: Collection[str]) -> Iterator[Reference]:
    for match in _OF_KNOWN.finditer(text) if sections and _PARTED.search(text) else ():
        yield from (each for each in _each(ReferenceKind.SECTION, _IN_LIST, match) if each.target in sections)


def _items(text: str) -> Iterator[Reference]:
    for match in _ITEM.finditer(text) if "§" in text else ():
        if not _OF_A_LAW.search(text, max(0, match.start() - 7), match.start()):
            yield from _each(ReferenceKind.ITEM, _ITEM_NUMBER, match)
    for match in _ITEM_BEFORE_SIGN.finditer(text) if "§" in text else ():
        if not _CHAPTER_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            *others, last = _each(ReferenceKind.ITEM, _ITEM_NUMBER, match)
            yield from (*others, replace(last, literal=text[last.start : match.end()], end=match.end()))


def _captioned(text: str) -> Iterator[Reference]:
    small = text.casefold()
    for match in _CAPTIONED.finditer(text) if any(word in small for word in _OF_CAPTIONS) else ():
        yield from _each(ReferenceKind.TABLE if match["table"] else ReferenceKind.FIGURE, _ITEM_NUMBER, match)


def _each(kind: ReferenceKind, number: re.Pattern[str], listed: re.Match[str], *, group: str = "list") -> Iterator[Reference]:
    """Yield one reference for each number of a list; the first takes the word or sign before it along."""
    offset = listed.start(group)
    within = writing_named(listed.string, listed.start(), listed.end())
    for at, each in enumerate(number.finditer(listed[group])):
        start = listed.start() if at == 0 else offset + each.start()
        end = offset + each.end()
        yield Reference(kind, each[0], listed.string[start:end], start, end, within=within)
