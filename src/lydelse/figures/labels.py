"""What a person would call an amount, from the sentence that states it.

The name is looked for in the clause before the amount: its noun with what belongs to it, without years, articles, copulas and
words of quantity. Where several amounts stand in one sentence, a later one has the name of the former where it has none of its
own; what is paid to whom is named by whom ("ersätter 75 % för psykologer" is "Psykologer").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 9
"""The most words of a name."""

_PREPOSITION_LIST = "för per till i på av med under från vid hos inom om mot utan efter enligt utifrån genom mellan över"
_PREPOSITIONS = frozenset(_PREPOSITION_LIST.split())
_ARTICLES = frozenset(["den", "det", "de", "en", "ett", "denna", "detta", "dessa"])
_COPULAS = frozenset(["är", "var", "blir", "blev", "utgör", "utgjorde", "motsvarar", "motsvarade", "vara", "bli", "innebär", "avser"])
_GIVING_LIST = "ersätter betalar utbetalar avsätter anvisar beviljar anslår finansierar lämnar erhåller får ger gav tar bidrar står"
_GIVING = frozenset(_GIVING_LIST.split())
"""Verbs whose subject gives or gets: the amount is named by what it is for, if that is said."""
_BEING_GIVEN = """
    utgår utgick utges ges ersätts ersattes betalas utbetalas uppgår uppgick erhålls lämnas fördelas fördelades avsätts avsattes
    beräknas beräknades beslutas fastställs fastställdes höjs sänks räknas uppräknas minskas ökas minskar ökar tillförs anslås bedöms
    kostar debiteras faktureras tas gäller kompenseras tillkommer anvisas beviljas finns läggs uttas föreslås
"""
_VERBS = _GIVING | _COPULAS | frozenset(_BEING_GIVEN.split())
_MODAL = frozenset(["ska", "skall", "skulle", "kan", "kunde", "bör", "borde", "får", "måste", "väntas", "beräknas", "bedöms", "uppskattas"])
_COMING_TO = frozenset(
    ["uppgå", "kosta", "bli", "vara", "utgöra", "motsvara", "utgå", "utges", "ges", "betalas", "ersättas", "lämnas", "fördelas"]
)
"""Infinitives between which and a modal verb the subject may stand ("Då skulle avgiften bli 5 kr")."""

_WITH_THEIR_VERB = frozenset(["totalt", "sammanlagt", "sammantaget", "därutöver", "dessutom", "därtill", "årligen", "varje"])
"""Words that name nothing without their verb ("Totalt fördelas")."""

_QUANTITY = """
    cirka ca ungefär omkring knappt drygt minst högst lägst maximalt mer mindre fler flera än färre över under upp till endast bara
    motsvarande dock år kr tkr mkr mdkr kronor ska skall kan bör kommer att har
"""
_BOUNDS = {"högst": "högst", "maximalt": "högst", "lägst": "lägst", "minst": "minst"}
_JOINTS = frozenset(["och", "eller", "samt", "men", "som", "där", "vilket", "ut", "att"])
_HOLLOW_LIST = """
    dvs d.v.s alltså således därmed varav därav föregående förra tidigare nuvarande nya jämfört motsvarande samma ovanstående nedanstående
    vill säga resp respektive alternativt t.ex exempelvis
"""
_HOLLOW = frozenset(_HOLLOW_LIST.split())
"""Words that by themselves name nothing: what follows them is said of what was named before."""
_LEADING = _ARTICLES | _COPULAS | _PREPOSITIONS | _JOINTS | {"dock"}
_TRAILING = _ARTICLES | _COPULAS | _PREPOSITIONS | _JOINTS | frozenset(_QUANTITY.split())

_PASSING = re.compile(
    r"(?:,\s*)?\b(?:(?:för|under|från(?: och med)?|fr\.o\.m\.|till och med|avseende|i|per|vid)\s+)?"
    r"(?:(?:år|den|januari|juli)\s+)?(?<!\d)(?:19|20)\d\d\b(?!\s?\d{3}\b)(?:/\d\d)?|\b(?:för närvarande|i dag|idag|numera)\b",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[,;:]\s+|\s+(?:och(?!\s+(?:år|månad)\b)|samt|varav|eller|men|respektive|då|(?:genom|innebär|medför|beslutar|föreslår|göra|så)\s+att)\s+|\s[–-]\s|\)\s+|\("
)
_PER = re.compile(r"^(?:\s*/\s*[^\W\d_]+)+(?:\s+och\s+(?:år|månad)\b)?")
_RECEIVING = frozenset(["för", "till", "vid", "hos", "per", "i", "av"])
_JOINED_ON = re.compile(r"(?:,|\b(?:och|samt|eller|respektive))\s*$")
_BESIDE = re.compile(r"\s*\((?!exkl|inkl|se\b|dvs|enl|jfr|ca\b|varav|motsv)([^\W\d][^()\d]{1,30})\)", re.IGNORECASE)
"""What an amount is for, in brackets behind it: "205 kr (vuxen)"."""
_BY_WHOM = re.compile(
    r"\b(?P<article>den|det|de)\s+(?:av|från)\s+(?:(?![.,;:])\S+\s+){1,5}?(?=[a-zåäö]{3,}(?:ade|dda|tta|lda|nda|rda|gda|sta)\s)"
)
"""Who does something to what is named, before it: "den av kommunen beslutade avgiften"."""
_THAT_IS = re.compile(r"[\s,(]*(?:dvs|d\.v\.s|det vill säga|motsvarande|alltså|vilket)(?!\w)", re.IGNORECASE)
_A_SHARE = re.compile(r"\s+av\s")
"""What "dvs." restates is the share, not what it is a share of: "2 % av kostnaden 24 mkr, dvs. 480 tkr"."""
_FOR = re.compile(
    r"\s*((?:för|till|vid|hos)\s+(?!år\b|\d)[^\d,.;:()]{3,60}?)(?=\s+(?:och|samt|med|som|av|under|år|från|utgår)\b|[,.;:()]|\s*\d|$)"
)
_NOUN_BEHIND = re.compile(r"\s*((?!av\b|i\b|per\b|om\b)[^\W\d][^\d,.;:()]{2,40}?)(?=\s+(?:av|och|samt|med|som|i|per)\b|[,.;:()]|\s*\d|$)")


def label_of(sentence: str, start: int, end: int, others: Sequence[tuple[int, int]] = ()) -> str:
    """Return a short name for the amount at [start, end) of a sentence, as a person would say it.

    Args:
        sentence: the sentence that states the amount.
        start: where the amount's literal begins.
        end: where it ends.
        others: where the other amounts of the sentence stand.
    """
    earlier = sorted(span for span in others if span[1] <= start)
    name, giver = _named_before(sentence, start, earlier)
    behind = _PER.sub("", sentence[end:])
    beside = _matched(_BESIDE, behind)
    what_for = _matched(_FOR, behind)
    if giver:
        noun = _without_leading(what_for) or _matched(_NOUN_BEHIND, behind)
        name = noun or name
    elif what_for and len(name.split()) <= 1:
        name = f"{name} {what_for}" if name else _without_leading(what_for)
    name = " ".join(name.split()[:LONGEST]).strip(" ,;:–-/")
    if beside:
        name = f"{name} ({beside})" if name else beside
    return name[:1].upper() + name[1:]


def _named_before(sentence: str, start: int, earlier: Sequence[tuple[int, int]]) -> tuple[str, bool]:
    """Return the name that stands before an amount, and whether it is that of who gives or gets."""
    if not earlier:
        return _in_clauses(sentence[:start])
    since = _without_receiver(_BESIDE.sub("", _PER.sub("", sentence[earlier[-1][1] : start]), count=1))
    name, giver = _in_clauses(since)
    if name:
        return name, giver
    shares = [at for at, (_, end) in enumerate(earlier) if _THAT_IS.match(since) and _A_SHARE.match(sentence, end)]
    at = shares[-1] if shares else len(earlier) - 1
    name, giver = _named_before(sentence, earlier[at][0], earlier[:at])
    words = since.lower().split()
    if words and all(word in _COPULAS for word in words):
        return f"{name} {sentence[slice(*earlier[-1])]}", giver
    bound = next((_BOUNDS[word] for word in reversed(words) if word in _BOUNDS), "")
    return (f"{name}, {bound}" if name and bound else name), giver


def _without_receiver(text: str) -> str:
    """Return the text between two amounts without whom the former is for ("för läkare och")."""
    words = text.split()
    if not words or words[0].lower() not in _RECEIVING:
        return text
    if _JOINED_ON.search(text):
        return ""
    return "".join(_BOUNDARY.split(text, maxsplit=1)[1:]) or text


def _in_clauses(text: str) -> tuple[str, bool]:
    """Return the name in the nearest clause that has one."""
    for clause in reversed(_BOUNDARY.split(_PASSING.sub(" ", _BY_WHOM.sub(r"\g<article> ", text)))):
        name, giver = _in_clause(_stripped((clause or "").split()))
        if any(word.strip(".,").lower() not in _HOLLOW for word in name.split()):
            return name, giver
    return "", False


def _in_clause(words: list[str]) -> tuple[str, bool]:
    words = _subject_of_modal(words)
    verbs = [at for at, word in enumerate(words) if word.lower() in _VERBS and not (at and words[at - 1].lower() == "som")]
    if not verbs:
        return _without_relative(words[-LONGEST:]), False
    at = verbs[-1]
    verb, before, behind = words[at].lower(), _stripped(words[:at]), _after_particle(words[at + 1 :])
    noun = _stripped(behind)
    if not any(sign.isalpha() for word in noun for sign in word):
        if len(before) == 1 and before[0].lower() in _WITH_THEIR_VERB:
            return f"{before[0]} {words[at]}", False
        return _without_relative(before[-LONGEST:]), verb in _GIVING
    if behind[0].lower() not in _PREPOSITIONS or (len(behind) > 1 and behind[1].lower() in _ARTICLES):
        return _without_relative(noun), False
    return " ".join([*before[-4:], *behind]), False


def _subject_of_modal(words: list[str]) -> list[str]:
    """Return the subject of a clause that ends in an infinitive: between it and its modal verb, else before the modal verb."""
    if not words or words[-1].lower() not in _COMING_TO:
        return words
    modals = [at for at, word in enumerate(words[:-1]) if word.lower() in _MODAL]
    if not modals:
        return words
    between, before = _stripped(words[modals[-1] + 1 : -1]), _stripped(words[: modals[-1]])
    return between or before


def _after_particle(words: list[str]) -> list[str]:
    """Return what follows "ut" in "betalar vårdgivaren ut ett tillägg"."""
    return words[words.index("ut") + 1 :] if "ut" in words[:-1] else words


def _without_relative(words: list[str]) -> str:
    """Return the words as a name, without a relative clause that is nothing but its verb ("ersättningen som betalas")."""
    words = _stripped(words)
    return " ".join(words[:-2] if len(words) > 2 and words[-2].lower() == "som" else words)


def _stripped(words: list[str]) -> list[str]:
    first, last = 0, len(words)
    while first < last and words[first].lower().strip(".,") in _LEADING:
        first += 1
    while last > first and words[last - 1].lower().strip(".,") in _TRAILING:
        last -= 1
    return [word for word in words[first:last] if any(character.isalnum() for character in word)]


def _matched(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match[1].strip() if match else ""


def _without_leading(text: str) -> str:
    return " ".join(_stripped(text.split()))
