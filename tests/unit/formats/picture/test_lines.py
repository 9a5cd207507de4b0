from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from lydelse.formats.picture.lines import em_of, level_lines, upright_lines
from lydelse.formats.picture.paper import Paper, as_ink
from lydelse.formats.picture.taken_out import without_lines

DPI = 150.0
Draw = Callable[[NDArray[np.uint8]], None]
WIDE, HIGH, PITCH = 10, 12, 14  # pixels: a letter that is an upright stroke on either side, and how far apart they stand


def page_with(draw: Draw) -> Paper:
    """A line of forty letters at 100 to 112, each two stems with white between, and what is drawn."""
    pixels = np.full((400, 800, 3), 255, np.uint8)
    for left in range(100, 100 + 40 * PITCH, PITCH):
        pixels[100 : 100 + HIGH, left : left + 2] = 0
        pixels[100 : 100 + HIGH, left + WIDE - 2 : left + WIDE] = 0
    draw(pixels)
    return as_ink(pixels, DPI)


def struck(pixels: NDArray[np.uint8]) -> None:
    pixels[106:108, 100:308] = 0


def struck_in_red(pixels: NDArray[np.uint8]) -> None:
    pixels[106:108, 100:308] = (200, 0, 0)


def pale(pixels: NDArray[np.uint8]) -> None:
    pixels[106:108, 100:308] = 170


@pytest.mark.parametrize("draw", [struck, struck_in_red, pale])
def test_a_line_through_letters_is_found_from_end_to_end(draw: Draw) -> None:
    paper = page_with(draw)
    (found,), doubtful = level_lines(paper, em_of(paper.ink, DPI))
    assert (found.line.box.x0, found.line.box.x1) == (100, 308)
    assert (found.line.box.top, found.line.box.bottom) == pytest.approx((106, 108), abs=0.6)
    assert not doubtful


def test_a_red_line_has_its_colour() -> None:
    paper = page_with(struck_in_red)
    (found,), _ = level_lines(paper, em_of(paper.ink, DPI))
    red, green, blue = found.line.colour
    assert red > 150
    assert max(green, blue) < 80


def test_bars_of_letters_are_no_lines() -> None:
    def barred(pixels: NDArray[np.uint8]) -> None:
        for left in range(100, 100 + 40 * PITCH, PITCH):
            pixels[105:107, left : left + WIDE] = 0

    paper = page_with(barred)
    assert level_lines(paper, em_of(paper.ink, DPI)) == ([], [])


def test_a_filled_cell_is_no_line_and_the_sides_of_a_table_are() -> None:
    def table(pixels: NDArray[np.uint8]) -> None:
        pixels[200:230, 100:500] = 120
        pixels[230:330, 100:102] = 0
        pixels[230:330, 500:502] = 0

    paper = page_with(table)
    assert level_lines(paper, em_of(paper.ink, DPI))[0] == []
    assert [round(line.box.x0) for line in upright_lines(paper)] == [100, 500]


def test_what_a_line_went_through_is_whole_when_the_line_is_taken_out() -> None:
    paper, plain = page_with(struck), page_with(lambda _pixels: None)
    found, _ = level_lines(paper, em_of(paper.ink, DPI))
    clean = without_lines(paper, found)
    assert np.array_equal(clean.ink[106:108] > 128, plain.ink[106:108] > 128)
