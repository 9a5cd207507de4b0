"""The works that visitors have ordered, and how far each has come."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from lydelse.model.message import Message
from lydelse.patterns import compiled
from lydelse.records import dataclass, field, replace
from lydelse.web.orders import Order
from lydelse.web.tasks import Made
from lydelse.workers import Running

ID = compiled(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Others are before it."""


@dataclass(frozen=True, slots=True)
class Underway:
    """A worker process is at it."""

    running: Running[Any]

    @property
    def steps(self) -> tuple[Message, ...]:
        """The steps that it has told."""
        return self.running.told()


@dataclass(frozen=True, slots=True)
class Finished:
    """It is done."""

    made: Made


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be done; ``message`` says why."""

    message: Message

    @property
    def asks_password(self) -> bool:
        """Tell whether it could be done with the password of a file."""
        return self.message.key in {"error.password", "error.wrong-password"}


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The visitor ended it."""


State = Waiting | Underway | Finished | Failed | Cancelled


@dataclass(frozen=True, slots=True)
class Work:
    """An order, its folder and how far it has come. ``kept_until`` is when one that is kept is deleted, None for one that is not kept."""

    owner: str
    order: Order
    folder: Path
    ordered: datetime
    state: State = field(default_factory=Waiting)
    kept_until: datetime | None = None
    name: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def word(self) -> str:
        """How far it has come, in a word of the catalogue."""
        return type(self.state).__name__.lower()

    @property
    def over(self) -> bool:
        """Tell whether nothing more happens with it by itself."""
        return not isinstance(self.state, Waiting | Underway)


class Works:
    """All works, by their names."""

    def __init__(self) -> None:
        """Begin without any."""
        self._works: dict[str, Work] = {}

    def put(self, work: Work) -> None:
        """Add a work, or what has become of it."""
        self._works[work.name] = work

    def comes_to(self, name: str, state: State) -> None:
        """Remember how far a work has come; one that has been deleted meanwhile stays so."""
        if name in self._works:
            self._works[name] = replace(self._works[name], state=state)

    def get(self, name: str) -> Work | None:
        """Return a work by its name, None where there is none."""
        return self._works.get(name)

    def of(self, owner: str) -> list[Work]:
        """Return an owner's works, the latest first."""
        return sorted((work for work in self._works.values() if work.owner == owner), key=lambda work: work.ordered, reverse=True)

    def forget(self, name: str) -> None:
        """Remove a work."""
        self._works.pop(name, None)

    def __iter__(self) -> Iterator[Work]:
        """Yield every work."""
        return iter(tuple(self._works.values()))
