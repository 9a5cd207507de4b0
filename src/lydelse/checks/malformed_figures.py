"""The malformed figures of a document, each literal once with every place where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Details, Rule, Subject
from lydelse.checks.witnesses import witness_of
from lydelse.differ.grid import header_rows, names_of, seats_of
from lydelse.figures.malformed import Flaw, Malformed, malformed_in, malformed_in_cell, with_unit
from lydelse.model.finding import Finding, Passage
from lydelse.model.message import Fact
from lydelse.model.table import Table
from lydelse.model.text import Paragraph, Version


def findings_of(rule: Rule[Subject], subject: Subject, *flaws: Flaw) -> Iterator[Finding]:
    """Yield one finding for each literal of these flaws in the later version, where it first stands."""
    places: dict[tuple[Flaw, str], list[Passage]] = {}
    first: dict[tuple[Flaw, str], Malformed] = {}
    for paragraph, malformed in subject.once(_malformed):
        if malformed.kind in flaws:
            key = (malformed.kind, malformed.literal)
            first.setdefault(key, malformed)
            places.setdefault(key, []).append(_passage(paragraph, malformed))
    for key, malformed in first.items():
        yield _finding(rule, malformed, places[key], subject)


def _malformed(subject: Subject) -> list[tuple[Paragraph, Malformed]]:
    """Return every malformed figure of the later version with its paragraph, in order."""
    headers = _headers(subject)
    every: list[tuple[Paragraph, Malformed]] = []
    for paragraph in subject.after.paragraphs:
        text = paragraph.text_in(Version.AFTER)
        header = headers.get(id(paragraph))
        found = malformed_in(text) if header is None else malformed_in_cell(text, header)
        every.extend((paragraph, with_unit(each, text)) for each in found)
    return every


def _headers(subject: Subject) -> dict[int, str]:
    """Return the header above each paragraph that stands alone in a cell below one."""
    headers: dict[int, str] = {}
    for table in (block for block in subject.after.blocks if isinstance(block, Table)):
        first, columns = header_rows(table), names_of(table, Version.AFTER).columns
        for seat in seats_of(table):
            if seat.at_row >= first and len(seat.cell.paragraphs) == 1 and seat.column in columns:
                headers[id(seat.cell.paragraphs[0])] = columns[seat.column]
    return headers


def _passage(paragraph: Paragraph, malformed: Malformed) -> Passage:
    span = paragraph.reading(Version.AFTER).marked_span(malformed.start, malformed.end)
    return Passage(paragraph.place_of(*span), malformed.literal)


def _finding(rule: Rule[Subject], malformed: Malformed, passages: list[Passage], subject: Subject) -> Finding:
    facts: dict[str, Fact] = {
        "section": subject.heading(passages[0].place),
        "literal": malformed.literal,
        "suggestion": malformed.suggestion,
        "times": len(passages),
    }
    case = malformed.kind.value.replace(" ", "-")
    if not malformed.suggestion:
        case += ".open"
    elif len(passages) > 1:
        case += ".several"
    witness = witness_of(malformed.suggestion, subject) if malformed.kind is Flaw.LETTER and len(passages) == 1 else None
    if witness:
        facts |= {"arithmetic": witness.arithmetic, "witness": subject.heading(witness.passages[0].place)}
        details = Details(relation=witness.arithmetic, suggestion=malformed.suggestion)
        return rule.finding(*passages, *witness.passages, facts=facts, case=f"{case}.witnessed", details=details)
    return rule.finding(*passages, facts=facts, case=case, details=Details(suggestion=malformed.suggestion))
