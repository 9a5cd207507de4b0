from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import read
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Paragraph, Version
from support.pdfs import PdfMaker, width_of

RIGHT = 520.0


def tables_in(document: Document) -> list[list[list[str]]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [[[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows] for table in tables]


def paragraphs_in(document: Document) -> list[str]:
    return [block.after for block in document.blocks if isinstance(block, Paragraph)]


def led(pdf: PdfMaker, y: float, label: str, tail: str, dot: str = ".") -> None:
    """Write a label, dots up to what belongs to it, and that at the right."""
    pdf.plain(72, y, label, size=11)
    end, width = RIGHT - width_of(tail, 11), width_of(dot, 11)
    begin = 72 + width_of(label, 11) + 3
    pdf.plain(begin, y, dot * int((end - begin - 3) / width), size=11)
    pdf.plain(end, y, tail, size=11)


@pytest.mark.parametrize("dot", [".", ". ", "…"])
def test_labels_that_dots_lead_to_their_figures_are_rows(tmp_path: Path, dot: str) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 80, "Avgifterna tas ut vid besöket.", size=11)
        for at, (label, tail) in enumerate((("Besök hos läkare", "425 kr"), ("Provtagning", "90 kr"), ("Intyg", "1 290 kr"))):
            led(pdf, 110 + 14 * at, label, tail, dot)
        pdf.plain(72, 180, "Avgifterna räknas om varje år.", size=11)
    document = read(tmp_path / "a.pdf")
    assert tables_in(document) == [[["Besök hos läkare", "425 kr"], ["Provtagning", "90 kr"], ["Intyg", "1 290 kr"]]]
    assert paragraphs_in(document) == ["Avgifterna tas ut vid besöket.", "Avgifterna räknas om varje år."]


def test_a_label_of_two_lines_is_one_row(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        led(pdf, 100, "Besök hos läkare", "425 kr")
        pdf.plain(72, 114, "Provtagning i hemmet när den enskilde inte själv kan ta sig till mottagningen och inte", size=11)
        led(pdf, 128, "har någon som hjälper till", "90 kr")
        led(pdf, 142, "Intyg", "75 kr")
    (table,) = tables_in(read(tmp_path / "a.pdf"))
    assert [row[1] for row in table] == ["425 kr", "90 kr", "75 kr"]
    assert table[1][0].endswith("mottagningen och inte har någon som hjälper till")


def test_a_list_over_a_page_end_is_one_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 690, "Avgifterna tas ut vid besöket.", size=11)
        for at in range(4):
            led(pdf, 720 + 14 * at, f"Åtgärd {'ABCD'[at]}", f"{500 - 10 * at} kr")
        pdf.next_page()
        for at in range(4):
            led(pdf, 72 + 14 * at, f"Åtgärd {'EFGH'[at]}", f"{300 - 10 * at} kr")
        pdf.plain(72, 160, "Avgifterna räknas om varje år.", size=11)
    (table,) = tables_in(read(tmp_path / "a.pdf"))
    assert [row[0] for row in table] == [f"Åtgärd {letter}" for letter in "ABCDEFGH"]


def test_lines_that_dots_lead_to_pages_stand_apart_and_are_no_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, (label, tail) in enumerate((("Norra området", "4"), ("Södra området", "9"), ("Västra området", "11"))):
            led(pdf, 100 + 14 * at, label, tail)
    document = read(tmp_path / "a.pdf")
    assert not tables_in(document)
    assert [text.split("..")[0].strip() for text in paragraphs_in(document)] == ["Norra området", "Södra området", "Västra området"]


def test_fields_to_fill_in_are_no_rows(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at in range(3):
            led(pdf, 100 + 30 * at, f"Namn {at + 1}", "")
            pdf.plain(72, 115 + 30 * at, "Ort ................... den ................... 2026", size=11)
    assert not tables_in(read(tmp_path / "a.pdf"))
