"""What made a total move, and how the weights did: what the pictures of the report show, as figures.

A picture says nothing that the tables do not: whoever cannot see it has the table of amounts, and each picture a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from statistics import median

from lydelse.figures.spelling import in_unit
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Calculation, Relation, RelationKind
from lydelse.model.change import Comparison
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version
from lydelse.records import dataclass

FEWEST_WEIGHTS = 4
"""Rows below which a table says as much as a curve."""
MOST_TOTALS = 3
FEWEST_RATES = 4
LEAST_APART = Decimal("0.5")
"""Percentage points."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one part adds to a total, in the total's unit. ``section_id`` is that of a part in another section than the total, else ""."""

    label: str
    section_id: str
    change: Decimal


@dataclass(frozen=True, slots=True)
class Waterfall:
    """A total that moved and what each of its parts adds; ``rest`` is what the parts, as printed, do not explain."""

    label: str
    section_id: str
    unit: str
    before: Decimal
    after: Decimal
    steps: tuple[Step, ...]
    rest: Decimal


@dataclass(frozen=True, slots=True)
class Curve:
    """The weights of a table's column, row by row, before and after."""

    section_id: str
    column: str
    labels: tuple[str, ...]
    before: tuple[Decimal, ...]
    after: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """By how many per cent one amount moved. ``apart`` tells that most others moved by another rate."""

    label: str
    percent: Decimal
    apart: bool = False


@dataclass(frozen=True, slots=True)
class RateGroup:
    """The amounts of one section that moved."""

    section_id: str
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class Charts:
    """The pictures of one comparison."""

    waterfalls: tuple[Waterfall, ...] = ()
    curves: tuple[Curve, ...] = ()
    rates: tuple[RateGroup, ...] = ()

    @property
    def any(self) -> bool:
        """Tell whether there is a picture at all."""
        return bool(self.waterfalls or self.curves or self.rates)


NO_CHARTS = Charts()
"""What a comparison without figures that move has."""


def charts_of(comparison: Comparison, calculation: Calculation) -> Charts:
    """Return the pictures of a comparison: of its largest totals that moved, its weights, and its uprated amounts."""
    if comparison.one_version:
        return Charts()
    totals = sorted(_waterfalls(calculation), key=lambda each: -abs(each.after - each.before))
    rates = tuple(_rates(comparison))
    enough = sum(len(group.rates) for group in rates) >= FEWEST_RATES
    return Charts(tuple(totals[:MOST_TOTALS]), tuple(_curves(comparison)), rates if enough else ())


def _waterfalls(calculation: Calculation) -> Iterator[Waterfall]:
    told: set[str] = set()
    for relation in calculation.relations:
        whole = relation.whole
        if relation.kind is RelationKind.SUM and whole.kind is AmountKind.MONEY and whole.change and whole.place.path not in told:
            waterfall = _waterfall(relation)
            if waterfall:
                told.add(whole.place.path)
                yield waterfall


def _waterfall(relation: Relation) -> Waterfall | None:
    """Return what made the whole of a sum move, None where it or a part lacks a version."""
    whole = relation.whole
    if whole.before is None or whole.after is None or any(part.before is None or part.after is None for part in relation.parts):
        return None
    steps = tuple(_step(part, whole, turned=at in relation.minus) for at, part in enumerate(relation.parts))
    rest = whole.after.value - whole.before.value - sum((step.change for step in steps), Decimal(0))
    return Waterfall(whole.label, whole.place.section_id, whole.stated.unit, whole.before.value, whole.after.value, steps, rest)


def _step(part: Entry, whole: Entry, *, turned: bool) -> Step:
    before, after = part.amount(Version.BEFORE), part.amount(Version.AFTER)
    assert before is not None, "only parts that both versions have are asked for"
    assert after is not None, "as above"
    moved = (after.exactly - before.exactly) * (-1 if turned else 1)
    exponent = whole.stated.value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    elsewhere = part.place.section_id if part.place.section_id != whole.place.section_id else ""
    return Step(part.label, elsewhere, in_unit(moved, whole.stated.scale, decimals))


def _curves(comparison: Comparison) -> Iterator[Curve]:
    weights = [each for each in comparison.entries if each.kind is AmountKind.WEIGHT and each.column is not None]
    tables = groupby(weights, key=lambda entry: (entry.place.path.partition("/r")[0], entry.column))
    for (_, column), group in tables:
        rows = [entry for entry in group if entry.before and entry.after]
        if len(rows) >= FEWEST_WEIGHTS and any(entry.status is Status.CHANGED for entry in rows):
            before, after = (tuple(amount.value for entry in rows if (amount := entry.amount(version))) for version in Version)
            yield Curve(rows[0].place.section_id, column or "", tuple(entry.label for entry in rows), before, after)


def _rates(comparison: Comparison) -> Iterator[RateGroup]:
    moved = [each for each in comparison.entries if each.kind is AmountKind.MONEY and each.status is Status.CHANGED and each.percent]
    usual, most = usual_rate([each.percent for each in moved if each.percent is not None])
    for section_id, group in groupby(moved, key=lambda entry: entry.place.section_id):
        rates = [Rate(entry.label, entry.percent, abs(entry.percent - usual) > most) for entry in group if entry.percent is not None]
        yield RateGroup(section_id, tuple(dict.fromkeys(rates)))


def usual_rate(percents: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the median of some rates, and by how much a rate may differ from it before it stands apart.

    That is four times what half of them differ by at most, a usual measure that the outliers themselves do not move, and never less than
    half a percentage point, which rounding may make of small amounts.
    """
    if not percents:
        return Decimal(0), LEAST_APART
    middle = median(percents)
    return middle, max(LEAST_APART, 4 * median(abs(each - middle) for each in percents))


def spread(groups: Sequence[RateGroup]) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest rate, zero among them."""
    rates = [rate.percent for group in groups for rate in group.rates]
    return min(Decimal(0), *rates), max(Decimal(0), *rates)
