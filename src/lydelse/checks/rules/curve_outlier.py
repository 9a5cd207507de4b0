"""Y206: one row of a table of weights that moves against its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median

from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.checks.scales import scales_of
from lydelse.figures.spelling import MINUS, spelled
from lydelse.model.amount import AmountKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Calculated, Fact
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.records import dataclass

FEWEST_ROWS = 7
"""A shorter table has too few neighbours for any row to stand out from."""

TIMES_THE_USUAL = 6
"""How many times the usual departure from the neighbours' mean a row must depart to stand out."""

SHARE_OF_WEIGHT = Fraction(1, 20)
"""The smallest departure that is asked about, as a share of the row's earlier weight."""


@dataclass(frozen=True, slots=True)
class _Move:
    """A row's weight, what it moved by, and what its two neighbours moved by."""

    entry: Entry
    by: Fraction
    below: Entry
    above: Entry
    departure: Fraction


@rule("Y206", "curve-outlier", Severity.QUESTION)
def curve_outlier(subject: Subject) -> Iterator[Finding]:
    """Yield the rows of weights along a scale that move otherwise than the rows on both sides of them."""
    if subject.comparison.one_version:
        return
    for curve in _curves(subject):
        outliers = _outliers(curve)
        # two rows that depart as much are a new curve, not a slip
        if len(outliers) == 1:
            yield _finding(subject, outliers[0])


def _curves(subject: Subject) -> Iterator[list[Entry]]:
    """Yield the weights of each column of each scale, in the order of the scale, where all rows have one in both versions."""
    weights = {entry.place.path: entry for entry in subject.entries if entry.kind is AmountKind.WEIGHT and entry.before and entry.after}
    for table in (block for block in subject.redline.blocks if isinstance(block, Table)):
        for scale in scales_of(subject, table):
            for column in range(1, max((len(row.cells) for row in table.rows), default=0) + 1):
                paths = [f"{table.place.path}/r{row.at_row + 1}/c{column}" for row in scale.rows]
                found = [weights[path] for path in paths if path in weights]
                if len(found) == len(paths) >= FEWEST_ROWS:
                    yield found


def _outliers(curve: Sequence[Entry]) -> list[_Move]:
    """Return the rows that stand out; the likeliest first is taken out before its neighbours are judged by it."""
    moves = [_by(entry) for entry in curve]
    found: list[_Move] = []
    while worst := _worst(curve, moves, {id(each.entry) for each in found}):
        found.append(worst)
        if len(found) > 1:
            break
    return found


def _worst(curve: Sequence[Entry], moves: Sequence[Fraction], gone: set[int]) -> _Move | None:
    left = [(entry, move) for entry, move in zip(curve, moves, strict=True) if id(entry) not in gone]
    rows = [
        _Move(entry, move, left[at][0], left[at + 2][0], move - (left[at][1] + left[at + 2][1]) / 2)
        for at, (entry, move) in enumerate(left[1:-1])
    ]
    worst = max(rows, key=lambda row: abs(row.departure))
    others = [abs(row.departure) for row in rows if row is not worst and worst.entry not in (row.below, row.above)]
    usual = max(median(others) if others else Fraction(0), _last_place(worst.entry))
    stands_out = abs(worst.departure) > TIMES_THE_USUAL * usual and abs(worst.departure) > SHARE_OF_WEIGHT * abs(_before(worst.entry))
    between = min(_by(worst.below), _by(worst.above)) <= worst.by <= max(_by(worst.below), _by(worst.above))
    return worst if stands_out and not between else None


def _by(entry: Entry) -> Fraction:
    return Fraction(entry.change or 0)


def _before(entry: Entry) -> Fraction:
    return entry.before.exactly if entry.before else Fraction(0)


def _last_place(entry: Entry) -> Fraction:
    return entry.stated.last_place


def _finding(subject: Subject, row: _Move) -> Finding:
    assert row.entry.before is not None
    assert row.entry.after is not None
    facts: dict[str, Fact] = {
        "section": subject.heading(row.entry.place),
        "row": row.entry.label,
        "before": row.entry.before.value,
        "after": row.entry.after.value,
        "change": row.entry.change or 0,
        "below": _signed(row.below),
        "above": _signed(row.above),
    }
    case = "lowered" if row.by < 0 else "raised" if row.by > 0 else "unchanged"
    details = Details(found=row.entry.after.literal)
    return curve_outlier.finding(
        passage_of(row.entry), passage_of(row.below), passage_of(row.above), facts=facts, case=case, details=details
    )


def _signed(entry: Entry) -> str:
    change = entry.change or 0
    signed = f"+{spelled(change)}" if change > 0 else spelled(change) if change else f"±{spelled(abs(change))}".replace(MINUS, "")
    return Calculated(signed)
