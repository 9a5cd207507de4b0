from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of

PLACES = [("Enhet", "Platser"), ("Aspen", "24"), ("Björken", "31"), ("Cedern", "18")]
COSTS = [("Konto", "Tkr"), ("Personal", "8 410"), ("Lokaler", "1 275"), ("Övrigt", "340")]


def read(path: Path, left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> list[list[list[str]]]:
    with PdfMaker(path / "a.pdf") as pdf:
        for x, end, rows in ((72, 220, left), (300, 450, right)):
            for at, (label, figure) in enumerate(rows):
                pdf.plain(x, 120 + 16 * at, label, size=10, bold=not at)
                pdf.plain(end - width_of(figure, 10, bold=not at), 120 + 16 * at, figure, size=10, bold=not at)
    tables = [block for block in extract(path / "a.pdf").blocks if isinstance(block, Table)]
    return [[[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows] for table in tables]


def lists(rows: Sequence[tuple[str, str]]) -> list[list[str]]:
    return [list(row) for row in rows]


def test_two_tables_side_by_side_that_both_have_a_total_are_two(tmp_path: Path) -> None:
    left, right = [*PLACES, ("Summa", "73")], [*COSTS, ("Summa", "10 025")]
    assert read(tmp_path, left, right) == [lists(left), lists(right)]


def test_two_tables_side_by_side_of_which_one_is_longer_are_two(tmp_path: Path) -> None:
    right = [*COSTS, ("Fordon", "220"), ("Material", "95")]
    assert read(tmp_path, PLACES, right) == [lists(PLACES), lists(right)]


def test_a_column_of_words_between_columns_of_figures_is_of_their_table(tmp_path: Path) -> None:
    left = [("Åtgärd", "År"), ("Ny ramp", "2026"), ("Ny hiss", "2027"), ("Ny dörr", "2028")]
    right = [("Ansvarig", "Tkr"), ("Ekonomi", "410"), ("Fastighet", "275"), ("Drift", "340")]
    assert read(tmp_path, left, right) == [[[*one, *other] for one, other in zip(left, right, strict=True)]]
