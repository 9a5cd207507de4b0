from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Kind, Version
from support.pdfs import PdfMaker, width_of

HEAD = ["Artikel", "Benämning", "Pris 2026", "Enhet"]
PRICES = [["1001", "Läkarbesök", "425", "besök"], ["1002", "Besök hos psykolog", "1 462", "besök"], ["1003", "Fotvård", "96", "besök"]]
AT_HOME = [["2001", "Läkare", "1 210", "besök"], ["2002", "Provtagning i hemmet", "640", "besök"]]


def tables_in(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows]


def priced(pdf: PdfMaker, baseline: float, row: list[str], *, bold: bool = False) -> float:
    """Write one row of a price list without rules, its prices ending at one place."""
    for x, text in zip((72, 118, 0, 400), row, strict=True):
        left = x or 385 - width_of(text, 10, bold=bold)
        pdf.plain(left, baseline, text, size=10, bold=bold)
    return baseline + 17


def test_a_price_list_without_rules_whose_groups_have_headings_over_several_columns(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        y = priced(pdf, 100, HEAD, bold=True)
        for heading, rows in (("Besök på mottagning", PRICES), ("Besök i hemmet", AT_HOME)):
            pdf.plain(72, y + 4, heading, size=10, bold=True)
            y += 21
            for row in rows:
                y = priced(pdf, y, row)
        pdf.plain(72, y + 40, "Priserna gäller till årets slut.", size=10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table) == [HEAD, ["Besök på mottagning", "", ""], *PRICES, ["Besök i hemmet", "", ""], *AT_HOME]
    assert [row.cells[0].colspan for row in table.rows] == [1, 2, 1, 1, 1, 2, 1, 1]
    assert [any(cell.header for cell in row.cells) for row in table.rows] == [True, *[False] * 7]


def test_a_larger_heading_between_two_tables_is_no_row(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        y = 100.0
        for row in PRICES:
            y = priced(pdf, y, row)
        pdf.plain(72, y + 10, "Besök i hemmet", size=13, bold=True)
        y += 36
        for row in [*AT_HOME, ["2003", "Läkare, kväll", "1 420", "besök"]]:
            y = priced(pdf, y, row)
        pdf.plain(72, y + 20, "Priserna gäller till årets slut och räknas därefter om med index.", size=10)
    document = extract(tmp_path / "a.pdf")
    assert [len(table.rows) for table in tables_in(document)] == [3, 3]
    assert [paragraph.marked_text for paragraph in document.paragraphs if paragraph.kind is Kind.HEADING] == ["Besök i hemmet"]


def test_rows_of_words_above_a_row_of_figures_are_no_headers(tmp_path: Path) -> None:
    rows = [["Ledamot", "Ja", "Nej"], ["Anna Berg", "X", ""], ["Maria Öhman", "X", ""], ["Per Åström", "", "X"], ["Summa", "2", "1"]]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.ruled_table(72, 100, [150, 60, 60], rows)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert not any(cell.header for row in table.rows[1:] for cell in row.cells)
