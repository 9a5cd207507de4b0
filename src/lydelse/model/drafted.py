"""The draft of a model: what it holds, and what there is to say of how each part was found."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lydelse.model.calculation import Outcome, Relation
from lydelse.model.declared import DeclaredModel, DeclaredRelation
from lydelse.model.impact_coverage import Counted
from lydelse.model.quantity import Entry
from lydelse.records import dataclass, field


@dataclass(frozen=True, slots=True)
class DraftedRelation:
    """A relation of the draft, the relation of the document that it was made of, and how that fares in each version."""

    declared: DeclaredRelation
    found: Relation
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class WeightTable:
    """A table of weights by bracket, which a population may be held against once somebody has counted it."""

    name: str
    section: str
    column: str
    rows: tuple[str, ...]
    weights: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted model. ``left_out`` are relations whose figures no binding finds again; ``entries`` are the quantities' amounts.

    ``beyond`` is how many relations are not in it because it would be too long to read. ``counted`` is how much of the money in the
    document the parts of a unit's reimbursement take in, None where the draft has none.
    """

    model: DeclaredModel
    relations: tuple[DraftedRelation, ...]
    left_out: tuple[Relation, ...] = ()
    weight_tables: tuple[WeightTable, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    beyond: int = 0
    counted: Counted | None = None
