"""Strikes and underlines: told from the baseline, per character, and apart from rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document, Redline
from lydelse.model.place import Box
from lydelse.model.text import Mark
from support.pdfs import BLACK, BLUE, RED, PdfMaker, struck_line, struck_rectangle, underline, width_of

Draw = Callable[[PdfMaker, float, float, float, float], None]


def read(path: Path, draw: Callable[[PdfMaker], object]) -> Document:
    with PdfMaker(path) as pdf:
        draw(pdf)
    return extract(path)


def struck_in(document: Document) -> str:
    return " ".join(run.text for p in document.paragraphs for run in p.runs if run.mark is Mark.STRUCK)


@pytest.mark.parametrize("strike", [struck_line, struck_rectangle])
def test_struck_and_added_text_is_read_as_written(tmp_path: Path, strike: Draw) -> None:
    text = "Ersättningen är [-1 482-] {+1 534+} kr för år 202[-5-]{+6+}."
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, text, strike=strike, colour=RED))
    assert in_words(document).strip() == text
    assert document.source.redline is Redline.DRAWN


@pytest.mark.parametrize("height", [0.14, 0.27, 0.4, 0.5])
def test_a_line_through_the_letters_strikes_wherever_in_them_it_is_drawn(tmp_path: Path, height: float) -> None:
    def strike(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        pdf.line(x0, baseline - height * size, x1, baseline - height * size)

    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, "Priset är [-412-] kr", strike=strike))
    assert struck_in(document) == "412"


def test_a_dashed_line_strikes_the_letters_between_its_dashes(tmp_path: Path) -> None:
    def strike(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        for x in range(int(x0), int(x1), 4):
            pdf.line(x, baseline - 0.27 * size, min(x + 2, x1), baseline - 0.27 * size)

    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, "Priset är [-fyrahundra-] kr", strike=strike))
    assert struck_in(document) == "fyrahundra"


def test_a_double_line_strikes_once(tmp_path: Path) -> None:
    def strike(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        for height in (0.2, 0.34):
            pdf.line(x0, baseline - height * size, x1, baseline - height * size)

    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, "Priset är [-412-] kr", strike=strike))
    assert in_words(document).strip() == "Priset är [-412-] kr"


def test_words_struck_one_by_one_are_one_struck_text(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, "Den [-gamla-] [-tidigare-] texten"))
    assert in_words(document).strip() == "Den [-gamla tidigare-] texten"


def test_a_line_as_thick_as_a_bar_strikes_nothing(tmp_path: Path) -> None:
    def bar(pdf: PdfMaker) -> None:
        end = pdf.plain(70, 100, "Priset är 412 kr")
        pdf.line(70, 97, end, 97, width=5)

    assert read(tmp_path / "a.pdf", bar).source.redline is Redline.NONE


def test_the_rules_of_a_table_are_no_marks(tmp_path: Path) -> None:
    rows = [["Ålder", "Vikt"], ["0–4", "1,04"], ["5–9", "0,33"]]
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.ruled_table(70, 100, [120, 80], rows, height=14))
    assert not document.is_marked


def test_marks_in_a_table_with_rules_are_marks_and_its_rules_are_not(tmp_path: Path) -> None:
    rows = [["Ålder", "Vikt"], ["0–4", "[-1,04-] {+1,16+}"], ["5–9", "[-0,33-] {+0,36+}"]]
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.ruled_table(70, 100, [120, 80], rows))
    assert "| 0–4 | [-1,04-] {+1,16+}" in in_words(document)
    assert "| 5–9 | [-0,33-] {+0,36+}" in in_words(document)


def test_a_rule_that_goes_on_past_a_label_strikes_nothing(tmp_path: Path) -> None:
    def chart(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "40")
        pdf.line(60, 97, 500, 97)

    assert not read(tmp_path / "a.pdf", chart).is_marked


def test_a_strike_out_annotation_strikes_and_names_its_author(tmp_path: Path) -> None:
    def annotated(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "Priset är 412 kr")
        start = 70 + width_of("Priset är ", 11)
        pdf.annotation("StrikeOut", Box(start, 90, start + width_of("412", 11), 103), author="Eva Ek", date="D:20250520101500Z")

    document = read(tmp_path / "a.pdf", annotated)
    struck = [run for p in document.paragraphs for run in p.runs if run.mark is Mark.STRUCK]
    assert [(run.text, run.author, (run.date or "")[:10]) for run in struck] == [("412", "Eva Ek", "2025-05-20")]
    assert document.source.redline is Redline.ANNOTATED


def test_an_underline_annotation_adds_where_another_strikes(tmp_path: Path) -> None:
    def annotated(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "Priset är 412 428 kr")
        start = 70 + width_of("Priset är ", 11)
        pdf.annotation("StrikeOut", Box(start, 90, start + width_of("412", 11), 103))
        start += width_of("412 ", 11)
        pdf.annotation("Underline", Box(start, 90, start + width_of("428", 11), 103))

    assert in_words(read(tmp_path / "a.pdf", annotated)).strip() == "Priset är [-412-] {+428+} kr"


def test_an_underline_alone_is_no_addition_and_is_asked_about(tmp_path: Path) -> None:
    def annotated(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "Priset är 428 kr")
        pdf.annotation("Underline", Box(70, 90, 100, 103))

    document = read(tmp_path / "a.pdf", annotated)
    assert not document.is_marked
    assert [unread.code for unread in document.unread] == ["X903"]


def test_a_footnote_mark_stands_on_the_line_that_it_is_raised_from(tmp_path: Path) -> None:
    def noted(pdf: PdfMaker) -> None:
        end = pdf.plain(70, 100, "Utföraren ska medverka.")
        end = pdf.plain(end, 96, "1", size=7)
        pdf.plain(end + 3, 100, "Avvikelser rapporteras.")

    assert in_words(read(tmp_path / "a.pdf", noted)).strip() == "Utföraren ska medverka.1 Avvikelser rapporteras."


def test_a_strike_that_steps_up_over_raised_letters_strikes_them_too(tmp_path: Path) -> None:
    def noted(pdf: PdfMaker) -> None:
        pdf.marked(70, 80, "Priset är [-412-] {+428+} kr.")
        end = pdf.plain(70, 96, "2", size=7)
        pdf.line(70, 96.4, end, 96.4, width=0.75)
        start = end
        end = pdf.plain(end, 100, " Utan avgift.")
        pdf.line(start, 97.1, end, 97.1, width=0.75)

    assert in_words(read(tmp_path / "a.pdf", noted)).endswith(" [-2 Utan avgift.-]\n")


def test_bold_made_by_drawing_twice_is_read_once(tmp_path: Path) -> None:
    def doubled(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "Viktigt besked")
        pdf.plain(70.3, 100, "Viktigt besked")

    assert in_words(read(tmp_path / "a.pdf", doubled)).strip() == "Viktigt besked"


def test_spaces_that_the_file_does_not_draw_are_read(tmp_path: Path) -> None:
    def apart(pdf: PdfMaker) -> None:
        x = 70.0
        for word in ("Ersättningen", "justeras", "varje", "månad."):
            x = pdf.plain(x, 100, word) + 3

    assert in_words(read(tmp_path / "a.pdf", apart)).strip() == "Ersättningen justeras varje månad."


def test_blue_additions_are_read_without_an_underline(tmp_path: Path) -> None:
    text = "Priset är [-412-] {+428+} kr"
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, text, insert=None, colour=BLUE))
    assert in_words(document).strip() == text
    assert document.source.convention == "convention.blue"


def test_black_underlined_additions_are_read(tmp_path: Path) -> None:
    text = "Priset är [-412-] {+428+} kr"
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, text, insert=underline))
    assert in_words(document).strip() == text
    assert document.source.convention == "convention.underlined"


def test_an_underline_that_makes_way_for_descenders_underlines_their_letters_too(tmp_path: Path) -> None:
    def broken(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        g0, g1 = x0 + width_of("till", size), x0 + width_of("tillg", size)
        pdf.line(x0, baseline + 1.2, g0 + 0.6, baseline + 1.2)
        pdf.line(g1 - 0.6, baseline + 1.2, x1, baseline + 1.2)

    text = "Detta är [-tillval-] {+tillgodo+} för alla"
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.marked(70, 100, text, insert=broken))
    assert in_words(document).strip() == text


def test_pale_grounds_beside_strikes_are_additions(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        x = 70.0
        for piece, added in (("Taket är [-304-] ", False), ("310", True), (" tkr från [-2025-] ", False), ("2026", True)):
            if added:
                pdf.area(Box(x, 91, x + width_of(piece, 11), 102), (230, 255, 236))
            x = pdf.marked(x, 100, piece)
    assert in_words(extract(tmp_path / "a.pdf")).strip() == "Taket är [-304-] {+310+} tkr från [-2025-] {+2026+}"


def test_an_underline_of_its_letters_colour_goes_on_under_wide_gaps_and_a_black_one_is_a_rule(tmp_path: Path) -> None:
    for colour, name in ((RED, "red.pdf"), (BLACK, "black.pdf")):
        with PdfMaker(tmp_path / name) as pdf:
            pdf.marked(70, 100, "Avtalet [-gäller-] {+löper+} här", colour=RED)
            for x, word in ((70, "Samråden"), (145, "leds"), (190, "av")):
                end = pdf.plain(x, 130, word, colour=colour)
            pdf.line(70, 131.2, end, 131.2, width=0.6, colour=colour)
    assert "{+Samråden leds av+}" in in_words(extract(tmp_path / "red.pdf"))
    assert "{+" not in in_words(extract(tmp_path / "black.pdf")).replace("{+löper+}", "")
