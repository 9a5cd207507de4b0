"""What alone is left between two pairs: one part of each version, opposite one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lydelse.differ.align import Pairing

LEAST_LIKENESS = 0.25
"""The share of their words that two parts have in common to be one part rewritten, where nothing else could be."""

FEWEST_OF_OPPOSITES = 5
"""The words, small ones left out, of a text for so small a share of them to say anything."""


def with_opposites_paired(pairs: Pairing, likeness: Callable[[int, int], float]) -> Pairing:
    """Return the pairs with those parts made pairs that alone are left between two pairs, or between a pair and an end.

    Args:
        pairs: what was paired, order kept; a part without a partner stands with None.
        likeness: how alike an earlier and a later part are, from 0 to 1.
    """
    return list(_joined(pairs, likeness))


def _joined(pairs: Pairing, likeness: Callable[[int, int], float]) -> Iterator[tuple[int | None, int | None]]:
    left: Pairing = []
    for pair in (*pairs, (-1, -1)):
        if None in pair:
            left.append(pair)
            continue
        yield from _one_pair(left, likeness) or left
        left = []
        if pair != (-1, -1):
            yield pair


def _one_pair(left: Pairing, likeness: Callable[[int, int], float]) -> Pairing:
    """Return the pair that one earlier and one later part make, nothing where there are others or they are two."""
    befores, afters = [i for i, _ in left if i is not None], [j for _, j in left if j is not None]
    if len(befores) != 1 or len(afters) != 1 or likeness(befores[0], afters[0]) < LEAST_LIKENESS:
        return []
    return [(befores[0], afters[0])]
