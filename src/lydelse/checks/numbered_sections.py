"""The numbered sections of a document, by parent; whether the document is whole or an excerpt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from lydelse.model.document import Document
from lydelse.model.section import Section
from lydelse.patterns import compiled

_NUMBER = compiled(r"\d{1,4}(?:\.\d{1,3})*")
_LETTER_FIRST = compiled(r"[a-h]\s+\S")
"""What follows the number of "§ 3 a Ersättare": a section put in between, which leaves the numbers around it as they are."""


def families_of(document: Document) -> Mapping[str, list[Section]]:
    """Return the numbered sections under each parent's id, in document order; those of the highest level stand under ""."""
    families: dict[str, list[Section]] = defaultdict(list)
    for section in document.sections:
        if _NUMBER.fullmatch(section.number) and not _LETTER_FIRST.match(section.title):
            annex = section.section_id.rpartition("/")[0]
            parent = section.number.rpartition(".")[0]
            families["/".join(filter(None, (annex, parent)))].append(section)
    return families


def last_number(section: Section) -> int:
    """Return the last part of a section's number: 4 for "2.1.4"."""
    return int(section.number.rpartition(".")[2])


def is_whole(document: Document) -> bool:
    """Tell whether a document is no excerpt: its highest numbers run from 1 without a gap."""
    numbers = {last_number(section) for section in families_of(document).get("", ())}
    return sorted(numbers) == [*range(1, len(numbers) + 1)] and len(numbers) > 1
