"""Amounts that the earlier version stated alike in two places, and nowhere else, and that the later one states differently."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.calculation.repair import one_slip_from
from lydelse.checks.rule import Subject
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.names import name_of
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.quantity import Entry
from lydelse.model.text import Paragraph, Version

FEWEST_DIGITS, MANY_DIGITS = 3, 4
"""An amount of many digits before its trailing zeros hardly stands twice by chance among figures that share a word; of fewer, two words."""

SHORTEST_WORD = 3
"""The letters of a word's stem that tells what an amount is of: "C" names a row only together with another word."""

_OF_UNITS = name_of("kr kronor tkr mkr mnkr år årlig månad dygn dag timme styck högst högsta lägst lägsta minst totalt summa belopp").stems

NEAR = Fraction(21, 20)
"""How many times the smaller one the larger may be: two things of one price part by more, or by the steps of a price list."""


def parted(subject: Subject) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of a cell and a sentence, or of two sentences, that agreed to the last of many digits and no longer do.

    Both places have words in common beside those of units, no third states the figure, and one slip of a digit or a small step
    parts the two.
    """
    by_value: dict[Fraction, list[Entry]] = {}
    for entry in subject.entries:
        if entry.kind in {AmountKind.MONEY, AmountKind.BOUND} and entry.before and entry.before.value:
            by_value.setdefault(entry.before.exactly, []).append(entry)
    paragraphs = {paragraph.place.path: paragraph for section in subject.redline.sections for paragraph in section.paragraphs}
    for entries in by_value.values():
        if len(entries) == 2 and _digits(entries[0]) >= FEWEST_DIGITS and _are_parted(*entries):
            one, other = (name_of(_words_of(entry, paragraphs.get(entry.place.path))).stems - _OF_UNITS for entry in entries)
            words = 1 if _digits(entries[0]) >= MANY_DIGITS else 2
            if len(one & other) >= words and any(len(stem) >= SHORTEST_WORD for stem in one & other):
                yield entries[0], entries[1]


def _are_parted(one: Entry, other: Entry) -> bool:
    """Tell whether two amounts of the later version differ by what a slip or one forgotten place explains."""
    first, second = one.after, other.after
    if first is None or second is None or first.unit != second.unit or one.place.path == other.place.path:
        return False
    if _both_in_tables(one, other) or not _of_one_year(one, other) or first.exactly == second.exactly:
        return False
    lower, higher = sorted((abs(first.exactly), abs(second.exactly)))
    return lower > 0 and (higher <= NEAR * lower or _is_a_slip(first, second))


def _is_a_slip(one: Amount, other: Amount) -> bool:
    return other.value in set(one_slip_from(one.value))


def _both_in_tables(one: Entry, other: Entry) -> bool:
    return all("/t" in each.place.path for each in (one, other))


def _of_one_year(one: Entry, other: Entry) -> bool:
    years = [{each.year(version) for each in (one, other)} - {None} for version in (Version.BEFORE, Version.AFTER)]
    return all(len(each) < 2 for each in years)


def _words_of(entry: Entry, paragraph: Paragraph | None) -> str:
    """Return what an amount is called: the row and the column of a cell, the sentence of a paragraph."""
    if "/t" in entry.place.path or paragraph is None or entry.after is None:
        return f"{entry.label} {entry.column or ''}"
    text, at = paragraph.text_in(Version.AFTER), entry.after.start
    return next((text[start:end] for start, end in sentences_of(text) if start <= at < end), text)


def _digits(entry: Entry) -> int:
    """Return how many digits the earlier amount has, its trailing zeros left out."""
    return len(str(int(abs(entry.before.value) * 10**6)).rstrip("0")) if entry.before else 0
