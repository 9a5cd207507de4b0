"""The sizes and the weights of recognised text, settled over all pages: what is measured in pixels differs from word to word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from lydelse.formats.picture import ReadPicture, ReadWord

SAME_SIZE = 0.055
"""Of a size, either way: the lines of one size differ by 0.05, and headings from the body by 0.09 and more."""

MEASURED_FROM = 3  # letters of a word whose weight is measured


def settled(pictures: Sequence[ReadPicture]) -> list[ReadPicture]:
    """Return the pictures with each size one of a few, and the weight of each word for that of the usual words of its size."""
    words = [word for picture in pictures for word in picture.words]
    sizes = _sizes(words)
    weights = _usual_weights(words, sizes)
    return [picture._replace(words=_in_rows(picture.words, sizes, weights)) for picture in pictures]


def _sizes(words: Iterable[ReadWord]) -> dict[float, float]:
    """Return for each size the one that it is taken for: sizes that are alike are one, and most letters have it."""
    counts = Counter[float]()
    for word in words:
        counts[word.size] += len(word.letters)
    result: dict[float, float] = {}
    while len(result) < len(counts):
        rest = {size: count for size, count in counts.items() if size not in result}
        centre = max(rest, key=lambda size: (sum(n for other, n in rest.items() if abs(other - size) <= SAME_SIZE * size), size))
        own = [size for size in rest if abs(size - centre) <= SAME_SIZE * centre]
        middle = median([size for size in own for _ in range(rest[size])])
        result.update(dict.fromkeys(own, middle))
    return result


def _usual_weights(words: Iterable[ReadWord], sizes: dict[float, float]) -> dict[float, float]:
    """Return the weight of most words of each size, and under 0 that of all."""
    weights: dict[float, list[float]] = defaultdict(list)
    for word in words:
        if len(word.letters) >= MEASURED_FROM and word.weight:
            weights[sizes[word.size]].append(word.weight)
            weights[0.0].append(word.weight)
    return {size: median(own) for size, own in weights.items()}


def _in_rows(words: Sequence[ReadWord], sizes: dict[float, float], weights: dict[float, float]) -> tuple[ReadWord, ...]:
    usual = weights.get(0.0, 1.0)
    return tuple(word._replace(size=sizes[word.size], weight=word.weight / usual if word.weight else 1.0) for word in words)
