"""Figures in tables without rules: raised signs at them, units near them, figures too wide for the gap before them, lists, captions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.scanned.drawn_page import FONT
from lydelse.extractors.pdf.small_figures import with_small_figures_raised
from lydelse.formats.pdf import Page, open_pdf
from lydelse.formats.pdf.page import Glyph
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of

Draw = Callable[[PdfMaker], None]


def read(path: Path, draw: Draw) -> Document:
    with PdfMaker(path / "a.pdf") as pdf:
        draw(pdf)
    return extract(path / "a.pdf")


def tables_in(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows] for table in tables]


def set_in(pdf: PdfMaker, baseline: float, cells: Sequence[tuple[float, str]], *, bold: bool = False) -> None:
    """Write a row: cells at positive places begin there, those at negative ones end there."""
    for x, text in cells:
        pdf.marked(x if x > 0 else -x - width_of(text.replace("[-", "").replace("-]", ""), 10, bold=bold), baseline, text, size=10)


def test_a_raised_number_after_an_amount_is_no_figure_of_it(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        for at, (label, amount, sign) in enumerate((("Hall", "12 340", "1"), ("Bad", "18 250", "12"), ("Is", "21 400", "2"))):
            y = 100 + 20.0 * at
            pdf.plain(72, y, label, size=10)
            pdf.plain(300, y, amount, size=10)
            pdf.plain(300 + width_of(amount, 10), y - 4, sign, size=6)

    assert tables_in(read(tmp_path, draw)) == [[["Hall", "12 340¹"], ["Bad", "18 250¹²"], ["Is", "21 400²"]]]


def test_raised_numbers_after_words_stay_as_they_are(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        pdf.plain(72, 100, "Ytan mäts i m", size=10)
        pdf.plain(72 + width_of("Ytan mäts i m", 10), 96, "2", size=6)

    assert [paragraph.after for paragraph in read(tmp_path, draw).paragraphs] == ["Ytan mäts i m2"]


def glyphs_of(tmp_path: Path, text: str) -> list[Glyph]:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, text, size=10)
    with open_pdf(tmp_path / "a.pdf") as file:
        page = file.page(1)
    assert isinstance(page, Page)
    return list(page.glyphs)


def narrowed(glyphs: list[Glyph], *places: int) -> list[Glyph]:
    return [g._replace(box=g.box._replace(x1=g.box.x0 + 0.6 * g.box.width)) if at in places else g for at, g in enumerate(glyphs)]


def test_a_narrow_figure_at_the_end_of_an_amount_is_a_raised_one(tmp_path: Path) -> None:
    own = narrowed(glyphs_of(tmp_path, "2 340 och 2 102"), 14)
    assert "".join(glyph.text for glyph in with_small_figures_raised(own)) == "2 340 och 2 10²"


def test_a_narrow_figure_that_was_measured_in_a_picture_is_none(tmp_path: Path) -> None:
    own = [glyph._replace(font=FONT) for glyph in narrowed(glyphs_of(tmp_path, "2 340 och 2 102"), 14)]
    assert "".join(glyph.text for glyph in with_small_figures_raised(own)) == "2 340 och 2 102"


def test_a_font_whose_figures_differ_in_width_raises_none(tmp_path: Path) -> None:
    own = narrowed(glyphs_of(tmp_path, "2 340 och 1 234 2 102"), 20)
    own[12] = own[12]._replace(box=own[12].box._replace(x0=own[12].box.x0 + 0.4 * own[12].box.width))
    assert "".join(glyph.text for glyph in with_small_figures_raised(own)) == "2 340 och 1 234 2 102"


def test_a_unit_half_an_em_after_its_figure_is_a_column_of_its_own(tmp_path: Path) -> None:
    rows = [
        ("Avgift", "Belopp", "Enhet"),
        ("Grund", "1 290", "kr"),
        ("Ränta", "8,5", "%"),
        ("Påminnelse", "60", "kr"),
        ("Nyckel", "450", "kr"),
    ]

    def draw(pdf: PdfMaker) -> None:
        for at, (label, amount, unit) in enumerate(rows):
            set_in(pdf, 100 + 18.0 * at, [(72, label), (-300, amount), (305.5, unit)])

    assert tables_in(read(tmp_path, draw)) == [[list(row) for row in rows]]


def test_amounts_and_words_with_a_wide_space_between_are_one_cell_where_rows_differ(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        for at, (label, amount, unit) in enumerate((("Grund", "1 290", "kr"), ("Ränta", "8,5", "procent"), ("Nyckel", "450", "kr"))):
            set_in(pdf, 100 + 18.0 * at, [(72, label), (300, amount), (300 + width_of(amount, 10) + 5.5, unit)])

    assert tables_in(read(tmp_path, draw)) == [[["Grund", "1 290 kr"], ["Ränta", "8,5 procent"], ["Nyckel", "450 kr"]]]


def test_a_long_amount_that_stands_far_into_the_gap_before_it_ends_no_table(tmp_path: Path) -> None:
    rows = [
        ("Barn", "41 200", "42 610"),
        ("Vård", "61 458", "60 990"),
        ("Kultur", "9 540", "9 575"),
        ("Finans", "−116 498", "−117 475 och −117 480"),
    ]

    def draw(pdf: PdfMaker) -> None:
        for at, (label, one, other) in enumerate(rows):
            set_in(pdf, 100 + 20.0 * at, [(72, label), (-240, one), (-356, other)])
        pdf.plain(72, 220, "Tecknet minus anger ett underskott.", size=10)

    assert tables_in(read(tmp_path, draw)) == [[list(row) for row in rows]]


def test_a_list_in_a_cell_of_a_table_without_rules_belongs_to_its_row(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        set_in(pdf, 100, [(72, "Område"), (180, "Krav"), (400, "Uppföljning")])
        set_in(pdf, 126, [(72, "Bemanning"), (180, "Sjuksköterska på varje enhet"), (400, "Stickprov")])
        set_in(pdf, 152, [(72, "Utbildning"), (180, "Kurs i:"), (400, "Intyg")])
        set_in(pdf, 164, [(180, "•"), (190, "hygien")])
        set_in(pdf, 176, [(180, "•"), (190, "läkemedel")])
        set_in(pdf, 202, [(72, "Lokaler"), (180, "Tillgängliga för alla"), (400, "Besök")])

    (table,) = tables_in(read(tmp_path, draw))
    assert table[2] == ["Utbildning", "Kurs i:\nhygien\nläkemedel", "Intyg"]
    assert len(table) == 4


def test_a_caption_and_a_source_between_two_tables_without_rules_are_no_rows(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        y = 100.0
        for head, rows in (("Enhet", ("Aspen", "Björken", "Cedern")), ("Ålder", ("0–5 år", "6–12 år", "13–18 år"))):
            for row in (head, *rows):
                figures = ("2025", "2026") if row == head else ("24", "27")
                set_in(pdf, y, [(72, row), (220, figures[0]), (330, figures[1])])
                y += 18
            if head == "Enhet":
                pdf.plain(72, y, "Källa: enheternas uppgifter.", size=10)
                pdf.plain(72, y + 32, "Tabell 6. Platser per ålder", size=10)
                y += 50

    document = read(tmp_path, draw)
    assert [len(table) for table in tables_in(document)] == [4, 4]
    texts = [paragraph.after for paragraph in document.paragraphs]
    assert {"Källa: enheternas uppgifter.", "Tabell 6. Platser per ålder"} <= set(texts)
