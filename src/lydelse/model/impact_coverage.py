"""How much of the money in a document the parts of a unit's reimbursement are made of, and what they leave out."""

from __future__ import annotations

from enum import StrEnum

from lydelse.model.place import Place
from lydelse.records import dataclass


class UncountedKind(StrEnum):
    """What is left out."""

    AMOUNT = "amount"
    SHARE = "share"
    COSTS = "costs"


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Something that says of money and that no part is made of.

    An amount or a share as printed with its label, or a sentence that pays what something costs without saying how much.
    """

    kind: UncountedKind
    text: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Counted:
    """Of so many ``amounts`` in kronor and per cent the parts, and the totals that they are held against, take in ``counted``."""

    amounts: int = 0
    counted: int = 0
    left_out: tuple[Uncounted, ...] = ()

    @property
    def sections(self) -> tuple[tuple[str, int], ...]:
        """The sections in which something is left out, as printed, each with how much."""
        found: dict[str, int] = {}
        for each in self.left_out:
            found[each.place.section] = found.get(each.place.section, 0) + 1
        return tuple(found.items())
