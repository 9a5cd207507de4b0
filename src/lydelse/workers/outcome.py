"""How a task ended."""

from __future__ import annotations

from typing import Generic, TypeVar

from lydelse.model.message import Message
from lydelse.records import dataclass

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """The task gave its value."""

    value: Value


@dataclass(frozen=True, slots=True)
class Refused:
    """The task cannot succeed, and said why: a use that is wrong, a file that cannot be read."""

    message: Message
    exit_code: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The task was ended: by a limit, by who started it, or by a fault of the program or of a library."""

    message: Message


Outcome = Done[Value] | Refused | Broken
