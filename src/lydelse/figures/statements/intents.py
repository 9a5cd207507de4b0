"""Intents: sentences that speak of a year as yet to come ("kommer att utvecklas under 2025", "Från 2023 införs ...")."""

from __future__ import annotations

import re

from lydelse.figures.sentences import sentences_of
from lydelse.figures.years import years_in
from lydelse.patterns import compiled
from lydelse.records import dataclass

_TO_COME = compiled(
    r"\b(?:kommer\s+(?:[\w-]+\s+){0,3}?att|planeras|planerar\s+att|avses\s+(?:att\s+)?(?=\w)|avser\s+att|ska\s+(?:införas|startas?|påbörjas|inledas|utvecklas|tas\s+fram|vara\s+klara?t?|genomföras|tas\s+i\s+bruk)|(?:startar|startas|införs|inleds|påbörjas|inrättas|tas\s+i\s+bruk|öppnar)(?=\s+(?:(?:under|i|hösten|våren|sommaren|från|den|januari|år)\s+)*\d{4}\b))\b",
    re.IGNORECASE,
)
"""Verbs of what is not done yet; a year after them, in the same clause, is when it will be."""

_FROM_YEAR = compiled(
    r"\b(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|inför|under|hösten|våren|sommaren)\s+(?:år\s+|hösten\s+|våren\s+)?\d{4}\s+"
    r"(?:införs|inrättas|startar|startas|påbörjas|inleds|utökas|planeras|kommer\b)",
    re.IGNORECASE,
)
_CLAUSE_END = compiled(r"[.;:]|,\s+(?:men|och|som|vilket|eftersom|då|där)\b")
_DONE = compiled(r"\b(?:kom\s+att|skulle|infördes|beslutades|enligt\s+beslut|sedan\s+(?:år\s+)?\d{4})\b", re.IGNORECASE)
_UNTIL = compiled(
    r"(?:\s?[–-]\s?|\btill\s+(?:och\s+med\s+)?(?:år\s+|utgången\s+av\s+(?:år\s+)?)?|\bt\.?\s?o\.?\s?m\.?\s+)(?:19|20)\d\d\b", re.IGNORECASE
)
"""After a year: it is where something begins that goes on until another."""

_OF_A_YEAR = compiled(r"\s*års\b", re.IGNORECASE)
"""After a year: "2023 års modell" is a thing, not a time."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A year that a sentence speaks of as yet to come; ``literal`` is the sentence, [start, end) where the year stands."""

    year: int
    literal: str
    start: int
    end: int


def intents_in(text: str) -> tuple[Intent, ...]:
    """Return the years that sentences of a text speak of as yet to come; a year before or after a verb of what is done is none."""
    found: list[Intent] = []
    for start, end in sentences_of(text):
        sentence = text[start:end]
        years = years_in(sentence)
        if not years or _DONE.search(sentence):
            continue
        spans = _spans_to_come(sentence)
        found.extend(
            Intent(year.value, sentence.strip().rstrip("."), start + year.start, start + year.end)
            for year in years
            if any(first <= year.start < last for first, last in spans)
            and not _OF_A_YEAR.match(sentence, year.end)
            and not _UNTIL.search(sentence, year.end)
        )
    return tuple(found)


def _spans_to_come(sentence: str) -> list[tuple[int, int]]:
    """Return the stretches of a sentence whose years are those of what is to come."""
    spans = [match.span() for match in _FROM_YEAR.finditer(sentence)]
    for match in _TO_COME.finditer(sentence):
        ends = _CLAUSE_END.search(sentence, match.end())
        spans.append((match.end(), ends.start() if ends else len(sentence)))
    return spans
