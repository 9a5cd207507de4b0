"""The parts of a table that its style sets off: which of them a cell stands in (ISO/IEC 29500-1, 17.7.6).

A style says something of its first row, of every second column, of a corner; the table says with w:tblLook which of these it uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lydelse.formats.ooxml.names import Element, attribute, child, is_on, value_of
from lydelse.records import dataclass

_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}
"""What the older w:val of a w:tblLook says, bit by bit (17.4.55)."""


class InTable(NamedTuple):
    """What a cell has from its table's style: the id of the style, and the parts that it stands in, the one that says most first."""

    style: str = ""
    parts: tuple[str, ...] = ()


class Spot(NamedTuple):
    """Where a cell stands: its row of so many, its first column, and whether it is the first or the last cell of its row."""

    row: int
    rows: int
    column: int
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table's style and which of its parts are used; ``bands`` are the rows and columns in one band."""

    style: str = ""
    used: frozenset[str] = frozenset()
    bands: tuple[int, int] = (1, 1)

    @classmethod
    def of(cls, table: Element, bands: tuple[int, int]) -> TableLook:
        """Return the look of a w:tbl, of whose style one band has so many rows and columns."""
        properties = child(table, "tblPr")
        look = child(properties, "tblLook")
        used = frozenset(name for name in _BITS if look is not None and _says(look, name))
        return cls(value_of(properties, "tblStyle") or "", used if look is not None else frozenset({"noHBand", "noVBand"}), bands)

    def at(self, spot: Spot) -> InTable:
        """Return what a cell has from the style."""
        return InTable(self.style, tuple(self._parts(spot)) if self.style else ())

    def _parts(self, spot: Spot) -> Iterator[str]:
        top, bottom = "firstRow" in self.used and spot.row == 0, "lastRow" in self.used and spot.row == spot.rows - 1
        left, right = "firstColumn" in self.used and spot.is_first, "lastColumn" in self.used and spot.is_last
        corners = {"nwCell": top and left, "neCell": top and right, "swCell": bottom and left, "seCell": bottom and right}
        yield from (name for name, stands_in in corners.items() if stands_in)
        sides = {"firstRow": top, "lastRow": bottom, "firstCol": left, "lastCol": right}
        yield from (name for name, stands_in in sides.items() if stands_in)
        if "noHBand" not in self.used and not (top or bottom):
            yield _band("Horz", spot.row - ("firstRow" in self.used), self.bands[0])
        if "noVBand" not in self.used and not (left or right):
            yield _band("Vert", spot.column - ("firstColumn" in self.used), self.bands[1])


def _band(name: str, at: int, size: int) -> str:
    return f"band{1 + at // size % 2}{name}"


def _says(look: Element, name: str) -> bool:
    """Tell whether a w:tblLook says something, by the attribute of that name or by the bit of older files."""
    said = attribute(look, name)
    if said is not None:
        return is_on(said)
    mask = attribute(look) or ""
    return bool(int(mask, 16) & _BITS[name]) if mask and all(digit in "0123456789abcdefABCDEF" for digit in mask) else False
