"""Tables whose rules leave something open: the outer sides, rows in one cell, rows set in under a group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker


def rows_in(path: Path) -> list[list[str]]:
    (table,) = (block for block in extract(path).blocks if isinstance(block, Table))
    return [[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows]


def framed(pdf: PdfMaker, ys: Sequence[float], xs: Sequence[float], ends: tuple[float, float] | None = None) -> None:
    """Draw level rules at ``ys`` from end to end, and upright ones at ``xs`` from the first to the last."""
    left, right = ends or (xs[0], xs[-1])
    for y in ys:
        pdf.line(left, y, right, y)
    for x in xs:
        pdf.line(x, ys[0], x, ys[-1])


def open_sided(path: Path, rows: Sequence[Sequence[str]], xs: Sequence[float]) -> None:
    """Draw level rules cell by cell from 70 to 430, those over an empty corner left out, and upright ones between."""
    with PdfMaker(path) as pdf:
        pdf.plain(72, 80, "Antalet framgår av tabellen.")
        for y in (100, 120, 140, 160):
            for x0, x1 in ((70.0, 159.8), (160.2, 249.8), (250.2, 339.8), (340.2, 430)):
                if y > 100 or x0 > 70:
                    pdf.line(x0, y, x1, y)
        for upright in (160, 250, 340):
            pdf.line(upright, 100, upright, 160)
        for at, cells in enumerate(rows):
            for x, text in zip(xs, cells, strict=True):
                if text:
                    pdf.plain(x, 114 + 20 * at, text)


def test_outer_columns_that_no_rule_closes_belong_to_the_table(tmp_path: Path) -> None:
    rows = [["", "Antal", "Nya", "Andel"], ["Norr", "204", "31", "12,5"], ["Söder", "480", "44", "29,1"]]
    open_sided(tmp_path / "a.pdf", rows, [74, 164, 254, 344])
    assert rows_in(tmp_path / "a.pdf") == rows


def test_rows_of_several_lines_in_one_ruled_row_are_parted_by_empty_lines(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        framed(pdf, [100, 120, 230], [70, 180, 330, 500])
        for x, text in zip([74, 184, 334], ["Typ", "Innebörd", "Exempel"], strict=True):
            pdf.plain(x, 114, text, size=10)
        for at, (label, meaning, example) in enumerate(
            [
                ("Akut", ["Besök samma dag utan", "tidsbokning"], ["Jour"]),
                ("Planerad", ["Besök som bokas minst", "en vecka i förväg"], ["Kontroll"]),
            ]
        ):
            top = 134 + 44 * at
            pdf.plain(74, top, label, size=10)
            for down, text in enumerate(meaning):
                pdf.plain(184, top + 12 * down, text, size=10)
            pdf.plain(334, top, example[0], size=10)
    assert rows_in(tmp_path / "a.pdf")[1:] == [
        ["Akut", "Besök samma dag utan tidsbokning", "Jour"],
        ["Planerad", "Besök som bokas minst en vecka i förväg", "Kontroll"],
    ]


def test_paragraphs_side_by_side_in_one_ruled_row_stay_one_row(tmp_path: Path) -> None:
    before = ["Nämnden ansvarar för vården.", "Den beslutar om avgifter.", "", "Nämnden följer upp avtalen.", "Det sker varje år."]
    after = ["Styrelsen ansvarar för vården.", "Den beslutar om avgifter.", "", "Styrelsen följer upp avtalen.", "Det sker varje halvår."]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        framed(pdf, [100, 120, 200], [70, 280, 500])
        pdf.plain(74, 114, "Nuvarande lydelse", size=10)
        pdf.plain(284, 114, "Föreslagen lydelse", size=10)
        for x, lines in ((74, before), (284, after)):
            for at, text in enumerate(lines):
                pdf.plain(x, 134 + 12 * at, text, size=10)
    assert len(rows_in(tmp_path / "a.pdf")) == 2


def test_bold_labels_over_rows_of_figures_in_one_ruled_row_are_rows_of_their_own(tmp_path: Path) -> None:
    labels = ["Barn", "Norr", "Söder", "Vuxna", "Norr", "Söder"]
    figures = ["", "204", "310", "", "480", "512"]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        framed(pdf, [100, 120, 210], [70, 250, 400])
        pdf.plain(74, 114, "Område", size=10)
        pdf.plain(254, 114, "Antal", size=10)
        for at, (label, figure) in enumerate(zip(labels, figures, strict=True)):
            pdf.plain(74, 134 + 13 * at, label, size=10, bold=not figure)
            if figure:
                pdf.plain(254, 134 + 13 * at, figure, size=10)
    assert rows_in(tmp_path / "a.pdf")[1:] == [list(row) for row in zip(labels, figures, strict=True)]


def test_a_row_set_in_under_a_group_does_not_finish_its_heading(tmp_path: Path) -> None:
    rows = [
        (72, "Besök på mottagning på sjukhus", "", ""),
        (82, "Läkare", "410", "425"),
        (82, "Sjuksköterska", "205", "215"),
        (72, "Besök i hemmet hos den som bor ensam", "", ""),
        (82, "Läkare", "610", "640"),
        (82, "Sjuksköterska", "305", "315"),
    ]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 80, "Avgifterna framgår av tabellen.")
        for at, (x, label, first, second) in enumerate(rows):
            pdf.plain(x, 110 + 13 * at, label, size=10)
            for place, text in ((260, first), (340, second)):
                if text:
                    pdf.plain(place, 110 + 13 * at, text, size=10)
    read = rows_in(tmp_path / "a.pdf")
    assert [row[0] for row in read][-5:] == ["Läkare", "Sjuksköterska", "Besök i hemmet hos den som bor ensam", "Läkare", "Sjuksköterska"]


def paragraphs_in_cells(pdf: PdfMaker, below: float) -> None:
    """Draw a table without rules whose last cell has a second paragraph, which stands ``below`` points under the first."""
    rows = [
        ("Bemanning", ["Det ska finnas en sjuksköterska på varje enhet.", "Utanför kontorstid nås den per telefon."], "Stickprov"),
        ("Utbildning", ["Personalen ska ha utbildning i hygien.", "Intyg ska visas."], "Intyg och kurser"),
        ("Lokaler", ["Lokalerna ska vara tillgängliga.", "Alla rum ska nås."], "Besök på plats"),
    ]
    pdf.plain(72, 80, "Kraven följs upp en gång om året.")
    for x, text in ((76, "Område"), (157, "Krav"), (440, "Uppföljning")):
        pdf.plain(x, 110, text, size=10, bold=True)
    y = 130.0
    for label, lines, following in rows:
        pdf.plain(76, y, label, size=10)
        pdf.plain(440, y, following, size=10)
        for at, text in enumerate(lines):
            pdf.plain(157, y + 12 * at, text, size=10)
        y += 36
    pdf.plain(157, y - 36 + 12 + below, "Brandskyddet ska vara dokumenterat.", size=10)
    pdf.plain(72, y + 60, "Brister rättas inom tre månader.")


def test_another_paragraph_of_the_last_cell_stands_closer_than_rows_do(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        paragraphs_in_cells(pdf, 12)
    assert rows_in(tmp_path / "a.pdf")[-1][1].endswith("Alla rum ska nås. Brandskyddet ska vara dokumenterat.")


def test_a_line_farther_off_than_a_cells_lines_is_no_paragraph_of_the_last_cell(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        paragraphs_in_cells(pdf, 30)
    assert "Brandskyddet" not in " ".join(rows_in(tmp_path / "a.pdf")[-1])
