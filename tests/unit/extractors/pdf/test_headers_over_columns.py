"""Headers that stand before, or over, the columns of level-ruled tables, and headers of columns that are empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of

Draw = Callable[[PdfMaker], None]
Spans = list[tuple[str, int, int]]


def read(path: Path, draw: Draw) -> Document:
    with PdfMaker(path / "a.pdf") as pdf:
        draw(pdf)
    return extract(path / "a.pdf")


def tables_in(document: Document) -> list[list[Spans]]:
    """Return the cells of each table, with the columns and rows that they take."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[(cell.text(Version.AFTER), cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows] for table in tables]


def single(*texts: str) -> Spans:
    return [(text, 1, 1) for text in texts]


def set_in(pdf: PdfMaker, baseline: float, cells: Sequence[tuple[float, str]], *, bold: bool = False) -> None:
    """Write a row: cells at positive places begin there, those at negative ones end there."""
    for x, text in cells:
        pdf.plain(x if x > 0 else -x - width_of(text, 10, bold=bold), baseline, text, size=10, bold=bold)


@pytest.mark.parametrize("labels", [("År 2025", "År 2026"), ("2025", "2026")])
def test_a_header_that_begins_before_all_figures_under_it_is_no_column_of_its_own(tmp_path: Path, labels: tuple[str, str]) -> None:
    rows = [("Norra", "41 200", "61 058", "42 100", "64 581"), ("Södra", "38 450", "56 983", "38 700", "59 366")]
    rows += [("Västra", "27 310", "40 473", "27 050", "41 495"), ("Östra", "8 110", "9 240", "8 300", "9 410")]
    ends = (-250, -330, -430, -520)

    def draw(pdf: PdfMaker) -> None:
        pdf.line(72, 100, 524, 100)
        set_in(pdf, 114, [(76, "Område"), (165, labels[0]), (346, labels[1])], bold=True)
        pdf.line(162, 120, 524, 120)
        set_in(pdf, 134, list(zip(ends, ("Antal", "Tkr", "Antal", "Tkr"), strict=True)), bold=True)
        for at, (label, *figures) in enumerate(rows):
            pdf.line(72, 140 + 32 * at, 524, 140 + 32 * at)
            set_in(pdf, 154 + 32 * at, [(76, label), *zip(ends, figures, strict=True)])
            set_in(pdf, 167 + 32 * at, [(76, "området")])
        pdf.line(72, 140 + 32 * len(rows), 524, 140 + 32 * len(rows))

    (table,) = tables_in(read(tmp_path, draw))
    assert table[:2] == [[("Område", 1, 2), (labels[0], 2, 1), (labels[1], 2, 1)], single("Antal", "Tkr", "Antal", "Tkr")]
    assert [[text.split()[0] if at == 0 else text for at, (text, *_) in enumerate(row)] for row in table[2:]] == [list(row) for row in rows]


def test_a_column_with_a_header_and_nothing_under_it_stays_one(tmp_path: Path) -> None:
    rows = [("Svar inom", "en dag", "85 %", "Mäts varje vecka"), ("Besök inom", "tre dagar", "75 %", "Mäts varje år")]
    rows += [("Fast", "kontakt", "60 %", "Enkät i maj"), ("Nöjda", "besökare", "92 %", "Enkät i oktober")]

    def draw(pdf: PdfMaker) -> None:
        pdf.line(72, 100, 524, 100)
        set_in(pdf, 114, [(76, "Mått"), (180, "Utfall"), (300, "Mål"), (400, "Kommentar")], bold=True)
        for at, (first, second, goal, remark) in enumerate(rows):
            pdf.line(72, 120 + 32 * at, 524, 120 + 32 * at)
            set_in(pdf, 134 + 32 * at, [(76, first), (300, goal), (400, remark)])
            set_in(pdf, 147 + 32 * at, [(76, second)])
        pdf.line(72, 120 + 32 * len(rows), 524, 120 + 32 * len(rows))

    (table,) = tables_in(read(tmp_path, draw))
    assert table[0] == single("Mått", "Utfall", "Mål", "Kommentar")
    assert table[1] == single("Svar inom en dag", "", "85 %", "Mäts varje vecka")


def test_headers_set_at_the_right_of_their_groups_stand_over_all_of_them(tmp_path: Path) -> None:
    ends = (-250, -330, -410, -490)

    def draw(pdf: PdfMaker) -> None:
        set_in(pdf, 100, [(76, "Nämnd"), (-330, "2025"), (-490, "2026")], bold=True)
        set_in(pdf, 116, list(zip(ends, ("Före", "Efter", "Före", "Efter"), strict=True)), bold=True)
        for at, label in enumerate(("Omsorg", "Miljö", "Kultur")):
            set_in(pdf, 132 + 16 * at, [(76, label), *zip(ends, ("410", "420", "430", "440"), strict=True)])

    (table,) = tables_in(read(tmp_path, draw))
    assert table[0] == [("Nämnd", 1, 1), ("2025", 2, 1), ("2026", 2, 1)]
    assert table[1] == single("", "Före", "Efter", "Före", "Efter")
