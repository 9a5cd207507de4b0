"""Which part of one sequence became which part of another, order kept.

Parts that are equal and unique pair first and make the spine; what touches a pair and is equal pairs next, so that repeated text
goes by its neighbours; then the same with a looser key; what is left between pairs goes by likeness. Nothing here depends on what
the parts are: sections, blocks, rows and words are all aligned so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import NamedTuple

LIKELY = 0.45
"""The least likeness of two parts that may be one part reworded."""
WIDEST_GAP = 2_500
"""The most pairs of a gap that are all weighed; in wider gaps only parts that share a rare feature are."""
RARE = 6
"""A feature is rare in a gap when at most so many parts there have it."""
NEAR = 2
"""In a wide gap a part is also weighed against those at most so far from opposite it."""


class Gap(NamedTuple):
    """Two ranges that stand opposite one another."""

    before: range
    after: range

    @property
    def is_open(self) -> bool:
        """Tell whether both sides have something to pair."""
        return bool(self.before) and bool(self.after)


Match = tuple[int, int]
Pairing = list[tuple[int | None, int | None]]
Keys = Sequence[Hashable | None]


class Likeness(NamedTuple):
    """How parts are weighed: ``of(i, j)`` from 0 to 1, and the features of a part, some of which two must share to be worth weighing."""

    of: Callable[[int, int], float]
    before: Callable[[int], Collection[Hashable]]
    after: Callable[[int], Collection[Hashable]]


def aligned(keys: Sequence[tuple[Keys, Keys]], likeness: Likeness | None = None) -> Pairing:
    """Pair two sequences, order kept; a part without a partner stands with None, earlier parts before later ones.

    Args:
        keys: for each key, strictest first, its value for every part of the two sequences; None pairs with nothing.
        likeness: how what has no equal is weighed; None leaves it unpaired.
    """
    sizes = len(keys[0][0]), len(keys[0][1])
    matches = _matches(Gap(range(sizes[0]), range(sizes[1])), keys, likeness)
    return with_leftovers(sorted(matches), *sizes)


def with_leftovers(matches: Sequence[Match], before: int, after: int) -> Pairing:
    """Return the pairs with everything unpaired between them, earlier parts before later ones."""
    result: Pairing = []
    i = j = 0
    for at_before, at_after in (*matches, (before, after)):
        result.extend((k, None) for k in range(i, at_before))
        result.extend((None, k) for k in range(j, at_after))
        result.append((at_before, at_after))
        i, j = at_before + 1, at_after + 1
    return result[:-1]


def _matches(whole: Gap, keys: Sequence[tuple[Keys, Keys]], likeness: Likeness | None) -> list[Match]:
    found: list[Match] = []
    waiting = [(whole, 0)]
    while waiting:
        gap, level = waiting.pop()
        if not gap.is_open:
            continue
        if level == len(keys):
            found.extend(_by_likeness(gap, likeness) if likeness else [])
            continue
        spine = _spine(gap, *keys[level])
        found.extend(spine)
        waiting.extend((between, level if spine else level + 1) for between in _between(gap, spine))
    return found


def _between(gap: Gap, spine: Sequence[Match]) -> Iterator[Gap]:
    i, j = gap.before.start, gap.after.start
    for at_before, at_after in spine:
        yield Gap(range(i, at_before), range(j, at_after))
        i, j = at_before + 1, at_after + 1
    yield Gap(range(i, gap.before.stop), range(j, gap.after.stop))


def _spine(gap: Gap, before: Keys, after: Keys) -> list[Match]:
    """Return the pairs of equal keys: those at the gap's two ends, and the longest chain of unique ones between."""
    head: list[Match] = []
    i, j, end_i, end_j = gap.before.start, gap.after.start, gap.before.stop, gap.after.stop
    while i < end_i and j < end_j and before[i] is not None and before[i] == after[j]:
        head.append((i, j))
        i, j = i + 1, j + 1
    tail: list[Match] = []
    while i < end_i and j < end_j and before[end_i - 1] is not None and before[end_i - 1] == after[end_j - 1]:
        end_i, end_j = end_i - 1, end_j - 1
        tail.append((end_i, end_j))
    ours, theirs = _unique(before, range(i, end_i)), _unique(after, range(j, end_j))
    common = [(at, theirs[key]) for key, at in ours.items() if key in theirs]
    return [*head, *longest_chain(sorted(common)), *reversed(tail)]


def _unique(keys: Keys, within: range) -> dict[Hashable, int]:
    counts = Counter(keys[at] for at in within)
    return {key: at for at in within if (key := keys[at]) is not None and counts[key] == 1}


def longest_chain(matches: Sequence[Match]) -> list[Match]:
    """Return the longest run of matches, sorted by their first part, whose second parts rise as well."""
    ends: list[int] = []
    at_end: list[int] = []
    before_it: list[int] = []
    for at, (_, j) in enumerate(matches):
        length = bisect_left(ends, j)
        before_it.append(at_end[length - 1] if length else -1)
        if length == len(ends):
            ends.append(j)
            at_end.append(at)
        else:
            ends[length] = j
            at_end[length] = at
    chain: list[Match] = []
    at = at_end[-1] if at_end else -1
    while at >= 0:
        chain.append(matches[at])
        at = before_it[at]
    return chain[::-1]


def _by_likeness(gap: Gap, likeness: Likeness) -> list[Match]:
    weighed = ((i, j, likeness.of(i, j)) for i, j in _worth_weighing(gap, likeness))
    return heaviest_chain([(i, j, weight * weight) for i, j, weight in weighed if weight >= LIKELY])


def _worth_weighing(gap: Gap, likeness: Likeness) -> Iterator[Match]:
    if len(gap.before) * len(gap.after) <= WIDEST_GAP:
        yield from ((i, j) for i in gap.before for j in gap.after)
        return
    having: dict[Hashable, list[int]] = {}
    for j in gap.after:
        for feature in likeness.after(j):
            having.setdefault(feature, []).append(j)
    for i in gap.before:
        alike = {j for feature in likeness.before(i) if len(parts := having.get(feature, ())) <= RARE for j in parts}
        opposite = gap.after.start + (i - gap.before.start) * len(gap.after) // len(gap.before)
        alike.update(range(max(gap.after.start, opposite - NEAR), min(gap.after.stop, opposite + NEAR + 1)))
        yield from ((i, j) for j in sorted(alike))


def heaviest_chain(weighed: Sequence[tuple[int, int, float]]) -> list[Match]:
    """Return the chain of matches, both parts rising, whose weights add up to the most."""
    ranks = {j: rank for rank, j in enumerate(sorted({j for _, j, _ in weighed}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    ordered = sorted(weighed, key=lambda match: (match[0], -match[1]))
    before_it: list[int] = []
    top = (0.0, -1)
    for at, (_, j, weight) in enumerate(ordered):
        below, behind = _best_below(best, ranks[j] - 1)
        before_it.append(behind)
        reached = (below + weight, at)
        _raise(best, ranks[j], reached)
        top = max(top, reached, key=lambda each: each[0])
    chain: list[Match] = []
    at = top[1]
    while at >= 0:
        chain.append(ordered[at][:2])
        at = before_it[at]
    return chain[::-1]


def _best_below(best: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    """Return the heaviest chain that ends at or below a rank (a Fenwick tree over the ranks)."""
    found = (0.0, -1)
    while rank > 0:
        found = max(found, best[rank], key=lambda each: each[0])
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[float, int]], rank: int, reached: tuple[float, int]) -> None:
    while rank < len(best):
        if reached[0] > best[rank][0]:
            best[rank] = reached
        rank += rank & -rank
