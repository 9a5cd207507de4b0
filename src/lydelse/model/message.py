"""What is said to a user, before it is put into words: a key of the catalogue and the facts that its sentence holds."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from lydelse.records import dataclass, field


class Calculated(str):
    """Figures that we worked out, with decimal commas; unlike what is quoted they are told with the decimals of the reader's language."""

    __slots__ = ()


Fact = str | int | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be: ``key`` names it in the catalogue, ``facts`` are its figures, names and quotations.

    A figure is a Decimal and is written by the rules of the reader's language; a string is quoted from the document as it is, unless it is
    ``Calculated``;
    a tuple of strings is a list that the sentence joins. ``then`` is a sentence that is said after this one.
    """

    key: str
    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))
    then: Message | None = None

    def __reduce__(self) -> tuple[type[Message], tuple[str, dict[str, Fact]]]:
        """Send to another process as the key and the facts alone."""
        return Message, (self.key, dict(self.facts))

    def __hash__(self) -> int:
        """Hash by key and facts, so that a message may stand in a set."""
        return hash((self.key, tuple(sorted(self.facts.items(), key=lambda fact: fact[0])), self.then))
