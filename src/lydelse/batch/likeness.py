"""How alike two texts are, from a sketch of each: the smallest hashes of their words three and three (Broder 1997, bottom-k).

Figures are left out: two years' versions of a document differ in them. A sketch is a few hundred numbers, so that a thousand documents
can be held against one another without being read again.
"""

from __future__ import annotations

from hashlib import blake2b

from lydelse.patterns import compiled

KEPT = 256
"""Hashes in a sketch: the share that two texts have in common is told to within about 0.03."""
_WORD = compiled(r"[^\W\d_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, its figures left out."""
    return tuple(word.lower() for word in _WORD.findall(text))


def sketch_of(words: tuple[str, ...]) -> tuple[int, ...]:
    """Return the sketch of a text, in order."""
    shingles = {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))} if words else set()
    return tuple(sorted({_hash(shingle) for shingle in shingles})[:KEPT])


def print_of(passage: str) -> int:
    """Return what a passage is known by: its letters and figures, whatever spaces and signs a format sets between them."""
    return _hash("".join(sign for sign in passage.lower() if sign.isalnum()))


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return which share of what either of two texts says both say, from 0 to 1."""
    kept = sorted({*one, *other})[:KEPT]
    both = {*one} & {*other}
    return sum(each in both for each in kept) / len(kept) if kept else 0.0


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")
