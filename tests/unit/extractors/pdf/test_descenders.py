"""Underlines that make way for letters that reach below them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.pdfs import BLACK, RED, Colour, PdfMaker, width_of

MARGIN = 0.45
"""Points that a line keeps away from what reaches below it."""


def written_with_gaps(path: Path, text: str, colour: Colour, *, below: str = "gjpqy,;()§") -> str:
    """Write marked text, its underlines in pieces around every sign that reaches below, and return how it is read."""
    stretches = iter(re.findall(r"{\+(.*?)\+}", text))

    def in_pieces(pdf: PdfMaker, x0: float, end: float, baseline: float, size: float) -> None:
        begins = x0
        for letter in next(stretches):
            width = width_of(letter, size)
            if letter in below:
                if x0 - MARGIN > begins:
                    pdf.line(begins, baseline + 1.2, x0 - MARGIN, baseline + 1.2, colour=colour)
                begins = x0 + width + MARGIN
            x0 += width
        if end > begins:
            pdf.line(begins, baseline + 1.2, end, baseline + 1.2, colour=colour)

    with PdfMaker(path) as pdf:
        pdf.marked(70, 100, text, insert=in_pieces, colour=colour)
    return in_words(extract(path)).strip()


def test_a_letter_in_a_gap_is_underlined_with_its_neighbours(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+tillval, i lägre delar+} för alla"
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK) == text


def test_a_letter_at_the_end_is_underlined_where_the_page_leaves_gaps(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+gåvor i lägre belopp+} för alla"
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK) == text


def test_a_letter_at_the_end_is_underlined_where_the_line_stops_short_of_it(tmp_path: Path) -> None:
    text = "Här gäller [-i morse-] {+samma dag+} för alla"
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK) == text


def test_a_letter_after_underlined_text_is_left_where_the_line_ends_with_the_letter_before(tmp_path: Path) -> None:
    text = "Den [-tas-] {+ges ut tidigt+} och är {+all+}giltig i år"
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK) == text


def test_a_comma_belongs_to_the_underlined_text_whose_line_makes_way_for_it(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+ansvar i lägre delar,+} och annat{+, utom i juli+} för alla"
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK) == text


@pytest.mark.parametrize(
    "text", ["Taket [-är-] {+ges som 1 347+} tkr", "Taket [-är-] {+läggs på 2 450+} tkr", "Högst [-8-] {+i juli 1 905+} kr"]
)
def test_no_figure_is_lost_where_figures_hang_below_the_line(tmp_path: Path, text: str) -> None:
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK, below="gjpqy,34579") == text


def test_a_kept_figure_between_added_ones_stays_kept(tmp_path: Path) -> None:
    text = "Taket [-höjs-] {+läggs i juli+} på {+1+}4{+2+} tkr"
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK) == text


def test_a_comma_in_the_colour_of_what_is_underlined_belongs_to_it_before_a_space_too(tmp_path: Path) -> None:
    text = "Här gäller avtal{+, i lägre delar,+} och annat [-som-] {+än+} så"
    assert written_with_gaps(tmp_path / "a.pdf", text, RED) == text


def test_a_comma_at_the_end_of_black_underlined_text_is_not_taken_along(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+ansvar i lägre delar+}, och annat"
    assert written_with_gaps(tmp_path / "a.pdf", text, BLACK) == text


def test_a_comma_in_the_colour_of_what_is_underlined_is(tmp_path: Path) -> None:
    text = "Här gäller [-avtal-] {+ansvar i lägre delar,+} och annat"
    assert written_with_gaps(tmp_path / "a.pdf", text, RED) == text


def test_a_letter_after_underlined_text_is_left_where_lines_leave_no_gaps(tmp_path: Path) -> None:
    text = "Den är [-o-]{+all+}giltig för [-er-] {+oss+} alla"
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.marked(70, 100, text)
    assert in_words(extract(tmp_path / "a.pdf")).strip() == text
