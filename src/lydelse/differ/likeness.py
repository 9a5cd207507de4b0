"""How alike two parts of documents are: by their words, never by their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from lydelse.differ.align import Keys, Likeness
from lydelse.differ.folding import folded, masked, words_in
from lydelse.differ.islands import FUNCTION_WORDS
from lydelse.model.section import Block, Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Version
from lydelse.records import dataclass

FEWEST_WORDS = 8
"""The words of a text that does not recur by chance."""
LEAST_IN_COMMON = 0.1
"""The share of their words two and two that two sections of one title have in common where they are one section with another number."""


@dataclass(frozen=True)
class Likened:
    """A block of an unmarked document with what it is weighed by."""

    block: Block

    @cached_property
    def text(self) -> str:
        """The whole text, folded; a table's cells stand between bars."""
        if isinstance(self.block, Table):
            rows = (" | ".join(folded(cell.text(Version.AFTER)) for cell in row.cells) for row in self.block.rows)
            return "|\n".join(rows) + "|"
        return folded(self.block.marked_text)

    @cached_property
    def masked(self) -> str | None:
        """The text without its figures, None where it has no words."""
        text = masked(self.text)
        return text if any(character.isalpha() for character in text) else None

    @cached_property
    def words(self) -> Counter[str]:
        """The words, or for a table the texts of its cells with their figures masked."""
        if isinstance(self.block, Table):
            return Counter(cell for row in self.block.rows for c in row.cells if (cell := masked(c.text(Version.AFTER))))
        return weighty_words(self.text)

    @property
    def features(self) -> set[Hashable]:
        """What is rarely shared by chance: words that follow one another; for a table its cells."""
        if isinstance(self.block, Table):
            return set(self.words)
        return neighbours(words_in(self.text))

    @property
    def sort(self) -> str:
        """What a block may become another of: a table a table, a heading a heading, all other text other text."""
        if isinstance(self.block, Table):
            return "table"
        return "heading" if self.block.kind is Kind.HEADING else "text"


def weighty_words(text: str) -> Counter[str]:
    """Return the words of a text, the small ones left out where it has others."""
    words = words_in(text)
    return Counter([word for word in words if word not in FUNCTION_WORDS] or words)


def neighbours(words: Sequence[str]) -> set[Hashable]:
    """Return the words of a text two and two."""
    return set(pairwise(words))


def dice(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return the share of words that two bags have in common, from 0 to 1."""
    total = sum(one.values()) + sum(other.values())
    if not total:
        return 0.0
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return 2 * sum(min(count, more.get(word, 0)) for word, count in fewer.items()) / total


def block_likeness(before: Sequence[Likened], after: Sequence[Likened]) -> Likeness:
    """Return how the blocks of two gaps are weighed."""

    def weight(i: int, j: int) -> float:
        one, other = before[i], after[j]
        return dice(one.words, other.words) if one.sort == other.sort else 0.0

    return Likeness(weight, lambda i: before[i].features, lambda j: after[j].features)


@dataclass(frozen=True)
class LikenedSection:
    """A section of an unmarked document with what it is weighed by."""

    section: Section

    @cached_property
    def title(self) -> str:
        """The title without its figures."""
        return masked(self.section.title)

    @cached_property
    def words(self) -> Counter[str]:
        """The words of the blocks under the heading."""
        counts: Counter[str] = Counter()
        for each in self.blocks:
            counts.update(each.words)
        return counts

    @cached_property
    def content(self) -> str:
        """The text under the heading without its figures, "" where there is none."""
        return "\n".join(each.masked or "" for each in self.blocks).strip()

    @cached_property
    def heading(self) -> Likened | None:
        """The heading, None where there is none."""
        return Likened(self.section.heading) if self.section.heading else None

    @cached_property
    def blocks(self) -> tuple[Likened, ...]:
        """The blocks under the heading."""
        return tuple(Likened(block) for block in (self.section.blocks[1:] if self.section.heading else self.section.blocks))

    @property
    def features(self) -> set[Hashable]:
        """What is rarely shared by chance, in title and blocks."""
        return set().union(neighbours(words_in(self.title)), *(each.features for each in self.blocks))


def section_keys(before: Sequence[LikenedSection], after: Sequence[LikenedSection]) -> list[tuple[Keys, Keys]]:
    """Return the keys that sections are paired by: title and content, then number and title, then the title alone.

    A title that is repeated names no section by itself, nor does its number, which the sections before it decide.
    """
    repeated = {title for sections in (before, after) for title, count in Counter(each.title for each in sections).items() if count > 1}

    def keys(sections: Sequence[LikenedSection]) -> tuple[Keys, Keys, Keys]:
        titles = [None if each.title in repeated else each.title or None for each in sections]
        return (
            [(each.title, each.content) if each.content else None for each in sections],
            [(each.section.number, title) if title else None for each, title in zip(sections, titles, strict=True)],
            titles,
        )

    return list(zip(keys(before), keys(after), strict=True))


def share_title_only(one: LikenedSection, other: LikenedSection) -> bool:
    """Tell whether two sections are two that happen to be called the same: their numbers differ and their words as well."""
    if one.section.number == other.section.number or min(one.words.total(), other.words.total()) < FEWEST_WORDS:
        return False
    ours, theirs = one.features, other.features
    return len(ours & theirs) < LEAST_IN_COMMON * min(len(ours), len(theirs))


def section_likeness(before: Sequence[LikenedSection], after: Sequence[LikenedSection], twins: Mapping[int, int]) -> Likeness:
    """Return how sections are weighed: title, content and number together, so that no one of them decides alone.

    Args:
        before: the sections of the earlier document.
        after: those of the later one.
        twins: the sections that are certainly one another; none of them is any other section.
    """
    others = {j: i for i, j in twins.items()}

    def weight(i: int, j: int) -> float:
        one, other = before[i], after[j]
        if bool(one.section.heading) is not bool(other.section.heading) or twins.get(i, j) != j or others.get(j, i) != i:
            return 0.0
        title = dice(Counter(words_in(one.title)), Counter(words_in(other.title)))
        number = 0.2 if one.section.number == other.section.number else 0.0
        return min(1.0, 0.4 * title + 0.6 * dice(one.words, other.words) + number)

    return Likeness(weight, lambda i: before[i].features, lambda j: after[j].features)
