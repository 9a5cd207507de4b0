"""L404: the same row or the same list item twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from lydelse.checks.rule import Subject, rule
from lydelse.differ.grid import header_rows
from lydelse.figures.links import without_links
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.patterns import compiled

SHORTEST = 6
"""Letters and digits of the shortest entry that is compared: "Ja" and "Nej" may stand in a list as often as they like."""

WORDS_OF_A_LINE = 5
_NONE = compiled(r"(?:ej|inte|ingen|inget|inga|saknas|uppgift saknas|vakant|vakans)(?!\w)[^|]{0,30}$")
"""Entries that say that there is none; several may."""


@rule("L404", "duplicate-entry", Severity.WARNING)
def duplicate_entry(subject: Subject) -> Iterator[Finding]:
    """Yield the entries of a list or of a table that stand there twice."""
    for section in subject.after.sections:
        for entries in [*_lists(section), *map(_rows, section.tables)]:
            yield from _duplicates(entries, section)


def _lists(section: Section) -> Iterator[list[Passage]]:
    """Yield the lists of a section: items that follow one another, or the same line printed twice in a row."""
    for kind, blocks in groupby(section.blocks, key=lambda block: block.kind if isinstance(block, Paragraph) else None):
        passages = [Passage(block.place, block.after) for block in blocks if isinstance(block, Paragraph)]
        if kind is Kind.ITEM:
            yield passages
        elif kind is Kind.PARAGRAPH:
            yield from ([one, two] for one, two in pairwise(passages) if _says_something(one.text))


def _says_something(line: str) -> bool:
    """Tell whether a line by itself says something, and is not one to be signed or filled in ("Ort och datum")."""
    return any(sign.isdigit() for sign in line) or len(line.split()) >= WORDS_OF_A_LINE


def _rows(table: Table) -> list[Passage]:
    rows = (row for row in table.rows[header_rows(table) :] if row.cells)
    texts = (([cell.text(Version.AFTER) for cell in row.cells], row) for row in rows)
    return [
        Passage(row.cells[0].paragraphs[0].place, " | ".join(cells))
        for cells, row in texts
        if row.cells[0].paragraphs and sum(map(bool, cells)) > 1
    ]


def _duplicates(entries: Iterable[Passage], section: Section) -> Iterator[Finding]:
    seen: dict[str, Passage] = {}
    for entry in entries:
        key = " ".join(without_links(entry.text).casefold().split()).rstrip(".,;")
        if sum(sign.isalnum() for sign in key) < SHORTEST or not any(sign.isalpha() for sign in key) or _NONE.match(key):
            continue
        if key in seen:
            yield duplicate_entry.finding(entry, seen[key], facts={"section": section.number or section.title, "text": entry.text})
        else:
            seen[key] = entry
