"""Quantities that are stated again elsewhere, in the same scale or rounded in a larger one: one quantity, not two."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from fractions import Fraction

from lydelse.figures.per import per_spelled_out
from lydelse.figures.statements.names import agree, shared_stems
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import replace

Ratio = tuple[int, int]
"""A value as numerator and denominator: looked up much faster than as a Fraction."""
FEWEST_DIGITS = 3
"""A figure with fewer significant digits recurs by chance under names that are alike."""
MOST_ALIKE = 40
"""A value with more statements than these is not looked at: a figure that recurs more often is a tariff's, not one quantity."""
_CELL = compiled(r"/r\d+(?:/.*)?$")
_BOUNDS = frozenset([Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN])


def as_one_quantity(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries of which those that state one sum of money again have the name of the first, or of the fullest statement.

    "13 878 702 kronor" in one section and "knappt 13,9 miljoner kronor" in another are one quantity where their names have a telling
    word in common and neither says what the other does not, nothing else comes as near, and year and earlier value do not tell them apart.
    """
    given = list(entries)
    full: dict[Ratio, list[Entry]] = {}
    for entry in given:
        if _is_sum(entry) and _digits(entry.stated) >= FEWEST_DIGITS:
            full.setdefault(entry.stated.exactly.as_integer_ratio(), []).append(entry)
    values = sorted((each[0].stated.exactly for each in full.values()), key=float)
    return tuple(_renamed(entry, full, values) if _is_sum(entry) else entry for entry in given)


def _renamed(entry: Entry, full: dict[Ratio, list[Entry]], values: list[Fraction]) -> Entry:
    alike = full.get(entry.stated.exactly.as_integer_ratio(), [])
    if len(alike) > MOST_ALIKE:
        return entry
    same = next((other for other in alike if other is entry or _is_same(entry, other)), None)
    if same is not None and same is not entry:
        return replace(entry, quantity=same.quantity)
    if entry.column is not None and entry.stated.qualifier is Qualifier.NONE:
        return entry  # a cell is no rounded mention of something else
    box = entry.stated.interval if entry.stated.qualifier is not Qualifier.NONE else entry.stated.rounding_box
    if box.lower is None or box.upper is None:
        return entry
    within = values[bisect_left(values, box.lower) : bisect_right(values, box.upper)]
    fewest = _digits(entry.stated) + (entry.stated.qualifier is Qualifier.NONE)
    fuller = [
        other
        for value in within[:MOST_ALIKE]
        for other in full[value.as_integer_ratio()]
        if len(full[value.as_integer_ratio()]) <= MOST_ALIKE and _digits(other.stated) > fewest and _is_same(entry, other)
    ]
    return replace(entry, quantity=fuller[0].quantity) if len({other.stated.exactly for other in fuller}) == 1 else entry


def _is_sum(entry: Entry) -> bool:
    return entry.kind is AmountKind.MONEY and bool(entry.stated.unit) and bool(entry.stated.value) and entry.stated.qualifier not in _BOUNDS


def _digits(amount: Amount) -> int:
    return len(str(int(abs(amount.value).scaleb(6))).rstrip("0"))


def _is_same(one: Entry, other: Entry) -> bool:
    first, second = (f"{each.label} {each.column or ''}" for each in (one, other))
    return (
        _block_of(one) != _block_of(other)
        and _is_per_the_same(one, other)
        and _years_agree(one, other)
        and _earlier_agrees(one, other)
        and (agree(first, second) and shared_stems(first, second) > 0)
    )


def _block_of(entry: Entry) -> str:
    """Return the paragraph or the table that an entry stands in: two cells of one table are two quantities."""
    return _CELL.sub("", entry.place.path)


def _is_per_the_same(one: Entry, other: Entry) -> bool:
    return per_spelled_out(one.stated.per or "") == per_spelled_out(other.stated.per or "")


def _years_agree(one: Entry, other: Entry) -> bool:
    return all(None in (years := (one.year(version), other.year(version))) or years[0] == years[1] for version in Version)


def _earlier_agrees(one: Entry, other: Entry) -> bool:
    if (one.after is None) != (other.after is None) or (one.before is None) != (other.before is None):
        return False
    if one.before is None or other.before is None:
        return True
    coarse, fine = (one.before, other.before) if _digits(one.before) <= _digits(other.before) else (other.before, one.before)
    return fine.exactly in (coarse.interval if coarse.qualifier is not Qualifier.NONE else coarse.rounding_box)
