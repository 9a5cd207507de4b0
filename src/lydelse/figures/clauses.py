"""The name in the clauses that stand before an amount: the subject or the object of the nearest verb."""

from __future__ import annotations

import re
from typing import NamedTuple

from lydelse.figures.dates import MONTH
from lydelse.figures.label_words import (
    ADVERBS,
    ARTICLES,
    CHANGE_NOUNS,
    CHANGES,
    COMING_TO,
    COMPENSATED,
    COUNTED_UP,
    FRACTIONS,
    GENERIC,
    GETTING,
    GIVERS,
    GIVING,
    HOLLOW,
    INFINITIVES,
    JOINTS,
    LEADING,
    MODAL,
    PREPOSITIONS,
    QUANTITY,
    SHARED_OUT,
    TRAILING,
    VERBS,
    WHOLES,
    WITH_THEIR_VERB,
    is_verb,
)
from lydelse.patterns import compiled

LONGEST = 9
"""The most words of a name."""

_PASSING = compiled(
    rf"(?:\b(?:den|från|från och med|till och med|per)\s+)*\b[0-9]{{1,2}}\s+{MONTH}\b(?:\s+(?:19|20)\d\d\b)?|"
    r"(?:,\s*)?\b(?:(?:för|under|från(?: och med)?|fr\.o\.m\.|till och med|sedan|avseende|i|per|vid)\s+)?"
    r"(?:(?:år|den|januari|juli)\s+)?(?<!\d)(?:19|20)\d\d\b(?!\s?\d{3}\b|\s+års)(?:/\d\d)?"
    r"|\b(?:för närvarande|i dag|idag|numera|i (?:av)?run\w+ tal|under perioden)\b",
    re.IGNORECASE,
)
_BOUNDARY = compiled(
    r"[,;:]\s+(?:så\s+att\s+)?|\s+(?:och(?!\s+(?:år|månad)\b)|samt|varav|eller|men|respektive|då|(?:genom|innebär|medför|beslutar|föreslår|göra|så|yrkar|anser|bedömer|anger|visar|uppger|konstaterar|gör|är|utifrån|(?:besluta\w*|föresl\w+)(?:\s[^\W\d]+)?)\s+att)\s+"
    r"|\s[–-]\s|\)\s+|\("
)
_BY_WHOM = compiled(
    r"\b(?P<article>den|det|de)\s+(?:av|från)\s+(?:(?![.,;:])\S+\s+){1,5}?(?=[a-zåäö]{3,}(?:ade|dda|tta|lda|nda|rda|gda|sta)\s)"
)
"""Who does something to what is named, before it: "den av kommunen beslutade avgiften"."""
_ASIDES = frozenset(["som", "vilken", "vilket", "vilka", "där", "exklusive", "inklusive", "exkl", "inkl"])
"""What a clause begins with that only adds to the subject: "avgiften, som tas ut vid anslutning, är 500 kr"."""
_AMOUNTING_TO = frozenset(["på", "om", "av", "motsvarande"])
_BRINGING = frozenset(["med", "till", "genom"])


class Name(NamedTuple):
    """A name with what is known of it.

    ``is_giver`` says that it is that of who gives or gets, ``change`` what happens to what is named ("Höjning"), "" where nothing does;
    ``whole`` that it stands as it is, whatever follows the amount.
    """

    text: str
    is_giver: bool = False
    change: str = ""
    whole: bool = False


NOTHING = Name("")


def name_in_clauses(text: str) -> Name:
    """Return the name in the nearest clause that has one; a clause that begins with its verb has the subject of the one before."""
    change, shares_subject = "", False
    for clause in reversed(_BOUNDARY.split(_PASSING.sub(" ", _BY_WHOM.sub(r"\g<article> ", text)))):
        words = (clause or "").split()
        if shares_subject and words and words[0].lower().strip(".") in _ASIDES:
            continue
        name = _subject(words) if shares_subject else _in_clause(words)
        change = change or name.change
        if _says_something(name.text.split()):
            return name._replace(change=change)
        shares_subject = shares_subject or bool(words and is_verb(words[0]))
    return NOTHING._replace(change=change)


def without_passing(text: str) -> str:
    """Return a text without the years and days in passing."""
    return _PASSING.sub(" ", text)


def without_leading(text: str) -> str:
    """Return a phrase without the articles and prepositions that it begins with."""
    return " ".join(_stripped(text.split()))


def _says_something(words: list[str]) -> bool:
    plain = [word.strip(".,").lower() for word in words]
    return not (plain and plain[0] in FRACTIONS and plain[1:2] != ["av"]) and any(
        word not in HOLLOW and not word.endswith(("svis", "ligen")) and any(sign.isalpha() for sign in word) for word in plain
    )


def _subject(words: list[str]) -> Name:
    at = next((at for at, word in enumerate(words) if is_verb(word)), len(words))
    subject = _stripped(words[:at])
    return Name(" ".join(subject[-LONGEST:])) if subject else _in_clause(words)


def _in_clause(raw: list[str]) -> Name:
    brought = _brought(raw)
    if brought:
        return Name(brought)
    infinite = without_quantity(raw)
    words = _subject_of_modal(infinite) if infinite and infinite[-1].lower() in COMING_TO else _stripped(raw)
    verbs = [at for at, word in enumerate(words) if is_verb(word) and not (at and words[at - 1].lower() == "som")]
    if not verbs:
        noun = _without_relative(_from_article(words)[-LONGEST:])
        return Name("", change=noun.capitalize()) if noun.lower() in CHANGE_NOUNS and _is_by(raw) else Name(noun)
    at = verbs[-1]
    verb, before, behind = words[at].lower(), _stripped(words[:at]), _behind(words, at)
    if _is_by(raw) and (change := _change_of(words[at], raw)):
        return Name(_without_relative(before[-LONGEST:] or _stripped(behind)), change=change)
    if verb in MODAL and at + 1 < len(words) and words[at + 1].lower() in GETTING:
        verb = words[at + 1].lower()
    name = _of_verb(words[at], verb, before, behind)
    named = name.text.lower().split()
    is_whole = verb in SHARED_OUT and bool(infinite) and infinite[-1].lower() in WHOLES and not WHOLES & set(named)
    return name._replace(text=f"{name.text} totalt") if is_whole and _says_something(named) else name


def _of_verb(said: str, verb: str, before: list[str], behind: list[str]) -> Name:
    noun = _stripped(behind)
    if not _says_something(noun):
        if len(before) == 1 and before[0].lower() in WITH_THEIR_VERB:
            return Name(f"{before[0]} {said}")
        return Name(_without_relative(before[-LONGEST:]), is_giver=verb in GIVING or (bool(before) and before[-1].lower() in GIVERS))
    if behind[0].lower() == "per":
        return Name(" ".join([*(before or ["belopp"]), *behind[:2]]))
    if verb in COMPENSATED and behind[0].lower() == "för":
        return Name(_without_relative(noun))
    if verb in GIVING | GETTING:
        return _given(verb, before, behind, noun)
    if behind[0].lower() == "av" and behind[-1].lower() in GIVERS and before:  # by whom it is done
        return Name(" ".join(before[-LONGEST:]))
    if behind[0].lower() not in PREPOSITIONS or (len(behind) > 1 and behind[1].lower() in ARTICLES):
        return Name(_without_relative(_stripped(_from_article(noun))))
    return Name(" ".join([*before[-4:], *_without_tail(behind)]).strip() if before else " ".join(noun))


def _given(verb: str, before: list[str], behind: list[str], noun: list[str]) -> Name:
    """Return what is given: "beviljar föreningen ett bidrag" is "bidrag till föreningen", "ersätter enheten för samtal" is "samtal"."""
    if verb in GETTING and before and before[-1].lower() not in GIVERS and behind[0].lower() not in PREPOSITIONS:
        whom = " ".join(before[-LONGEST:])
        return Name(f"{_without_relative(noun)} till {whom[:1].lower() + whom[1:] if whom[1:2].islower() else whom}")
    if len(noun) == 1 and noun[0].lower() in GIVERS:
        return Name(" ".join(before[-LONGEST:]), is_giver=not before)
    articles = [at for at, word in enumerate(behind) if at and word.lower() in ARTICLES and behind[at - 1].lower() not in PREPOSITIONS]
    if articles:
        what, to_whom = _stripped(behind[articles[-1] + 1 :]), _stripped(behind[: articles[-1]])
        if to_whom and to_whom[-1].lower() not in GIVERS and not any(is_verb(word) for word in to_whom):
            return Name(f"{' '.join(what)} till {' '.join(to_whom)}")
        return Name(_without_relative(what))
    if behind[1:2] == ["för"] and behind[0].lower() not in PREPOSITIONS:
        return Name(" ".join(_stripped(behind[2:])))
    if behind[0].lower() in PREPOSITIONS and not (len(behind) > 1 and behind[1].lower() in ARTICLES):
        return Name(" ".join([*before[-4:], *_without_tail(behind)]))
    return Name(_without_relative(noun))


def _brought(words: list[str]) -> str:
    """Return what comes to the amount by a preposition and an article: "med ett påslag på", "till en kostnad av"."""
    words = without_quantity(words)
    if len(words) < 4 or words[-1].lower() not in _AMOUNTING_TO:
        return ""
    for at in range(len(words) - 3, 0, -1):
        if words[at].lower() in {"en", "ett"} and words[at - 1].lower() in _BRINGING:
            noun = words[at + 1 : -1]
            fits = 0 < len(noun) <= 3 and noun[-1].lower() not in GENERIC and not any(map(is_verb, noun))
            return " ".join(noun) if fits and not PREPOSITIONS & {word.lower() for word in noun} else ""
    return ""


def _change_of(said: str, raw: list[str]) -> str:
    verb = said.lower()
    if verb in COUNTED_UP:
        particles = {word.lower() for word in raw[raw.index(said) + 1 :]}
        return "Uppräkning" if "upp" in particles else "Nedräkning" if {"ned", "ner"} & particles else ""
    return CHANGES.get(verb, "")


def _is_by(raw: list[str]) -> bool:
    """Tell whether the clause says by how much something is changed: "höjs med"."""
    words = without_quantity(raw)
    return bool(words) and words[-1].lower() == "med"


def without_quantity(words: list[str]) -> list[str]:
    """Return words without those of quantity at their end ("höjs med i genomsnitt" is "höjs med")."""
    last = len(words)
    while last and words[last - 1].lower().strip(".,") in QUANTITY | {"i"}:
        last -= 1
    return words[:last]


def _subject_of_modal(words: list[str]) -> list[str]:
    """Return the subject of a clause that ends in an infinitive: between it and its modal verb, else before the modal verb."""
    if not words or words[-1].lower() not in COMING_TO:
        return words
    modals = [at for at, word in enumerate(words[:-1]) if word.lower() in MODAL]
    if not modals:
        return words
    between, before = _stripped(words[modals[-1] + 1 : -1]), _stripped(words[: modals[-1]])
    return between or before


def _behind(words: list[str], at: int) -> list[str]:
    """Return what follows a verb, without its infinitive ("kan få ett bidrag"), particle ("betalas ut") and adverbs ("årligen")."""
    first = at + 1
    if words[at].lower() in MODAL - {"får"} and first < len(words) and (words[first].endswith("a") or words[first] in INFINITIVES):
        first += 1
    while first < len(words) and words[first].lower() in ADVERBS:
        first += 1
    behind = words[first:]
    return behind[behind.index("ut") + 1 :] if "ut" in behind[:-1] else behind


def _from_article(words: list[str]) -> list[str]:
    """Return words from their last article on, where it begins a noun of its own: after a verb that is not known, say."""
    for at in range(len(words) - 2, 0, -1):
        if words[at].lower() in {"en", "ett"} and words[at - 1].lower() not in PREPOSITIONS | JOINTS:
            return words[at + 1 :]
    return words


def _without_tail(words: list[str]) -> list[str]:
    last = len(words)
    while last and words[last - 1].lower().strip(".,") in TRAILING:
        last -= 1
    return words[:last]


def _without_relative(words: list[str]) -> str:
    """Return the words as a name, without a relative clause that is nothing but its verb ("ersättningen som betalas")."""
    words = _stripped(words)
    return " ".join(words[:-2] if len(words) > 2 and words[-2].lower() == "som" else words)


def _stripped(words: list[str]) -> list[str]:
    first, last = 0, len(words)
    while first < last and words[first].lower().strip(".,") in LEADING:
        first += 1
    while last > first and words[last - 1].lower().strip(".,") in TRAILING and not _is_age(words, last - 1):
        last -= 1
    while last > first + 1 and words[last - 1].lower() in {"totalt", "sammanlagt", "netto", "brutto"}:
        last -= 1
    return [word for word in words[first:last] if any(character.isalnum() for character in word)]


def _is_age(words: list[str], at: int) -> bool:
    """Tell whether "år" belongs to the figure before it: "barn 4–5 år"."""
    return at > 0 and words[at] == "år" and words[at - 1][-1:].isdigit() and words[at - 1] not in VERBS
