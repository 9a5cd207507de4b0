"""Pages that a program has turned by a few degrees: text and strokes are told as if they were set straight."""

from __future__ import annotations

from math import cos, radians, sin
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.formats.pdf import Page, open_pdf
from lydelse.formats.pdf.geometry import Frame
from lydelse.model.place import Box
from support.raw_pdfs import lines, stream, strike, written

MARKED = lines() + strike("412") + strike("listad")


def turned(degrees: float, content: str = MARKED) -> str:
    """Return operators that draw something turned counterclockwise about the middle of the page."""
    turn = radians(degrees)
    about = f"{cos(turn):.6f} {sin(turn):.6f} {-sin(turn):.6f} {cos(turn):.6f}"
    return f"q 1 0 0 1 297.5 421 cm {about} 0 0 cm 1 0 0 1 -297.5 -421 cm\n{content}Q\n"


def paper(path: Path, content: str) -> Path:
    return written(path, content, objects=[stream("")])


def page_of(path: Path) -> Page:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize("degrees", [-4.5, -1.0, -0.2, 0.7, 3.0, 4.8])
def test_a_page_that_is_turned_a_little_reads_as_one_that_is_not(tmp_path: Path, degrees: float) -> None:
    straight, crooked = extract(paper(tmp_path / "a.pdf", MARKED)), extract(paper(tmp_path / "b.pdf", turned(degrees)))
    assert "[-412-] 428" in in_words(straight)
    assert in_words(crooked) == in_words(straight)
    assert {each.message.key for each in crooked.unread} == {each.message.key for each in straight.unread}


def test_what_is_read_of_it_has_its_place_as_it_is_seen(tmp_path: Path) -> None:
    (straight,), (crooked,) = (extract(paper(tmp_path / "a.pdf", content)).paragraphs for content in (MARKED, turned(3.0)))
    lay, lies, turn = straight.place.box, crooked.place.box, radians(3.0)
    assert lay is not None
    assert lies is not None
    across, down = (lay.x0 + lay.x1) / 2 - 297.5, (lay.top + lay.bottom) / 2 - 421
    assert (lies.x0 + lies.x1) / 2 == pytest.approx(297.5 + across * cos(turn) + down * sin(turn), abs=1)
    assert (lies.top + lies.bottom) / 2 == pytest.approx(421 - across * sin(turn) + down * cos(turn), abs=1)


def test_a_tilt_is_measured_exactly_and_only_where_nearly_all_text_has_it(tmp_path: Path) -> None:
    assert page_of(paper(tmp_path / "a.pdf", turned(2.34))).tilt == pytest.approx(2.34, abs=0.001)
    assert page_of(paper(tmp_path / "b.pdf", lines() + turned(2.34, lines(("Arkiv",), first=300)))).tilt == 0
    assert page_of(paper(tmp_path / "c.pdf", turned(7.0))).tilt == 0
    assert page_of(paper(tmp_path / "d.pdf", MARKED)).tilt == 0


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_slanted_rectangle_is_told_by_the_upright_one_around_it(turns: int) -> None:
    frame = Frame(0, 0, 600, 800, turns, tilt=3.0)
    turn = radians(3.0)
    wide, high = 100 * cos(turn) + 20 * sin(turn), 100 * sin(turn) + 20 * cos(turn)
    middle = frame.width / 2, frame.height / 2
    found = frame.straightened(Box(middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2))
    assert found == pytest.approx((middle[0] - 50, middle[1] - 10, middle[0] + 50, middle[1] + 10))
    along = Frame(0, 0, 600, 800, turns).seen_angle(90.0 * turns + 3.0)
    assert (along, frame.seen_angle(90.0 * turns + 3.0)) == (3.0, 0.0)


def test_text_that_is_slanted_on_a_page_whose_other_text_is_not_is_asked_about(tmp_path: Path) -> None:
    half = extract(paper(tmp_path / "a.pdf", lines() + turned(2.34, lines(first=400) + strike("412"))))
    assert [each.message.key for each in half.unread if each.message.key == "X905.pdf-tilted"] == ["X905.pdf-tilted"]
    stamp = extract(paper(tmp_path / "b.pdf", lines() + turned(2.34, lines(("Arkiv",), first=300))))
    assert not [each for each in stamp.unread if each.message.key == "X905.pdf-tilted"]
