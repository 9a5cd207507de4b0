from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of

WARDS = [("Eken", "24", "310"), ("Linden", "31", "295"), ("Rönnen", "18", "402"), ("Aspen", "27", "288")]
LONG = "Patientsäkerhet"


def tables_in(document: Document) -> list[list[list[str]]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [[[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows] for table in tables]


def text_of(document: Document) -> str:
    return " ".join(run.text for paragraph in document.paragraphs for run in paragraph.runs)


def drawn(pdf: PdfMaker, rows: Sequence[tuple[str, str, str]], figure: float, *, right: bool = False) -> None:
    """Draw rows of a table without rules, the figures of its second column beginning, or ending, at one place."""
    for at, (label, first, second) in enumerate(rows):
        baseline = 130 + 16 * at
        pdf.plain(72, baseline, label, size=11)
        pdf.plain(figure - width_of(first, 11) if right else figure, baseline, first, size=11)
        pdf.plain(320, baseline, second, size=11)


def test_a_word_that_reaches_over_the_side_of_its_cell_is_no_part_of_the_figure_there(tmp_path: Path) -> None:
    side = 72 + width_of(LONG, 11) - 5
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.ruled_table(70, 120, [side - 70, 90, 90], [["", "", ""], ["", "", ""]])
        for baseline, row in ((134, ("Tolk", "24", "310")), (152, (LONG, "31", "295"))):
            for x, text in zip((72, side + 3, side + 100), row, strict=True):
                pdf.plain(x, baseline, text, size=11)
    assert tables_in(extract(tmp_path / "a.pdf")) == [[["Tolk", "24", "310"], [LONG, "31", "295"]]]


def test_a_word_that_ends_where_a_column_of_figures_begins_is_a_cell_of_its_own(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        drawn(pdf, [*WARDS, (LONG, "56", "377")], 72 + width_of(LONG, 11) + 1.2)
    words = text_of(extract(tmp_path / "a.pdf")).split()
    assert LONG in words
    assert "56" in words


def test_a_word_that_touches_a_figure_which_ends_where_the_others_do_is_a_cell_of_its_own(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        drawn(pdf, [*WARDS, (LONG, "5 634", "377")], 72 + width_of(LONG, 11) + width_of("5 634", 11) - 1.2, right=True)
    words = text_of(extract(tmp_path / "a.pdf")).split()
    assert LONG in words
    assert "634" in words


def test_a_word_with_a_figure_in_it_stays_whole_above_a_column_that_begins_there(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        drawn(pdf, [*WARDS, ("Influensa24", "", "377")], 72 + width_of("Influensa", 11))
    assert "Influensa24" in text_of(extract(tmp_path / "a.pdf"))


def test_a_word_in_two_pieces_stays_whole_where_no_column_begins(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 130, "Vårdcentralen följer riktlinjen om Influensa", size=11)
        pdf.plain(72 + width_of("Vårdcentralen följer riktlinjen om Influensa", 11) + 1, 130, "24 varje år.", size=11)
        pdf.plain(72, 146, "Den gäller från och med den dag som regionen beslutar om.", size=11)
    assert "Influensa24" in text_of(extract(tmp_path / "a.pdf"))


def test_columns_under_level_rules_are_told_where_one_label_nearly_reaches_the_next(tmp_path: Path) -> None:
    figure = 72 + width_of("Vårdcentral västra", 11) + 0.4 * 11
    rows = [("Enhet", "Listade", "Tkr"), ("Eken norra", "310", "24"), ("Vårdcentral västra", "295", "31"), ("Rönnen", "402", "18")]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        top = 120.0
        for label, first, second in rows:
            pdf.line(70, top, 420, top)
            for x, text in ((72, label), (figure, first), (320, second)):
                pdf.plain(x, top + 14, text, size=11)
            if label != "Enhet":
                pdf.plain(72, top + 27, "i länet", size=11)
            top += 34
        pdf.line(70, top, 420, top)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert table == [["Enhet", "Listade", "Tkr"], *([f"{label} i länet", first, second] for label, first, second in rows[1:])]
