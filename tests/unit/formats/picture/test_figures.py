"""Figures are held against the shapes of the document's other figures: drawn here with strokes of our own."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from lydelse.formats.picture.figures import Page, with_figures_looked_at
from lydelse.formats.picture.picture import Letter, Line, ReadWord
from lydelse.formats.picture.strips import runs_of
from lydelse.model.place import Box

SIZE, ADVANCE, SPACE, BASELINE = 32.0, 18, 9, 40
STROKES = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
}
SEGMENTS = {
    "a": (2, 18, 14, 18),
    "b": (14, 18, 14, 28),
    "c": (14, 28, 14, 39),
    "d": (2, 39, 14, 39),
    "e": (2, 28, 2, 39),
    "f": (2, 18, 2, 28),
    "g": (2, 28, 14, 28),
}
"""A figure of seven strokes, in pixels of a row of which the baseline is at 40."""


def row_of(text: str, struck: Sequence[tuple[int, int]] = ()) -> tuple[NDArray[np.uint8], tuple[Line, ...]]:
    """Draw a row of figures, from x 20 on; ``struck`` are the columns that a line goes through, from which to which."""
    image = Image.new("L", (ADVANCE * (len(text) + 6), 60))
    pen = ImageDraw.Draw(image)
    x = 20
    for sign in text:
        if sign == " ":
            x += SPACE
            continue
        for segment in STROKES[sign]:
            x0, y0, x1, y1 = SEGMENTS[segment]
            pen.line((x + x0, y0, x + x1, y1), fill=255, width=3)
        x += ADVANCE
    return np.asarray(image), tuple(Line(Box(x0, 31, x1, 33), 2.0, (0, 0, 0), level=True) for x0, x1 in struck)


def words(read: str, starts: Sequence[int]) -> tuple[ReadWord, ...]:
    """Return words as they were read, each beginning at its column, its letters side by side."""
    return tuple(
        ReadWord(
            tuple(Letter(sign, Box(x + at * ADVANCE, 11, x + (at + 1) * ADVANCE, 47), 0.97) for at, sign in enumerate(word)),
            float(BASELINE),
            SIZE,
            1.0,
            (0, 0, 0),
        )
        for word, x in zip(read.split(), starts, strict=True)
    )


def page(text: str, read: str, starts: Sequence[int], struck: Sequence[tuple[int, int]] = ()) -> Page:
    ink, lines = row_of(text, struck)
    own = words(read, starts)
    return Page(own, runs_of(own, ink, lines))


KNOWN = page("0123456789", "0123456789", [20])


def looked_at(own: Page) -> tuple[ReadWord, ...]:
    return with_figures_looked_at([KNOWN, KNOWN, own])[-1]


def sure(word: ReadWord) -> float:
    return min(letter.confidence for letter in word.letters)


def test_a_figure_that_is_read_as_its_shape_is_certain() -> None:
    (word,) = looked_at(page("2745", "2745", [20]))
    assert word.text == "2745"
    assert sure(word) == pytest.approx(0.99)


def test_a_figure_that_is_read_otherwise_is_what_its_shape_says_and_uncertain() -> None:
    (word,) = looked_at(page("2745", "2145", [20]))
    assert word.text == "2745"
    assert sure(word) < 0.95


def test_what_a_line_goes_through_is_told_by_what_stands_above_and_below_it() -> None:
    (word,) = looked_at(page("2745", "2745", [20], [(16, 96)]))
    assert word.text == "2745"
    assert sure(word) == pytest.approx(0.99)


def test_a_figure_that_was_lost_beside_a_line_is_found() -> None:
    told = looked_at(page("7 425", "425", [20 + ADVANCE + SPACE], [(16, 104)]))
    assert [word.text for word in told] == ["7", "425"]


def test_a_space_between_thousands_that_was_not_read_is_seen() -> None:
    ink, lines = row_of("2 745")
    letters = [Letter(sign, Box(x, 11, x + ADVANCE, 47), 0.97) for sign, x in zip("2745", (20, 47, 65, 83), strict=True)]
    own = (ReadWord(tuple(letters), float(BASELINE), SIZE, 1.0, (0, 0, 0)),)
    assert [word.text for word in looked_at(Page(own, runs_of(own, ink, lines)))] == ["2", "745"]


def test_a_space_that_is_none_is_left_out() -> None:
    assert [word.text for word in looked_at(page("2745", "2 745", [20, 20 + ADVANCE]))] == ["2745"]


def test_a_struck_figure_of_which_the_document_has_no_other_is_as_it_was_read_and_uncertain() -> None:
    (word,) = with_figures_looked_at([page("7", "7", [20], [(16, 42)])])[0]
    assert word.text == "7"
    assert sure(word) < 0.9


def test_words_without_figures_are_left_as_they_are() -> None:
    own = words("avtal", [20])
    assert with_figures_looked_at([Page(own, ())]) == [own]


def test_a_sign_that_the_document_shows_nowhere_else_stays_as_it_was_read() -> None:
    ink, lines = row_of("25")
    drawn = ink.copy()
    drawn[26:29, 58:61] = drawn[36:39, 58:61] = 255
    own = words("25:", [20])
    assert [word.text for word in looked_at(Page(own, runs_of(own, drawn, lines)))] == ["25:"]


def test_a_figure_that_was_read_as_the_one_beside_it_keeps_its_place() -> None:
    told = looked_at(page("2745 2746", "2746 2746", [20, 20 + 4 * ADVANCE + SPACE]))
    assert [(word.text, round(word.letters[0].box.x0) < 30) for word in told] == [("2745", True), ("2746", False)]
    assert sure(told[0]) < 0.95
    assert sure(told[1]) == pytest.approx(0.99)
