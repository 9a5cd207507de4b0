"""Rows of text in three columns without rules, each begun by a label, over page ends too; and what is no such table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker

LEFTS = (72, 150, 380)
DUTY = [
    "Utföraren redovisar hur många besök som har",
    "gjorts i hemmet och vilka som gjorde dem.",
    "Varje avvikelse utreds av den som ansvarar",
    "för enheten, och svaret lämnas skriftligt.",
]
FOLLOW = ["Redovisas i mars och i", "oktober till nämnden."]


def rows(pdf: PdfMaker, y: float, labels: Sequence[str], *, lines: Sequence[str] = DUTY) -> float:
    """Write rows whose middle cell has several lines; return where the next would stand."""
    for label in labels:
        pdf.plain(LEFTS[0], y, label, size=11)
        for at, text in enumerate(lines):
            pdf.plain(LEFTS[1], y + 13.6 * at, text, size=11)
        for at, text in enumerate(FOLLOW):
            pdf.plain(LEFTS[2], y + 13.6 * at, text, size=11)
        y += 13.6 * len(lines) + 6
    return y


def tables_in(document: Document) -> list[list[list[str]]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [[[" ".join(cell.text(Version.AFTER).split()) for cell in row.cells] for row in table.rows] for table in tables]


def test_rows_of_several_lines_are_rows_and_nothing_is_asked(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = rows(pdf, 100, ["Krav 1", "Krav 2", "Krav 3", "Krav 4"])
        pdf.plain(72, end + 30, "Kraven prövas varje år av nämnden.", size=11)
    document = extract(tmp_path / "a.pdf")
    assert tables_in(document) == [[[f"Krav {at}", " ".join(DUTY), " ".join(FOLLOW)] for at in range(1, 5)]]
    assert not document.unread


def test_a_row_that_a_page_end_cuts_goes_on_on_the_next_page(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        y = rows(pdf, 560, ["Krav 1", "Krav 2", "Krav 3"])
        rows(pdf, y, ["Krav 4"], lines=DUTY[:2])
        pdf.next_page()
        for at, text in enumerate(DUTY[2:]):
            pdf.plain(LEFTS[1], 80 + 13.6 * at, text, size=11)
        end = rows(pdf, 80 + 13.6 * 2 + 6, ["Krav 5"])
        pdf.plain(72, end + 30, "Kraven prövas varje år av nämnden.", size=11)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert table == [[f"Krav {at}", " ".join(DUTY), " ".join(FOLLOW)] for at in range(1, 6)]


def test_prose_in_three_columns_is_no_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for x in (72, 232, 392):
            pdf.paragraph(x, 100, [*FOLLOW, *(text[:26] for text in DUTY), *FOLLOW] * 2)
    assert not tables_in(extract(tmp_path / "a.pdf"))
