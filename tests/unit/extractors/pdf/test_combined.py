"""Letters under combining signs in a PDF: in fonts that have the sign, and in fonts with one glyph for both."""

from __future__ import annotations

from lydelse.extractors.pdf.combined import with_combining_signs_drawn
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.marks import shown
from lydelse.formats.pdf.page import Glyph, Page
from lydelse.model.place import Box

BAR = "\u0336"
SIZE = 10.0


def glyph(text: str, x0: float, x1: float) -> Glyph:
    return Glyph(text, Box(x0, 92, x1, 102), x0, 100, SIZE, "Exempel", bold=False, colour=(0, 0, 0))


def struck(*glyphs: Glyph) -> tuple[str, str]:
    """Return what is read, and the letters of it that are struck."""
    page = Page(1, 595, 842, glyphs, (), (), (), ())
    read = with_combining_signs_drawn(page)
    (line,) = shown(read, lines_of(read)).lines
    own = "".join(g.text for word in line.words for g, drawn in zip(word.glyphs, word.drawn, strict=False) if drawn.struck)
    return line.text, own


def test_a_sign_over_its_letter_strikes_that_letter_alone() -> None:
    assert struck(glyph("4", 0, 6), glyph(BAR, -1, 6), glyph("1", 6, 12), glyph(BAR, 5, 12), glyph("9", 12, 18)) == ("419", "41")


def test_a_glyph_for_letter_and_sign_is_one_letter_with_its_whole_width() -> None:
    halves = [glyph("4", 0, 3), glyph(BAR, 3, 6), glyph("1", 8, 11), glyph(BAR, 11, 14)]
    assert struck(*halves) == ("41", "41")


def test_a_narrow_letter_whose_sign_pdfium_leaves_out_is_struck_as_its_neighbours_are() -> None:
    word = [glyph("e", 0, 6), glyph(BAR, -1, 6), glyph("t", 6, 9), glyph(" ", 9, 12), glyph("b", 12, 18)]
    assert struck(*word) == ("et b", "et")


def test_a_letter_given_twice_because_its_sign_bears_its_name_is_read_once() -> None:
    word = [glyph("k", 0, 3), glyph(BAR, 3, 6), glyph("r", 6, 8), glyph(BAR, 8, 10), glyph("r", 5.5, 8), glyph(BAR, 8, 10)]
    assert struck(*word) == ("kr", "kr")
