"""Total rows as they are tested, and what the totals that hold say of those that do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lydelse.calculation.draft import Draft, finest_step
from lydelse.calculation.repair import is_one_typo_off
from lydelse.calculation.table_grid import Grid, summed
from lydelse.model.calculation import Relation
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass, replace

TELLING_ON_TOP = 5_000
"""How many of the finest steps of its figures a total above its rows must hold for a typo in them to tell anything."""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A total row. ``readings`` are the rows that may make it, the plainest first; ``block`` those since the total before it.

    ``few`` are the last rows of the block, which may make it too, but never should.
    ``is_plain`` when the label and the structure leave no doubt of what is added up; ``operands`` are the rows that it may be the
    difference of.
    """

    row: int
    readings: tuple[tuple[int, ...], ...]
    few: tuple[tuple[int, ...], ...]
    block: tuple[int, ...]
    operands: tuple[int, ...]
    is_plain: bool
    is_net: bool


@dataclass(frozen=True, slots=True)
class TestedTotal:
    """A total row in one column: the relation that holds there or, where none does, the one that should."""

    total: TotalRow
    column: int
    draft: Draft
    rows: tuple[int, ...]
    holds: bool

    @property
    def is_of_its_block(self) -> bool:
        """Tell whether the relation adds up all rows since the total before."""
        return bool(self.total.block) and self.rows == self.total.block


def key_of(total: TotalRow, column: int) -> str:
    """Return what tells a total's cell from the others of its table."""
    return f"r{total.row}c{column}"


class Witnesses:
    """What the totals that hold say of those that do not."""

    def __init__(self, tested: Sequence[TestedTotal]) -> None:
        """Look through the totals of a table."""
        holding = [each for each in tested if each.holds]
        self._beside: dict[int, dict[tuple[int, ...], set[int]]] = {}
        self._built_on = {id(entry) for each in holding for entry in _built_on(each)}
        self._blocks = Counter(each.column for each in holding if each.is_of_its_block)
        for each in (each for each in holding if each.rows):
            self._beside.setdefault(each.total.row, {}).setdefault(each.rows, set()).add(each.column)

    def as_beside(self, grid: Grid, one: TestedTotal) -> TestedTotal:
        """Return a total that does not hold with the rows that make it in another column, where they do."""
        if one.holds or one.total.is_plain or one.total.is_net or one.total.row not in self._beside:
            return one
        rows = next(iter(self._beside[one.total.row]))
        draft = summed(grid, one.draft.relation.whole, grid.column(one.column, rows), key_of(one.total, one.column), stated=True)
        return replace(one, draft=draft, rows=rows) if draft else one

    def speak_for(self, one: TestedTotal, version: Version) -> bool:
        """Tell whether other figures show that a total row adds up these rows.

        They are all rows since the total before, and another total is built on it, another block of the column is added up so, or
        one typo explains the difference; or the row adds them up in another column.
        """
        relation = one.draft.relation
        if self._beside.get(one.total.row, {}).get(one.rows, set()) - {one.column}:
            return True
        if not one.is_of_its_block:
            return False
        others = self._blocks[one.column] - (1 if one.holds else 0)
        if others > 0 or id(relation.whole) in self._built_on:
            return True
        return is_one_typo_off(relation, version) and (one.rows[0] < one.total.row or _tells_much(relation, version))


def _tells_much(relation: Relation, version: Version) -> bool:
    """Tell whether a total is so many steps large that a typo hardly ever explains by chance what parts it from the rows below it."""
    whole = relation.whole.amount(version)
    return whole is not None and abs(whole.exactly) >= TELLING_ON_TOP * finest_step((relation.whole, *relation.parts), version)


def _built_on(tested: TestedTotal) -> tuple[Entry, ...]:
    """Return the figures that a total that holds is made of; a difference is of its first two."""
    relation = tested.draft.relation
    return relation.parts if tested.rows else (relation.whole, *relation.parts[:1])
