"""Small words with a large meaning: "ska" and "bör", "högst" and "minst", "per år" and "per månad", "inte".

The vocabulary stands here alone, by the meaning that the words carry. Two words with the same ``sense`` say the same thing ("ska",
"skall"); one of another sense in its place changes what the sentence says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lydelse.model.small_word import Meaning


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


_ALONE: dict[Meaning, dict[str, str]] = {
    Meaning.NEGATION: {"not": r"inte\s+någo[nt]|inte\s+några|inte|ej|aldrig|icke|inge[nt]|inga|nej"},
    Meaning.LIMIT: {
        "at most": r"(?:inte|ej)\s+(?:mer|fler|högre|större|längre)\s+än|som\s+(?:mest|högst)|högst|upp\s+till|max(?:imalt|imum)?",
        "at least": r"(?:inte|ej)\s+(?:mindre|färre|lägre|kortare)\s+än|(?:som\s+)?lägst|minst|minimum",
        "above": r"(?:mer|fler|högre|större|längre)\s+än",
        "below": r"(?:mindre|färre|lägre|kortare)\s+än",
    },
    Meaning.INCLUSION: {
        "with tax": r"(?:inkl\.?|inklusive|med)\s+(?:moms|mervärdesskatt)|moms\s+ingår",
        "without tax": r"(?:exkl\.?|exklusive|utan|plus)\s+(?:moms|mervärdesskatt)|moms\s+tillkommer",
    },
    Meaning.TIME_LIMIT: {"until": r"senast|till\s+och\s+med|t\.?\s?o\.?\s?m\.", "from": r"tidigast|från\s+och\s+med|fr\.?\s?o\.?\s?m\."},
    Meaning.SCOPE: {"only": "endast|enbart|bara|uteslutande", "some": "vissa|enstaka|delvis"},
}
"""Words that say something by standing there at all."""

FORBIDDEN = "must not"
"""The sense of a duty not to, or of no leave to: what "inte" makes of "ska" and "får" alike."""

_INSTEAD: dict[Meaning, dict[str, str]] = {
    Meaning.NEGATION: {"yes": "ja"},
    Meaning.DUTY: {
        FORBIDDEN: r"(?:ska|skall|måste|får)\s+(?:inte|ej|aldrig)",
        "must": r"ska|skall|måste|är\s+skyldiga?\s+att|åligger\s+det",
        "must be able": r"(?:ska|skall|måste)\s+kunna",
        "should": r"bör|borde",
        "can": "kan",
        "may": r"får|har\s+rätt\s+att",
        "need not": r"behöver\s+(?:inte|ej)",
    },
    Meaning.LIMIT: {"above": r"över(?=\s+[0-9])(?!\s+(?:19|20)[0-9]{2}\b)", "below": r"under(?=\s+[0-9])(?!\s+(?:19|20)[0-9]{2}\b)"},
    Meaning.INCLUSION: {"with": r"inkl\.?|inklusive|med", "without": r"exkl\.?|exklusive|utan"},
    Meaning.TIME_LIMIT: {"before": "före|innan", "after": "efter"},
    Meaning.SCOPE: {"all": "samtliga|alla|varje|hela|helt", "some": r"några|en\s+del", "most": r"(?:de\s+)?flesta|merparten|flertalet"},
    Meaning.JOINING: {"and": r"och|samt", "or": "eller", "either or both": "och/eller|och\\s+eller"},
}
"""Words that say something when another of their meaning stands instead."""

_FIGURE = (
    r"(?P<figure>[0-9][0-9\s.,]*|(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|femton|tjugo|trettio|sextio|nittio)\s)?\s*"
)
_UNITS = {
    "kronor": r"kr|kronor|sek",
    "thousands": r"tkr|tsek|ksek|tusen\s+kronor|tusental\s+kronor",
    "millions": r"mkr|mnkr|mnkr|msek|miljon(?:er)?(?:\s+kronor)?",
    "thousand millions": r"mdkr|mdr|miljard(?:er)?(?:\s+kronor)?",
    "per cent": r"procent",
    "percentage points": r"procentenhet(?:er)?",
    "per mille": r"promille",
}
_TERMS = {
    "minutes": "minut(?:er)?",
    "hours": "timm(?:e|ar)",
    "working days": "arbetsdag(?:ar)?",
    "weekdays": "vardag(?:ar)?",
    "banking days": "bankdag(?:ar)?",
    "days": "(?:kalender)?dag(?:ar)?|dygn",
    "weeks": "veck(?:a|or)",
    "months": "månad(?:er)?",
    "quarters": "kvartal",
    "years": "år",
}
_PERIODS = {
    "year": r"år|helår|kalenderår",
    "half-year": "halvår",
    "third of a year": "tertial",
    "quarter": "kvartal",
    "month": r"månad|mån\.?",
    "week": "vecka",
    "day": r"dag|dygn",
    "hour": r"timme|tim\.?",
    "school year": "läsår",
    "school term": "termin",
}
_COUNTED = {
    "visit": r"besök",
    "occasion": r"tillfälle|gång",
    "care episode": r"vårdtillfälle",
    "patient": "patient",
    "listed person": r"listad(?:\s+(?:invånare|person|patient))?",
    "inhabitant": "invånare",
    "person": r"person|individ",
    "pupil": "elev",
    "child": "barn",
    "place": "plats",
    "participant": "deltagare",
    "employee": r"anställd|medarbetare|årsarbetare",
    "unit": r"enhet|vårdenhet|mottagning",
    "household": "hushåll",
    "piece": r"styck|st",
    "kilometre": r"km|kilometer",
    "ten kilometres": "mil",
    "square metre": r"kvm|m2|m²|kvadratmeter",
}
_BY_PERIOD = {
    "year": "årligen|årsvis|varje\\s+år",
    "quarter": "kvartalsvis|varje\\s+kvartal",
    "month": "månadsvis|månatligen|varje\\s+månad",
}
_BY_DAY = {"week": "veckovis|varje\\s+vecka", "day": "dagligen|varje\\s+dag", "half-year": "halvårsvis", "third of a year": "tertialvis"}
YEARLY = {"year": 1, "half-year": 2, "third of a year": 3, "quarter": 4, "month": 12, "week": 52, "day": 365}
"""How many times a year holds each period."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:{pattern})(?![\w/]|-\w)", re.IGNORECASE)


def _pattern(senses: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sense, _words(pattern)) for sense, pattern in senses.items())


_PLAIN = tuple(
    (meaning, sense, pattern, alone)
    for table, alone in ((_ALONE, True), (_INSTEAD, False))
    for meaning, senses in table.items()
    for sense, pattern in _pattern(senses)
)
_OF_A_FIGURE = tuple(
    (meaning, sense, re.compile(rf"(?<![\w/-]){_FIGURE}(?<![a-zåäö/-])(?P<word>{pattern})(?!\w|-\w)", re.IGNORECASE))
    for meaning, senses in ((Meaning.UNIT, _UNITS), (Meaning.TERM, _TERMS))
    for sense, pattern in senses.items()
)
_PERIOD = tuple(
    (sense, re.compile(rf"(?:(?<!\w)per\s+(?:påbörja[dt]\s+)?|/\s?)(?:{pattern})(?!\w)", re.IGNORECASE))
    for sense, pattern in (*_PERIODS.items(), *_COUNTED.items())
)
_ADVERBS = tuple((sense, pattern) for table in (_BY_PERIOD, _BY_DAY) for sense, pattern in _pattern(table))


def small_words_in(text: str) -> tuple[SmallWord, ...]:
    """Return the small words of a text in order; of two that overlap the longest stands ("ska kunna", not "ska").

    A unit or a term is one of them only after a figure, or where no figure stands before it at all (the head of a column).
    """
    found = [*_plain(text), *_counted(text), *_periods(text)]
    found.sort(key=lambda word: (word.start - word.end, word.start, word.meaning))
    taken: list[SmallWord] = []
    for word in found:
        if all(word.end <= other.start or other.end <= word.start for other in taken):
            taken.append(word)
    return tuple(sorted(taken, key=lambda word: word.start))


def _plain(text: str) -> list[SmallWord]:
    return [
        SmallWord(meaning, sense, match[0], match.start(), match.end(), weighs_alone=alone)
        for meaning, sense, pattern, alone in _PLAIN
        for match in pattern.finditer(text)
    ]


def _counted(text: str) -> list[SmallWord]:
    return [
        SmallWord(meaning, sense, match["word"], match.start("word"), match.end("word"), figure="".join((match["figure"] or "").split()))
        for meaning, sense, pattern in _OF_A_FIGURE
        for match in pattern.finditer(text)
        if meaning is Meaning.UNIT or match["figure"]
    ]


def _periods(text: str) -> list[SmallWord]:
    return [
        SmallWord(Meaning.PERIOD, sense, match[0], match.start(), match.end(), weighs_alone=True)
        for sense, pattern in (*_PERIOD, *_ADVERBS)
        for match in pattern.finditer(text)
    ]
