from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker

LEFTS = (72, 150, 360)
RIGHT = 520
ROWS = [
    ("Öppet", ("Alla vardagar från åtta på morgonen", "och en kväll i veckan."), ("Statistik varje", "kvartal lämnas.")),
    ("Besök", ("Samma dag för den som är akut sjuk", "och inom tre dagar för andra."), ("Tillgänglighet", "mäts varje år.")),
    ("Listning", ("På webben eller på mottagningen,", "och den börjar gälla genast."), ("Antalet följs", "varje månad.")),
]
LAST = (
    "Remiss",
    ("Till specialist utan väntetid när det", "behövs för utredningen, och med kopia", "till den som har skickat den"),
    ("Andelen som har", "skickats i rätt tid", "redovisas sedan"),
)


def tables_in(document: Document) -> list[list[list[str]]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [[[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows] for table in tables]


def drawn(pdf: PdfMaker, top: float, rows: Sequence[tuple[str, Sequence[str], Sequence[str]]], *, closed: bool = True) -> float:
    """Draw rows with a rule above each, and under the last where it is closed."""
    for label, *cells in rows:
        pdf.line(70, top, RIGHT, top)
        for x, lines in zip(LEFTS, ([label], *cells), strict=True):
            for at, text in enumerate(lines):
                pdf.plain(x, top + 13 + 14 * at, text)
        top += 6 + 14 * max(map(len, cells))
    if closed:
        pdf.line(70, top, RIGHT, top)
    return top


def test_a_row_under_the_last_rule_of_a_page_is_no_box_beside_text(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 80, "Kraven framgår av tabellen.")
        drawn(pdf, 640, [*ROWS, LAST], closed=False)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert [row[0] for row in table] == ["Öppet", "Besök", "Listning", "Remiss"]


def test_the_rest_of_one_cell_alone_on_a_page_finishes_its_row(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 80, "Kraven framgår av tabellen.")
        for top, rows in ((660, [*ROWS, LAST]), (60, [("", ("och till den listade själv.",), ("",))])):
            end = drawn(pdf, top, rows)
            for x in (70, 148, 358, RIGHT):
                pdf.line(x, top, x, end)
            if top == 660:
                pdf.next_page()
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert len(table) == 4
    assert table[3][1].endswith("skickat den och till den listade själv.")
