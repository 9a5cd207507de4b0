import numpy as np

from lydelse.formats.picture.letters import words_of
from lydelse.formats.picture.paper import as_ink
from lydelse.formats.picture.picture import Letter
from lydelse.formats.picture.tesseract import Row
from lydelse.model.place import Box


def test_points_side_by_side_where_nothing_is_printed_leave_no_word_without_letters() -> None:
    pixels = np.full((60, 120, 3), 255, np.uint8)
    pixels[20:40, 10:20] = pixels[20:40, 50:60] = 0
    letters = tuple(Letter(text, Box(x, 20, x + 10, 40), 0.9) for text, x in (("1", 10), (",", 22), (".", 34), ("2", 50)))
    words = words_of([Row(Box(0, 20, 120, 40), (letters,))], as_ink(pixels, 150.0), [])
    assert [word.text for word in words] == ["1", "2"]


def test_letters_without_height_in_one_place_are_measured_without_a_slope() -> None:
    pixels = np.full((60, 120, 3), 255, np.uint8)
    pixels[20:40, 10:20] = 0
    letters = tuple(Letter("1", Box(12, 30, 12, 30), 0.9) for _ in range(12))
    row = (Letter("h", Box(10, 20, 20, 40), 0.9),)
    words = words_of([Row(Box(0, 20, 120, 40), (letters, row))], as_ink(pixels, 150.0), [])
    assert [word.text for word in words] == ["1" * 12, "h"]


def test_a_dash_between_figures_where_nothing_is_printed_is_a_space() -> None:
    pixels = np.full((60, 120, 3), 255, np.uint8)
    pixels[20:40, 10:20] = pixels[20:40, 50:60] = 0
    letters = tuple(Letter(text, Box(x, 20, x + 10, 40), 0.9) for text, x in (("1", 10), ("-", 30), ("2", 50)))
    row = Row(Box(0, 20, 120, 40), (letters,))
    assert [word.text for word in words_of([row], as_ink(pixels, 150.0), [])] == ["1", "2"]
    pixels[29:31, 30:40] = 0
    assert [word.text for word in words_of([row], as_ink(pixels, 150.0), [])] == ["1-2"]


def test_a_word_where_nothing_is_printed_is_none() -> None:
    pixels = np.full((60, 220, 3), 255, np.uint8)
    pixels[20:40, 10:20] = 0
    pixels[20, 150:190] = 0
    read = ((Letter("1", Box(10, 20, 20, 40), 0.9),), (Letter("o", Box(150, 20, 160, 21), 0.9), Letter("o", Box(165, 20, 175, 21), 0.9)))
    assert [word.text for word in words_of([Row(Box(0, 20, 220, 40), read)], as_ink(pixels, 150.0), [])] == ["1"]
