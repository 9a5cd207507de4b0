import numpy as np

from lydelse.formats.picture.picture import Letter
from lydelse.formats.picture.signs import DOUBTED, with_signs_told
from lydelse.model.place import Box

BASELINE, SIZE = 50.0, 40.0


def told(read: str, *, tail: int, underline: int = 0) -> tuple[str, float]:
    """Return how "2,5" is told where so dark a tail hangs from its point, and so much is left of a line under it."""
    ink = np.zeros((80, 80), np.uint8)
    ink[22:50, 10:26] = ink[22:50, 38:54] = 255
    ink[46:50, 29:34] = 255
    ink[53:56, 5:60] = underline
    ink[50:56, 29:34] = np.maximum(ink[50:56, 29:34], tail)
    letters = [Letter(text, Box(x0, 22, x1, 50), 0.99) for text, x0, x1 in (("2", 10, 26), (read, 28, 35), ("5", 38, 54))]
    point = with_signs_told(letters, ink, BASELINE, SIZE)[1]
    return point.text, point.confidence


def test_a_full_stop_with_a_tail_is_a_comma() -> None:
    assert told(".", tail=220) == (",", 0.99)


def test_a_full_stop_without_a_tail_is_one() -> None:
    assert told(".", tail=0) == (".", 0.99)


def test_a_comma_without_a_tail_stays_and_is_doubted() -> None:
    assert told(",", tail=0) == (",", DOUBTED)


def test_what_is_left_of_an_underline_is_no_tail() -> None:
    assert told(".", tail=0, underline=150) == (".", 0.99)


def test_a_faint_tail_under_a_full_stop_is_doubted() -> None:
    assert told(".", tail=50) == (".", DOUBTED)
