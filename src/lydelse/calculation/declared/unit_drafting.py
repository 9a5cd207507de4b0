"""A proposal for how a unit's reimbursement is made, of what a document's sections say: weights by age, an index, distances, prices.

Only what is recognised is proposed; what the text leaves open becomes a question with its answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lydelse.calculation.declared.binding import Places
from lydelse.calculation.declared.naming import title_of
from lydelse.calculation.declared.unit_tables import DraftedTable, tables_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.open_shares import OpenShare, open_shares
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Calculation
from lydelse.model.change import Comparison
from lydelse.model.impact_model import UnitColumn
from lydelse.model.numbering import slug
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Version

MOST_COMPONENTS = 60
_INDEX = re.compile(r"\bCNI\b|care\s+need\s+index|socioekonomi\w*|\bindex\b", re.IGNORECASE)
_WEIGHT_ONE = re.compile(r"\bvikt(?:en)?\s+1(?:,0+)?(?!\d|,)", re.IGNORECASE)
_AGES = re.compile(r"(?<![\d,])(?P<lower>\d{1,2})\s*[-\u2013]\s*(?P<upper>\d{1,2})\s*(?:år|-?åring)", re.IGNORECASE)
_PRIVATE = re.compile(r"\b(?:privata?|externa?|fristående|enskilda?)\b", re.IGNORECASE)
_PER_HEAD = re.compile(r"\b(?:invånare|listade?|inv|person|elev|barn)\b", re.IGNORECASE)
_LIMITS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})

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
    """What is proposed: components, the tables, columns and questions that they ask for."""

    planned: list[Planned] = field(default_factory=list)
    tables: dict[str, DraftedTable] = field(default_factory=dict)
    columns: dict[str, UnitColumn] = field(default_factory=dict)
    shares: list[tuple[Section, Entry, OpenShare | None]] = field(default_factory=list)

    @property
    def needs(self) -> tuple[Entry, ...]:
        """Every amount that is needed."""
        amounts = [entry for each in self.planned for entry in (*each.needs, *([each.total] if each.total else []))]
        return tuple({id(entry): entry for entry in (*amounts, *(share for _, share, _ in self.shares))}.values())


def planned_units(comparison: Comparison, calculation: Calculation, places: Places) -> UnitPlan:
    """Return what a document's sections propose; nothing where no section is recognised as one that residents are paid for."""
    plan = UnitPlan()
    sections = comparison.after.sections
    by_section: dict[str, list[Entry]] = {}
    for entry in places.entries:
        if entry.after:
            by_section.setdefault(entry.place.section_id, []).append(entry)
    for section in sections:
        if not any(other.section_id.startswith(f"{section.section_id}.") for other in sections):
            _residents(plan, section, by_section.get(section.section_id, []))
    if not plan.planned:
        return plan
    taken = {each.section.section_id for each in plan.planned}
    for section in sections:
        if section.section_id not in taken and not any(each.startswith(f"{section.section_id}.") for each in taken):
            _prices(plan, section, by_section.get(section.section_id, []))
    opened = {id(each.share): each for each in open_shares(Ledger(comparison), calculation, comparison.redline)}
    for section in sections:
        private = [entry for entry in by_section.get(section.section_id, []) if _is_for_private(section, entry)]
        plan.shares.extend((section, entry, opened.get(id(entry))) for entry in private)
    return plan


def _is_for_private(section: Section, entry: Entry) -> bool:
    return entry.kind is AmountKind.SHARE and _PRIVATE.search(paragraph_of(section, entry)) is not None


def _residents(plan: UnitPlan, section: Section, entries: Sequence[Entry]) -> None:
    """Plan what a section pays for residents: it states a total, and how that is shared out."""
    money = [entry for entry in entries if entry.kind is AmountKind.MONEY and entry.stated.qualifier not in _LIMITS]
    totals = [entry for entry in money if is_total_label(entry.label) and entry.column is None]
    if len(totals) != 1:
        return
    total, text = totals[0], "\n".join(paragraph.after for paragraph in (*section.paragraphs,))
    tables = tables_of(section, plan.tables)
    aged = next((table for table in tables if table.is_of_ages), None)
    far = next((table for table in tables if table.is_of_distances), None)
    price = next((entry for entry in money if entry is not total and _WEIGHT_ONE.search(entry.label)), None)
    per_head = next((entry for entry in money if entry is not total and entry.stated.unit == "kr" and entry.column is None), None)
    title = title_of(f"{section.number} {section.title}".strip())
    if aged and price:
        plan.tables[aged.name] = aged
        plan.planned.append(Planned(section, title, (price,), lambda names: f"{names[id(price)]} * viktat({aged.name})", total))
    elif far:
        _distances(plan, section, total, far, next((table for table in tables if table is not far), None))
    elif _INDEX.search(f"{section.title} {text}"):
        column = _column(plan, "cni" if re.search(r"\bCNI\b", text) else "index", "CNI" if re.search(r"\bCNI\b", text) else "Index")
        plan.planned.append(Planned(section, title, (), lambda names: f"fordelat({names[id(total)]}; listade * {column})", total))
    elif per_head and (ages := _AGES.search(text)):
        counted = f"invanare({ages['lower']}; {ages['upper']})"
        plan.planned.append(Planned(section, title, (per_head,), lambda names: f"{names[id(per_head)]} * {counted}", total))
    elif per_head and _PER_HEAD.search(per_head.stated.per or per_head.label):
        plan.planned.append(Planned(section, title, (per_head,), lambda names: f"{names[id(per_head)]} * listade", total))


def _distances(plan: UnitPlan, section: Section, total: Entry, far: DraftedTable, sized: DraftedTable | None) -> None:
    """Plan a total that is shared out by distance, and by size where the section has a table of that too: by steps, or marginally."""
    plan.tables[far.name] = far
    column = _column(plan, "avstand", "Avstånd", "km")
    counted = "listade"
    if sized and not sized.is_of_ages:
        plan.tables[sized.name] = sized
        counted = f"viktade_{sized.name}"
    title = title_of(f"{section.number} {section.title}".strip())
    plan.planned.append(
        Planned(section, title, (), lambda names: f"fordelat({names[id(total)]}; {counted} * steg({far.name}; {column}))", total)
    )


def _prices(plan: UnitPlan, section: Section, entries: Sequence[Entry]) -> None:
    """Plan what a section pays for each visit, place or hour, within its own floor and ceiling."""
    money = [entry for entry in entries if entry.kind is AmountKind.MONEY and entry.stated.unit == "kr"]
    priced = [entry for entry in money if entry.stated.qualifier not in _LIMITS and (entry.stated.per or entry.column)]
    floor = next((entry for entry in money if entry.stated.qualifier is Qualifier.AT_LEAST), None)
    ceiling = next((entry for entry in money if entry.stated.qualifier is Qualifier.AT_MOST), None)
    for entry in priced:
        if len(plan.planned) >= MOST_COMPONENTS or is_total_label(entry.label):
            return
        of = "" if len(priced) == 1 else f": {entry.label}"
        title = f"{title_of(f'{section.number} {section.title}'.strip())}{of}"
        counted = _counted(entry)
        heading = f"Antal {counted}: {title}" if counted else f"Antal: {title}"
        column = _column(plan, f"antal_{identifier(f'{counted} {entry.label}')}", heading, needed=False)
        limits = [each for each in (floor, ceiling) if each] if len(priced) == 1 else []
        plan.planned.append(
            Planned(section, title, (entry, *limits), _priced(entry, column, floor if limits else None, ceiling if limits else None))
        )


def _priced(entry: Entry, column: str, floor: Entry | None, ceiling: Entry | None) -> Text:
    def text(names: Names) -> str:
        made = f"{names[id(entry)]} * {column}"
        if floor:
            made = f"lagst({names[id(floor)]}; {made})"
        if ceiling:
            made = f"hogst({names[id(ceiling)]}; {made})"
        return f"om({column} > 0; {made}; 0)" if floor or ceiling else made

    return text


def _counted(entry: Entry) -> str:
    """Return what a price is for one of: "barn och år" is a child."""
    return re.split(r"\s*/\s*|\s+och\s+|\s+per\s+", entry.stated.per or "")[0].strip()


def _column(plan: UnitPlan, name: str, heading: str, unit: str = "", *, needed: bool = True) -> str:
    """Return the name of a column, which is its own: another heading has another name."""
    own, number = name, 2
    while own in plan.columns and plan.columns[own].heading != heading:
        own, number = f"{name}_{number}", number + 1
    plan.columns.setdefault(own, UnitColumn(own, heading, needed, unit))
    return own


def identifier(text: str) -> str:
    """Return a title as the name of what is declared."""
    return "_".join(slug(text).split("-")[:5]) or "del"


def paragraph_of(section: Section, entry: Entry) -> str:
    """Return the paragraph of a section that states an amount, "" where a table does."""
    return next((each.text_in(Version.AFTER) for each in section.paragraphs if each.place.path == entry.place.path), "")
