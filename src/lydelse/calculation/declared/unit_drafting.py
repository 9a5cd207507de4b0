"""A proposal for how a unit's reimbursement is made, of what a document's sections say: weights by age, an index, distances, prices.

Only what is recognised is proposed; what the text leaves open becomes a question with its answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.calculation.declared.binding import Places
from lydelse.calculation.declared.naming import title_of
from lydelse.calculation.declared.unit_plan import Planned, UnitPlan, paragraph_of, yearly
from lydelse.calculation.declared.unit_prices import LIMITS, PER_HEAD, plan_prices
from lydelse.calculation.declared.unit_tables import OLDEST, DraftedTable, tables_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.open_shares import open_shares
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.periods import equal_parts_in
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Calculation
from lydelse.model.change import Comparison
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Version
from lydelse.patterns import compiled

_INDEX = compiled(r"\bCNI\b|care\s+need\s+index|socioekonomi\w*|\bindex\b", re.IGNORECASE)
_WEIGHT_ONE = compiled(r"\bvikt(?:en)?\s+1(?:,0+)?(?!\d|,)", re.IGNORECASE)
_AGES = compiled(r"(?<![\d,])(?P<lower>\d{1,2})\s*[-\u2013]\s*(?P<upper>\d{1,2})\s*(?:år|-?åring)", re.IGNORECASE)
_UPWARDS = compiled(r"(?<![\d,])(?P<lower>\d{1,2})\s*år\s+(?:och|eller)\s+(?:äldre|över|uppåt)", re.IGNORECASE)
_PRIVATE = compiled(r"\b(?:privata?|externa?|fristående|enskilda?)\b", re.IGNORECASE)
_ON_TOP = compiled(r"påslag|tillägg|kompens|uppräkn|räknas\s+upp|ersättning|ersätts|bidrag|höjs|mervärdesskatt|\bmoms", re.IGNORECASE)
_TAKEN_OFF = compiled(r"avdrag|minsk|reducer|\bdras?\b|sänk|vite|självrisk|återbetal|avgift|rabatt", re.IGNORECASE)
_REFERS_BACK = compiled(r"^\W*(?:därefter|därutöver|dessutom|därtill|vidare|också|även|sedan|på(?:slaget|\s+detta))\b", re.IGNORECASE)
_PAID = compiled(r"\b(?:ut)?betal\w*|\butgår\b|\berläggs\b|\bges\b|\bersättning\w*", re.IGNORECASE)


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
    taken = {each.section.section_id for each in plan.planned}
    for section in sections:
        if section.section_id not in taken and not any(each.startswith(f"{section.section_id}.") for each in taken):
            plan_prices(plan, section, by_section.get(section.section_id, []))
    if not plan.planned:
        return plan
    opened = {id(each.share): each for each in open_shares(Ledger(comparison), calculation, comparison.redline)}
    for section in sections:
        private = [entry for entry in by_section.get(section.section_id, []) if _is_for_private(section, entry)]
        plan.shares.extend((section, entry, opened.get(id(entry))) for entry in private)
    plan.instalments = _instalments(comparison)
    return plan


def _is_for_private(section: Section, entry: Entry) -> bool:
    """Tell whether a share is something that private units get on top: its sentence says so, or goes on from one that does."""
    if entry.kind is not AmountKind.SHARE or entry.stated.qualifier in LIMITS:
        return False
    text, at = paragraph_of(section, entry), entry.stated.start
    sentences = [text[start:end] for start, end in sentences_of(text) if start <= at]
    if not sentences or not _ON_TOP.search(sentences[-1]) or _TAKEN_OFF.search(sentences[-1]):
        return False
    told = next((each for each in reversed(sentences) if not _REFERS_BACK.search(each)), sentences[0])
    return _PRIVATE.search(sentences[-1]) is not None or (told is not sentences[-1] and _PRIVATE.search(told) is not None)


def _instalments(comparison: Comparison) -> int:
    """Return in how many equal parts a year the document says that all is paid, 0 where it says nothing, or several things."""
    said = {
        parts
        for paragraph in comparison.after.paragraphs
        for start, end in sentences_of(paragraph.text_in(Version.AFTER))
        if (sentence := paragraph.text_in(Version.AFTER)[start:end]) and _PAID.search(sentence) and (parts := equal_parts_in(sentence))
    }
    return said.pop() if len(said) == 1 else 0


def _residents(plan: UnitPlan, section: Section, entries: Sequence[Entry]) -> None:
    """Plan what a section pays for residents: it states a total, and how that is shared out."""
    money = [entry for entry in entries if entry.kind is AmountKind.MONEY and entry.stated.qualifier not in LIMITS]
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
        plan.planned.append(
            Planned(section, title, (price,), lambda names: f"{yearly(price, names[id(price)])} * viktat({aged.name})", total)
        )
    elif far:
        _distances(plan, section, total, far, next((table for table in tables if table is not far), None))
    elif _INDEX.search(f"{section.title} {text}"):
        column = plan.column("cni" if re.search(r"\bCNI\b", text) else "index", "CNI" if re.search(r"\bCNI\b", text) else "Index")
        plan.planned.append(Planned(section, title, (), lambda names: f"fordelat({names[id(total)]}; listade * {column})", total))
    elif per_head and (counted := _residents_aged(text)):
        plan.planned.append(
            Planned(section, title, (per_head,), lambda names: f"{yearly(per_head, names[id(per_head)])} * {counted}", total)
        )
    elif per_head and PER_HEAD.search(per_head.stated.per or per_head.label):
        plan.planned.append(Planned(section, title, (per_head,), lambda names: f"{yearly(per_head, names[id(per_head)])} * listade", total))


def _residents_aged(text: str) -> str:
    """Return the residents of the ages that a text names, "" where it names none."""
    ages, upwards = _AGES.search(text), _UPWARDS.search(text)
    if ages:
        return f"invanare({ages['lower']}; {ages['upper']})"
    return f"invanare({upwards['lower']}; {OLDEST})" if upwards else ""


def _distances(plan: UnitPlan, section: Section, total: Entry, far: DraftedTable, sized: DraftedTable | None) -> None:
    """Plan a total that is shared out by distance, and by size where the section has a table of that too: by steps, or marginally."""
    plan.tables[far.name] = far
    column = plan.column("avstand", "Avstånd", "km")
    counted = "listade"
    if sized and not sized.is_of_ages:
        plan.tables[sized.name] = sized
        counted = f"viktade_{sized.name}"
    title = title_of(f"{section.number} {section.title}".strip())
    plan.planned.append(
        Planned(section, title, (), lambda names: f"fordelat({names[id(total)]}; {counted} * steg({far.name}; {column}))", total)
    )
