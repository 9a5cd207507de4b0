"""Stated upratings: clauses that say by how many per cent amounts are uprated ("ersättningen räknas upp med 3,1 procent för 2026")."""

from __future__ import annotations

import re
from functools import lru_cache

from lydelse.figures.prose import amounts_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.names import Name, name_of
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.patterns import compiled
from lydelse.records import dataclass

_UPRATED = compiled(
    r"\b(?P<verb>(?:räknas|räknats|räknades|skrivs|skrivits|indexeras|indexerats|justeras|justerats)\s+(?:[\w-]+\s+){0,3}?upp|uppräkna[ts]|indexuppräkna[ts]"
    r"|höjs|höjts|indexeras)\s+(?:[\w-]+\s+){0,3}?med\s+$",
    re.IGNORECASE,
)
_UPRATING_IS = compiled(
    r"\b(?P<verb>(?:index)?uppräkning(?:en)?)(?:\s+av\s+[\w-]+(?:\s+[\w-]+){0,3}?)?\s+(?:(?:är|blir|sker|görs|motsvarar|uppgår\s+till)(?:\s+med)?|med)\s+$",
    re.IGNORECASE,
)
_LOOK_BACK = 80
_ALL_WORDS = "ersättningar belopp priser priset taxor taxan avgifter nivåer nivån samtliga prislista årligen har kommer år utförare"
_OF_ALL = frozenset(stem for word in _ALL_WORDS.split() for stem in name_of(word).stems)
"""Words that name whatever amounts stand in the section."""


@dataclass(frozen=True, slots=True)
class StatedUprating:
    """By how many per cent something is uprated, and what: ``subject`` names it, no telling word where all amounts are meant."""

    by: Amount
    subject: Name

    def is_of(self, label: str) -> bool:
        """Tell whether an amount of this label is among what is uprated."""
        return self.subject.telling - _OF_ALL <= name_of(label).stems


@lru_cache(1 << 12)
def stated_upratings_in(text: str) -> tuple[StatedUprating, ...]:
    """Return the upratings that a text states with a percentage, none of a range or a bound."""
    if "med" not in text and "uppräkning" not in text.lower():
        return ()
    found: list[StatedUprating] = []
    for start, end in sentences_of(text):
        sentence = text[start:end]
        for amount in amounts_in(sentence):
            before = sentence[max(0, amount.start - _LOOK_BACK) : amount.start]
            said = _UPRATED.search(before) or _UPRATING_IS.search(before)
            if said and amount.kind is AmountKind.SHARE and amount.unit == "%" and amount.qualifier is Qualifier.NONE and amount.value > 0:
                found.append(StatedUprating(amount, name_of(sentence[: sentence.index(said["verb"])])))
    return tuple(found)
