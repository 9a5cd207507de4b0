"""Parts of two documents that are certainly one another wherever they stand: what is not opposite its twin has moved.

A part with a twin is never weighed against another part, so that a clause that moved does not become the rewording of whatever
stands where it stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from lydelse.differ.likeness import FEWEST_WORDS, Likened, LikenedSection, dice
from lydelse.records import dataclass, field

LEAST_LIKENESS = 0.70
"""The share of their words that two sections of one title have in common to be one section."""


@dataclass(frozen=True)
class Twins:
    """The blocks of two documents whose words stand once in each, by those words."""

    texts: frozenset[str] = field(default_factory=frozenset)

    def are_parted(self, one: Likened, other: Likened) -> bool:
        """Tell whether one of two blocks that are not alike has its twin elsewhere."""
        return one.masked != other.masked and (one.masked in self.texts or other.masked in self.texts)


NO_TWINS = Twins()


def twins_among(before: Sequence[LikenedSection], after: Sequence[LikenedSection]) -> Twins:
    """Return the long texts that stand once in each of two documents, figures apart."""
    ours, theirs = (Counter(_long_texts(sections)) for sections in (before, after))
    return Twins(frozenset(text for text, count in ours.items() if count == 1 and theirs.get(text) == 1))


def _long_texts(sections: Sequence[LikenedSection]) -> Iterator[str]:
    for section in sections:
        for block in section.blocks:
            text = block.masked
            if text and text.count(" ") >= FEWEST_WORDS - 1:
                yield text


def twin_sections(before: Sequence[LikenedSection], after: Sequence[LikenedSection]) -> dict[int, int]:
    """Return which section is which: those whose content stands once in each document, then those of a title that does."""
    found: dict[int, int] = {}
    keys: tuple[Callable[[LikenedSection], Hashable], ...] = (lambda each: each.content or None, lambda each: each.title or None)
    for key in keys:
        ours, theirs = _once(before, key, set(found)), _once(after, key, set(found.values()))
        found.update({i: theirs[name] for name, i in ours.items() if name in theirs and _alike(before[i], after[theirs[name]])})
    return found


def _once(sections: Sequence[LikenedSection], key: Callable[[LikenedSection], Hashable], taken: set[int]) -> dict[Hashable, int]:
    named = {at: name for at, each in enumerate(sections) if at not in taken and each.heading and (name := key(each)) is not None}
    counts = Counter(named.values())
    return {name: at for at, name in named.items() if counts[name] == 1}


def _alike(one: LikenedSection, other: LikenedSection) -> bool:
    if one.title != other.title and sum(one.words.values()) < FEWEST_WORDS:
        return False
    return bool(one.words) and dice(one.words, other.words) >= LEAST_LIKENESS
