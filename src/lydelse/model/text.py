"""Text that carries marks: the one shape of struck PDF text, tracked changes and the outcome of a comparison."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from lydelse.model.place import Box, Place
from lydelse.patterns import compiled
from lydelse.records import dataclass, field, replace


class Mark(StrEnum):
    """What a document says of its own text."""

    KEPT = "kept"
    STRUCK = "struck"
    INSERTED = "inserted"


class Version(StrEnum):
    """One of the two documents that a marked document is."""

    BEFORE = "before"
    AFTER = "after"

    def reads(self, mark: Mark) -> bool:
        """Tell whether text with this mark stands in this version."""
        return mark is Mark.KEPT or mark is (Mark.STRUCK if self is Version.BEFORE else Mark.INSERTED)


class Kind(StrEnum):
    """What a paragraph is in the structure of its document."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    FOOTNOTE = "footnote"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one mark. ``author`` and ``date`` (ISO 8601) are those of the tracked change, where the file names them."""

    text: str
    mark: Mark = Mark.KEPT
    author: str | None = None
    date: str | None = None

    def marked(self, mark: Mark) -> Run:
        """Return the run with another mark."""
        return Run(self.text, mark, self.author, self.date)


class Spot(NamedTuple):
    """Where the characters [start, end) of a paragraph's marked text stand on paper: a word or a piece of one."""

    start: int
    end: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a paragraph in one version, with the way back into its marked text.

    ``text`` is exactly what the runs of the version hold, one after the other. ``pieces`` are (start in the reading, start in
    the marked text), one for each run that is read, in order.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]

    def marked_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where [start, end) of the reading stands in the marked text; struck or added text within is included."""
        return self._marked_offset(start), self._marked_offset(max(start, end - 1)) + 1

    def _marked_offset(self, offset: int) -> int:
        if not self.pieces:
            return 0
        piece = self.pieces[max(0, bisect_right(self.pieces, (offset, 1 << 60)) - 1)]
        return piece[1] + offset - piece[0]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item, footnote or heading.

    ``level`` is that of a heading (1 is the highest, 0 is the document's title). ``marker`` is an item's bullet or number, never
    part of the runs, and ``marker_before`` the earlier version's where it is another ("" where it had none). ``ending`` is the mark of
    the paragraph's own end: where it is struck, the following paragraph continues this one in the later version; where it is inserted,
    in the earlier one.
    """

    runs: tuple[Run, ...]
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    marker: str = ""
    ending: Mark = Mark.KEPT
    place: Place = field(default_factory=Place)
    spots: tuple[Spot, ...] = ()
    marker_before: str | None = None

    @property
    def marked_text(self) -> str:
        """All text, struck and added included, as one string; the offsets of ``spots`` count in it."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])

    @property
    def is_marked(self) -> bool:
        """Tell whether any visible text is struck or inserted."""
        runs = self.runs
        if len(runs) == 1 and runs[0].mark is Mark.KEPT:
            return False
        return any(run.mark is not Mark.KEPT and run.text.strip() for run in runs)

    @property
    def before(self) -> str:
        """The earlier wording as a person would write it."""
        runs = self.runs
        return tidy(runs[0].text if len(runs) == 1 and runs[0].mark is Mark.KEPT else self.text_in(Version.BEFORE))

    @property
    def after(self) -> str:
        """The later wording as a person would write it."""
        runs = self.runs
        return tidy(runs[0].text if len(runs) == 1 and runs[0].mark is Mark.KEPT else self.text_in(Version.AFTER))

    def text_in(self, version: Version) -> str:
        """Return the text of one version, exactly as its runs hold it."""
        runs = self.runs
        if len(runs) == 1 and runs[0].mark is Mark.KEPT:
            return runs[0].text
        gone = Mark.INSERTED if version is Version.BEFORE else Mark.STRUCK
        return "".join([run.text for run in runs if run.mark is not gone])

    def reading(self, version: Version) -> Reading:
        """Return the text of one version, with the way back into the marked text."""
        if len(self.runs) == 1 and self.runs[0].mark is Mark.KEPT:
            return Reading(self.runs[0].text, ((0, 0),))
        texts: list[str] = []
        pieces: list[tuple[int, int]] = []
        read = marked = 0
        gone = Mark.INSERTED if version is Version.BEFORE else Mark.STRUCK
        for run in self.runs:
            if run.mark is not gone:
                texts.append(run.text)
                pieces.append((read, marked))
                read += len(run.text)
            marked += len(run.text)
        return Reading("".join(texts), tuple(pieces))

    @property
    def is_one_in_both(self) -> bool:
        """Tell whether it stands in both versions as it is: with text, and with no mark on it, its end or its number."""
        if self.ending is not Mark.KEPT or self.marker_before is not None:
            return False
        for run in self.runs:
            if run.mark is not Mark.KEPT:
                return False
        return bool(self.marked_text.strip())

    def standing_at(self, place: Place) -> Paragraph:
        """Return the paragraph with another place."""
        return Paragraph(self.runs, self.kind, self.level, self.marker, self.ending, place, self.spots, self.marker_before)

    def place_of(self, start: int, end: int) -> Place:
        """Return where [start, end) of the marked text stands; the first page's part where it runs over a page end."""
        if not self.spots:
            return self.place
        within = [spot for spot in self.spots if spot.start < end and start < spot.end]
        if not within:
            return self.place
        page = within[0].page
        box = within[0].box
        for spot in within[1:]:
            box = box.united_with(spot.box) if spot.page == page else box
        return replace(self.place, page=page, box=box)


def joined(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs with neighbours of the same mark, author and date made one, and empty ones left out."""
    if len(runs) == 1:
        return (runs[0],) if runs[0].text else ()
    alike = groupby((run for run in runs if run.text), key=attrgetter("mark", "author", "date"))
    return tuple(_as_one(list(group)) for _, group in alike)


def _as_one(runs: list[Run]) -> Run:
    return runs[0] if len(runs) == 1 else replace(runs[0], text="".join([run.text for run in runs]))


REMEMBERED = 16_384
"""How many texts are remembered: each paragraph's wordings are asked for some twenty times in a review."""
_UNTIDY = compiled(r"[ \t][ \t,.;:)]")


@lru_cache(REMEMBERED)
def tidy(text: str) -> str:
    """Return the text with the spaces that striking leaves behind taken away: none doubled, none before a comma or full stop."""
    if _UNTIDY.search(text):
        text = re.sub(r" +(?=[,.;:)](?:\s|$))", "", re.sub(r"[ \t]{2,}", " ", text))
    return text.strip()
