"""What a clause of a motion may ask for."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from lydelse.model.amount import Amount
from lydelse.records import dataclass


class Kind(StrEnum):
    """What a clause asks for."""

    FIGURE = "figure"
    REVERT = "revert"
    REPLACE = "replace"
    STRIKE_TEXT = "strike text"
    STRIKE_PART = "strike part"
    ADD = "add"
    PROCEDURE = "procedure"
    NOTHING = "nothing"
    VAGUE = "vague"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a clause asks for.

    ``phrase`` names what it is about. Of a figure: ``to`` is its new value, ``by`` what it moves by, ``share`` by what part of itself
    (``in_percent`` says that this is said in per cent), ``from_`` what it is said to be; ``up`` whether it is to rise, None where that is
    not said. Of a change that is turned down, ``to`` is the figure that it is said to lead to, or to come from.
    """

    kind: Kind
    phrase: str
    to: Amount | None = None
    by: Amount | None = None
    share: Fraction | None = None
    from_: Amount | None = None
    up: bool | None = None
    in_percent: bool = False
