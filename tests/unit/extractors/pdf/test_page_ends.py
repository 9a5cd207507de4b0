from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker

WIDTHS = [90.0, 200.0, 160.0]
LEFTS = [72.0, 166.0, 366.0]
HEAD = ["Område", "Verksamhetens del", "Regionens del"]
ROWS = [HEAD, ["Tolk", "Bokning i förväg", "Kostnaden för tolken"], ["Prover", "Provtagning och märkning", "Analys"]]


def table_of(document: Document) -> list[list[str]]:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows]


def ruled_over_page_end(path: Path, last: Sequence[str], rest: Sequence[Sequence[str]]) -> list[list[str]]:
    with PdfMaker(path) as pdf:
        pdf.plain(72, 640, "Ansvaret fördelas så här.")
        pdf.ruled_table(72, 680, WIDTHS, [*ROWS, last], height=20)
        pdf.next_page()
        end = pdf.ruled_table(72, 72, WIDTHS, rest, height=20)
        pdf.plain(72, end + 40, "Frågor avgörs i samråd.")
    return table_of(extract(path))


def test_a_row_whose_middle_cell_alone_goes_over_a_page_end_is_one(tmp_path: Path) -> None:
    rest = [["", "studenter under praktik", ""], ["Lokaler", "Hyra", "Anpassning"]]
    read = ruled_over_page_end(tmp_path / "a.pdf", ["Utbildning", "Handledning av", "Ersättning"], rest)
    assert read[3:] == [["Utbildning", "Handledning av studenter under praktik", "Ersättning"], ["Lokaler", "Hyra", "Anpassning"]]


def test_a_row_whose_middle_cell_stands_wholly_on_the_next_page_is_one(tmp_path: Path) -> None:
    rest = [HEAD, ["", "Handledning av studenter", ""], ["Lokaler", "Hyra", "Anpassning"]]
    read = ruled_over_page_end(tmp_path / "a.pdf", ["Utbildning", "", "Ersättning"], rest)
    assert read[3:] == [["Utbildning", "Handledning av studenter", "Ersättning"], ["Lokaler", "Hyra", "Anpassning"]]


def test_figures_without_a_label_at_the_top_of_a_page_are_not_put_beside_those_above(tmp_path: Path) -> None:
    rest = [["", "1 310", "2 204"], ["Lokaler", "960", "1 020"]]
    read = ruled_over_page_end(tmp_path / "a.pdf", ["Utbildning", "1 204", "2 100"], rest)
    assert read[3:] == [["Utbildning", "1 204", "2 100"], *rest]


def test_a_row_with_a_label_of_its_own_begins_anew_after_a_page_end(tmp_path: Path) -> None:
    rest = [["Lokaler", "", "Anpassning"], ["Prover", "Provtagning", ""]]
    read = ruled_over_page_end(tmp_path / "a.pdf", ["Utbildning", "Handledning", ""], rest)
    assert read[3:] == [["Utbildning", "Handledning", ""], *rest]


def test_a_row_that_a_page_end_leaves_open_at_its_foot_is_read_with_its_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 640, "Ansvaret fördelas så här.")
        end = pdf.ruled_table(72, 680, WIDTHS, ROWS, height=20)
        for x in (72, 162, 362, 522):
            pdf.line(x, end, x, end + 22)
        pdf.marked(76, end + 13, "Utbildning", size=10)
        pdf.marked(366, end + 13, "Ersättning", size=10)
        pdf.next_page()
        end = pdf.ruled_table(72, 72, WIDTHS, [HEAD, ["", "Handledning av studenter", ""]], height=20)
        pdf.plain(72, end + 40, "Frågor avgörs i samråd.")
    assert table_of(extract(tmp_path / "a.pdf"))[3:] == [["Utbildning", "Handledning av studenter", "Ersättning"]]


@pytest.mark.parametrize("header_again", [True, False])
def test_the_last_line_of_a_row_without_rules_stands_alone_on_the_next_page(tmp_path: Path, header_again: bool) -> None:  # noqa: FBT001 - the case
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 640, "Ansvaret fördelas så här.")
        pdf.plain_table(LEFTS, 680, [*ROWS, ["Utbildning", "Handledning av studenter i", "Ersättning"]], pitch=20)
        pdf.next_page()
        if header_again:
            pdf.plain_table(LEFTS, 80, [HEAD])
        pdf.plain_table([LEFTS[1]], 96, [["mån av plats, minst"], ["åtta veckor per år"]])
        pdf.plain(72, 150, "Frågor avgörs i samråd.")
    document = extract(tmp_path / "a.pdf")
    assert table_of(document)[3:] == [["Utbildning", "Handledning av studenter i mån av plats, minst åtta veckor per år", "Ersättning"]]
    assert [paragraph.marked_text for section in document.sections for paragraph in section.blocks if not isinstance(paragraph, Table)] == [
        "Ansvaret fördelas så här.",
        "Frågor avgörs i samråd.",
    ]


def test_text_that_begins_a_page_beside_the_margin_is_no_rest_of_a_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain_table(LEFTS, 680, [*ROWS, ["Utbildning", "Handledning av studenter", "Ersättning"]], pitch=20)
        pdf.next_page()
        pdf.plain(72, 80, "och i övrigt gäller avtalet.")
    document = extract(tmp_path / "a.pdf")
    assert len(table_of(document)) == 4
    assert [paragraph.marked_text for paragraph in document.paragraphs][-1] == "och i övrigt gäller avtalet."


def test_a_table_ends_where_columns_of_text_begin_on_its_own_page(tmp_path: Path) -> None:
    left = [
        "Regionen inför ett gemensamt",
        "uppdrag för alla vårdcentraler",
        "i länet. Uppdraget ersätter de",
        "överenskommelser som gällde",
    ]
    right = ["ersättningen ska spegla det", "behov som de listade har och", "som registren visar varje år,", "oavsett var de listade bor."]
    left, right = (
        [*left, "sedan vårdvalet infördes. Den", "som är listad ska märka att"],
        [*right, "Behoven följs upp varje år i", "en rapport till regionstyrelsen."],
    )
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain_table(
            [72, 172],
            80,
            [
                ["Giltig från", "2026-01-01"],
                ["Beslutad", "2025-11-12"],
                ["Ersätter", "Uppdragsbeskrivning 2025, beslutad den 4 december 2024"],
            ],
        )
        pdf.paragraph(72, 170, left)
        pdf.paragraph(312, 166, right)
    document = extract(tmp_path / "a.pdf")
    assert len(table_of(document)) == 3
    assert [paragraph.marked_text for paragraph in document.paragraphs][-1].endswith(" ".join([*left, *right]))


def test_a_header_that_a_page_ends_right_under_is_said_once(tmp_path: Path) -> None:
    head = ["Tjänst", "Pris 2025 (kr)"]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.paragraph(72, 100, ["Priserna gäller hela året."])
        pdf.ruled_table(72, 740, [150, 150], [head])
        pdf.next_page()
        pdf.ruled_table(72, 72, [150, 150], [head, ["Bygglov", "700"], ["Marklov", "900"]])
    table = table_of(extract(tmp_path / "a.pdf"))
    assert [row[0] for row in table] == ["Tjänst", "Bygglov", "Marklov"]
