"""Departures from the document in force that are told as one: a move, what is missing in one place, what an excerpt has little of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.differ.departures import plain
from lydelse.differ.folding import folded
from lydelse.differ.passages import visible
from lydelse.model.in_force import Departure, DepartureKind
from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.records import replace

FEWEST_OF_AN_EXCERPT = 3
"""Fewer parts than these are not left out, they are missing."""


def with_excerpt_asked(departures: Sequence[Departure], place: Place, body: Sequence[Block]) -> Iterator[Departure]:
    """Yield a section's differences; where an excerpt holds less than half of its text, whether the rest still applies is one question."""
    missing = [each for each in departures if each.kind is DepartureKind.MISSING]
    gone = sum(len("".join(each.text_in_force.split())) for each in missing)
    whole = sum(len(visible(block)) for block in body)
    if len(missing) < FEWEST_OF_AN_EXCERPT or 2 * gone < whole:
        yield from departures
        return
    text = "\n".join(each.text_in_force for each in missing)
    yield replace(missing[0], kind=DepartureKind.PARTIAL, place=place, in_force=text, text_in_force=text)
    yield from (each for each in departures if each.kind is not DepartureKind.MISSING)


def with_moves(departures: Iterable[Departure], left_out: Iterable[Block]) -> Iterator[Departure]:
    """Yield the departures with what is missing in one place and foreign in another told as moved; so from sections that are left out."""
    given = list(departures)
    alone = {DepartureKind.STRUCK, DepartureKind.FOREIGN}
    missing: dict[str, list[int]] = {}
    for at, each in enumerate(given):
        if each.kind is DepartureKind.MISSING:
            missing.setdefault(folded(each.text_in_force), []).append(at)
    elsewhere = {folded(plain(block)): block.place for block in left_out}
    gone: set[int] = set()
    for at, each in enumerate(given):
        text = folded(each.text)
        if each.kind in alone and not each.in_force and text:
            if missing.get(text):
                partner = missing[text].pop(0)
                gone.add(partner)
                given[at] = _moved(each, given[partner].place_in_force)
            elif text in elsewhere:
                given[at] = _moved(each, elsewhere.pop(text))
    yield from (each for at, each in enumerate(given) if at not in gone)


def _moved(departure: Departure, place: Place) -> Departure:
    return replace(departure, kind=DepartureKind.MOVED, place_in_force=place, in_force=departure.redline, text_in_force=departure.text)


def missing_joined(departures: Iterable[Departure]) -> Iterator[Departure]:
    """Yield the departures with parts that are missing in one place told as one."""
    waiting: Departure | None = None
    for each in departures:
        joins = (
            waiting is not None
            and each.kind is DepartureKind.MISSING
            and (waiting.place, waiting.place_in_force.section_id) == (each.place, each.place_in_force.section_id)
        )
        if waiting and joins:
            texts = f"{waiting.in_force}\n{each.in_force}", f"{waiting.text_in_force}\n{each.text_in_force}"
            waiting = replace(waiting, in_force=texts[0], text_in_force=texts[1])
            continue
        if waiting:
            yield waiting
        waiting = each if each.kind is DepartureKind.MISSING else None
        if waiting is None:
            yield each
    if waiting:
        yield waiting
