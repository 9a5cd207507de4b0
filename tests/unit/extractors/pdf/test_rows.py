from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker

ROWS = [
    [("Punkt", "Den som vill ändra sin anmälan", "Beslutet följs upp en gång"), ("3", "gör det skriftligt.", "om året av nämnden.")],
    [("Punkt", "Underlaget lämnas till enheten", "Beslutet följs upp vid en"), ("4", "för avtal i januari.", "träff med beställaren.")],
    [("Punkt", "Fakturan betalas efter en hel", "Beslutet följs upp genom ett"), ("5", "månad av arbete.", "besök hos utföraren.")],
]


def rows_in(path: Path) -> list[list[str]]:
    tables = [block for block in extract(path).blocks if isinstance(block, Table)]
    return [[cell.text(Version.AFTER) for cell in row.cells] for table in tables for row in table.rows]


def test_a_label_that_ends_with_a_figure_on_its_second_line_is_of_the_row_whose_cells_go_on_there(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        baseline = 120.0
        for row in ROWS:
            for line in row:
                for x, text in zip((72, 120, 320), line, strict=True):
                    pdf.plain(x, baseline, text, size=10)
                baseline += 13.6
            baseline += 4
    assert [row[0] for row in rows_in(tmp_path / "a.pdf")] == ["Punkt 3", "Punkt 4", "Punkt 5"]


def test_a_long_line_over_all_columns_heads_the_rows_after_it(tmp_path: Path) -> None:
    heading = "Andel besök som sker inom tre dagar från det att patienten tog kontakt med vården"
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, row in enumerate(
            [("Mått", "2025", "2026"), None, ("Mål", "80 %", "85 %"), ("Utfall", "78 %", "83 %"), ("Läge", "60 %", "61 %")]
        ):
            if row is None:
                pdf.plain(72, 120 + 16 * at, heading, size=10)
            else:
                for x, text in zip((72, 240, 320), row, strict=True):
                    pdf.plain(x, 120 + 16 * at, text, size=10)
    read = rows_in(tmp_path / "a.pdf")
    assert [row[0] for row in read] == ["Mått", heading, "Mål", "Utfall", "Läge"]


def test_cells_set_midway_beside_loose_lines_are_on_their_row(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for x, head in zip((72, 110, 330), ("Nr", "Ärende", "Delegat"), strict=True):
            pdf.plain(x, 100, head, size=11, bold=True)
        for at, (number, first, second, who) in enumerate(
            (
                ("1.1", "Beslut om avskrivning av fordran", "upp till ett prisbasbelopp", "Ekonomichef"),
                ("1.2", "Yttrande till kammarrätt och till", "förvaltningsrätt i mål om avgift", "Ordförande"),
                ("1.3", "Beslut om plats i förskola för", "barn som bor i en annan kommun", "Handläggare"),
            )
        ):
            top = 122 + 39 * at
            pdf.plain(110, top, first)
            pdf.plain(72, top + 9, number)
            pdf.plain(330, top + 9, who)
            pdf.plain(110, top + 18, second)
    assert rows_in(tmp_path / "a.pdf")[1:] == [
        ["1.1", "Beslut om avskrivning av fordran upp till ett prisbasbelopp", "Ekonomichef"],
        ["1.2", "Yttrande till kammarrätt och till förvaltningsrätt i mål om avgift", "Ordförande"],
        ["1.3", "Beslut om plats i förskola för barn som bor i en annan kommun", "Handläggare"],
    ]
