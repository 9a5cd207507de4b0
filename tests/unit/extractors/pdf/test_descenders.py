"""Underlines that make way for letters that reach below them."""

from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.descenders import LETTERS, SIGNS
from lydelse.extractors.written import in_words
from support.pdfs import RED, Colour, PdfMaker, width_of


def written_with_gaps(path: Path, text: str, colour: Colour) -> str:
    """Write marked text, its underlines in pieces around every letter that reaches below, and return how it is read."""
    added = text.partition("{+")[2].partition("+}")[0]

    def in_pieces(pdf: PdfMaker, x0: float, _: float, baseline: float, size: float) -> None:
        for letter in added:
            width = width_of(letter, size)
            if letter not in LETTERS | SIGNS:
                pdf.line(x0, baseline + 1.2, x0 + width, baseline + 1.2, colour=colour)
            x0 += width

    with PdfMaker(path) as pdf:
        pdf.marked(70, 100, text, insert=in_pieces, colour=colour)
    return in_words(extract(path)).strip()


def test_a_letter_in_a_gap_is_underlined_with_its_neighbours(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+tillval, i lägre delar+} för alla"
    assert written_with_gaps(tmp_path / "a.pdf", text, (0, 0, 0)) == text


def test_a_letter_at_the_end_is_underlined_where_the_page_leaves_gaps(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+gåvor i lägre belopp+} för alla"
    assert written_with_gaps(tmp_path / "a.pdf", text, (0, 0, 0)) == text


def test_a_comma_at_the_end_of_black_underlined_text_is_not_taken_along(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+ansvar i lägre delar+}, och annat"
    assert written_with_gaps(tmp_path / "a.pdf", text, (0, 0, 0)) == text


def test_a_comma_in_the_colour_of_what_is_underlined_is(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+ansvar i lägre delar,+} och annat"
    assert written_with_gaps(tmp_path / "a.pdf", text, RED) == text


def test_a_letter_after_underlined_text_is_left_where_lines_leave_no_gaps(tmp_path: Path) -> None:
    text = "Den är [-o-]{+all+}giltig för [-er-] {+oss+} alla"
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.marked(70, 100, text)
    assert in_words(extract(tmp_path / "a.pdf")).strip() == text
