"""Years that were moved between the versions: what a redline strikes and what it puts in the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lydelse.figures.years import years_in
from lydelse.model.document import Document
from lydelse.model.finding import Passage
from lydelse.model.text import Paragraph, Version

FARTHEST_APART = 3
"""Characters that may stand between a struck year and the one that takes its place: a space, a comma."""


@dataclass(frozen=True, slots=True)
class YearMove:
    """A year and the one that took its place, with where they stand."""

    before: int
    after: int
    passage: Passage

    @property
    def step(self) -> int:
        """How many years it was moved."""
        return self.after - self.before


def year_moves(redline: Document) -> tuple[YearMove, ...]:
    """Return every moved year of a marked document, in document order."""
    return tuple(move for paragraph in redline.paragraphs for move in _moves_in(paragraph))


def usual_step(moves: tuple[YearMove, ...]) -> int:
    """Return how many years most years were moved; 1 where no step is the most common of at least two moves."""
    steps = Counter(move.step for move in moves).most_common(2)
    if not steps or steps[0][1] < 2 or (len(steps) > 1 and steps[0][1] == steps[1][1]):
        return 1
    return steps[0][0]


def _moves_in(paragraph: Paragraph) -> Iterator[YearMove]:
    if not paragraph.is_marked:
        return
    before, after = (_spans(paragraph, version) for version in (Version.BEFORE, Version.AFTER))
    kept = {span for span, _ in before} & {span for span, _ in after}
    struck = [(span, year) for span, year in before if span not in kept]
    inserted = [(span, year) for span, year in after if span not in kept]
    for span, year in struck:
        match = next((each for each in inserted if _in_the_same_place(span, each[0], paragraph.marked_text)), None)
        if match:
            inserted.remove(match)
            start, end = min(span[0], match[0][0]), max(span[1], match[0][1])
            yield YearMove(year, match[1], Passage(paragraph.place_of(start, end), paragraph.marked_text[start:end]))


def _spans(paragraph: Paragraph, version: Version) -> list[tuple[tuple[int, int], int]]:
    reading = paragraph.reading(version)
    return [(reading.marked_span(year.start, year.end), year.value) for year in years_in(reading.text)]


def _in_the_same_place(one: tuple[int, int], other: tuple[int, int], text: str) -> bool:
    if one[0] < other[1] and other[0] < one[1]:
        return True
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return len(between) <= FARTHEST_APART and not any(sign.isalnum() for sign in between)
