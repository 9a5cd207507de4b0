"""Small words with a large meaning: "ska" and "bör", "högst" and "minst", "per år" and "per månad", "inte".

The vocabulary stands here alone, by the meaning that the words carry. Two words with the same ``sense`` say the same thing ("ska",
"skall"); one of another sense in its place changes what the sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from lydelse.model.small_word import Meaning
from lydelse.patterns import compiled
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class SmallWord:
    """A small word, of one word or several, where it stands.

    ``sense`` names what it says among the words of its meaning. ``weighs_alone`` tells that the sentence says something else when
    the word comes or goes, with no other in its place. ``figure`` is the figure that a unit or a term counts, "" where none stands
    before it.
    """

    meaning: Meaning
    sense: str
    text: str
    start: int
    end: int
    weighs_alone: bool = False
    figure: str = ""


FORBIDDEN = "must not"
"""The sense of a duty not to, or of no leave to: what "inte" makes of "ska" and "får" alike."""

_Vocabulary = Mapping[Meaning, Mapping[str, str]]
"""Phrases by meaning and sense, a comma between phrases and a bar between words that may stand in the same place of one."""

_ALONE: _Vocabulary = {
    Meaning.NEGATION: {"not": "inte, ej, aldrig, icke, ingen|inget|inga, inte någon|något|några, nej"},
    Meaning.LIMIT: {
        "at most": "inte|ej mer|fler|högre|större|längre än, som mest|högst, högst, upp till, max, maximalt, maximum",
        "at least": "inte|ej mindre|färre|lägre|kortare än, som lägst, lägst, minst, minimum",
        "above": "mer|fler|högre|större|längre än",
        "below": "mindre|färre|lägre|kortare än",
    },
    Meaning.INCLUSION: {
        "with tax": "inkl|inklusive|med moms|mervärdesskatt, moms|mervärdesskatt ingår",
        "without tax": "exkl|exklusive|utan|plus moms|mervärdesskatt, moms|mervärdesskatt tillkommer",
    },
    Meaning.TIME_LIMIT: {"until": "senast, till och med, t o m", "from": "tidigast, från och med, fr o m"},
    Meaning.SCOPE: {"only": "endast, enbart, bara, uteslutande", "some": "vissa, enstaka, delvis"},
    Meaning.PERIOD: {
        "year": "per|/ år|helår|kalenderår, årligen, årsvis, varje|om år|året",
        "half-year": "per|/ halvår, halvårsvis",
        "third of a year": "per|/ tertial, tertialvis",
        "quarter": "per|/ kvartal, kvartalsvis, varje kvartal",
        "month": "per|/ månad|mån, månadsvis, månatligen, varje|i månad|månaden",
        "week": "per|/ vecka, veckovis, varje|i vecka|veckan",
        "day": "per|/ dag|dygn, dagligen, varje dag",
        "hour": "per|/ timme|tim, per påbörjad timme",
        "school year": "per|/ läsår",
        "school term": "per|/ termin",
        "visit": "per|/ besök",
        "occasion": "per|/ tillfälle|gång",
        "care episode": "per|/ vårdtillfälle",
        "patient": "per|/ patient",
        "listed person": "per|/ listad, per listad invånare|person|patient",
        "inhabitant": "per|/ invånare",
        "person": "per|/ person|individ",
        "pupil": "per|/ elev",
        "child": "per|/ barn",
        "place": "per|/ plats",
        "participant": "per|/ deltagare",
        "employee": "per|/ anställd|medarbetare|årsarbetare",
        "unit": "per|/ enhet|vårdenhet|mottagning",
        "household": "per|/ hushåll",
        "piece": "per|/ styck|st",
        "kilometre": "per|/ km|kilometer",
        "ten kilometres": "per|/ mil",
        "square metre": "per|/ kvm|m2|m²|kvadratmeter",
    },
}
"""Words that say something by standing there at all."""

_INSTEAD: _Vocabulary = {
    Meaning.NEGATION: {"yes": "ja"},
    Meaning.DUTY: {
        FORBIDDEN: "ska|skall|måste|får inte|ej|aldrig",
        "must": "ska, skall, måste, är skyldig|skyldiga att, åligger det",
        "must be able": "ska|skall|måste kunna",
        "should": "bör, borde",
        "can": "kan",
        "may": "får, har rätt att",
        "need not": "behöver inte|ej",
    },
    Meaning.INCLUSION: {"with": "inkl, inklusive, med", "without": "exkl, exklusive, utan"},
    Meaning.TIME_LIMIT: {"before": "före, innan", "after": "efter"},
    Meaning.SCOPE: {"all": "samtliga, alla, varje, hela, helt", "some": "några, en del", "most": "flesta, merparten, flertalet"},
    Meaning.JOINING: {"and": "och, samt", "or": "eller", "either or both": "och/eller, och eller"},
}
"""Words that say something when another of their meaning stands instead."""

_BEFORE_A_FIGURE: _Vocabulary = {
    Meaning.LIMIT: {"above": "över", "below": "under"},
    Meaning.TIME_LIMIT: {"until": "till, till den", "from": "från, från den"},
}
"""The same, where a figure follows that is no year."""

_OF_A_FIGURE: _Vocabulary = {
    Meaning.UNIT: {
        "kronor": "kr, kronor, sek",
        "thousands": "tkr, tsek, ksek, tusen kronor, tusental kronor",
        "millions": "mkr, mnkr, mnkr, msek, miljon, miljoner, miljon|miljoner kronor",
        "thousand millions": "mdkr, mdr, miljard, miljarder, miljard|miljarder kronor",
        "per cent": "procent",
        "percentage points": "procentenhet, procentenheter",
        "per mille": "promille",
    },
    Meaning.TERM: {
        "minutes": "minut, minuter",
        "hours": "timme, timmar",
        "working days": "arbetsdag, arbetsdagar",
        "weekdays": "vardag, vardagar",
        "banking days": "bankdag, bankdagar",
        "days": "dag, dagar, dygn, kalenderdag, kalenderdagar",
        "weeks": "vecka, veckor",
        "months": "månad, månader",
        "quarters": "kvartal",
        "years": "år",
    },
}
"""Units and terms: a term needs the figure that it counts, a unit may stand in the head of a column."""

_IDIOMS = ("inte minst|bara|enbart|endast|heller", "högst sannolikt|väsentlig|väsentligt|påtaglig|påtagligt|relevant", "under året|tiden")
"""Words that look like small words and limit or deny nothing."""

YEARLY = {"year": 1, "half-year": 2, "third of a year": 3, "quarter": 4, "month": 12, "week": 52, "day": 365}
"""How many times a year holds each period."""

_Sense = tuple[Meaning, str]
_TOKEN = compiled(r"och/eller(?!\w)|m[2²](?!\w)|[^\W\d_]+|/")
_JOINT = compiled(r"[.\s]*")
_FIGURE_AFTER = compiled(r"\s+[0-9](?!(?<=[12])(?:9|0)[0-9]{2}(?![\w.,]|\s[0-9]{3}))")
_FIGURE_BEFORE = compiled(
    r"(?<!\w)([0-9][0-9\s.,]*|(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|femton|tjugo|trettio|sextio|nittio)\s)\s*$",
    re.IGNORECASE,
)
_FIGURE_REACHES = 24
"""Characters before a unit in which its figure stands."""


def _phrases(words: str) -> Iterator[tuple[str, ...]]:
    for phrase in words.split(", "):
        yield from product(*(word.split("|") for word in phrase.split()))


def _indexed(vocabulary: _Vocabulary) -> dict[tuple[str, ...], _Sense]:
    return {
        phrase: (meaning, sense) for meaning, senses in vocabulary.items() for sense, words in senses.items() for phrase in _phrases(words)
    }


_SENSES_ALONE, _SENSES_INSTEAD = _indexed(_ALONE), _indexed(_INSTEAD)
_SENSES_BEFORE, _SENSES_OF_FIGURES = _indexed(_BEFORE_A_FIGURE), _indexed(_OF_A_FIGURE)
_EMPTY = frozenset(phrase for idiom in _IDIOMS for phrase in _phrases(idiom))
_KNOWN = {*_SENSES_ALONE, *_SENSES_INSTEAD, *_SENSES_BEFORE, *_SENSES_OF_FIGURES, *_EMPTY}
_FIRST_WORDS = frozenset(phrase[0] for phrase in _KNOWN)
_LONGEST = max(map(len, _KNOWN))


def small_words_in(text: str) -> tuple[SmallWord, ...]:
    """Return the small words of a text in order; where one begins, the longest stands ("ska kunna", not "ska").

    A term is one of them only after a figure, a unit also where no figure stands before it (the head of a column).
    """
    tokens = [(match[0].lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found: list[SmallWord] = []
    at = 0
    while at < len(tokens):
        length, word = _longest(text, tokens[at : at + _LONGEST]) if tokens[at][0] in _FIRST_WORDS else (1, None)
        found.extend([word] if word else [])
        at += length
    return tuple(found)


def _longest(text: str, tokens: list[tuple[str, int, int]]) -> tuple[int, SmallWord | None]:
    """Return how many tokens the longest phrase at the first of them takes, and the small word that it is."""
    start = tokens[0][1]
    for length in range(len(tokens), 0, -1):
        end = tokens[length - 1][2]
        phrase = tuple(token for token, _, _ in tokens[:length])
        if phrase not in _KNOWN or not _stands_together(text, tokens[:length]):
            continue
        if phrase in _EMPTY:
            return length, None
        word = _word(text, phrase, start, end)
        if word:
            return length, word
    return 1, None


def _word(text: str, phrase: tuple[str, ...], start: int, end: int) -> SmallWord | None:
    written = text[start:end]
    if phrase in _SENSES_OF_FIGURES:
        meaning, sense = _SENSES_OF_FIGURES[phrase]
        figure = _figure_before(text, start)
        return SmallWord(meaning, sense, written, start, end, figure=figure) if figure or meaning is Meaning.UNIT else None
    if phrase in _SENSES_ALONE:
        return SmallWord(*_SENSES_ALONE[phrase], written, start, end, weighs_alone=True)
    if phrase in _SENSES_BEFORE and _FIGURE_AFTER.match(text, end):
        return SmallWord(*_SENSES_BEFORE[phrase], written, start, end)
    return SmallWord(*_SENSES_INSTEAD[phrase], written, start, end) if phrase in _SENSES_INSTEAD else None


def _stands_together(text: str, tokens: list[tuple[str, int, int]]) -> bool:
    """Tell whether nothing but space and full stops stands between some words, and they are no part of a compound or of a link."""
    start, end = tokens[0][1], tokens[-1][2]
    if text[start] != "/" and start and text[start - 1] in "-/_":
        return False
    if text[end : end + 1] == "_" or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()) or text[end : end + 1].isdigit():
        return False
    return all(_JOINT.fullmatch(text, one[2], other[1]) for one, other in pairwise(tokens))


def _figure_before(text: str, at: int) -> str:
    match = _FIGURE_BEFORE.search(text[max(0, at - _FIGURE_REACHES) : at])
    return "".join(match[1].split()) if match else ""
