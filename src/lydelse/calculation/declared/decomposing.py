"""The change of a total taken apart: what the index explains, what the volume explains, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from lydelse.calculation.declared.testing import as_printed, given_in_expressions
from lydelse.model.against_model import Bound, Decomposition, Share
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Relation
from lydelse.model.declared import DeclaredModel, Expression, Index, Named, Operation, Quantity
from lydelse.model.formula import Balanced, Years
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass


def decompositions(relations: Sequence[Relation], bound: Mapping[str, Bound], model: DeclaredModel) -> Iterator[Decomposition]:
    """Yield the totals of declared sums whose change can be taken apart: every part is stated in both versions, some with an index.

    The index comes first, at the earlier volume; the volume is counted at the uprated price; what neither explains is other.
    """
    indexed = {name: index for index in model.indices for name in index.quantities}
    for relation in relations:
        formula = relation.formula
        if not isinstance(formula, Balanced) or not formula.tested or relation.whole.kind is not AmountKind.MONEY:
            continue
        parts = _summed(formula)
        if len(parts) < 2 or not all(name in bound for name in parts) or not indexed.keys() & parts:
            continue
        volumes = _Volumes(bound, model, formula.years)
        shares = [_share(name, bound[name].entry, indexed.get(name), volumes) for name in parts]
        change = _change(relation.whole)
        known = [share for share in shares if share]
        if change is not None and len(known) == len(parts):
            rest = change - sum((each.by_index + each.by_volume + each.by_other for each in known), Fraction(0))
            yield Decomposition(formula.name, relation.whole, tuple(known), rest)


def _summed(formula: Balanced) -> list[str]:
    """Return the quantities that the tested one is the sum of, none where it is something else."""
    sides = [side for side in formula.equation.sides if not (isinstance(side, Named) and side.name == formula.tested)]
    names = list(_terms(sides[0])) if len(sides) == 1 else []
    return [] if None in names or len(set(names)) < len(names) else [name for name in names if name]


def _terms(expression: Expression) -> Iterator[str | None]:
    match expression:
        case Named(name):
            yield name
        case Operation("+", left, right):
            yield from _terms(left)
            yield from _terms(right)
        case _:
            yield None


def _change(entry: Entry) -> Fraction | None:
    return None if entry.before is None or entry.after is None else entry.after.exactly - entry.before.exactly


def _share(name: str, entry: Entry, index: Index | None, volumes: _Volumes) -> Share | None:
    change = _change(entry)
    if change is None or entry.before is None:
        return None
    if index is None:
        return Share(name, entry, Fraction(0), Fraction(0), change)
    by_index = entry.before.exactly * Fraction(index.percent) / 100
    volume = volumes.of(index, entry)
    by_volume = (entry.before.exactly + by_index) * (volume - 1) if volume is not None else Fraction(0)
    return Share(name, entry, by_index, by_volume, change - by_index - by_volume, index.name, index.heads if volume is not None else "")


@dataclass(frozen=True, slots=True)
class _Volumes:
    """The volumes of a model: from the document where it states them, else as the model gives them."""

    bound: Mapping[str, Bound]
    model: DeclaredModel
    years: Years

    def of(self, index: Index, entry: Entry) -> Fraction | None:
        """Return by how much the heads of an index multiply, None where they are not known in both versions."""
        quantity = self.model.quantity(index.heads) if index.heads else None
        counts = [count for version in (Version.BEFORE, Version.AFTER) if quantity and (count := self._count(quantity, entry, version))]
        return counts[1] / counts[0] if len(counts) == 2 else None

    def _count(self, quantity: Quantity, entry: Entry, version: Version) -> Fraction | None:
        stated = self.bound.get(quantity.name)
        amount = stated.entry.amount(version) if stated else None
        if amount:
            return as_printed(amount)
        year = entry.year(version)
        given = given_in_expressions(quantity, self.years.of(version) if year is None else year)
        return given.middle if given else None
