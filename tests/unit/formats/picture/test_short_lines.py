import numpy as np
import pytest

from lydelse.formats.picture.lines import Found
from lydelse.formats.picture.paper import Paper, as_ink
from lydelse.formats.picture.picture import Letter, Line, ReadWord
from lydelse.formats.picture.short_lines import short_lines, without_bars_of_letters
from lydelse.model.place import Box

SIZE, BASELINE = 24.0, 100.0


def word(text: str, x: float, room: float = 13.0) -> ReadWord:
    letters = tuple(Letter(sign, Box(x + at * room, 78, x + (at + 1) * room, 105), 0.99) for at, sign in enumerate(text))
    return ReadWord(letters, BASELINE, SIZE, 0.1, (0, 0, 0))


def found(x0: float, x1: float, middle: float) -> Found:
    return Found(Line(Box(x0, middle - 1, x1, middle + 1), 2.0, (0, 0, 0), level=True), np.full(int(x1 - x0), middle - 0.5, np.float32))


def test_a_line_at_the_feet_of_one_word_may_be_its_letters() -> None:
    assert without_bars_of_letters([found(10, 49, 100)], [word("7", 10), word("720", 30)]) == []


def test_a_line_from_the_beginning_of_one_word_to_the_end_of_another_is_none_of_their_letters() -> None:
    own = found(10, 56, 100)
    assert without_bars_of_letters([own], [word("7", 10), word("72", 30)]) == [own]


def page(line: tuple[int, int]) -> Paper:
    """A figure with room from 200 to 213 and ink from 202 to 211, and a line through it; a long line above."""
    pixels = np.full((160, 400, 3), 255, np.uint8)
    pixels[50:52, 20:300] = 0
    pixels[83:100, 202:211] = 0
    pixels[85:98, 204:209] = 255
    pixels[92:94, line[0] : line[1]] = 0
    return as_ink(pixels, 150.0)


@pytest.mark.parametrize(("line", "count"), [((200, 213), 1), ((202, 211), 0)])
def test_a_line_through_one_figure_goes_on_beyond_its_ink_and_a_stroke_of_its_own_does_not(line: tuple[int, int], count: int) -> None:
    assert len(short_lines(page(line), [word("6", 200)], [found(20, 300, 51)])) == count
