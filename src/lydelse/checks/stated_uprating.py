"""Amounts that moved otherwise than their own section says that amounts are uprated."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.calculation.proportions import factor_of
from lydelse.checks.rule import Subject
from lydelse.figures.statements.changes import stated_changes_in
from lydelse.figures.statements.totals import is_total_label
from lydelse.figures.statements.upratings import StatedUprating, stated_upratings_in
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.interval import Interval
from lydelse.model.quantity import Entry, Status
from lydelse.model.section import Section
from lydelse.model.text import Version

FARTHEST = Fraction(1, 200)
"""How far a factor may be from the stated one beyond rounding: half a percentage point, prices being rounded to what is paid."""
LARGEST_STEP = Fraction(1, 20)
"""The coarsest rounding, as a share of the amount, that its own trailing zeros are taken to show."""


def departing_from_stated(subject: Subject) -> Iterator[tuple[Entry, Amount]]:
    """Yield the amounts that moved by another per cent than the one that their section states for them, each with that per cent.

    A section that states several leaves open which amounts each is for, and amounts with a change of their own in words are held to
    that by S106.
    """
    stated = {section.section_id: said[0] for section in subject.after.sections if len(said := _stated_in(section)) == 1}
    changed_in_words = {
        (paragraph.place.path, change.to.start)
        for section in subject.after.sections
        if section.section_id in stated
        for paragraph in section.paragraphs
        for change in stated_changes_in(paragraph.text_in(Version.AFTER))
    }
    for entry in subject.entries:
        uprating = stated.get((entry.after or entry.stated).place.section_id or entry.place.section_id)
        if uprating is None or entry.after is None or (entry.after.place.path, entry.after.start) in changed_in_words:
            continue
        if _is_price(entry) and uprating.is_of(f"{entry.label} {entry.column or ''}") and _departs(entry, uprating.by):
            yield entry, uprating.by


def _stated_in(section: Section) -> list[StatedUprating]:
    return [each for paragraph in section.paragraphs for each in stated_upratings_in(paragraph.text_in(Version.AFTER))]


def _is_price(entry: Entry) -> bool:
    if entry.kind is not AmountKind.MONEY or entry.status is not Status.CHANGED or entry.before is None or entry.after is None:
        return False
    plain = entry.before.qualifier is entry.after.qualifier is Qualifier.NONE
    return plain and entry.before.value > 0 and not is_total_label(entry.label) and not is_total_label(entry.column or "")


def _departs(entry: Entry, by: Amount) -> bool:
    """Tell whether no rounding of the amounts, to whole tens where both end so, and none of the percentage gives the later one."""
    factor = factor_of(entry)
    assert entry.before is not None, "only figures that stand in both versions have moved"
    assert entry.after is not None, "only figures that stand in both versions have moved"
    if factor is None or factor.lower is None or factor.upper is None:
        return False
    half = min(_step(entry.after), entry.after.exactly * LARGEST_STEP) / 2 / entry.before.exactly
    middle = entry.after.exactly / entry.before.exactly
    stated = 1 + by.exactly / 100
    reach = by.last_place / 200 + FARTHEST
    moved = Interval(min(factor.lower, middle - half), max(factor.upper, middle + half))
    return not moved.meets(Interval(stated - reach, stated + reach))


def _step(amount: Amount) -> Fraction:
    digits = "".join(map(str, amount.value.as_tuple().digits))
    return amount.last_place * Fraction(10) ** (len(digits) - len(digits.rstrip("0")))
