"""What an impact report is made of, whatever it is written as: sections of paragraphs, lists, tables and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from lydelse.model.text import Run
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """A paragraph; ``heavy`` ones are what the reader must not miss."""

    text: str
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Lists:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table with its heading cells; ``figures`` are the columns that are set to the right, ``total`` whether its last row is one."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()
    widths: tuple[float, ...] = ()
    total: bool = False


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture within the page, and what it shows in words."""

    svg: Markup
    caption: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks: a proposal as a motion amends it. ``where`` says which part it is."""

    where: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A table of its own name that a screen may keep closed."""

    title: str
    table: Tabled


Block = Says | Lists | Tabled | Pictured | Marked | Folded


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the report."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report in one language."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    files: tuple[tuple[str, str], ...]


def widths_of(heads: Sequence[str], first: float) -> tuple[float, ...]:
    """Return the widths of a table's columns, the first being the widest."""
    rest = (1 - first) / (len(heads) - 1)
    return (first, *(rest for _ in heads[1:]))
