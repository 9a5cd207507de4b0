"""What a relation of a declared model says of the figures that it was bound to."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from lydelse.model.declared import Equation, Index, Quantity
from lydelse.model.text import Version
from lydelse.records import dataclass


class Years(NamedTuple):
    """The years of a document's two versions, for the figures that name none; None where the document does not say."""

    before: int | None = None
    after: int | None = None

    def of(self, version: Version) -> int | None:
        """Return the year of one version."""
        return self.before if version is Version.BEFORE else self.after


UNKNOWN_YEARS = Years()


@dataclass(frozen=True, slots=True)
class Balanced:
    """An equation whose names are bound: ``names`` and ``exact`` go with the relation's whole and parts, in that order.

    A figure with the name "" is one that the equation holds as a number: the document's own "15 %". ``tested`` is the name that is
    solved for, "" where the sides themselves are held against one another. ``given`` are the quantities whose value the model states.
    """

    name: str
    equation: Equation
    names: tuple[str, ...]
    exact: tuple[bool | None, ...]
    tested: str
    given: tuple[Quantity, ...] = ()
    years: Years = UNKNOWN_YEARS


@dataclass(frozen=True, slots=True)
class WeightedMean:
    """Weights whose mean over a population is given: ``heads`` goes with the relation's whole and parts, which are the weights."""

    population: str
    heads: tuple[Fraction, ...]
    mean: Fraction


@dataclass(frozen=True, slots=True)
class WeightedTotal:
    """A total that a price gives when it is multiplied by every band's weight and heads.

    The relation's whole is the total, its first part the price, the rest the weights, which ``heads`` goes with.
    """

    population: str
    heads: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Uprated:
    """A figure that moves by an index from the earlier version to the later one.

    Where ``heads`` is given, by that quantity's own change as well: it is the relation's one part, or its values are given.
    """

    index: Index
    heads: Quantity | None = None
    years: Years = UNKNOWN_YEARS


Formula = Balanced | WeightedMean | WeightedTotal | Uprated
