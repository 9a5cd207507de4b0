"""The words before and after a figure that move or widen what it stands for: "knappt", "minst", "upp till", "eller mer"."""

from __future__ import annotations

import re

from lydelse.figures.numbers import NUMERAL
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.patterns import compiled

_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.AT_MOST, r"(?:inte|ej|aldrig)\s+(?:mer|fler|högre|större|längre)\s+än|(?:inte|ej)\s+överstig(?:a|er|ande)"),
    (Qualifier.AT_LEAST, r"(?:inte|ej|aldrig)\s+(?:mindre|färre|lägre|kortare)\s+än|(?:inte|ej)\s+understig(?:a|er|ande)"),
    (Qualifier.AT_MOST, r"högst|maximalt|max\.?|som\s+mest|som\s+högst|upp\s+till|upptill|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|≤"),
    (Qualifier.AT_LEAST, r"minst|lägst|minimum|åtminstone|som\s+lägst|som\s+minst|≥"),
    (Qualifier.MORE_THAN, r"(?:mer|fler|högre|större|längre|äldre)\s+än|över|överstig(?:er|a|ande)|>"),
    (Qualifier.LESS_THAN, r"(?:mindre|färre|lägre|kortare|yngre)\s+än|under|understig(?:er|a|ande)|<"),
    (Qualifier.JUST_BELOW, r"knappt|nästan|närmare|strax\s+under|inte\s+fullt|inemot|uppemot|upp\s+emot|bortåt"),
    (Qualifier.JUST_ABOVE, r"drygt|strax\s+över|något\s+över|lite\s+över|en\s+bit\s+över|dryga|gott\s+och\s+väl"),
    (
        Qualifier.ABOUT,
        r"cirka|circa|ca[.:]?|c:a|omkring|omkr\.|nära|i\s+runda\s+tal|ungefär|runt|kring|uppskattningsvis|i\s+storleksordningen|≈|~",
    ),
)
_NAMES = {f"q{at}": qualifier for at, (qualifier, _) in enumerate(_BEFORE)}
_DIRECTLY = compiled(
    rf"(?<!\w)(?:{'|'.join(f'(?P<q{at}>{pattern})' for at, (_, pattern) in enumerate(_BEFORE))})\s*(?:motsvarande\s+|en\s+|ett\s+)?$",
    re.IGNORECASE,
)
_GAP = r"(?:\s+[^\W\d_]+){0,7}?\s+(?:på|till|av|är|om|utgör|motsvarande|med)(?:\s+motsvarande)?\s+$"
_CEILING = compiled(rf"(?<!\w)(?:max(?!imer)[^\W\d_]*|högst[ae]|tak(?:et|belopp|beloppet)?|övre\s+gräns(?:en)?){_GAP}", re.IGNORECASE)
_FLOOR = compiled(rf"(?<!\w)(?:min(?:imi|sta|imal)[^\W\d_]*|lägst[ae]|golv(?:et)?|nedre\s+gräns(?:en)?){_GAP}", re.IGNORECASE)
_AFTER = compiled(
    r"\s+eller\s+(?:(?P<least>mer|fler|flera|högre|mera|längre|större|däröver|över)|(?P<most>mindre|färre|lägre|kortare|därunder|under))\b",
    re.IGNORECASE,
)
_CLAUSE_END = compiled(r"(?<!\bca)(?<!\bmax)(?<!\bomkr)(?<!\bfr)[.;!?]\s")
_CEILING_STEMS = ("max", "högst", "tak", "övre")
_FLOOR_STEMS = ("min", "lägst", "golv", "nedre")
_RANGE_BEGUN = compiled(rf"(?<![\w,]){NUMERAL}\s?[\u2013\u2014-]\s?$")
_LOOK_BACK = 100
_LONGEST_QUALIFIER = 40
_DASHES = ("\u2013", "\u2014", "-")
_AMONG_TIMES = compiled(r"\b(?:över|under)\s*$", re.IGNORECASE)


def qualifier_of(text: str, amount: Amount) -> Qualifier:
    """Return what the words around an amount say of it."""
    before = _same_clause(text[max(0, amount.start - _LOOK_BACK) : amount.start])
    match = _DIRECTLY.search(before[-_LONGEST_QUALIFIER:])
    if match and not (amount.kind is AmountKind.COUNT and _AMONG_TIMES.search(before)):
        return _NAMES[str(match.lastgroup)]
    range_begun = _RANGE_BEGUN.search(before) if before.rstrip()[-1:] in _DASHES else None
    if range_begun and (about := _DIRECTLY.search(before[: range_begun.start()])) and _NAMES[str(about.lastgroup)] is Qualifier.ABOUT:
        return Qualifier.ABOUT
    after = _AFTER.match(text, amount.end)
    if after:
        return Qualifier.AT_LEAST if after["least"] else Qualifier.AT_MOST
    lower = before.lower()
    if any(stem in lower for stem in _CEILING_STEMS) and _CEILING.search(before):
        return Qualifier.AT_MOST
    floored = any(stem in lower for stem in _FLOOR_STEMS) and _FLOOR.search(before)
    return Qualifier.AT_LEAST if floored else Qualifier.NONE


def qualified(text: str, amount: Amount) -> str:
    """Return an amount as the text states it, with the words that make it a bound: "färre än 4 000 listade", "30 km eller mer"."""
    first = max(0, amount.start - _LOOK_BACK)
    before = _same_clause(text[first : amount.start])
    match = _DIRECTLY.search(before[-_LONGEST_QUALIFIER:]) or _CEILING.search(before) or _FLOOR.search(before)
    after = _AFTER.match(text, amount.end)
    words = match[0] if match else ""
    return f"{words}{text[amount.start : after.end() if after and not match else amount.end]}"


def _same_clause(before: str) -> str:
    return _CLAUSE_END.split(before)[-1]
