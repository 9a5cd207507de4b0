"""What an official would declare for an amendment: the head counts that its text does not give, and the indices that moved its figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.calculation import infer
from lydelse.calculation.declared.binding import Places
from lydelse.calculation.declared.drafting import drafted, roundest_percent
from lydelse.calculation.expressions import equation_of
from lydelse.calculation.testing import head_count
from lydelse.model.amount import Amount
from lydelse.model.calculation import Calculation, RelationKind
from lydelse.model.change import Comparison
from lydelse.model.declared import Binding, DeclaredModel, DeclaredRelation, Index, Population, Quantity
from lydelse.model.drafted import WeightTable
from lydelse.model.quantity import Entry

TENTHS = -1
"""An index is published with one decimal of a per cent: what moved by a factor of more decimals was worked out, not uprated."""
FEWEST_BANDS = 6
"""A table of fewer rows is no table of weights by age."""
LARGE = 1000


def declared_for(comparison: Comparison, totals: tuple[Entry, ...], averages: tuple[Entry, ...]) -> DeclaredModel:
    """Return the model of an amendment that is right: the head counts that it lacks, and its indices.

    Heads are declared for each section whose average no other section's total can be held against.
    """
    calculation = infer(comparison)
    by_heads = {id(each) for one in calculation.relations if one.kind is RelationKind.RATIO for each in (one.whole, *one.parts)}
    pairs = [
        (total, each) for each in averages if id(each) not in by_heads for total in totals if total.place.section == each.place.section
    ]
    figures = {id(each): each for pair in pairs for each in pair} | {id(each): each for each in totals}
    names = {identity: f"figure_{at}" for at, identity in enumerate(figures)}
    places = Places(comparison)
    bound = [_bound(names[identity], entry, places) for identity, entry in figures.items()]
    heads = [_heads(f"heads_{at}", total, average) for at, (total, average) in enumerate(pairs)]
    relations = [
        DeclaredRelation(f"by_{count.name}", equation_of(f"{names[id(total)]} = {count.name} * {names[id(average)]}"))
        for count, (total, average) in zip(heads, pairs, strict=True)
    ]
    return DeclaredModel("declared", (*bound, *heads), tuple(relations), (), tuple(_indices(calculation, names)))


def _bound(name: str, entry: Entry, places: Places) -> Quantity:
    binding = Binding(places.section_called(entry), entry.label, entry.column or "")
    return Quantity(name, binding, entry.stated.unit, entry.stated.per or "")


def _heads(name: str, total: Entry, average: Entry) -> Quantity:
    counts = ((total.year_before, total.before, average.before), (total.year_after, total.after, average.after))
    return Quantity(name, values=tuple((year, _count(whole, each)) for year, whole, each in counts if whole and each))


def _count(total: Amount, average: Amount) -> Decimal:
    heads = head_count(total, average)
    assert heads is not None, "nobody is paid nothing on average"
    return Decimal(round(heads.middle or 0))


def _indices(calculation: Calculation, names: dict[int, str]) -> Iterator[Index]:
    for relation in calculation.relations:
        entries = (relation.whole, *relation.parts)
        percent = roundest_percent(entries) if relation.kind is RelationKind.UPRATING else None
        exponent = percent.as_tuple().exponent if percent is not None else None
        mine = tuple(names[id(entry)] for entry in entries if id(entry) in names)
        if percent is not None and isinstance(exponent, int) and exponent >= TENTHS and mine:
            yield Index(f"index_{abs(percent)}".replace(".", "_"), percent, mine)


def populations_for(comparison: Comparison) -> DeclaredModel:
    """Return a model with a population for each table of weights by age: as many people in each band below the mean, and above it."""
    tables = drafted(comparison, infer(comparison), "declared").weight_tables
    people = tuple(
        Population(each.name, "", bands, Binding(each.section, column=each.column)) for each in tables if (bands := _bands(each))
    )
    return DeclaredModel("declared", populations=people)


def _bands(table: WeightTable) -> tuple[tuple[str, Decimal], ...]:
    """Return heads by band with which the mean of the weights is 1; none for weights that are no such table."""
    below = sum(1 - weight for weight in table.weights if weight < 1)
    above = sum(weight - 1 for weight in table.weights if weight > 1)
    if len(table.rows) < FEWEST_BANDS or not below or not above:
        return ()
    return tuple(
        (label, Decimal(round(LARGE * (above if weight < 1 else below)))) for label, weight in zip(table.rows, table.weights, strict=True)
    )
