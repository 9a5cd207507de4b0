"""Promises: that an amount is uprated, or that it is meant to stand unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.figures.prose import amounts_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.totals import says_what_is_done
from lydelse.patterns import compiled
from lydelse.records import dataclass

_UPRATED = compiled(
    r"\b(?:(?:räknas|indexeras|skrivs|justeras|höjs)\s+(?:[\w-]+\s+){0,4}?(?:upp|årligen|varje\s+år|med\s+(?:index|[A-ZÅÄÖ]{3,}|prisindex))"
    r"|(?:uppräknas|indexuppräknas|indexregleras|indexeras)\b|årlig\s+(?:uppräkning|indexering|indexuppräkning))",
    re.IGNORECASE,
)
_UNCHANGED = compiled(
    r"\b(?:oförändra(?:d|t|de)|(?:räknas|uppräknas|indexeras|justeras)\s+inte|ingen\s+uppräkning|inte\s+uppräkna(?:d|t|s)|samma\s+(?:belopp|nivå)\s+som"
    r"|ligger\s+fast|står\s+fast|kvarstår)\b",
    re.IGNORECASE,
)


_JOINT = compiled(r"(?P<apart>;\s+|,?\s+(?:men|medan|däremot)\s+)|,?\s+(?:och|samt)\s+|,\s+")
_GOES_ON = compiled(
    r"(?:det\s+)?(?:räknas|uppräknas|indexeras|indexuppräknas|justeras|skrivs|höjs|är|blir|förblir|ligger|står|kvarstår|ska|kan|kommer)\b",
    re.IGNORECASE,
)
"""A verb that begins a clause has the subject of the clause before it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause that says what becomes of amounts; [start, end) is the clause, with those that go on from it."""

    text: str
    start: int
    end: int

    def is_of(self, at: int) -> bool:
        """Tell whether a figure at this position stands in the clause."""
        return self.start <= at < self.end


def uprating_promises_in(text: str) -> tuple[Promise, ...]:
    """Return the clauses that promise that something is uprated."""
    return tuple(each for each in _clauses_with(_UPRATED, text) if not _UNCHANGED.search(each.text))


def said_unchanged_in(text: str) -> tuple[Promise, ...]:
    """Return the clauses that say that something stands unchanged."""
    return _clauses_with(_UNCHANGED, text)


def _clauses_with(pattern: re.Pattern[str], text: str) -> tuple[Promise, ...]:
    if not pattern.search(text):
        return ()
    spans = [span for sentence in sentences_of(text) for span in _clauses(text, *sentence)]
    return tuple(Promise(text[start:end], start, end) for start, end in spans if pattern.search(text, start, end))


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a sentence's clauses that speak of amounts of their own.

    Clauses are parted by ";", "men" and "medan" where the second has a subject of its own, and by "och" or a comma where both state
    an amount and what becomes of it.
    """
    figures = [start + amount.start for amount in amounts_in(text[start:end])]
    joints = [*_JOINT.finditer(text, start, end)]
    begin = start
    for at, joint in enumerate(joints):
        until = next((each.start() for each in joints[at + 1 :] if each["apart"]), end)
        sides = ((begin, joint.start()), (joint.end(), until))
        both_state = all(any(a <= figure < b for figure in figures) and says_what_is_done(text[a:b]) for a, b in sides)
        if (joint["apart"] or both_state) and not _GOES_ON.match(text, joint.end()):
            yield begin, joint.start()
            begin = joint.end()
    yield begin, end
