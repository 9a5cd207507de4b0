"""The units whose reimbursement is looked at, as their file tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lydelse.model.message import Message
from lydelse.records import dataclass, field

OLDEST = 130
"""The age that nobody is beyond: a band without an end goes on to it."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of the units' file. ``sheet`` is "" in a file without sheets; ``heading`` is what the column is called."""

    sheet: str
    row: int
    column: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: ``bands`` are its residents by age band in the order of the units' columns, ``ranges`` those of columns that overlap them.

    ``figures`` are its other figures by the names that the model has for them, ``row`` is its row in the file.
    """

    name: str
    row: int
    is_private: bool
    bands: tuple[Fraction, ...]
    listed: Fraction
    figures: Mapping[str, Fraction] = field(default_factory=dict)
    ranges: Mapping[tuple[int, int], Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Band:
    """An age band of the units' file: from and to, in whole years; ``to`` is None where it has no end."""

    first: int
    last: int | None
    heading: str
    column: str


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a file.

    ``columns`` are the columns that hold the model's figures, by their names. ``owners_told`` is whether the file says who owns each.
    ``head`` is the row of its headings. ``notes`` say what else stands in the file and was not used, or was held against the sums.
    """

    file: str
    sheet: str
    units: tuple[Unit, ...]
    bands: tuple[Band, ...]
    columns: Mapping[str, CellPlace] = field(default_factory=dict)
    owners_told: bool = False
    sha256: str = ""
    head: int = 1
    notes: tuple[Message, ...] = ()

    @property
    def listed(self) -> Fraction:
        """How many are listed at all units together."""
        return sum((unit.listed for unit in self.units), Fraction(0))

    def place(self, unit: Unit, name: str) -> CellPlace:
        """Return the cell of a unit's figure."""
        column = self.columns.get(name)
        return CellPlace(self.sheet, unit.row, column.column if column else "", column.heading if column else name)
