"""Amounts that changed places in a sentence: paired by the words beside them, not by their order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import combinations
from operator import itemgetter
from typing import TYPE_CHECKING

from lydelse.differ.islands import FUNCTION_WORDS
from lydelse.patterns import compiled

if TYPE_CHECKING:
    from lydelse.differ.pairing import Pair

LEAST_GAIN = 0.5
"""How much more two pairs must share crosswise than straight, of 2 at most, for the words to outweigh the order."""

_WORD = compiled(r"[^\W\d_]{2,}")
_STEM = 5
_SENTENCE_END = compiled(r"[.!?]\s+(?=[A-ZÅÄÖ])")

Words = frozenset[str]


def words_beside(text: str, start: int, end: int, others: Sequence[tuple[int, int]]) -> tuple[Words, Words]:
    """Return the words between an amount and the one before it, and between it and the one after it, in its sentence.

    Args:
        text: the text of one reading.
        start: where the amount begins.
        end: where it ends.
        others: the spans of all amounts of the text, in its order; none reaches into the next.
    """
    earlier, later = bisect_right(others, start, key=itemgetter(1)), bisect_left(others, end, key=itemgetter(0))
    since = others[earlier - 1][1] if earlier else 0
    until = others[later][0] if later < len(others) else len(text)
    return _words(_SENTENCE_END.split(text[since:start])[-1]), _words(_SENTENCE_END.split(text[end:until])[0])


def _words(text: str) -> Words:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text) if word.lower() not in FUNCTION_WORDS)


def uncrossed(pairs: list[Pair]) -> list[Pair]:
    """Return the pairs with those exchanged whose words fit crosswise, in the order of the later reading."""
    result = list(pairs)
    if all(map(_fits_straight, pairs)):
        return result
    for at, other in combinations(range(len(pairs)), 2):
        first, second = result[at], result[other]
        if _fits_straight(first) and _fits_straight(second):
            continue
        if all((*first, *second)) and _cross(first, second):
            result[at], result[other] = (second[0], first[1]), (first[0], second[1])
    return result


def _fits_straight(pair: Pair) -> bool:
    """Tell whether no other word stands beside one amount of a pair: two such pairs never share more crosswise than straight."""
    before, after = pair
    return before is None or after is None or before.beside == after.beside


def _cross(first: Pair, second: Pair) -> bool:
    """Tell whether the words before the amounts, or those after them, fit crosswise, and those of the other side do not fit straight."""
    stated = [each for pair in (first, second) for each in pair if each]
    if len({(each.amount.kind, each.amount.unit) for each in stated}) > 1:
        return False
    common = frozenset.intersection(*(each.beside[0] | each.beside[1] for each in stated))
    gains = [_gain([each.beside[side] - common for each in stated]) for side in (0, 1)]
    return max(gains) >= LEAST_GAIN and min(gains) > -LEAST_GAIN


def _gain(words: list[Words]) -> float:
    """Return how much more the words of one side share crosswise than straight, 0 where they do not tell all amounts apart."""
    a, b, c, d = words
    straight, cross = (_share(a, b), _share(c, d)), (_share(a, d), _share(c, b))
    return sum(cross) - sum(straight) if min(cross) > 0 or min(straight) > 0 else 0.0


def _share(one: Words, other: Words) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
