"""Pages in two columns that have tables in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.pdfs import PdfMaker

LEFT, RIGHT = 70.0, 309.0
SENTENCE = "Vårdcentralen ska hålla öppet alla vardagar och svara i telefon samma dag, och den som är sjuk ska få en tid inom tre dagar."
PROSE = [
    "Vårdcentralen ska hålla öppet alla vardagar",
    "klockan åtta till sjutton, och telefonen ska",
    "besvaras samma dag. Den som behöver träffa",
    "läkare ska få en tid inom tre dagar, och på",
    "större orter ska mottagningen ha öppet också",
    "på kvällar, minst en i veckan, och varannan",
    "lördag under hela året enligt det avtal som",
    "nämnden har slutit med den som driver den.",
]
OTHER = [
    "Regionen följer upp verksamheten genom årliga",
    "besök, granskning av journaler och enkäter",
    "till patienter. De uppgifter som behövs ska",
    "lämnas inom tio arbetsdagar från det att de",
    "begärts, och brister som upptäcks ska åtgärdas",
    "utan dröjsmål. En plan för arbetet lämnas in",
    "inom två månader, och nämnden kan hålla inne",
    "ersättningen till dess att den har godkänts.",
]
PRICES = [["Åtgärd", "2025", "2026"], ["Läkare", "410", "425"], ["Sköterska", "205", "215"], ["Hembesök", "600", "640"]]


def read(path: Path, draw: Callable[[PdfMaker], object]) -> list[str]:
    with PdfMaker(path) as pdf:
        draw(pdf)
    return [line for line in in_words(extract(path)).splitlines() if line]


def rows_of(table: Sequence[Sequence[str]]) -> list[str]:
    return [f"{'|=' if not at else '|'} {' | '.join(row)}" for at, row in enumerate(table)]


def two_columns(pdf: PdfMaker) -> None:
    """Draw a page that shows beyond doubt where the gutter is."""
    pdf.paragraph(LEFT, 100, PROSE)
    pdf.paragraph(RIGHT, 100, OTHER)


def test_a_table_in_a_column_is_read_in_its_column(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.ruled_table(LEFT, 90, (80, 60, 60), PRICES)
        pdf.paragraph(LEFT, 184, PROSE)
        pdf.paragraph(RIGHT, 100, OTHER)

    assert read(tmp_path / "a.pdf", page) == [*rows_of(PRICES), " ".join(PROSE), " ".join(OTHER)]


def test_a_table_without_rules_beside_paragraphs_is_read_in_its_column(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = pdf.plain_table((LEFT, LEFT + 90, LEFT + 150), 100, table, pitch=18)
        pdf.paragraph(LEFT, y + 6, PROSE)
        pdf.paragraph(RIGHT, 100, [*OTHER, *OTHER])

    table = [*PRICES, *(["Besök", f"{at}10", f"{at}25"] for at in range(1, 9))]
    assert read(tmp_path / "a.pdf", page) == [*rows_of(table), " ".join(PROSE), " ".join([*OTHER, *OTHER])]


def test_tables_in_both_columns_are_told_by_the_gutter_of_another_page(tmp_path: Path) -> None:
    def pages(pdf: PdfMaker) -> None:
        two_columns(pdf)
        pdf.next_page()
        pdf.plain_table((LEFT, LEFT + 90, LEFT + 150), 100, PRICES, pitch=19)
        pdf.plain(RIGHT, 103, "Priser i andra ordningen.")
        pdf.plain_table((RIGHT, RIGHT + 70, RIGHT + 120), 127, turned, pitch=17)

    turned = [[row[0], row[2], row[1]] for row in PRICES]
    assert read(tmp_path / "a.pdf", pages)[2:] == [*rows_of(PRICES), "Priser i andra ordningen.", *rows_of(turned)]


def test_a_table_across_the_page_is_whole_though_a_gap_of_it_falls_on_the_gutter(tmp_path: Path) -> None:
    names = ["Område", "Listade", "Antal", "Tkr"]
    rows = [names, *([f"Område {at}", f"{at} 120", f"{at}0", f"{at}5 300"] for at in range(1, 7))]

    def pages(pdf: PdfMaker) -> None:
        two_columns(pdf)
        pdf.next_page()
        pdf.ruled_table(LEFT, 100, (120, 115, 120, 100), rows)
        pdf.paragraph(LEFT, 260, PROSE)
        pdf.paragraph(RIGHT, 260, OTHER)

    assert read(tmp_path / "a.pdf", pages)[2:] == [*rows_of(rows), " ".join(PROSE), " ".join(OTHER)]


def test_long_labels_beside_figures_are_no_column_of_prose(tmp_path: Path) -> None:
    labels = ["Miljöarbete för nyanlända", "Rehabilitering för medarbetare", "Beredskap för närstående", "Rådgivning för studerande"]
    rows = [["Tjänst", "Pris 2026", "Antal"], *([f"{label} {at}", f"{at + 3} 410", f"{at}5"] for at, label in enumerate(labels * 3, 1))]

    def page(pdf: PdfMaker) -> None:
        pdf.plain(LEFT, 80, SENTENCE, size=8)
        pdf.plain_table((LEFT, 333, 440), 100, rows, pitch=18)

    assert read(tmp_path / "a.pdf", page)[1:] == rows_of(rows)


def test_a_table_goes_on_from_the_foot_of_a_column_to_the_head_of_the_next(tmp_path: Path) -> None:
    more = [["Fotvård", "310", "315"], ["Intyg", "90", "95"], ["Vaccination", "145", "149"]]

    def page(pdf: PdfMaker) -> None:
        y = pdf.paragraph(LEFT, 100, PROSE)
        pdf.ruled_table(LEFT, y, (80, 60, 60), PRICES)
        y = pdf.ruled_table(RIGHT, 90, (80, 60, 60), more)
        pdf.paragraph(RIGHT, y + 18, OTHER)

    assert read(tmp_path / "a.pdf", page) == [" ".join(PROSE), *rows_of(PRICES), *rows_of([[], *more])[1:], " ".join(OTHER)]


def test_a_head_alone_at_the_foot_of_a_column_is_said_once(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = pdf.paragraph(LEFT, 100, PROSE)
        pdf.plain_table((LEFT, LEFT + 90, LEFT + 150), y + 12, PRICES[:1])
        y = pdf.plain_table((RIGHT, RIGHT + 90, RIGHT + 150), 100, PRICES, pitch=18)
        pdf.paragraph(RIGHT, y + 10, OTHER)

    assert read(tmp_path / "a.pdf", page) == [" ".join(PROSE), *rows_of(PRICES), " ".join(OTHER)]


def test_a_last_page_with_a_heading_beside_two_lines_is_read_in_columns(tmp_path: Path) -> None:
    def pages(pdf: PdfMaker) -> None:
        two_columns(pdf)
        pdf.next_page()
        pdf.plain(LEFT, 106, "3 Avgifter", size=16, bold=True)
        pdf.paragraph(RIGHT, 100, ["Avgiften är tvåhundra kronor för alla, och", "den som uteblir betalar full avgift."])

    tail = ["# 3 Avgifter", "Avgiften är tvåhundra kronor för alla, och den som uteblir betalar full avgift."]
    assert read(tmp_path / "a.pdf", pages)[2:] == tail


def test_a_line_of_justified_text_under_a_table_is_no_row_of_it(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        y = pdf.plain_table((75, 250, 400), 100, PRICES, pitch=18)
        pdf.justified(70, 525, y, "Om rapportering inte kan erbjudas någon ska förvaltningen begära")
        pdf.plain(70, y + 13.6, "hänvisning till verksamheten, och kraven på ersättning gäller även läkemedel.")

    assert read(tmp_path / "a.pdf", page)[: len(PRICES)] == rows_of(PRICES)
    assert read(tmp_path / "a.pdf", page)[len(PRICES)].startswith("Om rapportering inte kan erbjudas någon")


def test_items_whose_words_are_spread_out_are_no_table(tmp_path: Path) -> None:
    items = [
        "Kommunen ansvarar alltid för listning",
        "Kommunen lämnar inte ut några avgifter",
        "Nämnden ansvarar för hygien till alla",
    ]

    def page(pdf: PdfMaker) -> None:
        for at, item in enumerate(items):
            pdf.plain(70, 100 + 27.2 * at, "•")
            pdf.justified(85, 320, 100 + 27.2 * at, item)
            pdf.plain(85, 113.6 + 27.2 * at, "och redovisar dem.")

    assert read(tmp_path / "a.pdf", page) == [f"* {item} och redovisar dem." for item in items]
