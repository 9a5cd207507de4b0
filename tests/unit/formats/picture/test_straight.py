import numpy as np
import pytest
from PIL import Image

from lydelse.formats.picture.straight import angle_of, turned


def rows_of_ink(angle: float) -> np.ndarray:
    page = np.full((900, 700, 3), 255, np.uint8)
    for top in range(80, 820, 28):
        page[top : top + 9, 60:640:3] = 0
    return np.asarray(Image.fromarray(page).rotate(angle, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)))


@pytest.mark.parametrize("angle", [-1.5, -0.4, 0.9, 1.5])
def test_a_page_that_lies_crooked_is_turned_back(angle: float) -> None:
    found = angle_of(255 - rows_of_ink(angle).min(axis=2))
    assert found == pytest.approx(-angle, abs=0.05)
    assert angle_of(255 - turned(rows_of_ink(angle), found).min(axis=2)) == pytest.approx(0.0, abs=0.05)


def test_a_straight_page_and_an_empty_one_are_left_alone() -> None:
    assert angle_of(255 - rows_of_ink(0.0).min(axis=2)) == 0.0
    assert angle_of(np.zeros((900, 700), np.uint8)) == 0.0
