"""L401: a count of parts that the list or table after it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.checks.rule import Subject, rule
from lydelse.differ.grid import header_rows
from lydelse.figures.statements.announcements import Announcement, announcement_before_list
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.document import Redline
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph


@rule("L401", "count-mismatch", Severity.ERROR)
def count_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the announced counts that the list or table directly after them does not have.

    A question only where the marking was lost: struck and added parts may then stand in one list.
    """
    guessed = subject.redline.source.redline is Redline.UNMARKED
    for section in subject.after.sections:
        for at, block in enumerate(section.blocks):
            if not isinstance(block, Paragraph) or block.kind is Kind.HEADING:
                continue
            parts = parts_after(section.blocks, at)
            announced = announcement_before_list(block.after) if parts else None
            if announced and announced.count != len(parts):
                severity = Severity.QUESTION if guessed else Severity.ERROR
                yield _finding(block, announced, parts, severity, section.number or section.title)


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


def _finding(paragraph: Paragraph, announced: Announcement, parts: tuple[Passage, ...], severity: Severity, heading: str) -> Finding:
    facts: dict[str, Fact] = {
        "section": heading,
        "announced": announced.literal,
        "count": announced.count,
        "found": len(parts),
        "parts": tuple(f"”{part.text}”" for part in parts),
    }
    return count_mismatch.finding(Passage(paragraph.place, announced.literal), *parts, facts=facts, severity=severity)
