"""A comparison's amounts, where each stands: what the finders of relations look things up in."""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.heads import is_per_head
from lydelse.figures.statements.names import NamedThings
from lydelse.figures.statements.totals import is_called_budget, is_called_total
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.change import Comparison
from lydelse.model.document import Document
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.records import dataclass

_BOUNDS = {Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN}


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of money for a whole purpose, not for one head or one item. ``called`` is how plainly the text says so.

    2: the words call it a total; 1: they call it a budget or what something comes to; 0: they say nothing of the kind.
    """

    entry: Entry
    paragraph: Paragraph
    called: int


@dataclass(frozen=True)
class Ledger:
    """The amounts of a comparison by the paragraph that states them, and the sums of its sections."""

    comparison: Comparison

    @property
    def document(self) -> Document:
        """The marked document that the amounts were read off."""
        return self.comparison.redline

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions that there are to test: one, where the document has no marks."""
        return (Version.AFTER,) if self.comparison.one_version else (Version.BEFORE, Version.AFTER)

    @cached_property
    def _by_path(self) -> dict[Version, dict[str, tuple[Entry, ...]]]:
        """The amounts of each version by their paragraph, in order: every finder asks for those of every paragraph."""
        by_path: dict[Version, dict[str, list[tuple[int, Entry]]]] = {version: {} for version in Version}
        for version, paths in by_path.items():
            for entry in self.comparison.entries:
                if amount := entry.amount(version):
                    paths.setdefault(entry.place.path, []).append((amount.start, entry))
        return {
            version: {path: tuple(entry for _, entry in sorted(stated, key=lambda each: each[0])) for path, stated in paths.items()}
            for version, paths in by_path.items()
        }

    def entries_at(self, path: str, version: Version) -> tuple[Entry, ...]:
        """Return the amounts that a paragraph or a cell states in one version, in order."""
        return self._by_path[version].get(path, ())

    @cached_property
    def sections_by_title(self) -> NamedThings[Section]:
        """The sections by what their titles name."""
        return NamedThings((section.title, section) for section in self.document.sections)

    def whole_amounts_by_label(self, version: Version) -> NamedThings[list[Entry]]:
        """Return the amounts of money that are paid for a whole, not for each of something, by their label."""
        if version not in self._whole_amounts:
            by_label: dict[str, list[Entry]] = {}
            for entry in self.comparison.entries:
                amount = entry.amount(version)
                if amount and entry.kind is AmountKind.MONEY and amount.per is None:
                    by_label.setdefault(entry.label, []).append(entry)
            self._whole_amounts[version] = NamedThings(by_label.items())
        return self._whole_amounts[version]

    @cached_property
    def _whole_amounts(self) -> dict[Version, NamedThings[list[Entry]]]:
        """What has been looked up already: every base of a share asks for all labels."""
        return {}

    @cached_property
    def kept(self) -> dict[tuple[str, Version], object]:
        """What a finder has worked out of a table and another asks for again, by the table's path."""
        return {}

    @cached_property
    def stopped(self) -> list[Message]:
        """The searches that a finder did not make in full, as it tells of them."""
        return []

    @cached_property
    def _money_by_path(self) -> dict[Version, dict[str, tuple[Entry, ...]]]:
        """The amounts of money of each version by their paragraph, in order."""
        found = {
            version: {path: tuple([entry for entry in entries if entry.kind is AmountKind.MONEY]) for path, entries in paths.items()}
            for version, paths in self._by_path.items()
        }
        return {version: {path: money for path, money in paths.items() if money} for version, paths in found.items()}

    def money_in(self, paragraph: Paragraph, version: Version) -> tuple[Entry, ...]:
        """Return the amounts of money that a paragraph states in one version, in order."""
        return self._money_by_path[version].get(paragraph.place.path, ())

    def money_at(self, version: Version) -> Container[str]:
        """Return the paths of the paragraphs that state amounts of money in one version."""
        return self._money_by_path[version]

    def sums_of(self, section: Section, version: Version) -> tuple[Sum, ...]:
        """Return the amounts that may be what a section's purpose costs in all, in one version."""
        key = (section.section_id, version)
        if key not in self._sums:
            self._sums[key] = tuple(each for paragraph in section.paragraphs for each in self.sums_in(paragraph, version))
        return self._sums[key]

    @cached_property
    def _sums(self) -> dict[tuple[str, Version], tuple[Sum, ...]]:
        """What has been looked up already: every finder asks for the sums of every section."""
        return {}

    def sums_in(self, paragraph: Paragraph, version: Version) -> list[Sum]:
        """Return the amounts of a paragraph that may be sums, in one version."""
        money = self.money_in(paragraph, version)
        if not money:
            return []
        text = paragraph.text_in(version)
        sentences = sentences_of(text)
        found: list[Sum] = []
        last = 0
        for entry in money:
            amount = entry.amount(version)
            assert amount is not None, "the entry was chosen because it is stated in this version"
            start = next((first for first, end in sentences if first <= amount.start < end), 0)
            clause = text[max(start, last) : amount.start]
            last = amount.end
            called = _called(clause, text[amount.end :])
            is_average = called < 2 and is_per_head(amount.per, clause)
            if amount.per is None and amount.qualifier not in _BOUNDS and not is_average:
                found.append(Sum(entry, paragraph, called))
        return found


def plainest(sums: tuple[Sum, ...]) -> tuple[Sum, ...]:
    """Return the sums that are called a total most plainly."""
    highest = max((each.called for each in sums), default=0)
    return tuple(each for each in sums if each.called == highest)


def _called(clause: str, following: str) -> int:
    if is_called_total(clause, following):
        return 2
    return 1 if is_called_budget(clause) else 0
