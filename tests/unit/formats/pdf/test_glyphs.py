from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from lydelse.formats.pdf import Glyph, Page, open_pdf
from lydelse.formats.pdf.glyphs import _with_letters_apart
from lydelse.model.place import Box
from support.pdfs import BLACK, BLUE, RED, WHITE, PdfMaker, width_of

YELLOW = (255, 240, 90)


def read(path: Path, number: int = 1) -> Page:
    with open_pdf(path) as pdf:
        page = pdf.page(number)
        assert isinstance(page, Page)
        return page


def seen_in(path: Path) -> str:
    return text_of(tuple(glyph for glyph in read(path).glyphs if glyph.visible))


def text_of(glyphs: tuple[Glyph, ...]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def test_every_character_stands_where_it_was_written(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "Åtta prövningar – 1,04 § 5", size=11)
    glyphs = read(tmp_path / "a.pdf").glyphs
    assert text_of(glyphs) == "Åtta prövningar – 1,04 § 5"
    assert glyphs[0].x == pytest.approx(72, abs=0.3)
    assert glyphs[-1].box.x1 == pytest.approx(72 + width_of("Åtta prövningar – 1,04 § 5", 11), abs=0.5)
    assert {round(glyph.baseline, 1) for glyph in glyphs} == {100.0}
    assert all(glyph.box.top < 100 < glyph.box.bottom for glyph in glyphs)


def test_the_size_is_the_one_seen_on_the_page(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.canvas.saveState()
        pdf.canvas.scale(0.75, 0.75)
        pdf.canvas.setFont("Helvetica", 16)
        pdf.canvas.drawString(100, 800, "Vikt")
        pdf.canvas.restoreState()
    assert {glyph.size for glyph in read(tmp_path / "a.pdf").glyphs} == {12.0}


def test_colour_and_weight_are_those_of_the_text(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "kursiv", colour=RED)
        pdf.plain(72, 130, "fet", bold=True)
    glyphs = read(tmp_path / "a.pdf").glyphs
    assert {(glyph.colour, glyph.bold) for glyph in glyphs if glyph.baseline < 110} == {(RED, False)}
    assert {(glyph.colour, glyph.bold) for glyph in glyphs if glyph.baseline > 110} == {((0, 0, 0), True)}


def test_a_space_that_the_file_does_not_draw_is_generated(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "Ålder")
        pdf.plain(200, 100, "Vikt")
    spaces = [glyph for glyph in read(tmp_path / "a.pdf").glyphs if glyph.text == " "]
    assert len(spaces) == 1
    assert spaces[0].generated
    assert spaces[0].box.x0 == pytest.approx(72 + width_of("Ålder", 11), abs=0.5)


def test_a_hyphen_at_a_line_end_is_a_hyphen(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.paragraph(72, 100, ["Ersättning lämnas för hälso-", "vård i hela länet"])
    assert "hälso-" in text_of(read(tmp_path / "a.pdf").glyphs)


def test_text_that_no_reader_sees_is_not_visible(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "syns")
        pdf.plain(72, 130, "dold", mode=3)
        pdf.plain(72, 160, "liten", size=0.5)
        pdf.plain(72, 900, "utanför")
    seen = {glyph.text for glyph in read(tmp_path / "a.pdf").glyphs if glyph.visible}
    assert seen == set("syns")


@pytest.mark.parametrize(("turned", "angle"), [(0, 0.0), (90, -90.0), (180, 180.0), (270, 90.0)])
def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path, turned: int, angle: float) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.turned(turned)
        pdf.plain(72, 100, "Vikt")
    page = read(tmp_path / "a.pdf")
    first = page.glyphs[0]
    seen = {0: (72.0, 100.0), 90: (842.0 - 100.0, 72.0), 180: (595.0 - 72.0, 842.0 - 100.0), 270: (100.0, 595.0 - 72.0)}
    assert (page.width, page.height) == ((842.0, 595.0) if turned % 180 else (595.0, 842.0))
    assert (first.x, first.baseline) == pytest.approx(seen[turned], abs=0.5)
    assert first.angle == angle


def test_text_turned_back_upright_on_a_turned_page_is_level(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.turned(90)
        pdf.canvas.rotate(90)
        pdf.canvas.drawString(100, -200, "Liggande sida")
    glyphs = [glyph for glyph in read(tmp_path / "a.pdf").glyphs if glyph.text != " "]
    assert {glyph.angle for glyph in glyphs} == {0.0}
    assert len({round(glyph.baseline, 2) for glyph in glyphs}) == 1
    assert [glyph.x for glyph in glyphs] == sorted(glyph.x for glyph in glyphs)


def test_positions_count_from_the_corner_of_what_is_seen(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.cropped(50, 60, 500, 700)
        pdf.plain(72, 100, "Vikt")
        pdf.line(72, 110, 100, 110)
    page = read(tmp_path / "a.pdf")
    assert (page.width, page.height) == (450.0, 640.0)
    assert (page.glyphs[0].x, page.glyphs[0].baseline) == pytest.approx((22, 40), abs=0.3)
    assert page.strokes[0].box.x0 == pytest.approx(22, abs=0.1)
    assert page.strokes[0].box.top == pytest.approx(49.75, abs=0.1)


def test_the_letters_of_a_ligature_share_its_width(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "offi")
    o, *drawn = read(tmp_path / "a.pdf").glyphs
    sign = Box(drawn[0].box.x0, drawn[0].box.top, drawn[0].box.x0 + 9, drawn[0].box.bottom)
    parted = _with_letters_apart([o, *(glyph._replace(x=sign.x0, box=sign) for glyph in drawn)], [1, 2, 3])
    assert [round(glyph.box.x0 - sign.x0, 3) for glyph in parted[1:]] == [0, 3, 6]
    assert [round(glyph.box.width, 3) for glyph in parted[1:]] == [3, 3, 3]
    assert parted[0] == o


def test_text_outside_the_page_is_not_visible(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "syns")
        pdf.plain(610, 100, "utom")
    assert seen_in(tmp_path / "a.pdf").strip() == "syns"


def test_white_text_is_visible_on_something_dark_alone(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(60, 80, 300, 110), BLUE)
        pdf.plain(72, 100, "syns", colour=WHITE)
        pdf.plain(72, 160, "dold", colour=WHITE)
    assert seen_in(tmp_path / "a.pdf").strip() == "syns"


def test_text_that_an_area_is_painted_over_is_not_visible(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.area(Box(60, 80, 300, 110), YELLOW)
        pdf.plain(72, 100, "syns")
        pdf.plain(72, 160, "dold")
        pdf.area(Box(60, 140, 300, 170), BLACK)
    assert seen_in(tmp_path / "a.pdf").strip() == "syns"


def test_what_lets_through_the_text_under_it_hides_nothing(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "syns")
        pdf.area(Box(60, 80, 300, 110), YELLOW, alpha=0.4)
        pdf.plain(72, 130, "ram")
        pdf.outline(Box(60, 115, 300, 140))
    assert seen_in(tmp_path / "a.pdf") == "synsram"


def test_a_picture_hides_what_was_written_before_it_within_its_clip(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "dold")
        pdf.plain(72, 300, "syns")
        pdf.canvas.saveState()
        clip = pdf.canvas.beginPath()
        clip.rect(50, pdf.height - 150, 300, 100)
        pdf.canvas.clipPath(clip, stroke=0, fill=0)
        pdf.canvas.drawImage(ImageReader(Image.new("RGB", (4, 4), (9, 9, 9))), 50, pdf.height - 400, 400, 380)
        pdf.canvas.restoreState()
        pdf.plain(72, 90, "ovan", colour=WHITE)
    assert seen_in(tmp_path / "a.pdf") == "synsovan"
