"""What is said of a row of figures, place by place: by Tesseract, by the shapes, and by Tesseract's second look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from lydelse.formats.picture.fitting import Spelled, Spelling
from lydelse.formats.picture.picture import Letter, ReadWord
from lydelse.formats.picture.seen_shapes import Shape
from lydelse.formats.picture.strips import FIGURES, Run

EXPLAINED, WELL_EXPLAINED = 0.25, 0.15
"""Shares of its ink that a shape leaves unexplained at most: where it says what was read, and where it does not."""

SIGN_EXPLAINED, PER_CENT_EXPLAINED = 0.7, 0.5
"""The same for signs that were read so, a comma being little more than what blurs it; and for a sign for per cent that was not, which
may be made of noughts (see ``seen_shapes``).
"""

MARGIN, CLEAR_MARGIN, UNMISTAKABLE = 0.03, 0.05, 0.2
"""How much less of the ink it leaves than any other figure does: the same two, and where it leaves more."""

TIE = 0.02
"""So little more like another figure that it says nothing against the one that was read."""

NEAR = 6
"""Columns of a strip that a letter may have been read beside its shape."""

OUTSIDE = 0.15
"""The share of a row's ink that may stand where no shape was found."""

ALIKE = {"-": "–", "—": "–", ".": ","}
"""Signs that are told apart by other means than their shapes."""


class Heard(NamedTuple):
    """One place of a row: the letter read there and the number of its word, the shape seen, and whether the second look says the same.

    ``is_unknown`` tells of a figure that the document does not show elsewhere, so that its shape says nothing.
    """

    read: Letter | None
    source: int
    shape: Spelled | None
    is_read_again: bool
    is_unknown: bool = False

    @property
    def text(self) -> str:
        """What it is by its shape; what was read where that is the same or there is none."""
        if self.read is not None:
            return self.read.text
        return self.shape.text if self.shape is not None else ""

    @property
    def is_figure(self) -> bool:
        """Tell whether it is a figure and no sign."""
        return self.text in FIGURES


class Witnesses(NamedTuple):
    """A row of figures with what the shapes make of it, and what was read again ("" where it was not)."""

    run: Run
    spelling: Spelling
    again: str
    shapes: Mapping[str, Shape]
    advance: float

    def read(self, words: Sequence[ReadWord]) -> list[Letter]:
        """Return the letters that Tesseract read."""
        return [words[word].letters[at] for word, at in self.run.spots]

    def agree(self, words: Sequence[ReadWord]) -> bool:
        """Tell whether the shapes say what was read, and leave little of the ink."""
        read = [_plain(letter.text) for letter in self.read(words) if not is_unknown(letter, self.shapes)]
        row = self.spelling.row
        return (
            bool(row)
            and read == [_plain(each.text) for each in row]
            and all(each.left_over <= (EXPLAINED if each.text in FIGURES else SIGN_EXPLAINED) for each in row)
        )

    def agree_clearly(self, words: Sequence[ReadWord]) -> bool:
        """Tell whether nothing need be read again: the shapes say the same of every figure, and clearly."""
        known = not any(letter.text in FIGURES and is_unknown(letter, self.shapes) for letter in self.read(words))
        figures = (each for each in self.spelling.row if each.text in FIGURES)
        return known and self.agree(words) and all(each.margin >= MARGIN for each in figures)

    def heard(self, words: Sequence[ReadWord]) -> list[Heard]:
        """Return the places of the row from the left; where shape and reading differ there is one of each."""
        read = self.read(words)
        row = self._ties_given_up(read)
        known = [at for at, letter in enumerate(read) if not is_unknown(letter, self.shapes)]
        pairs = {known[a]: b for a, b in _matching([read[at].text for at in known], [each.text for each in row])}
        again = {a for a, _ in _matching([each.text for each in row], self.again)}
        read_again = {a for a, _ in _matching([letter.text for letter in read], self.again)}
        places = [
            (
                self.run.strip.column((letter.box.x0 + letter.box.x1) / 2),
                Heard(letter, word, row[pairs[at]] if at in pairs else None, at in read_again, at not in known),
            )
            for at, (letter, (word, _)) in enumerate(zip(read, self.run.spots, strict=True))
        ]
        spelled = set(pairs.values())
        places += [
            (shape.middle, Heard(None, self._word_at(shape.middle, read), shape, at in again))
            for at, shape in enumerate(row)
            if at not in spelled
        ]
        return [heard for _, heard in sorted(places, key=lambda place: place[0])]

    def _ties_given_up(self, read: Sequence[Letter]) -> list[Spelled]:
        """Return the shapes, each that is hardly more like its place than what was read there as what was read."""
        row = []
        for shape in self.spelling.row:
            x = self.run.strip.on_page(shape.middle)
            own = next((letter.text for letter in read if letter.box.x0 <= x < letter.box.x1), "")
            is_tie = shape.text in FIGURES and shape.other == own and own != shape.text and shape.margin < TIE
            row.append(shape._replace(text=own, margin=-shape.margin, other=shape.text) if is_tie else shape)
        return row

    def _word_at(self, column: float, read: Sequence[Letter]) -> int:
        x = self.run.strip.on_page(column)
        away = [abs((letter.box.x0 + letter.box.x1) / 2 - x) for letter in read]
        return self.run.spots[away.index(min(away))][0]

    def _is_lost(self, heard: Heard, every: Iterable[Heard]) -> bool:
        """Tell whether no other shape was found where something was read that has none."""
        assert heard.read is not None, "a place without a shape was read"
        middle = self.run.strip.column((heard.read.box.x0 + heard.read.box.x1) / 2)
        others = (each.shape for each in every if each.read is None and each.shape is not None)
        return not any(each.first - NEAR <= middle <= each.last + NEAR for each in others)

    def shapes_are_believed(self, heard: Iterable[Heard]) -> bool:
        """Tell whether the shapes explain the ink so well that they are believed where something else was read."""
        every = list(heard)
        shapes = [(each, each.shape) for each in every if each.shape is not None]
        lost = any(each.is_figure and not each.is_unknown and each.shape is None and self._is_lost(each, every) for each in every)
        return bool(shapes) and not lost and self.spelling.outside <= OUTSIDE and all(_explains(each, shape) for each, shape in shapes)


def is_unknown(letter: Letter, shapes: Mapping[str, Shape]) -> bool:
    """Tell whether a letter is a figure whose shape is not known."""
    return letter.text in FIGURES and letter.text not in shapes


def _explains(heard: Heard, shape: Spelled) -> bool:
    if shape.text not in FIGURES:
        return shape.left_over <= (SIGN_EXPLAINED if heard.read is not None else PER_CENT_EXPLAINED if shape.text == "%" else EXPLAINED)
    if heard.read is not None:
        return shape.left_over <= EXPLAINED
    well = shape.left_over <= WELL_EXPLAINED and (shape.margin >= CLEAR_MARGIN or heard.is_read_again)
    return well or (shape.left_over <= EXPLAINED and shape.margin >= UNMISTAKABLE)


def _matching(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return which signs of two rows are the same: in their places where the rows are as long, as one of "2025 2026" read "2026 2026"."""
    first, second = [_plain(text) for text in one], [_plain(text) for text in other]
    if len(first) == len(second):
        return [(at, at) for at, text in enumerate(first) if text == second[at]]
    blocks = SequenceMatcher(a=first, b=second, autojunk=False).get_matching_blocks()
    return [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]


def _plain(text: str) -> str:
    return ALIKE.get(text, text)
