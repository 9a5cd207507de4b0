"""The rows of a table that divide a scale between them: age bands, distances, numbers of residents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from lydelse.differ.grid import Seat, header_rows, names_of, seats_of
from lydelse.figures.statements.brackets import Bracket, bracket_of
from lydelse.model.finding import Passage
from lydelse.model.table import Cell, Table
from lydelse.model.text import Version

FEWEST_ROWS = 3
SHARE_OF_ROWS = 0.8
"""How many of the body's rows must say a bracket in a column for the column to be a scale; totals and notes are the rest."""


@dataclass(frozen=True, slots=True)
class BracketRow:
    """One row of a scale: its bracket, where its label stands, and what the row gives ("0,8"; "" where nothing else stands there)."""

    bracket: Bracket
    passage: Passage
    given: str

    @property
    def in_words(self) -> str:
        """The row as it is quoted: "2 001–4 000: 0,8"."""
        return f"{self.bracket.literal}: {self.given}" if self.given else self.bracket.literal


@dataclass(frozen=True, slots=True)
class Scale:
    """The bracket rows of one column in rising order. ``header`` is the column's; ``step`` the distance of neighbouring values."""

    rows: tuple[BracketRow, ...]
    header: str
    step: Decimal

    @property
    def unit(self) -> str:
        """What stands after a value of the scale: " km" where the labels say it, else the column's header in brackets."""
        unit = next((row.bracket.unit for row in self.rows if row.bracket.unit), "")
        return f" {unit}" if unit else f" ({self.header})" if self.header else ""

    @property
    def neighbours(self) -> Iterator[tuple[BracketRow, BracketRow]]:
        """Each row with the one that follows it upwards."""
        return pairwise(self.rows)


def scales_in(table: Table) -> Iterator[Scale]:
    """Yield the columns of a table of the later version that are a scale."""
    headers, names = header_rows(table), names_of(table, Version.AFTER)
    body = [[*seats] for at_row, seats in groupby(seats_of(table), key=lambda seat: seat.at_row) if at_row >= headers]
    for column in sorted({seat.column for seats in body for seat in seats}):
        rows = [made for seats in body if (made := _bracket_row(seats, column))]
        if len(rows) < FEWEST_ROWS or len(rows) < SHARE_OF_ROWS * len(body) or len({row.bracket.unit.lower() for row in rows}) > 2:
            continue
        bounded = [row for row in rows if row.bracket.lower is not None and row.bracket.upper is not None]
        if bounded:
            yield Scale(tuple(sorted(rows, key=_height)), names.columns.get(column, ""), _step(rows))


def gap_between(below: BracketRow, above: BracketRow, scale: Scale) -> tuple[Decimal, Decimal] | None:
    """Return the first and the last value between two rows, None where there is none."""
    upper, lower = below.bracket.upper, above.bracket.lower
    if upper is None or lower is None:
        return None
    first = upper if below.bracket.upper_open else upper + scale.step
    last = lower if above.bracket.lower_open else lower - scale.step
    return (first, last) if first <= last else None


def shared_by(below: BracketRow, above: BracketRow, scale: Scale) -> Decimal | None:
    """Return the lowest value that both rows cover, None where there is none."""
    lower = above.bracket.lower
    if lower is None:
        return None
    first = lower + scale.step if above.bracket.lower_open else lower
    upper = below.bracket.upper
    if upper is None:
        return first
    last = upper - scale.step if below.bracket.upper_open else upper
    return first if first <= last else None


def _bracket_row(seats: list[Seat], column: int) -> BracketRow | None:
    seat = next((seat for seat in seats if seat.column == column), None)
    bracket = bracket_of(seat.cell.text(Version.AFTER)) if seat else None
    if seat is None or bracket is None:
        return None
    beside = (other.cell.text(Version.AFTER) for other in seats if other.column > column)
    return BracketRow(bracket, _passage(seat.cell), next((text for text in beside if text), ""))


def _passage(cell: Cell) -> Passage:
    return Passage(cell.paragraphs[0].place, cell.text(Version.AFTER))


def _height(row: BracketRow) -> tuple[Decimal, Decimal]:
    lowest, highest = Decimal("-Infinity"), Decimal("Infinity")
    lower = row.bracket.lower if row.bracket.lower is not None else lowest
    return lower, row.bracket.upper if row.bracket.upper is not None else highest


def _step(rows: list[BracketRow]) -> Decimal:
    """Return one unit in the last place that any end is printed with; 1 for whole numbers."""
    ends = [end for row in rows for end in (row.bracket.lower, row.bracket.upper) if end is not None]
    exponents = [exponent for end in ends if isinstance(exponent := end.as_tuple().exponent, int)]
    return Decimal(1).scaleb(min([*exponents, 0]))
