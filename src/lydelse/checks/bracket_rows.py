"""The rows of a table that divide a scale between them: age bands, distances, numbers of residents."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lydelse.figures.statements.brackets import Bracket
from lydelse.model.finding import Passage
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class BracketRow:
    """One row of a scale: its bracket, where its label stands, and what the row gives ("0,8"; "" where nothing else stands there).

    ``at_row`` counts the table's rows from 0; ``apart`` says what else tells the row from others with the same bracket ("Kvinna").
    """

    bracket: Bracket
    passage: Passage
    given: str
    at_row: int
    apart: str = ""

    @property
    def in_words(self) -> str:
        """The row as it is quoted: "2 001–4 000: 0,8", "0–19 (Kvinna): 2 100"."""
        named = f"{self.bracket.literal} ({self.apart})" if self.apart else self.bracket.literal
        return f"{named}: {self.given}" if self.given else named

    @property
    def ends(self) -> tuple[Decimal | None, Decimal | None]:
        """The bracket's ends, by which two rows are the same."""
        return self.bracket.lower, self.bracket.upper


@dataclass(frozen=True, slots=True)
class Scale:
    """The bracket rows of one column in rising order.

    ``header`` is the column's, ``step`` the distance of neighbouring values, ``unread`` the rows of the column that say something
    else than a bracket, and ``has_others`` tells whether one of those may stand for any value ("Övriga").
    """

    rows: tuple[BracketRow, ...]
    header: str
    step: Decimal
    unread: frozenset[int] = frozenset()
    has_others: bool = False

    @property
    def unit(self) -> str:
        """What stands after a value of the scale: " km" where the labels say it, else the column's header in brackets."""
        unit = next((row.bracket.unit for row in self.rows if row.bracket.unit), "")
        return f" {unit}" if unit else f" ({self.header})" if self.header else ""

    @property
    def neighbours(self) -> Iterator[tuple[BracketRow, BracketRow]]:
        """Each row with the one that follows it upwards."""
        return pairwise(self.rows)

    def is_known_between(self, below: BracketRow, above: BracketRow) -> bool:
        """Tell whether no row that was not understood may hold the values between two rows."""
        first, last = sorted((below.at_row, above.at_row))
        return not self.has_others and not any(first < row < last for row in self.unread)


def gap_between(below: BracketRow, above: BracketRow, scale: Scale) -> tuple[Decimal, Decimal] | None:
    """Return the first and the last value between two rows, None where there is none."""
    upper, lower = below.bracket.upper, above.bracket.lower
    if upper is None or lower is None:
        return None
    first = upper if below.bracket.upper_open else upper + scale.step
    last = lower if above.bracket.lower_open else lower - scale.step
    return (first, last) if first <= last else None


def shared_by(below: BracketRow, above: BracketRow, step: Decimal) -> Decimal | None:
    """Return the lowest value that both rows cover, None where there is none."""
    lower = above.bracket.lower
    if lower is None:
        return None
    first = lower + step if above.bracket.lower_open else lower
    upper = below.bracket.upper
    if upper is None:
        return first
    last = upper - step if below.bracket.upper_open else upper
    return first if first <= last else None


def meeting_values(scale: Scale) -> tuple[Decimal, ...]:
    """Return the values that two rows share where every row ends at the very value that the next begins with ("0–10", "10–20").

    Nothing where any two neighbours meet otherwise: then the others show what was meant, and a shared value is a slip.
    """
    closed = [
        (below.bracket.upper, above.bracket.lower)
        for below, above in scale.neighbours
        if not below.bracket.upper_open and not above.bracket.lower_open
    ]
    values = tuple(upper for upper, lower in closed if upper is not None and upper == lower)
    return values if len(values) == len(closed) else ()


def step_of(rows: list[BracketRow]) -> Decimal:
    """Return one unit in the last place that any end is printed with; 1 for whole numbers."""
    ends = [end for row in rows for end in row.ends if end is not None]
    exponents = [exponent for end in ends if isinstance(exponent := end.as_tuple().exponent, int)]
    return Decimal(1).scaleb(min([*exponents, 0]))


def rising(rows: list[BracketRow]) -> list[BracketRow]:
    """Return rows in the order of their lower ends."""
    return sorted(rows, key=_height)


def _height(row: BracketRow) -> tuple[Decimal, Decimal]:
    lower, upper = row.ends
    return Decimal("-Infinity") if lower is None else lower, Decimal("Infinity") if upper is None else upper
