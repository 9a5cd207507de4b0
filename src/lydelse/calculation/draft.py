"""A relation as one version shows it, before it is known whether the other version shows it too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from lydelse.calculation.ledger import Ledger
from lydelse.calculation.testing import held_against
from lydelse.model.amount import Amount
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass, replace

ANNOUNCED = Fraction(1, 5)
"""How much less likely chance explains a figure that the text says is made of others than one of which it says nothing."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A relation found in one version. Drafts of the two versions with the same key are one relation."""

    key: tuple[str, ...]
    relation: Relation

    def guessed(self, tried: int, chance: Fraction) -> Draft:
        """Return the draft with what it took to find it: how many combinations were tried, and how likely chance is to explain it."""
        return replace(self, relation=replace(self.relation, tried=tried, chance=chance))


Finder = Callable[[Ledger, Version], Iterator[Draft]]
"""Finds the relations that one version shows; a relation that is not stated must already hold there to be worth a draft."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A relation with the versions that it is to be tested in, and whether the earlier version showed it."""

    key: tuple[str, ...]
    relation: Relation
    versions: tuple[Version, ...]


def united(drafts: dict[Version, list[Draft]]) -> Iterator[Learned]:
    """Put the drafts of the versions together, in the order of the later version, then what only the earlier one shows.

    What the earlier version shows is tested on the later one wherever the later one states the same amounts.
    """
    earlier = {draft.key: draft.relation for draft in drafts.get(Version.BEFORE, [])}
    later = {draft.key: draft.relation for draft in drafts.get(Version.AFTER, [])}
    for key in dict.fromkeys([*later, *earlier]):
        yield from _learned(key, earlier.get(key), later.get(key))


def _learned(key: tuple[str, ...], before: Relation | None, after: Relation | None) -> Iterator[Learned]:
    if before and after and (merged := _merged(before, after)):
        yield Learned(key, merged, (Version.BEFORE, Version.AFTER))
        return
    if before and (after is None or _obeys(before, Version.BEFORE)):
        lives_on = len(_in((before.whole, *before.parts), Version.AFTER)) == 1 + len(before.parts)
        yield Learned(key, before, (Version.BEFORE, Version.AFTER) if lives_on else (Version.BEFORE,))
        if lives_on:
            return
    if after:
        yield Learned(key, after, (Version.AFTER,))


def _merged(before: Relation, after: Relation) -> Relation | None:
    """Return the one relation that both versions show, None where they show two.

    The parts of a sum may differ where one version lacks an amount: what it lacks counts for nothing there.
    """
    if before.whole != after.whole:
        return None
    parts = after.parts
    if before.parts != after.parts:
        if after.kind is not RelationKind.SUM or before.minus or after.minus:
            return None
        parts = tuple(_once([*after.parts, *before.parts]))
        if len(_in(parts, Version.BEFORE)) != len(before.parts) or len(_in(parts, Version.AFTER)) != len(after.parts):
            return None
    return replace(
        after,
        parts=parts,
        origin=Origin.STATED if Origin.STATED in {before.origin, after.origin} else after.origin,
        tried=max(before.tried, after.tried),
        chance=max(before.chance, after.chance),
        exact=before.exact and after.exact,
        on_top=before.on_top if before.on_top == after.on_top or _obeys(before, Version.BEFORE) else after.on_top,
        earlier=before.wording if before.wording != after.wording else None,
    )


def _obeys(relation: Relation, version: Version) -> bool:
    outcome = held_against(relation, version)
    return outcome is not None and outcome.holds


def _in(entries: Iterable[Entry], version: Version) -> list[Entry]:
    return [entry for entry in entries if entry.amount(version)]


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    seen: set[int] = set()
    for entry in entries:
        if id(entry) not in seen:
            seen.add(id(entry))
            yield entry


def chance_of(tried: int, tolerance: Fraction, size: Fraction) -> Fraction:
    """Return how likely it is that one of so many combinations meets a figure of this size within this tolerance by coincidence."""
    return min(Fraction(1), tried * tolerance / size) if size else Fraction(1)


def finest_step(entries: Iterable[Entry], version: Version) -> Fraction:
    """Return the finest step that figures show: round figures add up to round figures by chance more often than others."""
    steps = [Fraction(10) ** _trailing_zeros(amount) * amount.last_place for entry in entries if (amount := entry.amount(version))]
    return min(steps, default=Fraction(1))


def _trailing_zeros(amount: Amount) -> int:
    digits = "".join(map(str, amount.value.as_tuple().digits))
    return len(digits) - len(digits.rstrip("0"))
