"""Paragraphs, items, headings and running headers of PDFs of our own making."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import wrap

import pytest

from lydelse.errors import UnreadableFileError
from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.place import Box
from lydelse.model.text import Kind
from support.pdfs import PdfMaker, struck_line, width_of

LINES = [
    "Utföraren ska redovisa utförd tid senast den femte i månaden efter den månad som",
    "redovisningen avser, och kommunen betalar därefter inom trettio dagar mot faktura.",
]
FILL = "Texten fyller sidan med rader som inte säger något om beloppen i dokumentet alls."


def read(path: Path, draw: Callable[[PdfMaker], object]) -> Document:
    with PdfMaker(path) as pdf:
        draw(pdf)
    return extract(path)


def lines_read(document: Document) -> list[str]:
    return in_words(document).strip().split("\n")


def test_lines_of_one_paragraph_are_joined_and_space_between_parts_paragraphs(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = pdf.paragraph(70, 100, LINES)
        pdf.paragraph(70, y + 8, LINES)

    assert lines_read(read(tmp_path / "a.pdf", page)) == [" ".join(LINES)] * 2


def test_a_short_line_ends_its_paragraph_where_no_space_does(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, [*LINES, "Detta gäller alla.", *LINES])

    assert lines_read(read(tmp_path / "a.pdf", page)) == [" ".join([*LINES, "Detta gäller alla."]), " ".join(LINES)]


def test_a_paragraph_that_runs_over_a_page_end_is_one_and_knows_both_pages(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, [LINES[0]])
        pdf.next_page()
        pdf.paragraph(70, 100, [LINES[1]])

    document = read(tmp_path / "a.pdf", page)
    (paragraph,) = document.paragraphs
    assert paragraph.marked_text == " ".join(LINES)
    assert {spot.page for spot in paragraph.spots} == {1, 2}


def test_running_headers_and_page_numbers_are_no_text_of_the_body(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.on_every_page(70, 40, "Norra regionen  Regelbok 2026")
        pdf.on_every_page(300, 800, "Sida {page} (3)")
        for number, subject in enumerate(("resor", "lokaler", "utbildning")):
            pdf.paragraph(70, 100, [f"Detta stycke handlar om {subject} och slutar här."])
            if number < 2:
                pdf.next_page()

    document = read(tmp_path / "a.pdf", page)
    assert len(lines_read(document)) == 3
    assert [(each.kind, each.text, each.pages) for each in document.furniture] == [
        ("header", "Norra regionen Regelbok 2026", (1, 2, 3)),
        ("footer", "Sida 1 (3)", (1, 2, 3)),
    ]


def test_a_table_header_repeated_on_two_pages_is_no_running_header(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for number in range(2):
            rows = [["Ålder", "Vikt"], *([f"{number}{at}–{number}{at + 4}", f"1,0{at}"] for at in range(6))]
            pdf.plain_table([70, 300], 80, rows)
            if not number:
                pdf.next_page()

    document = read(tmp_path / "a.pdf", page)
    assert document.furniture == ()


def test_bullets_dashes_and_numbers_begin_items_and_stand_outside_their_text(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, ["Ersättningen består av:"])
        for at, marker in enumerate(("•", "–", "1.")):
            pdf.plain(80, 120 + 16 * at, marker)
            pdf.plain(96, 120 + 16 * at, "ersättning för listade invånare")

    items = [p for p in read(tmp_path / "a.pdf", page).paragraphs if p.kind is Kind.ITEM]
    assert [(item.marker, item.marked_text) for item in items] == [(m, "ersättning för listade invånare") for m in ("•", "–", "1.")]


def test_items_within_items_begin_with_rings(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, ["Biblioteken har öppet så här:"])
        for at, (x, text) in enumerate(((80, "huvudbiblioteket"), (110, "vardagar 9–19"), (110, "söndagar 12–16"), (80, "filialerna"))):
            pdf.canvas.circle(x, pdf.height - 116 - 15 * at, 1.8, stroke=int(x > 80), fill=int(x == 80))
            pdf.plain(x + 10, 120 + 15 * at, text)

    items = [p for p in read(tmp_path / "a.pdf", page).paragraphs if p.kind is Kind.ITEM]
    assert [(item.marker, item.marked_text) for item in items] == [
        ("•", "huvudbiblioteket"),
        ("•", "vardagar 9–19"),
        ("•", "söndagar 12–16"),
        ("•", "filialerna"),
    ]


def test_a_line_in_bold_begins_a_paragraph_under_a_sentence(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, ["Den som har fyllt 18 år får låna nyckelkort utan avgift."])
        pdf.plain(70, 113.6, "Förseningsavgift", bold=True)
        pdf.plain(70, 127.2, "Avgiften tas ut för varje dag som går efter lånetidens slut.")

    assert "Förseningsavgift" in [p.marked_text for p in read(tmp_path / "a.pdf", page).paragraphs]


def test_a_dash_in_running_text_begins_no_item(tmp_path: Path) -> None:
    lines = [
        "Ersättningen betalas ut varje månad till samtliga utförare som är godkända av nämnden",
        "– även till dem som är nya för året.",
    ]
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.paragraph(70, 100, lines))
    assert lines_read(document) == [" ".join(lines)]


def test_headings_have_the_level_of_their_number_and_the_largest_is_the_title(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 80, "Regelbok för hemtjänst 2026", size=20, bold=True)
        y = 120.0
        for title, size in (("5 Ersättning", 15), ("5.1 Timersättning", 13), ("5.1.1 Tillägg", 11)):
            pdf.plain(70, y, title, size=size, bold=True)
            y = pdf.paragraph(70, y + 16, LINES) + 12

    headings = [(p.level, p.marked_text) for p in read(tmp_path / "a.pdf", page).paragraphs if p.kind is Kind.HEADING]
    assert headings == [(0, "Regelbok för hemtjänst 2026"), (1, "5 Ersättning"), (2, "5.1 Timersättning"), (3, "5.1.1 Tillägg")]


def test_a_heading_on_two_lines_is_one_and_a_number_alone_belongs_to_its_title(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "5.2.7", size=14, bold=True)
        pdf.plain(70, 117, "Överenskommelser mellan staten och Sveriges kommuner och", size=14, bold=True)
        pdf.plain(70, 134, "regioner", size=14, bold=True)
        pdf.paragraph(70, 160, LINES)

    document = read(tmp_path / "a.pdf", page)
    assert document.sections[0].number == "5.2.7"
    assert document.sections[0].title == "Överenskommelser mellan staten och Sveriges kommuner och regioner"


def test_a_hyphen_at_a_line_end_is_kept_in_a_compound_of_capitals_and_lost_in_a_divided_word(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = 100.0
        for ending, following in (("vårdenhe-", "ten"), ("mottag-", "ningen"), ("ersätt-", "ningen"), ("AT-", "läkare")):
            pdf.paragraph(70, y, [f"Kommunen och regionen ska tillsammans med den som ansvarar för {ending}", f"{following} följa upp."])
            y += 44

    texts = lines_read(read(tmp_path / "a.pdf", page))
    assert [text.split("för ")[1] for text in texts] == [
        "vårdenheten följa upp.",
        "mottagningen följa upp.",
        "ersättningen följa upp.",
        "AT-läkare följa upp.",
    ]


def test_a_suspended_hyphen_keeps_its_space(tmp_path: Path) -> None:
    lines = ["Utföraren ska följa det som nämnden har beslutat om när det gäller månads-", "och årsredovisning."]
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.paragraph(70, 100, lines))
    assert "månads- och årsredovisning" in in_words(document)


def test_a_struck_number_that_a_line_end_divides_is_one_struck_text(tmp_path: Path) -> None:
    lines = ["Den preliminära genomsnittliga ersättningen per invånare i länet uppgår till [-1-]", "[-482-] {+1 534+} kr."]
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.paragraph(70, 100, lines))
    assert "[-1 482-] {+1 534+} kr." in in_words(document)


def test_every_word_has_its_spot(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        end = pdf.plain(70, 100, "Priset är ")
        pdf.marked(end, 100, "[-412-] kr", strike=struck_line)

    (paragraph,) = read(tmp_path / "a.pdf", page).paragraphs
    place = paragraph.place_of(10, 13)
    assert paragraph.marked_text[10:13] == "412"
    assert place.page == 1
    assert place.box is not None
    assert place.box.x0 == pytest.approx(70 + width_of("Priset är ", 11), abs=0.5)
    assert place.box.top < 100 < place.box.bottom


def test_a_page_without_text_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, LINES)
        pdf.next_page()
        pdf.area(Box(50, 50, 500, 700), (200, 200, 200))

    document = read(tmp_path / "a.pdf", page)
    assert [(unread.code, unread.page) for unread in document.unread] == [("X901", 2)]
    assert lines_read(document) == [" ".join(LINES)]


def test_a_file_without_any_text_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(tmp_path / "a.pdf", lambda pdf: pdf.area(Box(50, 50, 500, 700), (200, 200, 200)))
    assert refused.value.message.key == "error.no-text"


def test_hidden_text_is_told_and_not_read(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, LINES)
        pdf.plain(70, 200, "dolt meddelande", mode=3)

    document = read(tmp_path / "a.pdf", page)
    assert [unread.code for unread in document.unread] == ["X904"]
    assert "dolt" not in in_words(document)


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "Kommunen upphandlar varor och",
        "tjänster för stora belopp varje år,",
        "och upphandlingen ska ske med",
        "hänsyn till konkurrensen, och",
        "med lika villkor för alla som",
    ]
    right = [
        "lämnar anbud. Nämnden ansvarar",
        "för sina egna inköp och för att",
        "de ryms inom den budget som",
        "fullmäktige har beslutat om för",
        "det år som inköpet görs.",
    ]

    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 80, "En rad över hela sidans bredd som talar om vad de två spalterna handlar om i stort.")
        pdf.paragraph(70, 120, left)
        pdf.paragraph(310, 124, right)

    assert lines_read(read(tmp_path / "a.pdf", page))[1:] == [" ".join([*left, *right])]


LONG = [
    "Utföraren ska redovisa utförd tid senast den femte i",
    "månaden efter den månad som redovisningen avser, och",
    "kommunen betalar därefter inom trettio dagar mot den",
    "faktura som är ställd till den enhet som har beställt",
]


def test_a_box_beside_the_text_is_read_before_the_paragraph_that_runs_on_under_it(tmp_path: Path) -> None:
    box = ["Frågor besvaras av", "avtalsgruppen, som nås på", "telefon varje vardag."]
    below = "insatsen och som har tagit emot den, om inte annat har bestämts i det enskilda avtalet."

    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 70, "5 Redovisning", size=14, bold=True)
        y = pdf.paragraph(70, 100, LONG)
        pdf.paragraph(70, y, [below])
        pdf.paragraph(390, 100, box)

    assert lines_read(read(tmp_path / "a.pdf", page)) == ["# 5 Redovisning", " ".join(box), " ".join([*LONG, below])]


def test_cells_beside_prose_are_no_box(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.ruled_table(
            70,
            90,
            [290, 160],
            [["Utföraren redovisar utförd tid varje månad", word] for word in ("enligt lag", "enligt avtal", "efter beslut")],
        )
        pdf.plain(70, 180, LINES[0])

    assert lines_read(read(tmp_path / "a.pdf", page))[0] == "| Utföraren redovisar utförd tid varje månad | enligt lag"


def test_three_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    lines = wrap(" ".join(LONG * 5), 34)
    third = len(lines) // 3

    def page(pdf: PdfMaker) -> None:
        for at in range(3):
            pdf.paragraph(50 + 175 * at, 100, lines[third * at : third * (at + 1)], size=9)

    assert " ".join(lines_read(read(tmp_path / "a.pdf", page))) == " ".join(lines[: 3 * third])


def test_numbered_headings_set_as_the_body_are_headings_where_none_is_set_apart(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = 100.0
        for title in ("5. Ersättning", "5.1 Timersättning"):
            pdf.plain(70, y, title)
            y = pdf.paragraph(70, y + 24, LINES) + 12

    document = read(tmp_path / "a.pdf", page)
    assert [(section.number, section.level) for section in document.sections] == [("5", 1), ("5.1", 2)]


def test_a_line_of_a_table_of_contents_is_neither_heading_nor_item(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.plain(70, 100, "5.1 Timersättning ................. 13"))
    assert [paragraph.kind for paragraph in document.paragraphs] == [Kind.PARAGRAPH]


def test_a_heading_that_is_renumbered_has_the_level_of_its_new_number(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.marked(70, 100, "[-3.13-] {+3.1.4+} Utveckling", size=15)
        pdf.paragraph(70, 130, LINES)

    (section,) = read(tmp_path / "a.pdf", page).sections
    assert (section.number, section.title, section.level) == ("3.1.4", "Utveckling", 3)


def test_a_footnote_stands_after_the_paragraph_that_runs_over_its_page_end(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = pdf.paragraph(70, 100, [FILL] * 40)
        pdf.paragraph(70, y, [LINES[0]])
        end = pdf.plain(70, 760, "1", size=5)
        pdf.plain(end + 2, 763, "Beloppet är preliminärt.", size=8)
        pdf.next_page()
        pdf.paragraph(70, 100, [LINES[1]])

    body, note = read(tmp_path / "a.pdf", page).paragraphs
    assert body.marked_text.endswith(" ".join(LINES))
    assert (note.kind, note.marker, note.marked_text) == (Kind.FOOTNOTE, "1", "Beloppet är preliminärt.")


def test_a_bold_line_in_columns_is_no_heading(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for x, word in ((70, "Insats"), (250, "Ersättning"), (400, "Enhet")):
            pdf.plain(x, 100, word, bold=True)
        pdf.paragraph(70, 130, LINES)

    assert all(paragraph.kind is not Kind.HEADING for paragraph in read(tmp_path / "a.pdf", page).paragraphs)


def test_a_heading_beside_a_line_of_the_other_column_keeps_its_own_size(tmp_path: Path) -> None:
    prose = [
        "Kommunen upphandlar varor och",
        "tjänster för stora belopp varje år,",
        "och upphandlingen ska ske med",
        "hänsyn till konkurrensen, och",
    ]

    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 100, "2 Villkor för den", size=15, bold=True)
        pdf.plain(70, 118, "som lämnar anbud", size=15, bold=True)
        pdf.paragraph(70, 145.2, [*prose, "och sist lika villkor för alla."])
        pdf.paragraph(310, 90.8, [*prose, "med lika villkor för alla som", "vill sälja till oss i år, var", "de än har sin verksamhet nu."])

    headings = [paragraph.after for paragraph in read(tmp_path / "a.pdf", page).paragraphs if paragraph.kind is Kind.HEADING]
    assert headings == ["2 Villkor för den som lämnar anbud"]


def test_a_usual_heading_that_a_document_begins_with_is_not_its_title(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 80, "Innehåll", size=15, bold=True)
        pdf.plain(70, 110, "1 Uppdraget .................................... 3")
        pdf.plain(70, 150, "1 Uppdraget", size=15, bold=True)
        pdf.paragraph(70, 180, LINES)

    levels = [paragraph.level for paragraph in read(tmp_path / "a.pdf", page).paragraphs if paragraph.kind is Kind.HEADING]
    assert levels == [1, 1]
