"""How far a document as read agrees with its truth: character by character, in reading order, white space left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from lydelse.model.text import Mark

Char = tuple[str, Mark]
"""A character with its mark."""


@dataclass(frozen=True)
class Share:
    """What was found, what was wanted, and what of it is right."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where nothing was wanted and nothing found."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __add__(self, other: Share) -> Share:
        """Return the counts of both together."""
        return Share(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


@dataclass(frozen=True)
class Agreement:
    """Struck and inserted characters, all characters, and the words that carry a mark which the truth has not."""

    struck: Share
    inserted: Share
    text: Share
    false_words: int


def agreement(found: Iterable[Char], expected: Iterable[Char]) -> Agreement:
    """Hold marked text against its truth by the longest common subsequence of their characters."""
    have, words = _without_space(found)
    want, _ = _without_space(expected)
    truth: list[Mark | None] = [None] * len(have)
    for op in LCSseq.opcodes("".join(char for char, _ in have), "".join(char for char, _ in want)):
        if op.tag == "equal":
            for at, truth_at in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
                truth[at] = want[truth_at][1]
    shares = {
        mark: Share(
            sum(own is mark and known is mark for (_, own), known in zip(have, truth, strict=True)),
            sum(own is mark for _, own in have),
            sum(own is mark for _, own in want),
        )
        for mark in (Mark.STRUCK, Mark.INSERTED)
    }
    matched = sum(known is not None for known in truth)
    false = {
        word
        for (_, own), known, word in zip(have, truth, words, strict=True)
        if own is not Mark.KEPT and known is not None and own is not known
    }
    return Agreement(shares[Mark.STRUCK], shares[Mark.INSERTED], Share(matched, len(have), len(want)), len(false))


def _without_space(chars: Iterable[Char]) -> tuple[list[Char], list[int]]:
    """Return the characters that are no space, and for each the number of its word."""
    kept: list[Char] = []
    words: list[int] = []
    word = 0
    for char, mark in chars:
        if char.isspace():
            word += 1
        else:
            kept.append((char, mark))
            words.append(word)
    return kept, words
