"""What the rules about several documents look at: minutes, memos and the papers that lie with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar, cast

from lydelse.checks.rule import Subject
from lydelse.model.finding import Passage
from lydelse.model.minutes import Item, Minutes
from lydelse.model.place import Place
from lydelse.records import dataclass

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Told:
    """An item with the document that it stands in."""

    minutes: Minutes
    item: Item


@dataclass(frozen=True)
class MinutesSubject:
    """The documents of a case folder, each as minutes and, in the same order, as the subject of the rules about one document."""

    minutes: tuple[Minutes, ...]
    subjects: tuple[Subject, ...]

    @property
    def items(self) -> Iterator[Told]:
        """Every item of every document."""
        for minutes in self.minutes:
            for item in minutes.items:
                yield Told(minutes, item)

    @cached_property
    def pairs(self) -> tuple[tuple[Minutes, Subject], ...]:
        """Each document in both ways."""
        return tuple(zip(self.minutes, self.subjects, strict=True))

    def once(self, reading: Callable[[MinutesSubject], tuple[Read, ...]]) -> tuple[Read, ...]:
        """Return what a reading of these documents gives; each reading is made once, whichever rules ask for it."""
        if reading not in self._readings:
            self._readings[reading] = reading(self)
        return cast("tuple[Read, ...]", self._readings[reading])

    @cached_property
    def _readings(self) -> dict[object, object]:
        return {}

    def called(self, minutes: Minutes, item: Item | None = None) -> str:
        """Return what a sentence calls a document and an item of it: its § alone where there is but one document."""
        paragraph = f"§ {item.paragraph}" if item and item.paragraph is not None else ""
        if len(self.minutes) == 1 and paragraph:
            return paragraph
        return ", ".join(filter(None, (minutes.name, paragraph)))


def passage(minutes: Minutes, place: Place, text: str) -> Passage:
    """Return a passage of one of several documents."""
    return Passage(place, " ".join(text.split()), minutes.name)
