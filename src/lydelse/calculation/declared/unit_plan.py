"""What is proposed for a unit's reimbursement, before its amounts have names: components, tables, columns, shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lydelse.calculation.declared.unit_tables import DraftedTable
from lydelse.calculation.open_shares import OpenShare
from lydelse.figures.statements.periods import Period, period_of
from lydelse.model.impact_model import UnitColumn
from lydelse.model.numbering import slug
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Version
from lydelse.records import dataclass, field

Names = Mapping[int, str]
Text = Callable[[Names], str]
"""A formula's text, once the amounts have their names; a component's is written in braces until the components have theirs."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A component to be: the amounts that it needs, and how its formula is written with their names."""

    section: Section
    title: str
    needs: tuple[Entry, ...]
    text: Text
    total: Entry | None = None
    only: str = ""


@dataclass
class UnitPlan:
    """What is proposed: components, the tables, columns and questions that they ask for, and in how many parts a year it is paid."""

    planned: list[Planned] = field(default_factory=list)
    tables: dict[str, DraftedTable] = field(default_factory=dict)
    columns: dict[str, UnitColumn] = field(default_factory=dict)
    shares: list[tuple[Section, Entry, OpenShare | None]] = field(default_factory=list)
    instalments: int = 0

    @property
    def needs(self) -> tuple[Entry, ...]:
        """Every amount that is needed."""
        amounts = [entry for each in self.planned for entry in (*each.needs, *([each.total] if each.total else []))]
        return tuple({id(entry): entry for entry in (*amounts, *(share for _, share, _ in self.shares))}.values())

    def column(self, name: str, heading: str, unit: str = "", *, needed: bool = True) -> str:
        """Return the name of a column, which is its own: another heading has another name."""
        own, number = name, 2
        while own in self.columns and self.columns[own].heading != heading:
            own, number = f"{name}_{number}", number + 1
        self.columns.setdefault(own, UnitColumn(own, heading, needed, unit))
        return own


def yearly(entry: Entry, name: str) -> str:
    """Return an amount as a formula has it for a year: one that is paid each month is twelve of them."""
    times = times_a_year(entry.stated.per or "")
    return name if times == 1 else f"{times} * {name}"


def times_a_year(per: str) -> int:
    """Return how often a year is paid what is paid per month, quarter or half year; once where no such period is said."""
    return int(Period.YEAR) // int(period_of(per) or Period.YEAR)


def identifier(text: str) -> str:
    """Return a title as the name of what is declared."""
    return "_".join(slug(text).split("-")[:5]) or "del"


def paragraph_of(section: Section, entry: Entry) -> str:
    """Return the paragraph of a section that states an amount, "" where a table does."""
    return next((each.text_in(Version.AFTER) for each in section.paragraphs if each.place.path == entry.place.path), "")
