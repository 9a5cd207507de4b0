"""Wavy lines that are painted as a pattern."""

from __future__ import annotations

from pathlib import Path

import pypdfium2.raw as pdfium
import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.furniture import Sheet
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.unread import unread_in
from lydelse.extractors.written import in_words
from lydelse.formats.pdf import Page, open_pdf
from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.painting import painted_on
from lydelse.formats.pdf.waves import waves_on
from lydelse.model.place import Box
from lydelse.records import replace
from support.patterns import HATCHED, SOLID, WAVY, print_patterned
from support.pdfs import width_of

TEXT = "Taket blir 304 310 tkr"


def at(word: str, *, size: float = 11.0) -> tuple[float, float]:
    """Where a word of the text begins and ends."""
    x0 = 70 + width_of(TEXT[: TEXT.index(word)], size)
    return x0, x0 + width_of(word, size)


def through(word: str, *, size: float = 11.0) -> Box:
    x0, x1 = at(word, size=size)
    return Box(x0, 100 - 0.31 * size - 1.9, x1, 100 - 0.31 * size + 1.9)


def under(word: str, *, size: float = 11.0) -> Box:
    x0, x1 = at(word, size=size)
    return Box(x0, 101.1, x1, 104.9)


def read(path: Path) -> Page:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize("size", [7.0, 11.0])
def test_a_patterned_wave_through_text_strikes_it_and_one_under_it_underlines(tmp_path: Path, size: float) -> None:
    path = tmp_path / "a.pdf"
    print_patterned(path, TEXT, [(WAVY, through("304", size=size)), (WAVY, under("310", size=size))], size=size)
    assert in_words(extract(path)).strip() == "Taket blir [-304-] {+310+} tkr"


def test_one_letter_may_be_narrower_than_its_wave_is_high(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    x0, _ = at("310")
    first = Box(x0, 95, x0 + 3, 98.8)
    print_patterned(path, TEXT.replace("310", "i10"), [(WAVY, through("304")), (WAVY, first)])
    assert in_words(extract(path)).strip() == "Taket blir [-304 i-]10 tkr"


def test_a_wave_is_a_level_stroke_in_the_colour_that_is_seen(tmp_path: Path) -> None:
    print_patterned(tmp_path / "a.pdf", TEXT, [(WAVY, through("304"))])
    page = read(tmp_path / "a.pdf")
    assert page.fills == ()
    (wave,) = page.strokes
    assert wave.horizontal
    assert wave.thickness < wave.box.height
    assert wave.colour == pytest.approx((204, 25, 51), abs=6)


def test_a_wave_follows_text_that_runs_upwards(tmp_path: Path) -> None:
    print_patterned(tmp_path / "a.pdf", TEXT, [(WAVY, through("304"))], turned=270)
    (wave,) = read(tmp_path / "a.pdf").strokes
    assert wave.vertical


def test_a_grey_bar_over_text_is_an_area_and_no_strike(tmp_path: Path) -> None:
    print_patterned(tmp_path / "a.pdf", TEXT, [(SOLID, through("304"))])
    page = read(tmp_path / "a.pdf")
    assert page.strokes == ()
    assert len(page.fills) == 1


def test_a_pattern_as_high_as_the_letters_is_an_area(tmp_path: Path) -> None:
    x0, x1 = at("304")
    print_patterned(tmp_path / "a.pdf", TEXT, [(HATCHED, Box(x0, 90, x1, 103))])
    page = read(tmp_path / "a.pdf")
    assert page.strokes == ()
    assert len(page.fills) == 1


def test_a_pattern_away_from_text_is_an_area(tmp_path: Path) -> None:
    print_patterned(tmp_path / "a.pdf", TEXT, [(WAVY, Box(70, 300, 200, 304))])
    assert read(tmp_path / "a.pdf").strokes == ()


def test_large_text_is_not_hidden_by_the_wave_that_strikes_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    x0, x1 = at("304", size=24)
    print_patterned(path, TEXT, [(WAVY, Box(x0, 88, x1, 96))], size=24)
    assert in_words(extract(path)).strip() == "Taket blir [-304-] 310 tkr"


def test_a_pattern_on_a_page_that_cannot_be_painted_is_counted_and_told(tmp_path: Path) -> None:
    print_patterned(tmp_path / "a.pdf", TEXT, [(WAVY, through("304")), (WAVY, under("310"))])
    with open_pdf(tmp_path / "a.pdf") as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    assert page.not_looked_at == 0
    unseen = replace(page, not_looked_at=2)
    (said,) = unread_in([unseen], [Sheet(1, page.height, lines_of(page))])
    assert (said.code, said.message.key, dict(said.message.facts)) == ("X905", "X905.pdf-not-painted", {"page": 1, "count": 2})


def test_patterns_that_no_painting_shows_are_no_waves_and_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    print_patterned(path, TEXT, [(WAVY, through("304"))])
    content = path.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    holder = pdfium.FPDF_LoadPage(document, 0)
    glyphs = read(path).glyphs
    frame = Frame(0, 0, 595, 842, 0)
    found, missing = (waves_on(document, number, tuple(painted_on(holder)), frame, glyphs) for number in (1, 2))
    pdfium.FPDF_ClosePage(holder)
    pdfium.FPDF_CloseDocument(document)
    assert (len(found.found), found.not_looked_at) == (1, 0)
    assert (missing.found, missing.not_looked_at) == ({}, 1)
