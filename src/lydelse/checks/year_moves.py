"""Years that were moved between the versions: what a redline strikes and what it puts in the same place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lydelse.checks.rule import Subject
from lydelse.figures.years import years_in
from lydelse.model.document import Document
from lydelse.model.finding import Passage
from lydelse.model.text import Mark, Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

FARTHEST_APART = 3
"""Characters that may stand between a struck year and the one that takes its place: a space, a comma."""

Span = tuple[int, int]
_WORDS = compiled(r"[^\W\d_]+")


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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The struck and the inserted years of a paragraph between two kept words; ``words_alike`` tells whether all else in it is the same."""

    struck: list[tuple[Span, int]]
    inserted: list[tuple[Span, int]]
    words_alike: bool


def year_moves(redline: Document) -> tuple[YearMove, ...]:
    """Return every year of a marked document that was moved on, in document order.

    A year that a later one follows on is moved. One that an earlier year takes the place of is a correction, not a move.
    """
    return tuple(move for paragraph in redline.paragraphs for move in _moves_in(paragraph) if move.step > 0)


def moves_of(subject: Subject) -> tuple[YearMove, ...]:
    """Return the years that were moved on in what a subject changes."""
    return year_moves(subject.redline)


def usual_step(moves: tuple[YearMove, ...]) -> int:
    """Return how many years most years were moved; 1 where no step is the most common of at least two moves."""
    steps = Counter(move.step for move in moves).most_common(2)
    if not steps or steps[0][1] < 2 or (len(steps) > 1 and steps[0][1] == steps[1][1]):
        return 1
    return steps[0][0]


def _moves_in(paragraph: Paragraph) -> Iterator[YearMove]:
    if not paragraph.is_marked:
        return
    for stretch in _stretches(paragraph):
        for (span, year), (other, new) in _pairs(stretch, paragraph.marked_text):
            start, end = min(span[0], other[0]), max(span[1], other[1])
            yield YearMove(year, new, Passage(paragraph.place_of(start, end), f"{year} → {new}"))


def _pairs(stretch: _Stretch, text: str) -> Iterator[tuple[tuple[Span, int], tuple[Span, int]]]:
    """Yield each struck year with its successor: in order where there are as many of both and all else is alike, else the one beside it."""
    if stretch.words_alike and len(stretch.struck) == len(stretch.inserted):
        yield from zip(stretch.struck, stretch.inserted, strict=True)
        return
    left = [*stretch.inserted]
    for one in stretch.struck:
        match = next((each for each in left if _in_the_same_place(one[0], each[0], text)), None)
        if match:
            left.remove(match)
            yield one, match


def _stretches(paragraph: Paragraph) -> Iterator[_Stretch]:
    before, after = (_spans(paragraph, version) for version in (Version.BEFORE, Version.AFTER))
    kept = {span for span, _ in before} & {span for span, _ in after}
    struck = [each for each in before if each[0] not in kept]
    inserted = [each for each in after if each[0] not in kept]
    for start, end in _between_kept_words(paragraph):
        mine = [[each for each in years if start <= each[0][0] and each[0][1] <= end] for years in (struck, inserted)]
        if all(mine):
            words = [_words(paragraph, (start, end), mark) for mark in (Mark.STRUCK, Mark.INSERTED)]
            yield _Stretch(mine[0], mine[1], words[0] == words[1])


def _between_kept_words(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the spans of a marked paragraph that hold no whole word or number that is kept; a number half of which is kept is within."""
    text, kept = paragraph.marked_text, "".join(run.text if run.mark is Mark.KEPT else "\0" * len(run.text) for run in paragraph.runs)
    begin = 0
    for match in re.finditer(r"(?<![\w\0])\w+(?![\w\0])", kept):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < len(text):
        yield begin, len(text)


def _words(paragraph: Paragraph, span: Span, mark: Mark) -> list[str]:
    """Return the words of one mark within a span, figures left out."""
    marked = "".join(run.text if run.mark is mark else " " * len(run.text) for run in paragraph.runs)
    return _WORDS.findall(marked[slice(*span)].casefold())


def _spans(paragraph: Paragraph, version: Version) -> list[tuple[Span, int]]:
    reading = paragraph.reading(version)
    return [(reading.marked_span(year.start, year.end), year.value) for year in years_in(reading.text)]


def _in_the_same_place(one: Span, other: Span, text: str) -> bool:
    if one[0] < other[1] and other[0] < one[1]:
        return True
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return len(between) <= FARTHEST_APART and not any(sign.isalnum() for sign in between)
