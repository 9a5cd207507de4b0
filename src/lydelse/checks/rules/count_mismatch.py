"""L401: a count of parts that the list or table after it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lydelse.checks.rule import Subject, rule
from lydelse.differ.grid import header_rows, names_of
from lydelse.figures.statements.announcements import PARTS, Announcement, announcement_before_list, enumerations_in
from lydelse.figures.statements.names import stem_of
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.document import Redline
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.review import Confirmed
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version

SHORTEST_STEM = 3
"""Letters of a header's word that is too short to be found again in a compound."""


@rule("L401", "count-mismatch", Severity.ERROR)
def count_mismatch(subject: Subject) -> Iterator[Finding | Confirmed]:
    """Yield the announced counts, as findings where the list or table directly after them has another.

    A question only where the marking was lost: struck and added parts may then stand in one list.
    """
    guessed = subject.redline.source.redline is Redline.UNMARKED
    for section in subject.after.sections:
        for at, block in enumerate(section.blocks):
            if not isinstance(block, Paragraph) or block.kind is Kind.HEADING:
                continue
            yield from _in_sentence(subject, block, section.number or section.title, guessed=guessed)
            parts = parts_after(section.blocks, at)
            announced = announcement_before_list(block.after) if parts else None
            if announced is None or not _is_of(section.blocks[at + 1], announced):
                continue
            heading = section.number or section.title
            if announced.count != len(parts):
                severity = Severity.QUESTION if guessed else Severity.ERROR
                yield _finding(block, announced, parts, severity, heading)
            elif not guessed:
                facts: dict[str, Fact] = {"section": heading, "announced": announced.literal, "count": Decimal(announced.count)}
                yield count_mismatch.confirmed(
                    Passage(block.place, announced.literal), *parts, facts=facts, document=subject.after.source.name
                )


def _in_sentence(subject: Subject, block: Paragraph, heading: str, *, guessed: bool) -> Iterator[Finding | Confirmed]:
    """Yield the counts that a sentence announces and lists itself."""
    for each in enumerations_in(block.after):
        count, items = each.announced.count, tuple(Passage(block.place, item) for item in each.items)
        if not len(items) <= count <= each.most:
            yield _finding(block, each.announced, items, Severity.QUESTION if guessed or not each.is_plain else Severity.ERROR, heading)
        elif count == len(items) and each.is_plain and not guessed:
            facts: dict[str, Fact] = {"section": heading, "announced": each.announced.literal, "count": Decimal(count)}
            at = Passage(block.place, each.announced.literal)
            yield count_mismatch.confirmed(at, facts=facts, document=subject.after.source.name)


def parts_after(blocks: Sequence[Block], at: int) -> tuple[Passage, ...]:
    """Return the items of the list, or the rows of the table, that directly follow a block; nothing where neither does.

    Headers and totals are not parts.
    """
    following = blocks[at + 1 :]
    if following and isinstance(following[0], Table):
        rows = following[0].rows[header_rows(following[0]) :]
        first = [next((p for cell in row.cells for p in cell.paragraphs if p.after), None) for row in rows]
        return tuple(Passage(p.place, p.after) for p in first if p is not None and not is_total_label(p.after))
    items: list[Passage] = []
    for block in following:
        if not isinstance(block, Paragraph) or block.kind is not Kind.ITEM:
            break
        items.append(Passage(block.place, block.after))
    return tuple(items)


def _is_of(block: Block, announced: Announcement) -> bool:
    """Tell whether what follows is made of what is announced: lists are; a table is where the noun is one for parts or names its rows."""
    if not isinstance(block, Table) or announced.noun.lower().endswith(PARTS):
        return True
    header = names_of(block, Version.AFTER).columns.get(0, "").lower()
    return any(len(stem) > SHORTEST_STEM and stem in announced.noun.lower() for stem in map(stem_of, header.split()))


def _finding(paragraph: Paragraph, announced: Announcement, parts: tuple[Passage, ...], severity: Severity, heading: str) -> Finding:
    facts: dict[str, Fact] = {
        "section": heading,
        "announced": announced.literal,
        "count": announced.count,
        "found": len(parts),
        "parts": tuple(f"”{part.text}”" for part in parts),
    }
    return count_mismatch.finding(Passage(paragraph.place, announced.literal), *parts, facts=facts, severity=severity)
