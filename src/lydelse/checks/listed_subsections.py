"""A list that announces the subsections after it: which item is which subsection."""

from __future__ import annotations

from itertools import groupby, pairwise

from lydelse.figures.statements.names import agree, name_of, shared_stems
from lydelse.model.document import Document
from lydelse.model.section import Section
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.records import dataclass

FEWEST_ITEMS = 3
SHARE_NAMED = 0.6
"""How many of the items, or of the subsections, must be found among the others for a list to be one of subsections."""

LEAST_ALIKE = 0.5
"""The share of the telling words of the shorter phrase that an item and a title of one thing have in common."""

SHADE = 0.01
"""Tells apart what is named by its very words and what is named by words that are only related."""


@dataclass(frozen=True, slots=True)
class ListedSubsections:
    """A list and the subsections that it announces; a pair's item or subsection is None where the other has none."""

    section: Section
    items: tuple[Paragraph, ...]
    subsections: tuple[Section, ...]
    pairs: tuple[tuple[Paragraph, Section], ...]

    @property
    def unlisted(self) -> tuple[Section, ...]:
        """The subsections that no item names."""
        named = {id(section) for _, section in self.pairs}
        return tuple(section for section in self.subsections if id(section) not in named)

    @property
    def without_section(self) -> tuple[Paragraph, ...]:
        """The items that no subsection is about."""
        named = {id(item) for item, _ in self.pairs}
        return tuple(item for item in self.items if id(item) not in named)


def listed_subsections(document: Document, section: Section) -> ListedSubsections | None:
    """Return the list of a section that announces its subsections, None where it has no such list."""
    subsections = document.subsections(section)
    if len(subsections) < FEWEST_ITEMS - 1:
        return None
    found = [each for items in _lists(section) if (each := _announcing(section, items, subsections))]
    return max(found, key=lambda each: len(each.pairs), default=None)


def _lists(section: Section) -> list[tuple[Paragraph, ...]]:
    groups = groupby(section.blocks, key=lambda block: isinstance(block, Paragraph) and block.kind is Kind.ITEM)
    lists = (tuple(block for block in blocks if isinstance(block, Paragraph)) for is_list, blocks in groups if is_list)
    return [items for items in lists if len(items) >= FEWEST_ITEMS]


def _announcing(section: Section, items: tuple[Paragraph, ...], subsections: tuple[Section, ...]) -> ListedSubsections | None:
    named = _named(items, subsections)
    if len(named) < SHARE_NAMED * min(len(items), len(subsections)) or len(named) < FEWEST_ITEMS - 1:
        return None
    if 2 * len(named) < max(len(items), len(subsections)):
        return None
    pairs = [*named, *_left_between(named, items, subsections)]
    return ListedSubsections(section, items, subsections, tuple((items[one], subsections[other]) for one, other in sorted(pairs)))


def _named(items: tuple[Paragraph, ...], subsections: tuple[Section, ...]) -> list[tuple[int, int]]:
    """Return which items name which subsections, by their positions; the likest first, each once."""
    likest = sorted(
        (-_likeness(item.text_in(Version.AFTER), section.title), abs(one - other), one, other)
        for one, item in enumerate(items)
        for other, section in enumerate(subsections)
    )
    pairs: list[tuple[int, int]] = []
    for likeness, _, one, other in likest:
        if -likeness >= LEAST_ALIKE and all(one != first and other != second for first, second in pairs):
            pairs.append((one, other))
    return sorted(pairs)


def _likeness(phrase: str, title: str) -> float:
    one, other = name_of(phrase), name_of(title)
    if one.stems == other.stems or (one.telling and one.telling <= other.telling):
        return 1.0 + (one.stems == other.stems)
    if agree(phrase, title):
        return 1.0 - SHADE
    fewest = min(len(one.telling), len(other.telling))
    return min(1.0 - 2 * SHADE, shared_stems(phrase, title) / fewest) if fewest else 0.0


def _left_between(named: list[tuple[int, int]], items: tuple[Paragraph, ...], subsections: tuple[Section, ...]) -> list[tuple[int, int]]:
    """Return the pairs that only their place tells: as many items as subsections between two that name each other, in one order."""
    if any(second <= first for (_, first), (_, second) in pairwise(named)):
        return []
    ends = [(-1, -1), *named, (len(items), len(subsections))]
    left: list[tuple[int, int]] = []
    for (item, section), (next_item, next_section) in pairwise(ends):
        if next_item - item == next_section - section:
            left.extend((item + step, section + step) for step in range(1, next_item - item))
    return left
