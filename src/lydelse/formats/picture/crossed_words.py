"""Words that a line goes through, of which it has taken the bars: an "e" without its bar is read as an "o".

Such a word is what the same document has elsewhere with nothing through it, where it has no such word as was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from lydelse.formats.picture.picture import Letter, Line, ReadWord
from lydelse.formats.picture.strips import is_crossed

WITHOUT_ITS_BAR = {"o": "e", "c": "e", "O": "e", "C": "e"}
MOST = 3
"""Letters of one word that have lost their bars."""

SHORTEST = 3
ASIDE = ".,;:!?()[]”\"'"


def with_bars_given_back(pages: Sequence[tuple[tuple[ReadWord, ...], Sequence[Line]]]) -> list[tuple[ReadWord, ...]]:
    """Return the words of all pages; ``pages`` are the words and the lines of each."""
    crossed = [[_is_struck(word, lines) for word in words] for words, lines in pages]
    known = Counter(
        _plain(word) for (words, _), own in zip(pages, crossed, strict=True) for word, struck in zip(words, own, strict=True) if not struck
    )
    return [
        tuple(_given_back(word, known) if struck else word for word, struck in zip(words, own, strict=True))
        for (words, _), own in zip(pages, crossed, strict=True)
    ]


def _plain(word: ReadWord) -> str:
    return word.text.strip(ASIDE).lower()


def _is_struck(word: ReadWord, lines: Sequence[Line]) -> bool:
    level = [line for line in lines if line.level and line.box.x0 < word.letters[-1].box.x1 and line.box.x1 > word.letters[0].box.x0]
    return bool(level) and any(letter.text in WITHOUT_ITS_BAR and is_crossed(word, letter, level) for letter in word.letters)


def _given_back(word: ReadWord, known: Counter[str]) -> ReadWord:
    plain = _plain(word)
    if len(plain) < SHORTEST or not plain.isalpha() or known[plain]:
        return word
    for letters in _with_bars(word):
        other = word._replace(letters=letters)
        if known[_plain(other)]:
            return other
    return word


def _with_bars(word: ReadWord) -> Iterator[tuple[Letter, ...]]:
    at = [number for number, letter in enumerate(word.letters) if letter.text in WITHOUT_ITS_BAR]
    for count in range(1, min(MOST, len(at)) + 1):
        for chosen in combinations(at, count):
            yield tuple(
                letter._replace(text=WITHOUT_ITS_BAR[letter.text]) if number in chosen else letter
                for number, letter in enumerate(word.letters)
            )
