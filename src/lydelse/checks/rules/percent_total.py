"""S105: the percentages of one whole that do not make 100."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.figures.sentences import sentences_of
from lydelse.figures.spelling import spelled
from lydelse.figures.statements.totals import is_total_label, is_within_another
from lydelse.figures.statements.wholes import is_allotted, is_of_a_whole, is_weighing, leads_in_to_parts, tells_parts
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Verdict
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry
from lydelse.model.review import Confirmed
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.records import dataclass, replace

FEWEST_PARTS = 3
NEAR = 10
"""How far from 100 the parts may be and still be meant to make it."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """Shares that stand together: decided or counted, as the words say; ``are_all`` tells that none is left out.

    Of ``fewest`` or more it is told whether they make 100 %, or ``whole``, the share that the words before them say that they part.
    """

    entries: tuple[Entry, ...]
    is_decided: bool
    are_all: bool = True
    fewest: int = FEWEST_PARTS
    whole: Entry | None = None


@rule("S105", "percent-total", Severity.WARNING)
def percent_total(subject: Subject) -> Iterator[Finding | Confirmed]:
    """Yield the percentages that are the parts of one whole, as findings where they do not make 100 %."""
    shares = [entry for entry in subject.entries if entry.kind is AmountKind.SHARE and entry.stated.unit == "%"]
    by_path: dict[str, list[Entry]] = {}
    for entry in shares:
        by_path.setdefault(entry.place.path, []).append(entry)
    for section in subject.redline.sections if shares else ():
        for parts in (*_of_tables(section, by_path), *_of_lists(section, by_path), *_of_sentences(section, by_path)):
            yield from _weighed(subject, parts)


def _of_tables(section: Section, by_path: dict[str, list[Entry]]) -> Iterator[_Parts]:
    """Yield the columns of shares; of one with a total of its own, where that is 100 %."""
    caption, parted = "", list[Entry]()
    for block in section.blocks:
        if isinstance(block, Paragraph):
            caption, parted = block.text_in(Version.AFTER), by_path.get(block.place.path, [])
            continue
        cells = [entry for paragraph in block.paragraphs() for entry in by_path.get(paragraph.place.path, [])]
        columns = sorted({entry.column or "" for entry in cells})
        for column in columns:
            entries = tuple(entry for entry in cells if (entry.column or "") == column)
            words = f"{column} {caption} {section.title}"
            whole_column = len(entries) >= len(block.rows) - 2
            is_weighed = is_weighing(column)
            summed = _summed_to_all(block, entries)
            whole = _parted(parted, entries, caption) if whole_column and len(columns) == 1 and not _has_total(block) else None
            if whole:
                yield _Parts(entries, is_decided=True, whole=whole)
            elif summed:
                yield _Parts(summed, is_weighed or (is_allotted(words) and not is_of_a_whole(column)), fewest=2)
            elif whole_column and not _has_total(block) and (is_weighed or is_allotted(words) or is_of_a_whole(words)):
                yield _Parts(entries, is_weighed or (is_allotted(words) and not is_of_a_whole(column)))


def _parted(stated: Sequence[Entry], parts: Sequence[Entry], lead: str) -> Entry | None:
    """Return the one share of a paragraph that its last sentence says is parted into what follows, where that comes near it."""
    spans = sentences_of(lead)
    if len(stated) != 1 or not stated[0].after or not spans or not leads_in_to_parts(lead[spans[-1][0] :]):
        return None
    whole, total = stated[0].after.exactly, sum((part.stated.exactly for part in parts), Fraction(0))
    return stated[0] if abs(total - whole) <= NEAR * whole / 100 else None


def _labels(table: Table) -> list[str]:
    return [row.cells[0].text(Version.AFTER) for row in table.rows if row.cells]


def _has_total(table: Table) -> bool:
    return any(is_total_label(text) for text in _labels(table))


def _summed_to_all(table: Table, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the shares of a column whose one total, first or last, is called so and is 100 %; none where there is no such total."""
    labels = _labels(table)
    totals = [entry for entry in entries if is_total_label(entry.label)]
    if len(totals) != 1 or sum(map(is_total_label, labels)) != 1 or any(map(is_within_another, labels)):
        return ()
    whole = totals[0]
    is_at_an_end = whole in (entries[0], entries[-1])
    states_all = whole.after is not None and whole.after.value == 100
    return tuple(entry for entry in entries if entry is not whole) if is_at_an_end and states_all else ()


def _of_lists(section: Section, by_path: dict[str, list[Entry]]) -> Iterator[_Parts]:
    """Yield the shares of lists whose every item has one."""
    lead, parted = "", list[Entry]()
    for is_item, blocks in groupby(section.blocks, key=lambda block: isinstance(block, Paragraph) and block.kind is Kind.ITEM):
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        if not is_item:
            lead = paragraphs[-1].text_in(Version.AFTER) if paragraphs else ""
            parted = by_path.get(paragraphs[-1].place.path, []) if paragraphs else []
            continue
        items = [by_path.get(paragraph.place.path, []) for paragraph in paragraphs]
        if not all(len(entries) == 1 for entries in items):
            continue
        shares = tuple(entries[0] for entries in items)
        whole = _parted(parted, shares, lead)
        if whole or is_allotted(lead) or is_of_a_whole(lead):
            yield _Parts(shares, is_decided=whole is not None or is_allotted(lead), whole=whole)


def _of_sentences(section: Section, by_path: dict[str, list[Entry]]) -> Iterator[_Parts]:
    """Yield the shares of sentences that part something: "fördelas med 40 % till A, 35 % till B och 25 % till C"."""
    for paragraph in section.paragraphs:
        entries = [entry for entry in by_path.get(paragraph.place.path, []) if entry.after]
        if len(entries) < FEWEST_PARTS:
            continue
        text = paragraph.text_in(Version.AFTER)
        for start, end in sentences_of(text):
            within = tuple(entry for entry in entries if entry.after and start <= entry.after.start < end)
            if is_allotted(text[start:end]):
                yield _Parts(within, is_decided=True)
            elif tells_parts(text[start : within[0].stated.start] if within else ""):
                yield _Parts(within, is_decided=False, are_all=False)


def _weighed(subject: Subject, parts: _Parts) -> Iterator[Finding | Confirmed]:
    entries = [entry for entry in parts.entries if entry.after]
    if len(entries) < parts.fewest or any(entry.stated.qualifier is not Qualifier.NONE or entry.stated.value <= 0 for entry in entries):
        return
    total = sum((entry.stated.exactly for entry in entries), Fraction(0))
    whole = parts.whole.stated.exactly if parts.whole else Fraction(100)
    off = abs(total - whole)
    rounding = Fraction(0) if parts.is_decided else sum((entry.stated.last_place for entry in entries), Fraction(0)) / 2
    before = _total_before(parts.entries)
    facts: dict[str, Fact] = {
        "section": subject.heading(entries[0].place),
        "count": Decimal(len(entries)),
        "total": _decimal(total),
        "parts": tuple(entry.stated.literal for entry in entries),
        "whole": parts.whole.stated.literal if parts.whole else "100 %",
        "was": parts.whole.before.literal if parts.whole and parts.whole.before else "100 %",
    }
    at = [*map(passage_of, entries), *([passage_of(parts.whole)] if parts.whole else [])]
    if off <= rounding:
        held = percent_total.confirmed(*at, facts=facts, document=subject.after.source.name)
        confirmed = replace(held, shares=tuple(entries), shared=parts.whole)
        yield replace(confirmed, verdict=Verdict.WITHIN_ROUNDING) if off else confirmed
    elif off <= NEAR * whole / 100 and (parts.are_all or total > whole):
        details = Details(_added(entries, total), f"{spelled(_decimal(total))} %", f"{spelled(_decimal(whole))} %")
        was = parts.whole.before.exactly if parts.whole and parts.whole.before else Fraction(100)
        case = "before" if before == was else ""
        severity = None if parts.are_all else Severity.QUESTION
        yield percent_total.finding(*at, facts=facts, case=case, severity=severity, details=details)


def _total_before(entries: Iterable[Entry]) -> Fraction:
    return sum((entry.before.exactly for entry in entries if entry.before), Fraction(0))


def _added(entries: Sequence[Entry], total: Fraction) -> str:
    return f"{' + '.join(spelled(entry.stated.value) for entry in entries)} = {spelled(_decimal(total))} %"


def _decimal(value: Fraction) -> Decimal:
    quotient = Decimal(value.numerator) / Decimal(value.denominator)
    return quotient.quantize(Decimal(1)) if value.denominator == 1 else quotient.normalize()
