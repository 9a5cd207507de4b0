"""Weights by age band tested with a population: their mean over all heads must be 1, and price times weighted heads the total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.declared.binding import NEAREST, Places
from lydelse.calculation.declared.names import label_rank
from lydelse.figures.statements.brackets import Bracket, bracket_of
from lydelse.model.against_model import Bound, Lack, Unbound, UnboundBands
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.declared import DeclaredModel, Population
from lydelse.model.formula import WeightedMean, WeightedTotal
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry

_WEIGHTS = {AmountKind.WEIGHT, AmountKind.COUNT}
FEWEST_ROWS = 2


def population_relations(
    model: DeclaredModel, bound: Mapping[str, Bound], places: Places
) -> tuple[list[Relation], list[Unbound], list[UnboundBands]]:
    """Return the relations of a model's populations, the ones whose table of weights is not found, and the ones whose bands do not fit."""
    relations: list[Relation] = []
    unbound: list[Unbound] = []
    unfit: list[UnboundBands] = []
    for population in model.populations:
        weights = _weights_of(population, places)
        if isinstance(weights, Unbound):
            unbound.append(weights)
            continue
        heads = _heads_of(population, weights)
        if isinstance(heads, UnboundBands):
            unfit.append(heads)
        else:
            relations.extend(_relations(population, weights, heads, bound))
    return relations, unbound, unfit


def _weights_of(population: Population, places: Places) -> list[Entry] | Unbound:
    """Return the weights of the one table that a population is bound to, row by row.

    Of several tables that go with the binding equally well, it is the one whose rows the bands go into.
    """
    found: dict[tuple[str, str | None], list[Entry]] = {}
    ranks: dict[tuple[str, str | None], tuple[int, int]] = {}
    for entry in places.entries:
        section = places.section_rank(population.binding.section, entry)
        column = _column_rank(population, entry)
        if section is None or column is None or entry.after is None or entry.kind not in _WEIGHTS or bracket_of(entry.label) is None:
            continue
        if population.year not in {None, entry.year_after}:
            continue
        table = entry.place.path.rpartition("/r")[0], entry.column
        found.setdefault(table, []).append(entry)
        ranks[table] = min((section, column), ranks.get(table, (section, column)))
    tables = [table for table in found if len(found[table]) >= FEWEST_ROWS]
    best = [table for table in tables if ranks[table] == min(ranks[each] for each in tables)]
    if len(best) > 1:
        best = [table for table in best if not isinstance(_heads_of(population, found[table]), UnboundBands)] or best
    if len(best) == 1:
        return found[best[0]]
    nearest = tuple(found[table][0] for table in best[:NEAREST])
    there = any(places.section_rank(population.binding.section, entry) is not None for entry in places.entries)
    lack = Lack.SEVERAL if best else Lack.NO_LABEL if there else Lack.NO_SECTION
    return Unbound(population.name, population.binding, lack, nearest)


def _column_rank(population: Population, entry: Entry) -> int | None:
    declared = population.binding.column or population.binding.label
    if not declared:
        return 0
    return label_rank(declared, entry.column) if entry.column else None


def _heads_of(population: Population, weights: Sequence[Entry]) -> tuple[Fraction, ...] | UnboundBands:
    """Return the heads of each row: the sum of the bands within it; every band must go into one row, and every row have one."""
    rows = [bracket for entry in weights if (bracket := bracket_of(entry.label))]
    heads = [Fraction(0)] * len(rows)
    has_band = [False] * len(rows)
    left: list[str] = []
    for label, count in population.bands:
        band = bracket_of(label)
        holding = [at for at, row in enumerate(rows) if band and _holds(row, band)]
        if len(holding) != 1:
            left.append(label)
            continue
        heads[holding[0]] += Fraction(count)
        has_band[holding[0]] = True
    empty = tuple(entry.label for entry, filled in zip(weights, has_band, strict=True) if not filled)
    if left or empty:
        return UnboundBands(population.name, tuple(weights), empty, tuple(left))
    return tuple(heads)


def _holds(row: Bracket, band: Bracket) -> bool:
    """Tell whether a row is for every value of a band."""
    below = row.first is None or (band.first is not None and row.first <= band.first) or (band.first is None and row.first <= Decimal(0))
    above = row.last is None or (band.last is not None and band.last <= row.last)
    return below and above


def _relations(population: Population, weights: list[Entry], heads: tuple[Fraction, ...], bound: Mapping[str, Bound]) -> Iterator[Relation]:
    facts: dict[str, Fact] = {"name": population.name, "date": population.date, "rows": len(weights)}
    wording = Message("relation.population.mean", {**facts, "mean": _decimal(population.mean)})
    mean = WeightedMean(population.name, heads, population.mean)
    yield _relation(weights, wording, mean)
    if population.price in bound and population.total in bound:
        total, price = bound[population.total].entry, bound[population.price].entry
        wording = Message("relation.population.total", {**facts, "price": population.price, "total": population.total})
        yield _relation([total, price, *weights], wording, WeightedTotal(population.name, heads))


def _relation(figures: list[Entry], wording: Message, formula: WeightedMean | WeightedTotal) -> Relation:
    return Relation(RelationKind.DECLARED, figures[0], tuple(figures[1:]), wording, Origin.MODEL, figures[0].place, formula=formula)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
