"""What holding a redline against the document in force gave, as the sentences that the reports show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.model.in_force import InForce, Match, SectionInForce
from lydelse.model.message import Message
from lydelse.reports.wording import say

LISTED = 12
"""Sections that a sentence names; the JSON names all."""


def in_force_lines(held: InForce, language: str) -> tuple[str, ...]:
    """Return the sentences: how much was found, what is left out, what is not there, what is called otherwise."""
    return tuple(say(message, language) for message in _messages(held))


def _messages(held: InForce) -> Iterator[Message]:
    found = [section for section in held.sections if section.match is not Match.NONE]
    yield Message("report.in-force.summary", {"found": len(found), "name": held.source.name, "departures": len(held.departures)})
    names = tuple(section.in_force for section in held.left_out)
    if len(names) > LISTED:
        yield Message("report.in-force.left-out.more", {"sections": ", ".join(names[:LISTED]), "n": len(names) - LISTED})
    elif names:
        yield Message("report.in-force.left-out", {"sections": names})
    for key, sections in (
        ("report.in-force.unknown", [each for each in held.sections if _is_unknown(each)]),
        ("report.in-force.added", [each for each in held.sections if each.added]),
        ("report.in-force.other-number", [each for each in found if each.match is not Match.NUMBER_AND_TITLE and each.title]),
    ):
        if sections:
            yield Message(key, {"sections": _named(sections)})


def _is_unknown(section: SectionInForce) -> bool:
    return section.match is Match.NONE and not section.left_out and not section.added and bool(section.title)


def _named(sections: Sequence[SectionInForce]) -> tuple[str, ...]:
    return tuple(" ".join(part for part in (each.section, each.title) if part) for each in sections)
