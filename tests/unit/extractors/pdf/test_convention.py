"""How a document shows additions is told from what stands beside its strikes; what merely looks alike stays kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.place import Box
from support.pdfs import BLUE, RED, PdfMaker, underline, width_of

YELLOW = (255, 240, 0)


def read(path: Path, draw: Callable[[PdfMaker], object]) -> Document:
    with PdfMaker(path) as pdf:
        draw(pdf)
    return extract(path)


def test_a_red_warning_stays_kept_where_additions_are_blue(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(4):
            pdf.marked(70, 100 + 20 * at, "Priset är [-412-] {+428+} kr.", insert=None, colour=BLUE)
        pdf.plain(70, 190, "Ansökan ska vara komplett.", colour=RED)

    assert "\nAnsökan ska vara komplett." in in_words(read(tmp_path / "a.pdf", page))


def test_an_underlined_blue_link_stays_kept_where_additions_are_red(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(3):
            pdf.marked(70, 100 + 20 * at, "Priset är [-412-] {+428+} kr.", colour=RED)
        end = pdf.plain(70, 170, "Se ")
        start, end = end, pdf.plain(end, 170, "avgiftshandboken", colour=BLUE)
        underline(pdf, start, end, 170, 11)

    assert "\nSe avgiftshandboken" in in_words(read(tmp_path / "a.pdf", page))


def test_an_address_stays_kept_though_it_looks_as_additions_do(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(3):
            pdf.marked(70, 100 + 20 * at, "Priset är [-412-] {+428+} kr.", colour=BLUE)
        pdf.marked(70, 170, "Se {+https://www.exempel.se+} för mer.", colour=BLUE)

    assert "\nSe https://www.exempel.se för mer." in in_words(read(tmp_path / "a.pdf", page))


def test_underlined_headings_stay_kept_where_additions_are_underlined(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = 100.0
        for at, title in enumerate(("1 Inledning", "2 Ersättning", "3 Uppföljning")):
            end = pdf.plain(70, y, title, size=15, bold=True)
            underline(pdf, 70, end, y, 15)
            pdf.marked(70, y + 24, f"Priset är [-41{at}-] {{+42{at}+}} kr.")
            y += 60

    words = in_words(read(tmp_path / "a.pdf", page))
    assert "# 1 Inledning" in words
    assert "# 3 Uppföljning" in words
    assert "{+421+}" in words


def test_additions_in_the_colour_of_the_strikes_are_read_though_none_stands_beside_one(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        end = pdf.plain(70, 100, "Ledsagning 298 kr", colour=RED)
        pdf.line(70, 97, end, 97, colour=RED)
        for at in range(3):
            pdf.plain(70, 130 + 14 * at, "Texten däremellan är som den var och ändras inte.")
        pdf.plain(70, 190, "Avlösning 310 kr", colour=RED)

    words = in_words(read(tmp_path / "a.pdf", page))
    assert "[-Ledsagning 298 kr-]" in words
    assert "{+Avlösning 310 kr+}" in words


def test_text_marked_as_with_a_pen_is_added_where_it_stands_beside_strikes(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(3):
            y = 100.0 + 20 * at
            start = 70 + width_of("Priset är 412 ", 11)
            pdf.area(Box(start, y - 9, start + width_of("428", 11), y + 3), YELLOW)
            pdf.marked(70, y, "Priset är [-412-] 428 kr.")

    document = read(tmp_path / "a.pdf", page)
    assert document.source.convention == "convention.highlighted"
    assert in_words(document).count("{+428+}") == 3


def test_bold_is_added_only_where_it_keeps_standing_beside_strikes_and_it_is_asked_about(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(4):
            end = pdf.marked(70, 100 + 20 * at, "Priset är [-412-] ")
            end = pdf.plain(end, 100 + 20 * at, "428", bold=True)
            pdf.plain(end, 100 + 20 * at, " kr.")

    document = read(tmp_path / "a.pdf", page)
    assert in_words(document).count("{+428+}") == 4
    assert [unread.message.key for unread in document.unread] == ["X903.pdf-typeface"]


def test_bold_tells_what_is_added_though_one_underlined_word_stands_beside_a_strike(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(10):
            end = pdf.marked(70, 100 + 20 * at, "Priset är [-412-] ")
            end = pdf.plain(end, 100 + 20 * at, "428", bold=True)
            end = pdf.plain(end, 100 + 20 * at, " kr.")
        underline(pdf, 70, pdf.plain(70, 300, "inte"), 300, 11)
        pdf.marked(70 + width_of("inte ", 11), 300, "[-alltid-]")

    document = read(tmp_path / "a.pdf", page)
    assert document.source.convention == "convention.bold"
    assert in_words(document).count("{+428+}") == 10
    assert "kr. inte [-alltid-]" in in_words(document)


def test_a_new_heading_is_added_where_other_headings_are_plain_but_for_what_changed_in_them(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at, title in enumerate(("[-4-] {+3+} Öppettider", "[-5-] {+4+} Avgifter", "{+5 Meröppet+}", "6 Uppföljning")):
            pdf.marked(70, 100 + 60 * at, title, size=16, colour=BLUE)
            pdf.marked(70, 124 + 60 * at, f"Priset är [-41{at}-] {{+42{at}+}} kr.", colour=BLUE)

    assert "# {+5 Meröppet+}\n" in in_words(read(tmp_path / "a.pdf", page))


def test_nothing_is_added_where_nothing_is_struck(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "Priset är 428 kr.")
        pdf.marked(70, 120, "Det är {+viktigt+} att ansökan är komplett.", colour=RED)

    document = read(tmp_path / "a.pdf", page)
    assert not document.is_marked
    assert document.source.convention == ""


def test_a_link_that_looks_as_additions_do_stays_kept(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(3):
            pdf.marked(70, 100 + 20 * at, "Priset är [-412-] {+428+} kr.", colour=BLUE)
        end = pdf.plain(70, 170, "Se ")
        pdf.link(Box(end, 160, end + width_of("kommunens avgifter", 11), 172), "https://www.exempel.se")
        pdf.marked(end, 170, "{+kommunens avgifter+} för mer.", colour=BLUE)

    assert "\nSe kommunens avgifter för mer." in in_words(read(tmp_path / "a.pdf", page))


def struck_and_highlighted(pdf: PdfMaker, baseline: float, *, contents: str = "") -> None:
    """Strike and highlight by annotations, as a reader of PDFs does with a text that has both figures."""
    struck = pdf.plain(70, baseline, "Priset är ")
    between = pdf.plain(struck, baseline, "412")
    added = pdf.plain(between, baseline, " ")
    end = pdf.plain(added, baseline, "428")
    pdf.plain(end, baseline, " kr för alla.")
    pdf.annotation("StrikeOut", Box(struck, baseline - 10, between, baseline + 2))
    pdf.annotation("Highlight", Box(added, baseline - 10, end, baseline + 2), contents=contents)


def test_highlight_annotations_that_keep_standing_beside_strikes_are_additions_and_asked_about(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(3):
            struck_and_highlighted(pdf, 100 + 30 * at)

    document = read(tmp_path / "a.pdf", page)
    assert in_words(document).count("[-412-] {+428+} kr") == 3
    assert document.source.convention == "convention.highlighted"
    assert [str(unread.message.key) for unread in document.unread] == ["X903.pdf-highlights"]


def test_a_highlight_annotation_stays_kept_where_additions_have_another_sign(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(3):
            pdf.marked(70, 100 + 20 * at, "Priset är [-412-] {+428+} kr.", colour=RED)
        struck_and_highlighted(pdf, 200)

    assert "[-412-] 428 kr för alla." in in_words(read(tmp_path / "a.pdf", page))


def test_highlight_annotations_away_from_strikes_stay_kept(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at in range(6):
            end = pdf.plain(70, 100 + 20 * at, "Priset är fast.")
            pdf.annotation("Highlight", Box(70, 90 + 20 * at, end, 102 + 20 * at))
        pdf.marked(70, 300, "Priset är [-412-] 428 kr.")

    document = read(tmp_path / "a.pdf", page)
    assert "{+" not in in_words(document)
    assert [str(unread.message.key) for unread in document.unread] == ["X903.pdf-only-strikes"]
