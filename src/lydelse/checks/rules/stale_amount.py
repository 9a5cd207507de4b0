"""Y201: an amount that stands unchanged although its year was moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from statistics import median

from lydelse.checks.change_columns import is_of_changes
from lydelse.checks.left_in_columns import left_in_columns
from lydelse.checks.left_in_tables import LeftInTable, left_in_tables
from lydelse.checks.rolling_years import carried_from
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.checks.year_moves import moves_of
from lydelse.figures.prose import amounts_in
from lydelse.figures.statements.names import name_of
from lydelse.figures.statements.promises import said_unchanged_in, uprating_promises_in
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry, Status
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled

TOTALS = ("tkr", "mkr", "mdkr")
"""Units of frames and ceilings, which can be added up; what is in kronor is a price, for who knows how many."""

_PENALTY = compiled(
    r"\b(?:(?:avtals|försenings|dröjsmåls|miljö)?vite(?:t|n|na|sbelopp\w*)?|sanktionsavgift\w*|straffavgift\w*|böter)\b", re.IGNORECASE
)

_OTHERS = compiled(r"(?<!\w)(?:övriga?|andra|vissa|några|resterande|en\s+del)(?!\w)", re.IGNORECASE)
"""Words of clauses that say of amounts without naming them that they stand unchanged."""

MOST_PERCENT = 30
"""A larger rise is no uprating and lends itself to no example."""

SHOWN = 20
"""How many amounts without a year a finding quotes; the rest stand among its places."""

_Risen = list[tuple[str, Decimal]]


@rule("Y201", "stale-amount", Severity.QUESTION)
def stale_amount(subject: Subject) -> Iterator[Finding]:
    """Yield the unchanged amounts under a moved year: a table's or a paragraph's together."""
    if subject.comparison.one_version:
        yield from _left_in_columns(subject, set())
        return
    paragraphs = {paragraph.place.path: paragraph for paragraph in subject.after.paragraphs}
    sections = {section.section_id: section for section in subject.after.sections}
    is_carried = carried_from(subject.entries)
    left = [entry for entry in subject.entries if _is_stale(entry, paragraphs.get(_path(entry))) and not is_carried(entry)]
    unmoved = [entry for entry in left if not _is_named_unchanged(entry, sections.get(entry.place.section_id))]
    penal = {id(entry) for entry in unmoved if _is_penal(paragraphs.get(_path(entry)))}
    stale = [entry for entry in unmoved if id(entry) not in penal]
    risen = _risen(subject) if stale else []
    for _, group in groupby(stale, key=lambda entry: _listed_in(entry, paragraphs.get(_path(entry)))):
        entries = list(group)
        yield _finding(entries, sections.get(entries[0].place.section_id), paragraphs.get(_path(entries[0])), subject, risen)
    yield from _together(subject, stale, risen)
    in_tables = [] if not subject.once(moves_of) else _in_tables(subject, stale, is_carried, sections)
    yield from (_left_in_table(subject, each) for each in in_tables)
    told = {id(entry) for each in in_tables for entry in each.unchanged}
    yield from _left_in_columns(subject, told | {id(entry) for entry in left})
    yield from _undated(subject, penal, told)


def _left_in_columns(subject: Subject, told: set[int]) -> Iterator[Finding]:
    """Yield the questions about rows that stand alike in last year's column and the new one, those told of already left out."""
    for each in left_in_columns(subject.entries):
        section = next((one for one in subject.after.sections if one.section_id == each.unchanged[0].place.section_id), None)
        entries = [entry for entry in each.unchanged if id(entry) not in told and not _is_meant(entry, section)]
        if not entries:
            continue
        facts: dict[str, Fact] = {
            "section": subject.heading(entries[0].place),
            "count": len(entries),
            "changed": each.rising,
            "all": each.count,
            "since": each.since,
            "to": each.to,
            "amounts": tuple(f"{entry.label} {_quoted(entry.stated)}".strip() for entry in entries),
        }
        yield stale_amount.finding(*map(passage_of, entries), facts=facts, case="columns")


def _is_meant(entry: Entry, section: Section | None) -> bool:
    """Tell whether the section, or the row itself, says that the amount stands as it stood."""
    if section is None or _is_named_unchanged(entry, section):
        return True
    row = entry.place.path.rpartition("/c")[0]
    cells = [paragraph for table in section.tables for paragraph in table.paragraphs() if paragraph.place.path.startswith(f"{row}/")]
    said = any(said_unchanged_in(paragraph.after) for paragraph in cells)
    clauses = [each.text for paragraph in section.paragraphs for each in said_unchanged_in(paragraph.after) if not amounts_in(each.text)]
    return said or _PENALTY.search(entry.label) is not None or any(_OTHERS.search(clause) for clause in clauses)


def _together(subject: Subject, stale: list[Entry], risen: _Risen) -> Iterator[Finding]:
    """Yield what the totals that stand unchanged come to, and what uprating them would cost: frames and ceilings, not prices."""
    by_unit: dict[str, list[Entry]] = {}
    for entry in stale:
        if entry.stated.unit in TOTALS and entry.stated.per is None:
            by_unit.setdefault(entry.stated.unit, []).append(entry)
    for unit, entries in by_unit.items():
        percent = _usual_percent(risen, entries[0])
        if len(entries) < 2 or percent is None:
            continue
        total = sum((entry.stated.value for entry in entries), Decimal(0))
        facts: dict[str, Fact] = {
            "section": subject.heading(entries[0].place),
            "count": len(entries),
            "total": total,
            "unit": unit,
            "percent": percent,
            "example": _share_of(total, percent),
        }
        passages = [passage_of(entry, Version.AFTER) for entry in entries]
        yield stale_amount.finding(*passages, facts=facts, case="together", severity=Severity.INFO)


def _in_tables(
    subject: Subject, stale: list[Entry], is_carried: Callable[[Entry], bool], sections: Mapping[str, Section]
) -> list[LeftInTable]:
    """Return the tables with amounts left as they were beside changed ones, those left out that are told of by their year."""
    told = {id(entry) for entry in stale}
    found = []
    for each in left_in_tables([entry for entry in subject.entries if not is_of_changes(entry.column or "")]):
        dated = any(id(entry) in told or is_carried(entry) for entry in each.unchanged)
        if not dated and not any(_is_named_unchanged(entry, sections.get(entry.place.section_id)) for entry in each.unchanged):
            found.append(each)
    return found


def _left_in_table(subject: Subject, each: LeftInTable) -> Finding:
    first = each.unchanged[0]
    shown = tuple(f"{_called(entry)} {_quoted(entry.stated)}".strip() for entry in each.unchanged[:SHOWN])
    facts: dict[str, Fact] = {
        "section": subject.heading(first.place),
        "count": len(each.unchanged),
        "changed": each.changed,
        "all": each.count,
        "amounts": shown,
        "more": len(each.unchanged) - SHOWN,
    }
    case = "table.more" if len(each.unchanged) > SHOWN else "table"
    return stale_amount.finding(*(passage_of(entry, Version.AFTER) for entry in each.unchanged), facts=facts, case=case)


def _called(entry: Entry) -> str:
    """Return an amount of a table by its row and its column."""
    return f"{entry.label} ({entry.column})" if entry.label and entry.column else entry.label or entry.column or ""


def _undated(subject: Subject, penal: set[int], told: set[int]) -> Iterator[Finding]:
    """Yield one finding with the unchanged amounts of no year and the penalties, where other amounts were moved to another year."""
    moved = any(entry.year_before and entry.year_after and entry.year_before < entry.year_after for entry in subject.entries)
    if not moved and any(entry.status is Status.CHANGED and entry.kind is AmountKind.MONEY for entry in subject.entries):
        moved = bool(subject.once(moves_of))
    undated = [
        entry
        for entry in subject.entries
        if id(entry) in penal
        or (entry.kind is AmountKind.MONEY and entry.status is Status.UNCHANGED and entry.year_before is None and entry.year_after is None)
    ]
    undated = [entry for entry in undated if not is_of_changes(entry.column or "") and id(entry) not in told]
    if moved and undated:
        facts: dict[str, Fact] = {
            "section": subject.heading(undated[0].place),
            "count": len(undated),
            "amounts": tuple(_placed(subject, entry) for entry in undated[:SHOWN]),
            "more": len(undated) - SHOWN,
        }
        case = "undated.more" if len(undated) > SHOWN else "undated"
        passages = [passage_of(entry, Version.AFTER) for entry in undated]
        yield stale_amount.finding(*passages, facts=facts, case=case, severity=Severity.INFO)


def _placed(subject: Subject, entry: Entry) -> str:
    """Return an amount with its section, where that is called something."""
    heading = subject.heading(entry.place)
    return f"{_quoted(entry.stated)} ({heading})" if heading else _quoted(entry.stated)


def _is_stale(entry: Entry, paragraph: Paragraph | None) -> bool:
    if entry.kind is not AmountKind.MONEY or entry.status is not Status.UNCHANGED or entry.after is None or entry.before is None:
        return False
    if entry.year_before is None or entry.year_after is None or entry.year_before >= entry.year_after or is_of_changes(entry.column or ""):
        return False
    return paragraph is None or not _said_unchanged(paragraph, entry.after)


def _is_penal(paragraph: Paragraph | None) -> bool:
    """Tell whether a paragraph is about a penalty: such an amount deters, and is not uprated from year to year."""
    return paragraph is not None and _PENALTY.search(paragraph.after) is not None


def _said_unchanged(paragraph: Paragraph, amount: Amount) -> bool:
    text = paragraph.text_in(Version.AFTER)
    return any(promise.is_of(amount.start) for promise in said_unchanged_in(text))


def _is_named_unchanged(entry: Entry, section: Section | None) -> bool:
    """Tell whether a clause of the section that states no figure says that what the row or the line is called stands unchanged."""
    name = name_of(entry.label)
    if section is None or not name.telling:
        return False
    said = [each for paragraph in section.paragraphs for each in said_unchanged_in(paragraph.after) if not amounts_in(each.text)]
    return any(name.telling <= name_of(each.text).stems for each in said)


def _path(entry: Entry) -> str:
    return (entry.after or entry.stated).place.path or entry.place.path


def _listed_in(entry: Entry, paragraph: Paragraph | None) -> str:
    """Return what amounts are told of together by: the path of their table or paragraph, the amount itself where its clause promises."""
    path = _path(entry)
    is_promised = paragraph is not None and _promised(paragraph, entry.stated)
    return f"{path}#{entry.stated.start}" if is_promised else path.partition("/r")[0]


def _finding(entries: list[Entry], section: Section | None, paragraph: Paragraph | None, subject: Subject, risen: _Risen) -> Finding:
    first = entries[0]
    amount = first.stated
    percent = _usual_percent(risen, first)
    facts: dict[str, Fact] = {
        "section": subject.heading(first.place),
        "what": f"{_quoted(amount)} ({first.label})" if first.label else _quoted(amount),
        "unit": amount.unit,
        "before": first.year_before or 0,
        "after": first.year_after or 0,
        "count": len(entries),
        "amounts": tuple(f"{entry.label} {_quoted(entry.stated)}".strip() for entry in entries),
    }
    promised = paragraph is not None and _promised(paragraph, amount)
    case = "several" if len(entries) > 1 else "promised" if promised else "section" if section and _promises(section) else "alone"
    if percent is not None:
        facts |= {"percent": percent, "example": _raised(amount, percent)}
        case += ".example"
    passages = [passage_of(entry, Version.AFTER) for entry in entries]
    severity = Severity.WARNING if promised and len(entries) == 1 else Severity.QUESTION
    return stale_amount.finding(
        *passages, facts=facts, case=case, severity=severity, details=Details(found=amount.literal if len(entries) == 1 else "")
    )


def _quoted(amount: Amount) -> str:
    """Return an amount as it stands, with the unit of its column where it stands without."""
    is_bare = not any(sign.isalpha() for sign in amount.literal) and not amount.literal.endswith("-")
    return f"{amount.literal} {amount.unit}".rstrip() if is_bare else amount.literal


def _promised(paragraph: Paragraph, amount: Amount) -> bool:
    """Tell whether the amount's own clause promises that it is uprated."""
    text = paragraph.text_in(Version.AFTER)
    return any(promise.is_of(amount.start) for promise in uprating_promises_in(text))


def _promises(section: Section) -> bool:
    return any(uprating_promises_in(paragraph.after) for paragraph in section.paragraphs)


def _risen(subject: Subject) -> _Risen:
    """Return by how many per cent each changed amount of money rose, with its section."""
    percents = (
        (each.place.section_id, each.percent) for each in subject.entries if each.kind is AmountKind.MONEY and each.status is Status.CHANGED
    )
    return [(section, percent) for section, percent in percents if percent is not None]


def _usual_percent(risen: _Risen, entry: Entry) -> Decimal | None:
    """Return the middle change in per cent, to one decimal, of the amounts under the same chapter, else of all; None where none moved."""
    chapter = entry.place.section_id.rpartition(".")[0]
    near = [percent for section, percent in risen if chapter and section.startswith(chapter + ".")]
    percents = [percent for percent in near or [percent for _, percent in risen] if 0 < percent <= MOST_PERCENT]
    return median(percents).quantize(Decimal("0.1")) if percents else None


def _raised(amount: Amount, percent: Decimal) -> Decimal:
    """Return what the per cent of an amount is, with one decimal more than the amount has."""
    return _share_of(amount.value, percent)


def _share_of(value: Decimal, percent: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    places = Decimal(1).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    return (value * percent / 100).quantize(places)
