"""Counts that a sentence takes apart into parts which do not add up to them."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.figures.statements.counted_parts import CountedParts, counted_parts_in
from lydelse.model.document import Document
from lydelse.model.section import Section
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.records import dataclass

FURTHEST_OFF = 10
"""Parts are thought to be all of a whole where they miss it by a tenth of it at most, or by one."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A count with parts that do not make it. ``obeyed`` tells that the earlier version's do, in the same sentence."""

    section: Section
    paragraph: Paragraph
    counted: CountedParts
    obeyed: bool


def uncounted(document: Document) -> Iterator[Uncounted]:
    """Yield the counts of a marked document's later version that their parts do not make, where both can be meant to agree."""
    for section in document.sections:
        for paragraph in section.paragraphs:
            if paragraph.kind is Kind.HEADING:
                continue
            before = counted_parts_in(paragraph.text_in(Version.BEFORE)) if paragraph.is_marked else ()
            after = counted_parts_in(paragraph.text_in(Version.AFTER))
            for at, each in enumerate(after):
                was = before[at] if len(before) == len(after) else None
                obeyed = was is not None and was.summed == was.whole
                if each.summed != each.whole and (obeyed or _is_near(each)):
                    yield Uncounted(section, paragraph, each, obeyed)


def _is_near(counted: CountedParts) -> bool:
    over = counted.summed - counted.whole
    return (over > 0 or not counted.may_leave_out) and abs(over) <= max(1, counted.whole // FURTHEST_OFF)
