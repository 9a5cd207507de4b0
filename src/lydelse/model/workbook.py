"""What a workbook holds: saved values, formulas, and what looks odd about them."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Saved:
    """A cell as the workbook was last saved.

    ``value`` is None where the cell holds no number: ``error`` is then the error value or the text that stands there, "" where nothing is
    saved. ``is_share`` says that the cell shows its number as per cent, so that 0.15 is 15 %. ``unit`` is the money unit of the cell
    where the model says one, ``year`` the year that it is for.
    """

    address: str
    value: Decimal | None
    formula: str = ""
    error: str = ""
    is_share: bool = False
    unit: str = ""
    year: int | None = None


class SmellKind(StrEnum):
    """What may be wrong with a workbook itself."""

    ERROR_VALUE = "error value"
    CONSTANT = "constant"
    SHORT_SUM = "short sum"
    HIDDEN_SHEET = "hidden sheet"


@dataclass(frozen=True, slots=True)
class Smell:
    """One odd thing in a workbook: where, what stands there, and what it is odd against."""

    kind: SmellKind
    sheet: str
    cell: str = ""
    content: str = ""
    beside: str = ""
