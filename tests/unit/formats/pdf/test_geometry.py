"""Places on a page that are no numbers: a matrix of a file made to be too much overflows."""

import math

import pytest

from lydelse.formats.pdf.geometry import FAR_AWAY, Frame
from lydelse.model.place import Box

UPRIGHT, TURNED, SLANTED = Frame(0, 0, 595, 842, 0), Frame(0, 0, 595, 842, 1), Frame(0, 0, 595, 842, 0, tilt=2.0)


@pytest.mark.parametrize("frame", [UPRIGHT, TURNED, SLANTED])
@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_what_has_no_place_stands_far_away(frame: Frame, odd: float) -> None:
    far = Box(FAR_AWAY, FAR_AWAY, FAR_AWAY, FAR_AWAY)
    assert frame.seen_box(odd, 0, 10, 10) == far
    assert frame.seen_box(0, 0, 10, odd) == far
    assert frame.seen(odd, 5) == (FAR_AWAY, FAR_AWAY)
    assert frame.seen_angle(odd) == 0


def test_what_has_a_place_keeps_it() -> None:
    assert UPRIGHT.seen_box(10, 20, 30, 40) == Box(10, 802, 30, 822)
    assert UPRIGHT.seen(10, 20) == (10, 822)
    assert UPRIGHT.seen_angle(90) == 90
