"""The figures of recognised pages: how many there are, and those of which the witnesses say different things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lydelse.extractors.pdf.as_read import AsRead
from lydelse.extractors.pdf.scanned.odd_figures import ODD, odd_words
from lydelse.formats.picture import ReadPicture, ReadWord
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box
from lydelse.model.uncertain import UncertainFigure

CERTAIN_FROM = 0.9
"""A figure that is less sure is never used for an error, nor for a warning: what is said of it is a question."""

POINTS = 72.0
SIGNS = frozenset(",.")
"""Between two figures: the one makes decimals, the other a number of a section."""

MINUS = frozenset("-–−")
"""Before a figure: an amount that is not read with it is another one."""

SHOWN = 8


def figures_in(read: ReadPicture) -> Iterator[ReadWord]:
    """Yield the words with figures."""
    yield from (word for word in read.words if any(letter.text.isdecimal() for letter in word.letters))


def uncertain_in(number: int, read: ReadPicture, dpi: float, lay: AsRead | None) -> Iterator[UncertainFigure]:
    """Yield the figures of a page that are not certain, and what stands where a figure should, where they are seen."""
    odd = odd_words(read)
    for at, word in enumerate(read.words):
        confidence = min(_confidence(word), ODD if at in odd else 1.0)
        if confidence < CERTAIN_FROM:
            x0, top, _, bottom = word.letters[0].box
            box = Box(*(side * POINTS / dpi for side in (x0, top, word.letters[-1].box.x1, bottom)))
            yield UncertainFigure(number, lay.seen(box) if lay else box, word.text, confidence)


def _confidence(word: ReadWord) -> float:
    """Return how sure the least sure figure of a word is, its minus, or the least sure point between two; 1 where there is none."""
    figures = [letter.confidence for letter in word.letters if letter.text.isdecimal()]
    figures += [own.confidence for own, after in pairwise(word.letters[:2]) if own.text in MINUS and after.text.isdecimal()]
    between = zip(word.letters, word.letters[1:], word.letters[2:], strict=False)
    points = [own.confidence for before, own, after in between if own.text in SIGNS and (before.text + after.text).isdecimal()]
    return min([*figures, *points], default=1.0)


def said_of(figures: Iterable[UncertainFigure]) -> Iterator[Unread]:
    """Yield one question for each page with uncertain figures."""
    pages: dict[int, list[UncertainFigure]] = defaultdict(list)
    for figure in figures:
        pages[figure.page].append(figure)
    for page, own in sorted(pages.items()):
        texts = tuple(dict.fromkeys(f"”{each.text}”" for each in own))[:SHOWN]
        facts: dict[str, Fact] = {"page": page, "count": len(own), "texts": texts}
        yield Unread("X902", Severity.QUESTION, Message("X902.uncertain-figures", facts), page)
