import numpy as np

from lydelse.formats.picture.areas import coloured_areas
from lydelse.formats.picture.paper import as_ink

DPI = 150.0


def test_a_shadow_over_the_page_is_paper_and_letters_in_it_are_ink() -> None:
    pixels = np.full((300, 600, 3), 250, np.uint8)
    pixels[:, 300:] = 150
    pixels[100:112, 50:54] = 20
    pixels[100:112, 450:454] = 20
    paper = as_ink(pixels, DPI)
    assert paper.ink[200, 100] < 15
    assert paper.ink[200, 500] < 15
    assert min(paper.ink[105, 51], paper.ink[105, 451]) > 200


def test_light_letters_on_a_dark_cell_are_ink() -> None:
    pixels = np.full((300, 600, 3), 255, np.uint8)
    pixels[80:140, 100:400] = 30
    pixels[100:112, 200:203] = 250
    paper = as_ink(pixels, DPI)
    assert paper.ink[105, 201] > 200
    assert paper.ink[120, 300] < 60


def test_what_a_marker_pen_has_coloured_is_an_area_and_no_ink() -> None:
    pixels = np.full((300, 600, 3), 255, np.uint8)
    pixels[96:120, 100:300] = (255, 255, 0)
    pixels[100:112, 150:153] = 0
    paper = as_ink(pixels, DPI)
    (area,) = coloured_areas(paper)
    assert abs(area.box.x0 - 100) <= 8
    assert abs(area.box.x1 - 300) <= 8
    assert area.colour[2] < 100 < area.colour[0]
    assert paper.ink[115, 200] < 40
    assert paper.ink[105, 151] > 200
