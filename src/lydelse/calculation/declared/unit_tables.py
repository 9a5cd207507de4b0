"""The tables of a section that a unit's reimbursement may be weighted by: ages, sizes, distances."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from lydelse.figures.amounts import cell_amount
from lydelse.figures.statements.brackets import Bracket, bracket_or_year
from lydelse.model.amount import AmountKind
from lydelse.model.declared import Binding
from lydelse.model.impact_model import UnitTable
from lydelse.model.numbering import slug
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

FEWEST_ROWS = 3
OLDEST = Decimal(130)
_FAR = compiled(r"avstånd|\bkm\b|kilometer|\bmil\b", re.IGNORECASE)
_COUNTS = compiled(r"\bantal|storlek|\blistade|\binskrivna", re.IGNORECASE)
_AGED = compiled(r"ålder|\bår\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DraftedTable:
    """A table of weights with what its rows and its weights are headed; ``section`` is its section's number, ``called`` the whole of it.

    ``is_whole`` tells whether it has two columns and no row that is not a bracket with its amount.
    """

    name: str
    section: str
    called: str
    rows_headed: str
    column: str
    brackets: tuple[Bracket, ...]
    path: str = ""
    is_whole: bool = False
    of_money: bool = False

    @property
    def is_of_distances(self) -> bool:
        """Tell whether its rows are distances."""
        return bool(_FAR.search(self.rows_headed)) or any(bracket.unit.lower() in {"km", "mil"} for bracket in self.brackets)

    @property
    def is_of_ages(self) -> bool:
        """Tell whether its rows are ages."""
        ends = [end for bracket in self.brackets for end in (bracket.first, bracket.last) if end is not None]
        if self.is_of_distances or _COUNTS.search(self.rows_headed):
            return False
        if self.of_money:
            return bool(_AGED.search(self.rows_headed)) or any(bracket.unit.lower() == "år" for bracket in self.brackets)
        return bool(_AGED.search(self.rows_headed)) or (len(ends) > 2 and max(ends) <= OLDEST)

    def declared(self) -> UnitTable:
        """Return the table as a model declares it; weights by age are averages, and rounded."""
        return UnitTable(self.name, Binding(self.called, "", self.column), self.rows_headed, exact=self.of_money or not self.is_of_ages)


def tables_of(section: Section, taken: Collection[str]) -> tuple[DraftedTable, ...]:
    """Return the tables of a section whose rows are brackets with a weight each."""
    return _tables(section, taken, frozenset({AmountKind.WEIGHT, AmountKind.COUNT}))


def money_tables_of(section: Section, taken: Collection[str]) -> tuple[DraftedTable, ...]:
    """Return the tables of a section of two columns whose every row is a bracket with an amount of money each."""
    found = _tables(section, taken, frozenset({AmountKind.MONEY}))
    return tuple(each for each in found if each.is_whole)


def _tables(section: Section, taken: Collection[str], kinds: frozenset[AmountKind]) -> tuple[DraftedTable, ...]:
    found: list[DraftedTable] = []
    for table in section.tables:
        made = _table(section, table, {*taken, *(each.name for each in found)}, kinds)
        if made:
            found.append(made)
    return tuple(found)


def _table(section: Section, table: Table, taken: Collection[str], kinds: frozenset[AmountKind]) -> DraftedTable | None:
    if len(table.rows) <= FEWEST_ROWS or any(len(row.cells) < 2 for row in table.rows):
        return None
    heads = [" ".join(cell.text(Version.AFTER).split()) for cell in table.rows[0].cells]
    brackets = [bracket for row in table.rows[1:] if (bracket := bracket_or_year(row.cells[0].text(Version.AFTER)))]
    weights = [cell_amount(row.cells[1].text(Version.AFTER).strip(), heads[1]) for row in table.rows[1:]]
    weighed = [each for each in weights if each and each.kind in kinds]
    if len(brackets) < FEWEST_ROWS or len(weighed) < len(brackets):
        return None
    called = f"{section.number} {section.title}".strip()
    name = _name(section.title, heads[0], taken, "vikt" if AmountKind.MONEY not in kinds else "belopp")
    is_whole = len(heads) == 2 and len(brackets) == len(weighed) == len(table.rows) - 1
    path = table.rows[0].cells[0].paragraphs[0].place.path.rpartition("/r")[0]
    return DraftedTable(name, section.number, called, heads[0], heads[1], tuple(brackets), path, is_whole, AmountKind.MONEY in kinds)


def _name(title: str, head: str, taken: Collection[str], kind: str) -> str:
    words = [*slug(head).split("-")[:1], *slug(title).split("-")[:2]]
    base = "_".join([kind, *(word for word in words if word)])
    name, number = base, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name
