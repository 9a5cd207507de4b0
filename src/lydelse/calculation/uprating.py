"""Uprating: amounts that moved by one factor from the earlier version to the later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb

from lydelse.calculation.ledger import Ledger
from lydelse.calculation.proportions import common_factor, factor_of, uprated
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Outcome, Relation, RelationKind
from lydelse.model.interval import Interval
from lydelse.model.message import Message
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version

WIDEST = Fraction(1, 500)
"""A factor known less closely than this is like many others, and shows nothing."""
SPREAD = Fraction(1, 10)
"""Within how wide a range the factors of unrelated amounts lie: most move by at most five per cent."""
INDEX_STEP = Fraction(1, 1000)
"""The step of an index: a tenth of a per cent."""
MAY_BE_CHANCE = Fraction(1, 20)
"""A group that is likelier than this to come about by chance is none."""
MOST_GROUPS = 20
"""How many groups are looked for; that there may be more is said."""
_FINE = 10**9


def uprating_groups(ledger: Ledger) -> Iterator[tuple[Relation, Outcome]]:
    """Yield the largest groups of amounts that one factor may have moved, each amount in one group.

    Always inferred: nothing says that amounts follow one index. The same figures said again count once.
    """
    if ledger.comparison.one_version:
        return
    left = _moved(ledger.comparison.entries)
    for _ in range(MOST_GROUPS):
        group = largest_with_one_factor(left)
        chance = _chance(group, len(left))
        if len(group) < 2 or chance > MAY_BE_CHANCE:
            return
        chosen = {id(entry) for entry, _ in group}
        left = [each for each in left if id(each[0]) not in chosen]
        entries = [entry for entry, _ in group]
        sections = tuple(dict.fromkeys(entry.place.section for entry in entries if entry.place.section))
        wording = Message("relation.uprating", {"sections": sections, "count": len(entries)})
        relation = Relation(
            RelationKind.UPRATING,
            entries[0],
            tuple(entries[1:]),
            wording,
            Origin.INFERRED,
            entries[0].place,
            len(left) + len(group),
            chance,
        )
        outcome = uprated(relation, Version.AFTER)
        if outcome:
            yield relation, outcome
    ledger.stopped.append(Message("calculation.groups", {"most": MOST_GROUPS, "left": len(left)}))


def _moved(entries: Sequence[Entry]) -> list[tuple[Entry, Interval]]:
    """Return the changed amounts whose factor is known closely enough to tell anything."""
    seen: set[tuple[Fraction, Fraction]] = set()
    moved: list[tuple[Entry, Interval]] = []
    for entry in entries:
        if entry.kind is not AmountKind.MONEY or entry.status is not Status.CHANGED or entry.before is None or entry.after is None:
            continue
        factor, figures = factor_of(entry), (entry.before.exactly, entry.after.exactly)
        plain = entry.before.qualifier is entry.after.qualifier is Qualifier.NONE
        if plain and factor and figures not in seen and factor.width is not None and factor.width <= WIDEST:
            seen.add(figures)
            moved.append((entry, factor))
    return moved


def largest_with_one_factor(moved: Sequence[tuple[Entry, Interval]]) -> list[tuple[Entry, Interval]]:
    """Return the most amounts whose factors have a number in common, the least likely to agree by chance where several are as many."""
    groups = list(_with_one_factor(moved))
    most = max((len(group) for group in groups), default=0)
    largest = [group for group in groups if len(group) == most]
    return min(largest, key=lambda group: _chance(group, len(moved)), default=[])


def _with_one_factor(moved: Sequence[tuple[Entry, Interval]]) -> Iterator[list[tuple[Entry, Interval]]]:
    """Yield every set of amounts with a factor in common that no other amount has."""
    ends = sorted(
        [(_rank(factor.lower), factor.lower, 0, at) for at, (_, factor) in enumerate(moved) if factor.lower is not None]
        + [(_rank(factor.upper), factor.upper, 1, at) for at, (_, factor) in enumerate(moved) if factor.upper is not None]
    )
    within: set[int] = set()
    grew = False
    for _, _, is_end, at in ends:
        if is_end:
            if grew:
                yield [moved[each] for each in sorted(within)]
            within.discard(at)
        else:
            within.add(at)
        grew = not is_end


def _rank(end: Fraction) -> int:
    """Return a whole number that grows as factors do: it is compared much faster, and the factor itself only where it is the same."""
    return end.numerator * _FINE // end.denominator


def _chance(group: Sequence[tuple[Entry, Interval]], tried: int) -> Fraction:
    """Return how likely it is that so many of the factors tried agree by coincidence.

    An index has one decimal of a per cent as a rule: a group that agrees on such a factor is that much less likely.
    """
    if len(group) < 2:
        return Fraction(1)
    chance = Fraction(comb(tried, len(group)))
    widest = max(width for _, factor in group if (width := factor.width) is not None)
    for _, factor in group[1:]:
        chance *= ((factor.width or 0) + widest) / SPREAD
    common = common_factor([entry for entry, _ in group])
    if common and common.middle is not None and round(common.middle / INDEX_STEP) * INDEX_STEP in common:
        chance *= min(Fraction(1), (common.width or 0) / INDEX_STEP)
    return min(chance, Fraction(1))
