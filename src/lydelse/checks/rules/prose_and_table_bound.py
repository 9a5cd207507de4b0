"""L407: the text and a table that disagree about the very value at which something begins or ends to be given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lydelse.checks.bracket_rows import BracketRow, Scale
from lydelse.checks.rule import Subject, passage_of, rule
from lydelse.checks.scales import scales_of
from lydelse.figures.qualifiers import qualified
from lydelse.figures.statements.names import stem_of
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.patterns import compiled
from lydelse.records import dataclass

LENGTHS = {"km": 1, "kilometer": 1, "mil": 10}
"""Kilometres in each unit of distance."""

AREAS = ("m2", "m²", "kvm", "kvadratmeter")

_LOWER = (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
_UPPER = (Qualifier.LESS_THAN, Qualifier.AT_MOST)
_NOTHING = compiled(
    r"\s*(?:[-\u2013\u2212]|0(?:,0+)?(?:\s*(?:kr|%|tkr))?|ingen|inget|ej|nej|ingen\s+ersättning|utgår\s+ej)?\s*$", re.IGNORECASE
)
_MEASURE = compiled(r"(?<!\w)(?:km|kilometer|mil|m2|m²|kvm|kvadratmeter)(?!\w)")
_WORD = compiled(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Threshold:
    """Where a scale begins to give something, or ceases: the row that gives, and the first or the last value that gets it."""

    row: BracketRow
    value: Decimal
    is_lower: bool


@rule("L407", "prose-and-table-bound", Severity.QUESTION)
def prose_and_table_bound(subject: Subject) -> Iterator[Finding]:
    """Yield the bounds of running text that a table of the same section draws on the other side of the same value."""
    for section in subject.after.sections:
        scales = [scale for table in section.tables for scale in scales_of(subject, table)]
        thresholds = [(scale, each) for scale in scales for each in _thresholds(scale)]
        for entry in _bounds_of(section, subject) if thresholds else ():
            for scale, threshold in thresholds:
                contested = _contested(entry, scale, threshold) if _is_of(entry, scale) else None
                if contested is not None:
                    yield _finding(subject, entry, scale, threshold, contested)


def _bounds_of(section: Section, subject: Subject) -> Iterator[Entry]:
    for entry in subject.entries:
        in_text = entry.place.section_id == section.section_id and "/t" not in entry.place.path
        bounds = entry.after is not None and entry.after.qualifier in _LOWER + _UPPER
        if in_text and bounds and entry.kind in {AmountKind.BOUND, AmountKind.COUNT}:
            yield entry


def _thresholds(scale: Scale) -> Iterator[_Threshold]:
    """Yield where a scale's rows begin or cease to give anything; a scale that begins at zero begins nowhere."""
    rows = scale.rows
    for at, row in enumerate(rows):
        if _gives_nothing(row):
            continue
        lower, upper = row.ends
        if lower and (at == 0 or _gives_nothing(rows[at - 1])):
            yield _Threshold(row, lower + scale.step if row.bracket.lower_open else lower, is_lower=True)
        if upper and (at == len(rows) - 1 or _gives_nothing(rows[at + 1])):
            yield _Threshold(row, upper - scale.step if row.bracket.upper_open else upper, is_lower=False)


def _gives_nothing(row: BracketRow) -> bool:
    return _NOTHING.match(row.given) is not None


def _is_of(entry: Entry, scale: Scale) -> bool:
    """Tell whether a bound and a scale measure the same: by their unit, or by the word that the bound counts."""
    unit, measures = entry.stated.unit, _measures(scale)
    if unit in LENGTHS:
        return any(each in LENGTHS for each in measures)
    if unit in AREAS:
        return any(each in AREAS for each in measures)
    words = {stem_of(word) for word in _WORD.findall(f"{unit} {entry.stated.per or ''} {entry.stated.literal}")}
    return bool(words & {stem_of(word) for word in _WORD.findall(f"{scale.header} {scale.unit}")})


def _measures(scale: Scale) -> list[str]:
    """Return the units that the labels of a scale name, or the header of their column: "km" for "Avstånd (km)"."""
    return _MEASURE.findall(f"{scale.header} {scale.unit}".lower())


def _contested(entry: Entry, scale: Scale, threshold: _Threshold) -> Decimal | None:
    """Return the one value that the text and the table disagree about, None where they agree or are not about the same value."""
    amount = entry.stated
    if (amount.qualifier in _LOWER) is not threshold.is_lower:
        return None
    of_scale = next((LENGTHS[each] for each in _measures(scale) if each in LENGTHS), 1)
    value = amount.value * LENGTHS.get(amount.unit, 1) / of_scale
    if amount.qualifier is Qualifier.MORE_THAN:
        value += scale.step
    elif amount.qualifier is Qualifier.LESS_THAN:
        value -= scale.step
    if abs(value - threshold.value) != scale.step:
        return None
    return (min if threshold.is_lower else max)(value, threshold.value)


def _finding(subject: Subject, entry: Entry, scale: Scale, threshold: _Threshold, contested: Decimal) -> Finding:
    path = entry.stated.place.path or entry.place.path
    text = next((paragraph.after for paragraph in subject.after.paragraphs if paragraph.place.path == path), "")
    facts: dict[str, Fact] = {
        "section": subject.heading(entry.place),
        "text": qualified(text, entry.stated),
        "row": threshold.row.in_words,
        "value": contested.normalize() if contested != contested.to_integral_value() else contested.to_integral_value(),
        "unit": next(iter(_measures(scale)), entry.stated.unit),
    }
    return prose_and_table_bound.finding(passage_of(entry), threshold.row.passage, facts=facts)
