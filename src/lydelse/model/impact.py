"""What a proposal means for each unit: amounts before and after, component by component, and what they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from lydelse.model.calculation import Verdict
from lydelse.model.document import Source
from lydelse.model.finding import Finding, Unread
from lydelse.model.impact_coverage import Counted
from lydelse.model.impact_model import Choice, Component, UnitModel
from lydelse.model.impact_span import NOTHING, Span, summed
from lydelse.model.impact_units import Unit, Units
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass, field

if TYPE_CHECKING:
    from lydelse.model.impact_motion import MotionsTried

Answers = tuple[tuple[str, str], ...]
"""Questions of the model by name, each with the answer that is used."""


@dataclass(frozen=True)
class UnitImpact:
    """One unit's amounts in kronor a year, in the order of the components that are paid, and all of them together.

    Without slots, since what a report asks for again and again is worked out once.
    """

    unit: Unit
    before: tuple[Span, ...]
    after: tuple[Span, ...]
    total_before: Span
    total_after: Span

    @cached_property
    def change(self) -> Fraction:
        """After less before, by the figures as printed."""
        return self.total_after.made - self.total_before.made

    @cached_property
    def percent(self) -> Fraction | None:
        """The change in per cent of before, None where there was nothing before."""
        before = self.total_before.made
        return self.change / before * 100 if before else None

    @cached_property
    def per_listed(self) -> Fraction | None:
        """The change per listed resident, None where nobody is listed."""
        return self.change / self.unit.listed if self.unit.listed else None


@dataclass(frozen=True, slots=True)
class SumHeld:
    """A component's sum over all units held against the total that the document states.

    ``room`` is how far from it rounding alone may bring the sum.
    """

    component: Component
    version: Version
    year: int | None
    found: Span
    stated: Span
    entry: Entry | None
    verdict: Verdict

    @property
    def difference(self) -> Fraction:
        """The sum over the units, as printed figures make it, less the stated total."""
        return self.found.made - self.stated.made

    @property
    def room(self) -> Fraction:
        """How much rounding alone explains, in the direction of the difference."""
        if self.difference >= 0:
            return (self.found.made - self.found.low) + (self.stated.high - self.stated.made)
        return (self.found.high - self.found.made) + (self.stated.made - self.stated.low)


class Limit(StrEnum):
    """What a unit passes between the versions."""

    ROW = "row"
    FLOOR = "floor"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class Passed:
    """A threshold that a unit passes: the row of a step table, or a floor or ceiling that binds in one version and not in the other."""

    unit: str
    limit: Limit
    of: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Cliff:
    """A boundary of a step table that a unit is near: what the step itself is worth to it, in kronor a year.

    ``lower`` is the last value below the boundary, ``upper`` the first above it.
    """

    unit: str
    table: str
    value: Fraction
    lower: Decimal
    upper: Decimal
    jump: Fraction


@dataclass(frozen=True)
class Reading:
    """The amounts with one answer to each question; ``answers`` are those of the questions that nobody has answered.

    Without slots, since its sums are worked out once.
    """

    answers: Answers
    components: tuple[Component, ...]
    units: tuple[UnitImpact, ...]
    sums: tuple[SumHeld, ...]
    passed: tuple[Passed, ...] = ()
    cliffs: tuple[Cliff, ...] = ()

    @cached_property
    def before(self) -> Span:
        """All that the units get before."""
        return summed(each.total_before for each in self.units)

    @cached_property
    def after(self) -> Span:
        """All that the units get after."""
        return summed(each.total_after for each in self.units)

    @cached_property
    def by_component(self) -> tuple[tuple[Component, Span, Span], ...]:
        """What each component gives all units before and after."""
        return tuple(
            (component, summed(each.before[at] for each in self.units), summed(each.after[at] for each in self.units))
            for at, component in enumerate(self.components)
        )

    @cached_property
    def winners(self) -> tuple[UnitImpact, ...]:
        """The units that get more, most first, in per cent."""
        return tuple(sorted((each for each in self.units if each.change > 0), key=_by_percent, reverse=True))

    @cached_property
    def losers(self) -> tuple[UnitImpact, ...]:
        """The units that get less, those that lose most first, in per cent."""
        return tuple(sorted((each for each in self.units if each.change < 0), key=_by_percent))


def _by_percent(unit: UnitImpact) -> tuple[Fraction, Fraction, str]:
    return (unit.percent if unit.percent is not None else Fraction(0), unit.change, unit.unit.name)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What another answer to a question would give after: the total's difference, and the unit that gains and the one that loses most."""

    choice: Choice
    used: str
    other: str
    total: Fraction
    gains: tuple[str, Fraction]
    loses: tuple[str, Fraction]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A component that is not counted, and the quantities, tables or columns that it lacks."""

    component: Component
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that an impact report says."""

    sources: tuple[Source, ...]
    title: str
    model_file: str
    model: UnitModel
    units: Units
    years: tuple[int | None, int | None]
    readings: tuple[Reading, ...]
    sensitivities: tuple[Sensitivity, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Message, ...]
    unread: tuple[Unread, ...]
    entries: Mapping[str, Entry]
    one_version: bool = False
    motions: MotionsTried | None = None
    counted: Counted = field(default_factory=Counted)

    @property
    def main(self) -> Reading:
        """The reading that is shown first."""
        return self.readings[0]


def component_at(unit: UnitImpact, at: int) -> tuple[Span, Span]:
    """Return what a component gives a unit before and after."""
    return (unit.before[at], unit.after[at]) if at < len(unit.before) else (NOTHING, NOTHING)
