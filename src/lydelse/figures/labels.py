"""What a person would call an amount, from the sentence that states it."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 9
"""The most words of a name."""

_PREPOSITIONS = "för per till i på av med under från vid hos inom om mot utan efter enligt utifrån genom mellan över"
_COPULAS = "är var blir blev utgör utgjorde motsvarar motsvarade motsvarande vara bli"
_VERBS = """utgår utgick utges ges ersätter ersätts ersattes betalas betalar utbetalas utbetalar uppgår uppgick erhåller erhålls får lämnas
    fördelas fördelades avsätts avsattes avsätter beräknas beräknades beslutas fastställs höjs sänks räknas uppräknas minskas ökas tillförs anslås
    bedöms kostar debiteras faktureras tas ger gav gäller kompenseras"""
_ARTICLES = "den det de en ett denna detta dessa"
_AUXILIARIES = "ska skall kan bör får kommer att har"
_QUALIFIERS = "cirka ca ungefär omkring knappt drygt minst högst lägst maximalt mer än färre över under upp till endast bara totalt"
_LEADING = frozenset(f"{_ARTICLES} {_COPULAS} {_PREPOSITIONS} och eller samt men som där detta vilket".split())
_TRAILING = frozenset(
    f"{_ARTICLES} {_COPULAS} {_PREPOSITIONS} {_AUXILIARIES} {_QUALIFIERS} och eller samt år kr tkr mkr mdkr kronor".split()
) - {"totalt"}
_VERB_WORDS = frozenset(_VERBS.split())
_PREPOSITION_WORDS = frozenset(_PREPOSITIONS.split())
_COPULA_WORDS = frozenset(_COPULAS.split())

_YEAR_PHRASE = re.compile(
    r"(?:,\s*)?\b(?:(?:för|under|från(?: och med)?|fr\.o\.m\.|till och med|avseende|i|per|vid)\s+)?"
    r"(?:(?:år|den|januari|juli)\s+)?(?<!\d)(?:19|20)\d\d\b(?!\s?\d{3}\b)(?:/\d\d)?",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,;:]\s+|\s+(?:och|samt|varav|eller|men|respektive)\s+|\s[–-]\s|\)\s+|\(")
_TAIL = re.compile(
    r"\s*(?:/[\wåäö]+)*\s*((?:för|till|vid|hos)\s+(?!år\b|\d)[^\d,.;:()]{3,60}?)(?=\s+(?:och|samt|med|som|under|år|från)\b|[,.;:()]|\s*\d|$)"
)
_WORD = re.compile(r"[^\s]+")


def label_of(sentence: str, start: int, end: int, others: Sequence[tuple[int, int]] = ()) -> str:
    """Return a short name for the amount at [start, end) of a sentence, as a person would say it.

    Args:
        sentence: the sentence that states the amount.
        start: where the amount's literal begins.
        end: where it ends.
        others: where the other amounts of the sentence stand.
    """
    earlier = sorted(span for span in others if span[1] <= start)
    since = earlier[-1][1] if earlier else 0
    head = _head(sentence[since:start], after_amount=bool(earlier))
    if not head and earlier:
        head = _head(sentence[:start], after_amount=False) or label_of(sentence, *earlier[-1], earlier[:-1])
    tail = _tail(sentence[end:])
    if tail and (not head or _is_bare(head)):
        head = f"{head} {tail}" if head else tail
    return _capitalised(" ".join(head.split()[:LONGEST]).strip(" ,;:–-"))


def _head(text: str, *, after_amount: bool) -> str:
    """Return the name in the clause nearest before an amount, "" where there is none."""
    clauses = [clause for clause in _BOUNDARY.split(_YEAR_PHRASE.sub(" ", text)) if clause and clause.strip()]
    for at, clause in enumerate(reversed(clauses)):
        if after_amount and at == len(clauses) - 1 and _goes_with_the_former(clause):
            return ""
        name = _name_in(clause.split())
        if name:
            return name
    return ""


def _goes_with_the_former(clause: str) -> bool:
    words = clause.split()
    return bool(words) and words[0].lower() in _PREPOSITION_WORDS


def _name_in(words: list[str]) -> str:
    words = _stripped(words)
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].lower() in _VERB_WORDS | _COPULA_WORDS), None)
    if at is None:
        return " ".join(words[-LONGEST:])
    before, behind = _stripped(words[:at]), words[at + 1 :]
    if not behind:
        return (
            " ".join([*before[-LONGEST + 1 :], words[at]])
            if words[at].lower() in _VERB_WORDS and len(before) == 1
            else " ".join(before[-LONGEST:])
        )
    noun = _stripped(behind)
    if behind[0].lower() not in _PREPOSITION_WORDS or (len(behind) > 1 and behind[1].lower() in _ARTICLES.split()):
        return " ".join(noun)
    return " ".join([*before[-4:], *behind])


def _stripped(words: list[str]) -> list[str]:
    first, last = 0, len(words)
    while first < last and words[first].lower().strip(".,") in _LEADING:
        first += 1
    while last > first and words[last - 1].lower().strip(".,") in _TRAILING:
        last -= 1
    return [word for word in words[first:last] if any(char.isalnum() for char in word)]


def _is_bare(name: str) -> bool:
    """Tell whether a name is one word that says little by itself."""
    return len(name.split()) == 1


def _tail(text: str) -> str:
    match = _TAIL.match(text)
    return match[1].strip() if match else ""


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
