from __future__ import annotations

from pathlib import Path

from lydelse.formats.pdf import Page, RuledTable, open_pdf, ruled_tables
from lydelse.model.place import Box
from support.pdfs import PdfMaker


def tables(path: Path) -> tuple[RuledTable, ...]:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
        assert isinstance(page, Page)
        return ruled_tables(page, page.strokes)


def test_rules_make_rows_and_columns(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.ruled_table(72, 160, [120, 80, 60], [["", "", ""]] * 4)
    (table,) = tables(tmp_path / "a.pdf")
    assert (table.rows, table.columns, len(table.cells)) == (4, 3, 12)
    assert [(cell.row, cell.column) for cell in table.cells[:4]] == [(0, 0), (0, 1), (0, 2), (1, 0)]
    assert [round(side) for side in table.box] == [72, 160, 332, 232]


def test_a_cell_may_span_columns_and_rows(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for y, x0 in ((100, 72), (120, 172), (140, 72)):
            pdf.line(x0, y, 372, y)
        for x, y0 in ((72, 100), (172, 100), (272, 120), (372, 100)):
            pdf.line(x, y0, x, 140)
    (table,) = tables(tmp_path / "a.pdf")
    spans = {(cell.row, cell.column): (cell.rowspan, cell.colspan) for cell in table.cells}
    assert spans == {(0, 0): (2, 1), (0, 1): (1, 2), (1, 1): (1, 1), (1, 2): (1, 1)}


def test_borders_drawn_as_hollow_rectangles_are_rules(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for row in range(3):
            for column in range(2):
                x, y = 72 + column * 100, 100 + row * 20
                pdf.hollow(Box(x, y, x + 100, y + 20), Box(x + 0.75, y + 0.75, x + 99.25, y + 19.25))
    (table,) = tables(tmp_path / "a.pdf")
    assert (table.rows, table.columns) == (3, 2)


def test_open_sides_are_filled_in(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for y in (100, 120, 140):
            pdf.line(72, y, 372, y)
        pdf.line(222, 100, 222, 140)
    (table,) = tables(tmp_path / "a.pdf")
    assert (table.rows, table.columns) == (2, 2)


def test_level_lines_alone_and_a_frame_are_no_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for y in (100, 120, 140):
            pdf.line(72, y, 372, y)
        pdf.outline(Box(72, 300, 372, 400))
    assert tables(tmp_path / "a.pdf") == ()


def test_a_table_beside_a_drawing_of_many_strokes_is_found(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.ruled_table(72, 100, [120, 80], [["", ""]] * 3)
        for at in range(120):
            pdf.line(72 + at * 4, 500, 72 + at * 4, 505)
            pdf.line(72, 300 + at * 4, 77, 300 + at * 4)
    (table,) = tables(tmp_path / "a.pdf")
    assert (table.rows, table.columns) == (3, 2)


def test_squared_paper_is_no_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at in range(100):
            pdf.line(50, 50 + at * 5, 550, 50 + at * 5)
            pdf.line(50 + at * 5, 50, 50 + at * 5, 550)
    assert tables(tmp_path / "a.pdf") == ()


def test_level_rules_over_an_upright_one_that_meets_none_make_no_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.line(72, 100, 272, 100)
        pdf.line(72, 102, 272, 102)
        pdf.line(172, 102.6, 172, 140)
    assert tables(tmp_path / "a.pdf") == ()
