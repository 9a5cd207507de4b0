"""pdfplumber's own, slower reading of a page, held against ours."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from lydelse.formats.pdf import Page, open_pdf
from lydelse.model.place import Box
from support.pdfs import RED, PdfMaker, struck_rectangle


def redline(path: Path) -> None:
    with PdfMaker(path) as pdf:
        pdf.on_every_page(72, 40, "Bilaga 3, sida {page}")
        pdf.marked(72, 100, "Taket höjs från [-7 050-] {+7 275+} tkr för {+hela+} året.", strike=struck_rectangle)
        pdf.marked(72, 114, "Vikten [-0,30-]{+0,34+} gäller åldern 10–14 år.", insert=None, colour=(0, 0, 200))
        pdf.plain(72, 140, "Rubrik", bold=True, size=14)
        pdf.ruled_table(72, 160, [120, 80], [["Ålder", "Vikt"], ["0–4", "[-1,04-] {+1,16+}"]])
        pdf.next_page()
        pdf.turned(90)
        pdf.plain(72, 100, "Liggande sida med 1 534 kr", colour=RED)
        pdf.outline(Box(72, 120, 272, 150))


def both(path: Path, number: int) -> tuple[Page, pdfplumber.page.Page]:
    with open_pdf(path) as ours, pdfplumber.open(path) as theirs:
        page = ours.page(number)
        assert isinstance(page, Page)
        other = theirs.pages[number - 1]
        assert other.chars  # read while the file is open
        assert other.edges
        return page, other


def middle_of(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


@pytest.mark.parametrize("number", [1, 2])
def test_the_characters_are_the_same_in_the_same_places(tmp_path: Path, number: int) -> None:
    redline(tmp_path / "a.pdf")
    ours, theirs = both(tmp_path / "a.pdf", number)
    drawn = [glyph for glyph in ours.glyphs if glyph.text != " "]  # a space in a text object of its own is one that PDFium generates
    chars = [char for char in theirs.chars if char["text"] != " "]
    assert "".join(glyph.text for glyph in drawn) == "".join(char["text"] for char in chars)
    for glyph, char in zip(drawn, chars, strict=True):
        assert middle_of(glyph.box) == pytest.approx(middle_of(Box(char["x0"], char["top"], char["x1"], char["bottom"])), abs=2.0)
        if char["upright"]:  # of turned text pdfplumber gives as size the height of the box
            assert glyph.size == pytest.approx(char["size"], abs=0.01)
            assert (glyph.box.x0, glyph.box.x1) == pytest.approx((char["x0"], char["x1"]), abs=0.6)
        assert glyph.colour == tuple(round(part * 255) for part in char["non_stroking_color"])


@pytest.mark.parametrize("number", [1, 2])
def test_the_strokes_are_the_same_in_the_same_places(tmp_path: Path, number: int) -> None:
    redline(tmp_path / "a.pdf")
    ours, theirs = both(tmp_path / "a.pdf", number)
    lines = {
        (round(line["x0"]), round((line["top"] + line["bottom"]) / 2), round(line["x1"])) for line in theirs.lines if line["width"] > 1
    }
    thin = {
        (round(rect["x0"]), round((rect["top"] + rect["bottom"]) / 2), round(rect["x1"])) for rect in theirs.rects if rect["height"] < 3
    }
    boxes = [stroke.box for stroke in ours.strokes if stroke.horizontal]
    found = {(round(box.x0), round((box.top + box.bottom) / 2), round(box.x1)) for box in boxes}
    assert found >= lines | thin
    outlined = sum(1 for rect in theirs.rects if rect["stroke"] and rect["height"] >= 3)
    assert len(boxes) == len([line for line in theirs.lines if line["width"] > 1]) + len(thin) + 2 * outlined


def test_the_page_is_as_large(tmp_path: Path) -> None:
    redline(tmp_path / "a.pdf")
    for number in (1, 2):
        ours, theirs = both(tmp_path / "a.pdf", number)
        assert (ours.width, ours.height) == (theirs.width, theirs.height)
