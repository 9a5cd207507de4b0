"""A made document: lines of text with figures by name, and the relations that its figures obey in both years.

One domain is one module of ``domains`` with ``make(chance) -> Made`` and one line in its ``DOMAINS``. One kind of fault is one
function of ``faults`` from a Made to the same document with one fault, and one line in its ``FAULTS`` under the code that should
tell of it. A fault that needs more than figures (a list, a date, a § number) may change ``lines`` as well; a domain that shows a new
kind of relation notes it in ``Made.relations`` under a new name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written
from lydelse.figures.spelling import spelled
from lydelse.model.change import Comparison

BEFORE, AFTER = 2025, 2026
_FIGURE = re.compile(r"<(\w+)>")
_YEARS = re.compile(r"<år>|<nästa år>")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the two years; the same in both where it does not change."""

    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Obeyed:
    """A relation that the figures with these names obey. ``slack`` is how far from its value rounding may take ``whole``."""

    whole: str
    parts: tuple[str, ...]
    slack: Decimal = Decimal(0)


@dataclass
class Made:
    """A document in two years. ``<name>`` in a line is a figure or a word, ``<år>`` the year that the document is for."""

    chance: Random
    lines: list[str] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    relations: dict[str, list[Obeyed]] = field(default_factory=dict)
    wordings: dict[str, tuple[str, str]] = field(default_factory=dict)

    def word(self, name: str, said: str) -> None:
        """Note a word that a fault may change: the same in both years."""
        self.wordings[name] = (said, said)

    def say(self, *phrasings: str) -> None:
        """Write one of several phrasings as a line."""
        self.lines.append(self.chance.choice(phrasings))

    def figure(self, name: str, before: Decimal | int, after: Decimal | int | None = None) -> str:
        """Note a figure, and return how a line refers to it."""
        self.figures[name] = Figure(Decimal(before), Decimal(before if after is None else after))
        return f"<{name}>"

    def obeys(self, kind: str, whole: str, parts: Sequence[str], slack: Decimal | int = 0) -> None:
        """Note a relation."""
        self.relations.setdefault(kind, []).append(Obeyed(whole, tuple(parts), Decimal(slack)))

    def both(self, name: str) -> tuple[Decimal, Decimal]:
        """Return a figure in the two years."""
        return self.figures[name].before, self.figures[name].after

    @property
    def words(self) -> int:
        """How many words the later version has."""
        return len(self.text(after=True).split())

    def text(self, *, after: bool) -> str:
        """Return one year's document."""
        year = AFTER if after else BEFORE
        lines = [line.replace("<år>", str(year)) for line in self.lines]
        return "\n".join(_FIGURE.sub(lambda match: self._one(match[1], after=after), line) for line in lines)

    def redline(self) -> str:
        """Return the document with last year's figures struck."""
        lines = [line.replace("<år>", f"[-{BEFORE}-] {{+{AFTER}+}}") for line in self.lines]
        return "\n".join(_FIGURE.sub(lambda match: self._marked(match[1]), line) for line in lines)

    def _one(self, name: str, *, after: bool) -> str:
        return self.wordings[name][after] if name in self.wordings else _one(self.figures[name], after=after)

    def _marked(self, name: str) -> str:
        if name not in self.wordings:
            return _marked(self.figures[name])
        before, after = self.wordings[name]
        return after if before == after else f"[-{before}-] {{+{after}+}}"

    def comparison(self, form: str) -> Comparison:
        """Return the document as it is read: "redline", "pair" of two versions, or "single" version."""
        match form:
            case "redline":
                return compare_marked(written(self.redline()))
            case "pair":
                return compare(written(self.text(after=False)), written(self.text(after=True)))
            case _:
                return compare_marked(written(self.text(after=True)))


def _one(figure: Figure, *, after: bool) -> str:
    return spelled(figure.after if after else figure.before)


def _marked(figure: Figure) -> str:
    if figure.before == figure.after:
        return spelled(figure.after)
    return f"[-{spelled(figure.before)}-]{{+{spelled(figure.after)}+}}"


def rounded(value: Decimal, step: str = "1") -> Decimal:
    """Return a value to a step, halves up as people round."""
    return value.quantize(Decimal(step), ROUND_HALF_UP)


def percent(chance: Random) -> Decimal:
    """Return an uprating, as a factor with one decimal of a per cent."""
    return 1 + Decimal(chance.randint(18, 45)) / 1000
