"""Amounts: figures of a text as typed values, with the interval that each one's writing implies."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from lydelse.model.interval import Interval
from lydelse.model.place import Place
from lydelse.records import dataclass, field

SCALES = {"kr": 1, "tkr": 1_000, "mkr": 1_000_000, "mdkr": 1_000_000_000}
"""Kronor in each unit of money; every spelling is read as one of these four."""


class AmountKind(StrEnum):
    """What sort of figure an amount is."""

    MONEY = "money"
    WEIGHT = "weight"
    SHARE = "share"
    COUNT = "count"
    BOUND = "bound"


class Qualifier(StrEnum):
    """The words before a figure that move or widen its interval."""

    NONE = ""
    JUST_BELOW = "just below"
    JUST_ABOVE = "just above"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


class Exactness(StrEnum):
    """Whether a figure stands for itself (a decision, a price, a rule such as "15 %") or for all that rounds to it."""

    ROUNDED = "rounded"
    DECIDED = "decided"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure in one reading of one paragraph.

    ``value`` keeps its printed decimals ("1.10"). ``unit`` is the scale or sign only ("kr", "tkr", "mkr", "mdkr", "%", "km", ""
    for a weight), ``per`` the rest ("listad invånare", "plats/år"). ``literal`` is the figure exactly as written, its unit
    included where the two stand together; [start, end) is where the literal stands in the reading's text.
    """

    kind: AmountKind
    value: Decimal
    unit: str
    literal: str
    start: int
    end: int
    per: str | None = None
    qualifier: Qualifier = Qualifier.NONE
    exactness: Exactness = Exactness.ROUNDED
    place: Place = field(default_factory=Place)

    def standing_at(self, place: Place) -> Amount:
        """Return the amount with another place."""
        return Amount(self.kind, self.value, self.unit, self.literal, self.start, self.end, self.per, self.qualifier, self.exactness, place)

    @property
    def scale(self) -> int:
        """How many of its base unit (kronor, for money) the figure counts in."""
        return SCALES.get(self.unit, 1)

    @property
    def exactly(self) -> Fraction:
        """The figure as printed, in its base unit."""
        return _in_base_unit(self.value, self.unit)

    @property
    def last_place(self) -> Fraction:
        """One unit in the last printed decimal place, in the base unit: 1 000 for "304 262 tkr", 1/100 for "1,00"."""
        exponent = self.value.as_tuple().exponent
        return _in_base_unit(_one_unit(exponent if isinstance(exponent, int) else 0), self.unit)

    @property
    def interval(self) -> Interval:
        """The numbers that the figure may stand for, in its base unit; see ``docs/tolerance.md``."""
        return _interval(self.exactly, self.last_place, self.qualifier, self.exactness)

    def may_be(self, other: Amount) -> bool:
        """Tell whether two printed figures may be one figure, the one rounded: two that are printed alike and differ are two."""
        if self.qualifier is other.qualifier is Qualifier.NONE and self.last_place == other.last_place:
            return self.exactly == other.exactly
        return self.interval.meets(other.interval)

    @property
    def rounding_box(self) -> Interval:
        """The numbers that round to the figure as printed, in its base unit, whatever it is called."""
        return _interval(self.exactly, self.last_place, Qualifier.NONE, Exactness.ROUNDED)


_REMEMBERED = 1 << 14
"""How many figures are kept: each relation that is tried asks for the same ones again, and exact arithmetic is slow."""


@lru_cache(_REMEMBERED)
def _in_base_unit(value: Decimal, unit: str) -> Fraction:
    return Fraction(value) * SCALES.get(unit, 1)


@lru_cache(_REMEMBERED)
def _one_unit(exponent: int) -> Decimal:
    return Decimal((0, (1,), exponent))


@lru_cache(_REMEMBERED)
def _interval(value: Fraction, place: Fraction, qualifier: Qualifier, exactness: Exactness) -> Interval:
    match qualifier:
        case Qualifier.AT_LEAST:
            return Interval(value, None)
        case Qualifier.AT_MOST:
            return Interval(None, value)
        case Qualifier.MORE_THAN:
            return Interval(value, None, lower_open=True)
        case Qualifier.LESS_THAN:
            return Interval(None, value, upper_open=True)
        case Qualifier.JUST_BELOW:
            return Interval(value - place, value, upper_open=True)
        case Qualifier.JUST_ABOVE:
            return Interval(value, value + place, lower_open=True)
        case Qualifier.ABOUT:
            return Interval(value - 5 * place, value + 5 * place)
        case Qualifier.NONE:
            exact = exactness is not Exactness.ROUNDED
            return Interval.exactly(value) if exact else Interval(value - place / 2, value + place / 2)
