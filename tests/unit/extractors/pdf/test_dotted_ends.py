"""Where dotted lines end: whole dots alone are drawn, so a line goes on past the last of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.place import Box
from lydelse.model.text import Mark
from support.pdfs import BLACK, RED, Colour, PdfMaker, pieces_of, width_of


def read(path: Path, text: str, size: float, colour: Colour) -> Document:
    """Read text whose struck pieces have dots through them, as Chromium puts them: whole ones, on the dots of a screen."""
    dot = 0.75 * max(1, round(size / 10 / 0.75))
    with PdfMaker(path) as pdf:
        x = 70.0
        for piece, mark in pieces_of(text):
            pdf.plain(x, 100, piece, size=size, colour=colour if mark is Mark.STRUCK else BLACK)
            end = x + width_of(piece, size)
            at = round(x / 0.75) * 0.75
            while mark is Mark.STRUCK and at + dot <= end:
                pdf.area(Box(at, 100 - 0.3 * size - dot / 2, at + dot, 100 - 0.3 * size + dot / 2), colour)
                at += 2 * dot
            x = end
    return extract(path)


def doubts(document: Document) -> list[str]:
    return [unread.code for unread in document.unread if unread.message.key == "X903.pdf-dotted-ends"]


@pytest.mark.parametrize("size", [5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 10.0])
def test_a_coloured_full_stop_is_struck_with_its_word(tmp_path: Path, size: float) -> None:
    text = "Taxan är [-två kronor.-] tre, [-hel.-] ny, [-400.-] och [-vill.-] här"
    document = read(tmp_path / "a.pdf", text, size, RED)
    assert in_words(document).strip() == text
    assert doubts(document) == []


@pytest.mark.parametrize("size", [5.0, 6.0, 7.0, 8.0, 10.0])
def test_a_full_stop_of_another_colour_after_a_dotted_strike_is_kept(tmp_path: Path, size: float) -> None:
    text = "Taxan är [-två kronor-]. Den är [-hel-]. Den är [-400-]. Den [-vill-]."
    assert in_words(read(tmp_path / "a.pdf", text, size, RED)).strip() == text


def test_a_black_full_stop_in_small_print_may_be_struck_and_is_asked_about(tmp_path: Path) -> None:
    text = "Taxan är [-två kronor.-] tre, [-hel.-] ny, [-400.-] och [-vill-]. Den är [-mil-]."
    assert doubts(read(tmp_path / "a.pdf", text, 5.5, BLACK)) == ["X903"]


def test_a_black_full_stop_in_print_of_the_usual_size_is_told(tmp_path: Path) -> None:
    text = "Taxan är [-två kronor.-] tre, [-hel.-] ny, [-400.-] och [-vill-]. Den är [-mil-]."
    document = read(tmp_path / "a.pdf", text, 11.0, BLACK)
    assert in_words(document).strip() == text
    assert doubts(document) == []


def test_dots_as_large_as_those_of_a_title_strike_it(tmp_path: Path) -> None:
    text = "Taxa [-2025-] 2026"
    assert in_words(read(tmp_path / "a.pdf", text, 36.0, RED)).strip() == text


def test_a_bar_as_thick_as_that_of_a_title_strikes_it(tmp_path: Path) -> None:
    def bar(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        pdf.area(Box(x0, baseline - 0.32 * size, x1, baseline - 0.22 * size), RED)

    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.marked(70, 100, "Taxa [-2025-] 2026", size=40, strike=bar)
        pdf.plain(70, 160, "Antal")
        pdf.area(Box(70, 154, 96, 158), RED)
    assert in_words(extract(tmp_path / "a.pdf")).strip().splitlines() == ["Taxa [-2025-] 2026", "Antal"]


def test_the_last_dot_of_an_underline_may_be_cut_to_half_its_width(tmp_path: Path) -> None:
    text = "Taxan är [-du-] {+jag+} och [-en-] {+ja+} här"
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.marked(70, 100, text, size=18, insert=dots_cut_short)
    assert in_words(extract(tmp_path / "a.pdf")).strip() == text


def dots_cut_short(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
    """Dots as high as a tenth of the letters, the last one cut where the text ends."""
    at = x0
    while at < x1 - 0.75:
        pdf.area(Box(at, baseline + 0.1 * size - 0.9, min(at + 1.8, x1 if x1 - at > 1.5 else at + 0.75), baseline + 0.1 * size + 0.9), RED)
        at += 3.6
    pdf.area(Box(x1 - 0.75, baseline + 0.1 * size - 0.9, x1, baseline + 0.1 * size + 0.9), RED)
