"""Which amount of the earlier reading became which amount of the later one."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.differ.crossing import uncrossed
from lydelse.differ.islands import FUNCTION_WORDS
from lydelse.model.amount import Amount, AmountKind
from lydelse.patterns import compiled
from lydelse.records import dataclass

ALONE = 0.5
"""What it costs to leave one amount without a partner; a pair must cost less than two of these."""
UNLIKE_CONTEXT = 1.1
"""What it costs to pair two amounts that stand among quite different words: more than to leave both alone."""
WIDEST_GRID = 40_000
"""The most pairs of amounts in one stretch of text that are weighed against each other; beyond it, only the order counts."""

_CONTEXT_BEFORE, _CONTEXT_AFTER = 90, 50
_WORD = compiled(r"[^\W\d_]{2,}")
_STEM = 5
_SENTENCE_END = compiled(r"[.!?]\s+(?=[A-ZÅÄÖ])")


Beside = tuple[frozenset[str], frozenset[str]]
NOTHING_BESIDE: Beside = (frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Stated:
    """An amount of one reading, and where it stands in the marked text; ``kept`` when no character of it is marked.

    ``context`` are the words around it in its sentence, ``beside`` those up to the amount before it and up to the one after it.
    """

    amount: Amount
    start: int
    end: int
    kept: bool
    context: frozenset[str] = frozenset()
    beside: Beside = NOTHING_BESIDE


Pair = tuple[Stated | None, Stated | None]


def context_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the words around [start, end) in its sentence, each cut to its stem; figures and small words do not count."""
    if not text:
        return frozenset()
    before = _SENTENCE_END.split(text[max(0, start - _CONTEXT_BEFORE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _CONTEXT_AFTER])[0]
    words = (word.lower() for word in (*_WORD.findall(before)[-6:], *_WORD.findall(after)[:4]))
    return frozenset(word[:_STEM] for word in words if word not in FUNCTION_WORDS)


def paired(before: Sequence[Stated], after: Sequence[Stated]) -> list[Pair]:
    """Pair the amounts of the two readings of one marked text, in its order.

    An amount that stands untouched in both is its own partner; between such amounts the cheapest pairing that keeps the order
    is chosen. At last, pairs are exchanged whose own words have changed places.
    """
    if not before or not after:
        return [*((each, None) for each in before), *((None, each) for each in after)]
    untouched = {(each.start, each.end) for each in before if each.kept} & {(each.start, each.end) for each in after if each.kept}
    result: list[Pair] = []
    earlier = later = 0
    ends_before = [i for i, each in enumerate(before) if each.kept and (each.start, each.end) in untouched]
    ends_after = [i for i, each in enumerate(after) if each.kept and (each.start, each.end) in untouched]
    for at_before, at_after in zip(ends_before, ends_after, strict=True):
        result.extend(_cheapest(before[earlier:at_before], after[later:at_after]))
        result.append((before[at_before], after[at_after]))
        earlier, later = at_before + 1, at_after + 1
    result.extend(_cheapest(before[earlier:], after[later:]))
    return uncrossed(result)


def _cheapest(before: Sequence[Stated], after: Sequence[Stated]) -> list[Pair]:
    """Pair by dynamic programming over the two rows of amounts."""
    if not before or not after:
        return [*((each, None) for each in before), *((None, each) for each in after)]
    if len(before) * len(after) > WIDEST_GRID:
        return _in_order(before, after)
    costs = _costs(before, after)
    pairs: list[Pair] = []
    i, j = len(before), len(after)
    while i and j:
        step = cost(before[i - 1], after[j - 1])
        if step is not None and costs[i][j] == costs[i - 1][j - 1] + step:
            i, j = i - 1, j - 1
            pairs.append((before[i], after[j]))
        elif costs[i][j] == costs[i][j - 1] + ALONE:
            j -= 1
            pairs.append((None, after[j]))
        else:
            i -= 1
            pairs.append((before[i], None))
    pairs.extend((None, each) for each in reversed(after[:j]))
    pairs.extend((each, None) for each in reversed(before[:i]))
    return pairs[::-1]


def _costs(before: Sequence[Stated], after: Sequence[Stated]) -> list[list[float]]:
    costs = [[ALONE * j for j in range(len(after) + 1)]]
    for i, one in enumerate(before):
        row = [ALONE * (i + 1)]
        for j, other in enumerate(after):
            least = min(costs[i][j + 1], row[j]) + ALONE
            step = cost(one, other)
            row.append(least if step is None else min(least, costs[i][j] + step))
        costs.append(row)
    return costs


def _in_order(before: Sequence[Stated], after: Sequence[Stated]) -> list[Pair]:
    pairs: list[Pair] = []
    for one, other in zip(before, after, strict=False):
        pairs.extend([(one, other)] if cost(one, other) is not None else [(one, None), (None, other)])
    shorter = min(len(before), len(after))
    pairs.extend((each, None) for each in before[shorter:])
    pairs.extend((None, each) for each in after[shorter:])
    return pairs


def cost(before: Stated, after: Stated) -> float | None:
    """Return how unlikely it is that one amount became the other, None where it cannot be."""
    one, other = before.amount, after.amount
    shares_text = before.start < after.end and after.start < before.end
    if not shares_text and not _may_pair(one, other):
        return None
    total = UNLIKE_CONTEXT * (1 - likeness(before.context, after.context))
    total += 0.5 if one.kind is not other.kind else 0.0
    total += 0.5 if one.unit != other.unit else 0.0
    total += 0.15 if one.per != other.per else 0.0
    total += 0.2 if _far_apart(one, other) else 0.0
    total += 0.3 * min(1.0, _distance(before, after) / 200)
    return max(0.0, total - 0.8) if shares_text else total


def _may_pair(one: Amount, other: Amount) -> bool:
    return one.kind is other.kind and (one.unit == other.unit or one.kind is AmountKind.MONEY)


def _far_apart(one: Amount, other: Amount) -> bool:
    a, b = abs(one.exactly), abs(other.exactly)
    return max(a, b) > 10 * min(a, b)


def _distance(before: Stated, after: Stated) -> int:
    return max(0, after.start - before.end, before.start - after.end)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the words two contexts share, from 0 to 1; two without words are alike."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))
