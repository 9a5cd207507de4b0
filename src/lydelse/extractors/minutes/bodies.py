"""Names of bodies (organ) in headings and in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.figures.references import NO_CASE
from lydelse.patterns import compiled
from lydelse.records import dataclass

_NAME = (
    r"(?:(?P<above>[\w-]*(?:styrelse|nämnd|fullmäktige)(?:ns|s))\s+)?"
    r"(?P<several>(?:[A-ZÅÄÖa-zåäö]{2,30}-,?\s+){1,4}(?:och|samt)\s+)?"
    r"(?:[A-ZÅÄÖ][a-zåäö-]+a\s+(?=nämnden|utskottet|beredningen|kommittén)|(?:tekniska|sociala|gemensamma|lokala)\s+(?=nämnden|utskottet))?"
    r"(?:(?:förste\s+|andra\s+)?(?P<own>[A-ZÅÄÖa-zåäö][\w-]*?(?:fullmäktige|styrelsen|nämnden|utskottet|beredningen|direktionen|kommittén)"
    r"|(?:[Ss]tyrelsen|[Nn]ämnden|[Ff]ullmäktige|[Uu]tskottet|[Bb]eredningen|[Dd]irektionen|[Pp]residiet)"
    r"|(?<=s\s)[\w-]*(?:utskott|presidium|beredning|delegation|råd))(?P<genitive>s)?)(?![\w-])"
)
_BODY = compiled(rf"(?<![\w-]){_NAME}")
_NAMES_ONE = compiled(r"styrelse|nämnd|fullmäktige|utskott|beredning|direktion|presidi|kommitté|delegation|råd", re.IGNORECASE)
_NO_BODIES = compiled(r"(?:bolags|fastighets|brf|förenings|bostads|riks|läns)styrelsen|polis\w*|områdesnämnden?|utnämnden", re.IGNORECASE)
_FOR = compiled(r"\s+för\s+[a-zåäö][\w-]*(?:(?:,\s+|\s+och\s+|\s+)(?!beslutar|föreslår|har|den|att)[a-zåäö][\w-]*){0,4}")
_ACTS = (
    r"(?:beslutar|beslutade|föreslår|föreslog|förslår|noterar|godkänner|fastställer|antar|avslår|bifaller|återremitterar|uppdrar|lägger)"
)
_ABBREVIATED = compiled(rf"(?<![\w/-])(?P<short>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{1,5}})(?=\s*§)|^(?P<acting>[A-ZÅÄÖ]{{2,6}})(?=\s+{_ACTS}\b)")
_LETTERS_AT_MOST = 6
_SHORT_FORMS = ("styrelsen", "nämnden", "fullmäktige", "utskottet", "beredningen", "direktionen", "presidiet")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body where it is named; ``name`` is as in a heading: a capital first, no genitive."""

    name: str
    start: int
    end: int


def bodies_in(text: str, vocabulary: Vocabulary) -> tuple[BodyName, ...]:
    """Return the bodies that a text names, in order."""
    found = [*(_written(text) if _NAMES_ONE.search(text) else ()), *_shortened(text, vocabulary), *_users(text, vocabulary)]
    found.sort(key=lambda body: (body.start, -body.end))
    kept: list[BodyName] = []
    for body in found:
        if not kept or body.start >= kept[-1].end:
            kept.append(body)
    return tuple(kept)


def is_same_body(one: str, other: str) -> bool:
    """Tell whether two names may be of one body: "Arbetsutskottet" and "Kommunstyrelsens arbetsutskott"."""
    first, second = _stem(one), _stem(other)
    if not first or not second:
        return False
    return first.endswith(second) or second.endswith(first) or _shortens(one, other) or _shortens(other, one)


def _shortens(short: str, name: str) -> bool:
    """Tell whether letters may be short for a name: "HSN" for "Hälso- och sjukvårdsnämnden"."""
    if not short.isupper() or len(short) > _LETTERS_AT_MOST or short[0] != name[:1].upper():
        return False
    letters = iter(name.upper())
    return all(letter in letters for letter in short)


def is_short_form(name: str) -> bool:
    """Tell whether a name is that of any body of its sort: "Styrelsen", "Nämnden"."""
    return name.lower() in _SHORT_FORMS


def body_at_head(line: str, vocabulary: Vocabulary) -> str:
    """Return the body whose name a short line begins with or is, "" where it is none's."""
    bodies = bodies_in(line, vocabulary)
    if not bodies or bodies[0].start > 0:
        return ""
    named = _FOR.match(line, bodies[0].end) if bodies[0].name.lower() in {"nämnden", "utskottet", "beredningen"} else None
    return bodies[0].name + (named[0] if named else "")


def _written(text: str) -> Iterator[BodyName]:
    for match in _BODY.finditer(text):
        if not _NO_BODIES.fullmatch(match["own"]):
            name = " ".join(match[0].split())
            name = name[:-1] if match["genitive"] else name
            yield BodyName(name[0].upper() + name[1:], match.start(), match.end())


def _shortened(text: str, vocabulary: Vocabulary) -> Iterator[BodyName]:
    """Yield the bodies whose letters stand before a § or a verb of deciding; those of a law are none."""
    for match in _ABBREVIATED.finditer(text):
        short = match["short"] or match["acting"]
        if short.upper() in vocabulary.abbreviations:
            yield BodyName(vocabulary.abbreviations[short.upper()], match.start(), match.end())
        elif short.isupper() and short not in NO_CASE:
            yield BodyName(short, match.start(), match.end())


def _users(text: str, vocabulary: Vocabulary) -> Iterator[BodyName]:
    for name in vocabulary.bodies:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", text, re.IGNORECASE):
            yield BodyName(name, match.start(), match.end())


def _stem(name: str) -> str:
    plain = name.lower().strip()
    for ending in ("ens", "ets", "en", "et", "s"):
        if plain.endswith(ending):
            return plain.removesuffix(ending)
    return plain
