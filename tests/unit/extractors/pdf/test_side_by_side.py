"""Tables side by side whose level rules stop between them, and columns whose rules do not meet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of

LEFT = [("Enhet", "Platser"), ("Aspen", "24"), ("Björken", "33"), ("Summa", "57")]
RIGHT = [("Konto", "Tkr"), ("Personal", "8 410"), ("Lokaler", "1 310"), ("Summa", "9 720")]


def set_to_end(pdf: PdfMaker, end: float, baseline: float, text: str) -> None:
    pdf.plain(end - width_of(text, 10), baseline, text, size=10)


def rules_at_rows(pdf: PdfMaker, reaches: Sequence[tuple[float, float]]) -> None:
    for at in range(5):
        for x0, x1 in reaches:
            pdf.line(x0, 86 + 20.0 * at, x1, 86 + 20.0 * at)


def tables_in(path: Path) -> list[list[tuple[str, ...]]]:
    tables = (block for block in extract(path).blocks if isinstance(block, Table))
    return [[tuple(cell.text(Version.AFTER) for cell in row.cells) for row in table.rows] for table in tables]


@pytest.mark.parametrize("apart", [32, 6])
def test_two_tables_whose_rules_stop_between_them_are_two(tmp_path: Path, apart: float) -> None:
    x = 274 + apart
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)):
            pdf.plain(76, 100 + 20 * at, one[0], size=10)
            set_to_end(pdf, 270, 100 + 20 * at, one[1])
            pdf.plain(x + 4, 100 + 20 * at, other[0], size=10)
            set_to_end(pdf, 510, 100 + 20 * at, other[1])
        rules_at_rows(pdf, [(72, 274), (x, 514)])
    assert tables_in(tmp_path / "a.pdf") == [LEFT, RIGHT]


def test_columns_with_rules_of_their_own_that_do_not_meet_are_one_table(tmp_path: Path) -> None:
    rows = [(*left, right[1]) for left, right in zip(LEFT, RIGHT, strict=True)]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, (label, *figures) in enumerate(rows):
            pdf.plain(76, 100 + 20 * at, label, size=10)
            for end, figure in zip((250, 400), figures, strict=True):
                set_to_end(pdf, end, 100 + 20 * at, figure)
        rules_at_rows(pdf, [(72, 148), (154, 254), (260, 404)])
    assert tables_in(tmp_path / "a.pdf") == [rows]
