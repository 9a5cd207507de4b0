from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of

BODY = [["Norr", "1 204", "310", "66,7"], ["Söder", "2 480", "555", "71,0"], ["Väster", "980", "12", "58,4"]]
EDGES = [72.0, 250.0, 350.0, 450.0]


def right_aligned(pdf: PdfMaker, baseline: float, cells: Sequence[str]) -> None:
    for at, text in enumerate(cells):
        if text:
            pdf.plain(EDGES[at] - (width_of(text, 10) if at else 0), baseline, text, size=10)


def rows_of(
    path: Path, header: Sequence[Sequence[str]], rules: Sequence[tuple[float, float, float]] = (), pitch: float = 12
) -> list[list[str]]:
    """Return the rows read of a table whose header's last line stands at 136 and whose body begins at 150."""
    with PdfMaker(path) as pdf:
        pdf.plain(72, 80, "Antalet framgår av tabellen.")
        for at, cells in enumerate(reversed(header)):
            right_aligned(pdf, 136 - 12 * at, cells)
        for at, cells in enumerate(BODY):
            right_aligned(pdf, 154 + pitch * at, cells)
        for x0, x1, y in rules:
            pdf.line(x0, y, x1, y)
    (table,) = (block for block in extract(path).blocks if isinstance(block, Table))
    return [[cell.text(Version.AFTER) for cell in row.cells for _ in range(cell.colspan)] for row in table.rows]


LINES = [["", "Antal", "", ""], ["", "listade vid", "Nya", "Andel som"], ["Område", "årets slut", "Besök", "Svarade"]]


def test_the_lines_over_a_closing_rule_are_one_row_of_cells(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "a.pdf", LINES, [(72, 450, 140)])
    assert rows[0] == ["Område", "Antal listade vid årets slut", "Nya Besök", "Andel som Svarade"]
    assert rows[1:] == BODY


def test_lines_closer_than_the_rows_are_one_row_without_any_rule(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "a.pdf", LINES[1:], pitch=20)
    assert rows[0] == ["Område", "listade vid årets slut", "Nya Besök", "Andel som Svarade"]


def test_a_rule_under_a_heading_parts_it_from_the_columns_that_it_reaches_over(tmp_path: Path) -> None:
    header = [["", "", "Hela året", ""], ["Område", "Antal", "Nya", "Andel"]]
    rows = rows_of(tmp_path / "a.pdf", header, [(210, 450, 126.5), (72, 450, 140)])
    assert rows[:2] == [["", "Hela året", "Hela året", "Hela året"], ["Område", "Antal", "Nya", "Andel"]]


def test_a_heading_over_columns_stays_a_row_where_the_rows_are_as_close(tmp_path: Path) -> None:
    header = [["", "Alla", "", ""], ["Område", "Antal", "Nya", "Andel"]]
    assert rows_of(tmp_path / "a.pdf", header)[:2] == header


def test_header_cells_that_nearly_touch_part_where_their_columns_end(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 80, "Antalet framgår av tabellen.")
        pdf.plain(EDGES[2] - width_of("Norra länet", 10), 124, "Norra länet", size=10)
        pdf.plain(EDGES[2] + 3, 124, "Södra länet", size=10)
        edges = [72.0, 250.0, EDGES[2], EDGES[2] + 3 + width_of("Södra länet", 10)]
        for at, cells in enumerate([["Område", "Antal", "listade", "listade"], *BODY, *BODY]):
            for edge, text in zip(edges, cells, strict=True):
                pdf.plain(edge - (width_of(text, 10) if edge > 72 else 0), 136 + 13 * at, text, size=10)
        pdf.line(72, 140, 450, 140)
    (table,) = (block for block in extract(tmp_path / "a.pdf").blocks if isinstance(block, Table))
    assert [cell.text(Version.AFTER) for cell in table.rows[0].cells] == ["Område", "Antal", "Norra länet listade", "Södra länet listade"]


def test_columns_that_the_first_rows_leave_empty_are_found(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 80, "Antalet framgår av tabellen.")
        right_aligned(pdf, 136, ["", "Antal", "", "Andel"])
        for at, (label, first, second, third) in enumerate([*BODY, *BODY, *BODY]):
            right_aligned(pdf, 154 + 14 * at, [label, first, second if at > 2 else "", third])
    (table,) = (block for block in extract(tmp_path / "a.pdf").blocks if isinstance(block, Table))
    assert [cell.text(Version.AFTER) for cell in table.rows[-1].cells] == BODY[2]
    assert [cell.text(Version.AFTER) for cell in table.rows[1].cells] == ["Norr", "1 204", "", "66,7"]
