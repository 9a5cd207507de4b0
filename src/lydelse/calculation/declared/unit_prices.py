"""What a section pays for each visit, place or hour, and by the rows of a table: proposed as components."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.calculation.declared.naming import title_of
from lydelse.calculation.declared.unit_plan import Names, Planned, Text, UnitPlan, identifier, times_a_year, yearly
from lydelse.calculation.declared.unit_tables import DraftedTable, money_tables_of
from lydelse.figures.statements.periods import period_of
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.patterns import compiled

MOST_COMPONENTS = 60
LIMITS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
PER_HEAD = compiled(r"\b(?:invånare|listade?|inv|person(?:er)?|elev(?:er)?|barn)\b", re.IGNORECASE)
_OF_UNITS = compiled(
    r"enhet|central|skola|mottagning|klinik|utförare|verksamhet|förening|bolag|leverantör|vårdgivare|huvudman|kommun|avtal|mottagare|anordnare"
    r"|aktör|sjukhus|apotek|boende|hem(?:met)?$",
    re.IGNORECASE,
)
"""What a floor or a ceiling is for where it is for a unit, not for each of those that the unit has."""


def plan_prices(plan: UnitPlan, section: Section, entries: Sequence[Entry]) -> None:
    """Plan what a section pays by the rows of a table of steps or ages, and for each of what it counts, within its own floor and ceiling.

    A price whose floor or ceiling is for something else than the unit, or for another time, is not proposed.
    """
    tables = money_tables_of(section, plan.tables)
    for table in tables:
        _by_table(plan, section, table, _total_of(entries) if len(tables) == 1 else None)
    money = [entry for entry in entries if entry.kind is AmountKind.MONEY and entry.stated.unit == "kr"]
    money = [entry for entry in money if not any(entry.place.path.startswith(f"{table.path}/") for table in tables)]
    priced = [entry for entry in money if entry.stated.qualifier not in LIMITS and (entry.stated.per or entry.column)]
    floor = next((entry for entry in money if entry.stated.qualifier is Qualifier.AT_LEAST), None)
    ceiling = next((entry for entry in money if entry.stated.qualifier is Qualifier.AT_MOST), None)
    limits = [each for each in (floor, ceiling) if each]
    if len(priced) == 1 and not all(_limits_unit(each, priced[0]) for each in limits):
        return
    for entry in priced:
        if len(plan.planned) >= MOST_COMPONENTS or is_total_label(entry.label):
            return
        _priced(plan, section, entry, (floor, ceiling) if len(priced) == 1 else (None, None), alone=len(priced) == 1)


def _limits_unit(limit: Entry, price: Entry) -> bool:
    """Tell whether a floor or a ceiling is for what the unit gets of a price: for nothing said, or a unit; and for a time that is known."""
    per, counted = limit.stated.per or "", counted_of(limit)
    if counted and not _OF_UNITS.search(counted):
        return False
    return not _is_by_time_alone(price) and (period_of(per) is not None or times_a_year(price.stated.per or "") == 1)


def _priced(plan: UnitPlan, section: Section, entry: Entry, limits: tuple[Entry | None, Entry | None], *, alone: bool) -> None:
    title = f"{_titled(section)}{'' if alone else f': {entry.label}'}"
    counted = counted_of(entry)
    heading = f"Antal {counted}: {title}" if counted else f"Antal: {title}"
    column = plan.column(f"antal_{identifier(f'{counted} {entry.label}')}", heading, needed=False)
    needs = (entry, *(each for each in limits if each))
    plan.planned.append(Planned(section, title, needs, _within(entry, column, *limits)))


def _titled(section: Section) -> str:
    return title_of(f"{section.number} {section.title}".strip())


def _within(entry: Entry, column: str, floor: Entry | None, ceiling: Entry | None) -> Text:
    def text(names: Names) -> str:
        price = names[id(entry)] if _is_by_time_alone(entry) else yearly(entry, names[id(entry)])
        made = f"{price} * {column}"
        if floor:
            made = f"lagst({yearly(floor, names[id(floor)])}; {made})"
        if ceiling:
            made = f"hogst({yearly(ceiling, names[id(ceiling)])}; {made})"
        return f"om({column} > 0; {made}; 0)" if floor or ceiling else made

    return text


def counted_of(entry: Entry) -> str:
    """Return what a price is for one of: of "barn och år" a child, of "barn och dag" a child's day, of "månad" a month, of "år" nothing."""
    counted = " och ".join(part for part in _parts_of(entry) if period_of(part) is None)
    return " och ".join(_parts_of(entry)) if not counted and _is_by_time_alone(entry) else counted


def _is_by_time_alone(entry: Entry) -> bool:
    """Tell whether a price is for each month, quarter or half year, and for nothing else that is counted: the months are, then."""
    return times_a_year(entry.stated.per or "") != 1 and all(period_of(part) is not None for part in _parts_of(entry))


def _parts_of(entry: Entry) -> list[str]:
    parts = re.split(r"\s*/\s*|\s+och\s+|\s+per\s+|\s+i\s+(?=månad)", entry.stated.per or "")
    return [part.strip() for part in parts if part.strip()]


def _total_of(entries: Sequence[Entry]) -> Entry | None:
    """Return the one total that a section states, None where it states none, or several."""
    money = [entry for entry in entries if entry.kind is AmountKind.MONEY and entry.stated.qualifier not in LIMITS and entry.column is None]
    totals = [entry for entry in money if is_total_label(entry.label) and not entry.stated.per]
    return totals[0] if len(totals) == 1 else None


def _by_table(plan: UnitPlan, section: Section, table: DraftedTable, total: Entry | None) -> None:
    """Plan what a table of money pays: for each resident by age, by distance or by size; by steps or marginally where it is per head."""
    plan.tables[table.name] = table
    times = times_a_year(table.column)
    factor = "" if times == 1 else f"{times} * "
    per_head = PER_HEAD.search(table.column) is not None
    if table.is_of_ages:
        made = f"viktat({table.name})"
    elif table.is_of_distances:
        column = plan.column("avstand", "Avstånd", "km")
        made = f"{'listade * ' if per_head else ''}steg({table.name}; {column})"
    elif per_head:
        made = f"viktade_{table.name}"
    else:
        counted = "listade" if PER_HEAD.search(table.rows_headed) else plan.column(identifier(table.rows_headed), table.rows_headed)
        made = f"steg({table.name}; {counted})"
    plan.planned.append(Planned(section, _titled(section), (), lambda _names: f"{factor}{made}", total))
