"""People as minutes name them: "Anna Ek (S)", "Anna Ek och Bo Alm (båda M)"; and parties that are named by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.model.minutes import Present, Role
from lydelse.model.place import Place
from lydelse.patterns import compiled

_WORD = r"[A-ZÅÄÖÉÜ][\w'’.-]*"
NAME = rf"{_WORD}(?:\s+(?:af|von|van|de|der|el|al|bin|da)(?=\s))?(?:\s+{_WORD}){{1,3}}"
_PARTY = r"\(\s*(?P<shared>(?:båda|bägge|samtliga|alla)\s+)?(?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}|-|–)\s*\)"
_PARTIED = compiled(rf"(?P<names>{NAME}(?:(?:,\s+|\s+och\s+|\s+samt\s+){NAME}){{0,12}})\s*,?\s*{_PARTY}")
_COMMA_PARTY = compiled(rf"(?P<names>{NAME}),\s(?P<party>S|M|SD|C|V|KD|MP|L)(?![\w])")
_ONE = compiled(NAME)
_TITLES = compiled(
    r"^(?:(?:(?:[Ff]örste|[Aa]ndre|[Aa]ndra|[12]:[ae])\s+)?(?:[Vv]ice\s+)?[Oo]rdförande(?:n)?|[Ll]edamot(?:en)?|[Ll]edamöterna|[Ee]rsättare(?:n)?|"
    r"[Rr]egionråd(?:et)?|[Kk]ommunalråd(?:et)?|[Oo]ppositionsråd(?:et)?|[Yy]rkanden?|[Jj]äv|[Rr]eservation|[Mm]ed|[Ää]ven|[Dd]äremot|[Hh]err|[Ff]ru)\s+"
)
_JOINT = compiled(r",\s+|\s+och\s+|\s+samt\s+")
_GROUP = compiled(r"(?<![\w(])(?P<party>SD|KD|MP|FI|[SMCVL])-(?:gruppen|grupp|ledamöterna)(?!\w)")


def people_in(text: str, place: Place, vocabulary: Vocabulary) -> tuple[Present, ...]:
    """Return those who are named with a party, and parties that are named by themselves, in order, each once."""
    found = sorted((*_with_party(text, place), *_parties(text, place, vocabulary)), key=lambda each: each[0])
    kept = dict.fromkeys(present for _, present in found)
    named = {present.party for present in kept if present.name != _party_name(present, vocabulary)}
    return tuple(present for present in kept if present.party not in named or present.name != _party_name(present, vocabulary))


def name_alone(text: str) -> str:
    """Return the name that a text is, "" where it is anything else."""
    plain = _TITLES.sub("", " ".join(text.split()))
    return plain if _ONE.fullmatch(plain) else ""


def _party_name(present: Present, vocabulary: Vocabulary) -> str:
    return present.name if present.name.lower() in vocabulary.parties else ""


def _with_party(text: str, place: Place) -> Iterator[tuple[int, Present]]:
    for match in (*_PARTIED.finditer(text), *_COMMA_PARTY.finditer(text)):
        party = match["party"].strip("-–")
        shared = bool(match.groupdict().get("shared"))
        names = [_TITLES.sub("", name) for name in _JOINT.split(" ".join(match["names"].split()))]
        for at, name in enumerate(names):
            own = party if shared or at == len(names) - 1 else ""
            yield match.start() + at, Present(name, own, Role.OTHER, place)


def _parties(text: str, place: Place, vocabulary: Vocabulary) -> Iterator[tuple[int, Present]]:
    for name, letters in vocabulary.parties.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", text, re.IGNORECASE):
            yield match.start(), Present(name.capitalize(), letters, Role.OTHER, place)
    for match in _GROUP.finditer(text):
        names = [name for name, letters in vocabulary.parties.items() if letters == match["party"]]
        yield match.start(), Present(names[0].capitalize() if names else match["party"], match["party"], Role.OTHER, place)
