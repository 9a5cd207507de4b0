"""The proposed version of a document by itself, as motions are tried on it."""

from __future__ import annotations

from functools import cached_property

from lydelse.figures.numbers import numbers_in
from lydelse.model.amount import Amount
from lydelse.model.change import Comparison
from lydelse.model.document import Document
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.records import dataclass


@dataclass(frozen=True)
class Proposal:
    """The proposed version by itself, with its amounts; ``earlier`` is the comparison that it is the later version of."""

    document: Document
    alone: Comparison
    earlier: Comparison

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections by their ids."""
        return {section.section_id: section for section in self.document.sections}

    @cached_property
    def paragraphs(self) -> dict[str, list[Paragraph]]:
        """The paragraphs by their paths; a cell of several has them all."""
        found: dict[str, list[Paragraph]] = {}
        for paragraph in self.document.paragraphs:
            found.setdefault(paragraph.place.path, []).append(paragraph)
        return found

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that its amounts are for, and that its title names; none where it says nothing of years."""
        title = self.document.properties.title or next((section.title for section in self.document.sections if section.title), "")
        named = {int(number.value) for number in numbers_in(title) if number.is_year}
        return frozenset(named | {year for entry in self.entries if (year := entry.year(Version.AFTER)) is not None})

    @cached_property
    def earlier_years(self) -> frozenset[int]:
        """The years that the amounts of the current version are for, and the one before those of the proposal."""
        stated = {year for entry in self.earlier.entries if (year := entry.year(Version.BEFORE)) is not None}
        return frozenset(stated | {year - 1 for year in self.years})

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The amounts that it states."""
        return tuple(entry for entry in self.alone.entries if entry.after)

    def amount(self, entry: Entry) -> Amount:
        """Return the amount that an entry states."""
        assert entry.after is not None, "only amounts that the proposal states are asked for"
        return entry.after

    def before_of(self, entry: Entry) -> Amount | None:
        """Return what the current version states of an amount, None where it is not known."""
        same = [
            each.before
            for each in self.earlier.entries
            if each.after
            and each.before
            and (each.place.section_id, each.label, each.column) == (entry.place.section_id, entry.label, entry.column)
            and each.after.exactly == self.amount(entry).exactly
        ]
        return same[0] if len({amount.exactly for amount in same}) == 1 else None

    def called(self, entry: Entry) -> str:
        """Return an amount as a reader knows it: its section, what it is called, its figure."""
        column = f" ({entry.column})" if entry.column else ""
        return f"{entry.place.section} {entry.label}{column}: {self.amount(entry).literal}".strip()
