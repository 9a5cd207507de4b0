"""How a difference from the document in force is told: what is quoted, where, and how much it weighs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lydelse.checks.rule import Subject
from lydelse.model.finding import Passage, Severity
from lydelse.model.in_force import Departure, DepartureKind

QUOTED_AT_MOST = 140
"""Characters of a quotation within a sentence; the passages have the whole."""


def departures_of(subject: Subject, kinds: Collection[DepartureKind]) -> Iterator[Departure]:
    """Yield the departures of some kinds; none where no document in force was given."""
    held = subject.comparison.in_force
    if held:
        yield from (departure for departure in held.departures if departure.kind in kinds)


def facts_of(subject: Subject, departure: Departure) -> dict[str, str]:
    """Return what the sentences of the two rules hold."""
    return {
        "section": subject.heading(departure.place),
        "in_force": quoted(departure.in_force),
        "redline": quoted(departure.redline),
        "section_in_force": departure.place_in_force.section,
    }


def passages_of(subject: Subject, departure: Departure) -> tuple[Passage, ...]:
    """Return the part of the redline, and the part of the document in force that stands opposite it."""
    held = subject.comparison.in_force
    name = held.source.name if held else ""
    redline = Passage(departure.place, departure.text)
    return (redline, Passage(departure.place_in_force, departure.text_in_force, name)) if departure.text_in_force else (redline,)


def weight_of(subject: Subject, usual: Severity) -> Severity:
    """Return how much a departure weighs: where the redline's marks were guessed, the guess may be what is wrong."""
    held = subject.comparison.in_force
    return Severity.QUESTION if held and held.guessed else usual


def quoted(text: str) -> str:
    """Return a text short enough to stand in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED_AT_MOST else f"{line[:QUOTED_AT_MOST].rsplit(' ', 1)[0]} …"
