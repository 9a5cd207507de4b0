"""Quantities through the years, as the documents of an archive state them."""

from __future__ import annotations

from decimal import Decimal

from lydelse.model.amount import SCALES
from lydelse.model.archive import Described, KeptAmount, KeptPassage
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """What one document states for one year. ``year_said`` is false where the amount names none and the year is the document's own."""

    year: int | None
    year_said: bool
    amount: KeptAmount
    document: Described

    @property
    def exactly(self) -> Decimal:
        """The figure as printed, in its base unit: kronor, for money."""
        return self.amount.value * SCALES.get(self.amount.unit, 1)


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity: what it is called where it is stated last, and what each document states of it, by year and by document."""

    label: str
    column: str | None
    heading: str
    points: tuple[Point, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that it is stated for, in order."""
        return tuple(sorted({point.year for point in self.points if point.year is not None}))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage that a search found, and its document."""

    passage: KeptPassage
    document: Described


@dataclass(frozen=True, slots=True)
class History:
    """What a query found: the quantities, those that the query names best and that are stated for the most years first, and the text."""

    query: str
    series: tuple[Series, ...]
    passages: tuple[Quoted, ...]
