"""What is wrong with a units' file: one sentence a fault, with sheet, row and column."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.errors import LydelseError
from lydelse.model.impact_units import CellPlace
from lydelse.model.message import Fact, Message

MOST_TOLD = 50
"""Faults that are told one by one; a file with more has been filled in by another template."""


class UnitsFaultsError(LydelseError):
    """A units' file that cannot be used: ``faults`` are its faults, in the order of the file (exit code 2)."""

    def __init__(self, file: str, faults: Sequence[Message]) -> None:
        """Remember the faults."""
        super().__init__("units.faults", file=file, n=len(faults))
        self.faults = tuple(faults[:MOST_TOLD])


def fault(key: str, place: CellPlace, /, **facts: Fact) -> Message:
    """Return the sentence of a fault at a cell."""
    return Message(key, {"sheet": place.sheet, "row": place.row, "column": place.column, "heading": place.heading, **facts})
