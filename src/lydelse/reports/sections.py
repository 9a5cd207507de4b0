"""What the sections of the compared documents are called, for all who must say where something stands."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.model.change import Comparison
from lydelse.model.place import Place
from lydelse.model.section import Section


def heading_of(section: Section) -> str:
    """Return a section's heading as it will read, as it has read where it is struck; "" for the text before the first one."""
    return (section.heading.after or section.heading.before) if section.heading else ""


def headings_of(comparison: Comparison) -> dict[str, str]:
    """Return the headings of a comparison by the sections' ids; the redline names a section before its versions do."""
    headings: dict[str, str] = {}
    for document in (comparison.redline, comparison.after, comparison.before):
        for section in document.sections:
            headings.setdefault(section.section_id, heading_of(section))
    return headings


class Headings:
    """The headings of several comparisons, by the documents' names."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        """Collect them; a passage that names no document is one of the first."""
        self._headings: dict[tuple[str, str], str] = {}
        for comparison in comparisons:
            for name in names_of(comparison):
                for section_id, heading in headings_of(comparison).items():
                    self._headings.setdefault((name, section_id), heading)

    def of(self, document: str, place: Place) -> str:
        """Return the heading of the section that a place is in, its number where the section is unknown."""
        return self._headings.get((document, place.section_id), place.section)


def names_of(comparison: Comparison) -> tuple[str, ...]:
    """Return the names that a passage may know the compared documents by; "" is one of them."""
    return tuple(dict.fromkeys((*(source.name for source in comparison.sources), comparison.redline.source.name, "")))
