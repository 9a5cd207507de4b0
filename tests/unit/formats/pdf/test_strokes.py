from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.formats.pdf import Page, open_pdf
from lydelse.model.place import Box
from support.pdfs import BLACK, RED, WHITE, PdfMaker


def read(path: Path) -> Page:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
        assert isinstance(page, Page)
        return page


def test_a_drawn_line_is_a_stroke_with_its_width(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.line(72, 96, 140, 96, width=0.6, colour=RED)
    (stroke,) = read(tmp_path / "a.pdf").strokes
    assert tuple(stroke.box) == pytest.approx((72, 95.7, 140, 96.3), abs=0.01)
    assert (stroke.colour, stroke.horizontal, stroke.vertical) == (RED, True, False)
    assert stroke.thickness == pytest.approx(0.6, abs=0.01)


def test_a_thin_filled_rectangle_is_a_stroke_and_a_wide_one_an_area(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(72, 96, 140, 96.5), RED)
        pdf.area(Box(72, 120, 140, 134), (255, 255, 0))
    page = read(tmp_path / "a.pdf")
    assert [(stroke.horizontal, stroke.colour) for stroke in page.strokes] == [(True, RED)]
    assert [fill.colour for fill in page.fills] == [(255, 255, 0)]
    assert tuple(page.fills[0].box) == pytest.approx((72, 120, 140, 134), abs=0.01)


def test_the_strike_of_one_narrow_letter_is_a_stroke(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(72, 96, 74.4, 96.6), RED)
    assert len(read(tmp_path / "a.pdf").strokes) == 1


def test_an_outlined_rectangle_is_its_four_sides(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.outline(Box(72, 100, 272, 150))
    strokes = read(tmp_path / "a.pdf").strokes
    assert sorted((stroke.horizontal, stroke.vertical) for stroke in strokes) == [(False, True)] * 2 + [(True, False)] * 2


def test_what_is_filled_between_two_rectangles_is_four_strokes(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.hollow(Box(72, 100, 272, 150), Box(72.75, 100.75, 271.25, 149.25))
    page = read(tmp_path / "a.pdf")
    assert page.fills == ()
    assert sorted((stroke.horizontal, round(stroke.thickness, 2)) for stroke in page.strokes) == [(False, 0.75)] * 2 + [(True, 0.75)] * 2


def test_a_dashed_line_is_one_stroke(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.line(72, 96, 140, 96, dash=(2, 2))
    assert len(read(tmp_path / "a.pdf").strokes) == 1


def test_a_line_of_no_width_is_a_hairline(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.line(72, 96, 140, 96, width=0)
    (stroke,) = read(tmp_path / "a.pdf").strokes
    assert 0 < stroke.thickness <= 0.5


def test_transparent_paint_is_not_there(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(72, 96, 140, 96.5), RED, alpha=0.0)
        pdf.area(Box(72, 120, 140, 134), RED, alpha=0.0)
    page = read(tmp_path / "a.pdf")
    assert (page.strokes, page.fills) == ((), ())


def test_a_slanted_line_is_neither_level_nor_upright(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.line(72, 96, 140, 160)
    (stroke,) = read(tmp_path / "a.pdf").strokes
    assert not stroke.horizontal
    assert not stroke.vertical


def test_lines_within_forms_stand_where_the_forms_put_them(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        canvas = pdf.canvas
        canvas.beginForm("inner")
        canvas.line(0, 0, 10, 0)
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.translate(5, 0)
        canvas.doForm("inner")
        canvas.endForm()
        canvas.translate(100, 842 - 200)
        canvas.scale(2, 2)
        canvas.doForm("outer")
    (stroke,) = read(tmp_path / "a.pdf").strokes
    assert (stroke.box.x0, stroke.box.x1) == pytest.approx((110, 130), abs=0.01)
    assert (stroke.box.top + stroke.box.bottom) / 2 == pytest.approx(200, abs=0.01)
    assert stroke.thickness == pytest.approx(2, abs=0.01)


def test_white_paint_keeps_its_colour(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(72, 120, 140, 134), WHITE)
        pdf.line(72, 150, 140, 150, colour=BLACK)
    page = read(tmp_path / "a.pdf")
    assert page.fills[0].colour == WHITE
    assert page.strokes[0].colour == BLACK


def test_of_a_wave_only_what_its_clip_shows_is_a_stroke(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        clip, wave = pdf.canvas.beginPath(), pdf.canvas.beginPath()
        clip.rect(200, pdf.height - 110, 60, 20)
        pdf.canvas.clipPath(clip, stroke=0, fill=0)
        y = pdf.height - 100
        wave.moveTo(70, y)
        for at in range(40):
            x, up = 70 + 8 * at, 1 - 2 * (at % 2)
            wave.curveTo(x + 3, y + up, x + 5, y + up, x + 8, y)
        pdf.canvas.drawPath(wave, stroke=1, fill=0)
    strokes = read(tmp_path / "a.pdf").strokes
    assert min(stroke.box.x0 for stroke in strokes) >= 199.9
    assert max(stroke.box.x1 for stroke in strokes) <= 260.1


def clipped(pdf: PdfMaker, box: Box) -> None:
    clip = pdf.canvas.beginPath()
    clip.rect(box.x0, pdf.height - box.bottom, box.width, box.height)
    pdf.canvas.clipPath(clip, stroke=0, fill=0)


def test_of_what_is_clipped_only_what_is_seen_is_there(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        clipped(pdf, Box(200, 90, 260, 110))
        pdf.line(70, 100, 500, 100, width=1)
        pdf.line(70, 300, 500, 300, width=1)
        pdf.area(Box(70, 95, 500, 96), RED)
    strokes = read(tmp_path / "a.pdf").strokes
    assert [(round(stroke.box.x0), round(stroke.box.x1)) for stroke in strokes] == [(200, 260), (200, 260)]


def test_an_area_that_is_clipped_to_a_line_is_a_line(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        clipped(pdf, Box(200, 99, 260, 100))
        pdf.area(Box(70, 50, 500, 150), RED)
    page = read(tmp_path / "a.pdf")
    assert [(stroke.horizontal, round(stroke.thickness)) for stroke in page.strokes] == [(True, 1)]
    assert page.fills == ()


def test_a_small_ring_is_a_shape_as_other_bullets_are_and_a_large_one_is_lines(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.canvas.circle(80, 700, 1.8, stroke=1, fill=0)
        pdf.outline(Box(90, 100, 94, 104))
    page = read(tmp_path / "a.pdf")
    assert [(round(fill.box.width, 1), round(fill.box.height, 1)) for fill in page.fills] == [(3.6, 3.6)]
    assert len(page.strokes) == 4
    with PdfMaker(tmp_path / "b.pdf") as pdf:
        pdf.canvas.circle(80, 700, 18, stroke=1, fill=0)
    assert not read(tmp_path / "b.pdf").fills
