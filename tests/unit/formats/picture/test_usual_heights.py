"""The usual height of a line's letters, where few of them were read."""

import pytest

from lydelse.formats.picture import letters


@pytest.mark.parametrize(("heights", "usual"), [([20.0], 20.0), ([20.0, 20.2, 40.0], 20.1), ([10.0, 40.0], 25.0)])
def test_the_usual_height_is_that_of_most_and_there_is_always_one(heights: list[float], usual: float) -> None:
    assert letters._usual(heights) == pytest.approx(usual, rel=0.01)
