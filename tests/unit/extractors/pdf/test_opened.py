from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version

BOLD, USUAL = "Helvetica-Bold", "Helvetica"
BUDGET = [
    ["Kommitté", "Budget 2025", "Utfall 2025", "Avvikelse", "Budget 2026"],
    ["Lönenämnden", "128 410", "127 900", "510", "131 200"],
    ["Gemensam nämnd för hjälpmedel", "1 041 200", "1 052 310", "-11 110", "1 083 140"],
    ["Patientnämnden", "861 458", "872 980", "-11 522", "894 020"],
    ["Summa", "2 031 068", "2 053 190", "-22 122", "2 108 360"],
]
FEES = [
    ["Avgift", "Enhet", "2025", "2026"],
    ["Grundavgift", "kr/år", "1 250", "1 290"],
    ["Rörlig avgift, vatten", "kr/m3", "21,50", "22,40"],
    ["Avgift per bostad", "kr/år", "980", "1 010"],
    ["Tomtyteavgift", "kr/m2", "34,00", "35,50"],
]
CARRIED = [
    ["Enhet", "2024", "2025", "2026"],
    ["Aspen", "41 200", "42 310", "43 140"],
    ["Björken", "61 458", "62 980", "64 020"],
    ["Cedern", "29 540", "30 150", "30 900"],
    ["Summa", "132 198", "135 440", "138 060"],
]


def sheet(path: Path, rows: Sequence[Sequence[str]], *, widths: Sequence[float] = (), beside: float = 2.0) -> Path:
    """Draw a sheet as a spreadsheet does: each cell by itself, clipped at its sides, its column as wide as what it holds or as told."""
    canvas = Canvas(str(path))
    fitting = [max(stringWidth(row[at], BOLD if row is rows[0] else USUAL, 10) for row in rows) + 2 * beside for at in range(len(rows[0]))]
    for at, row in enumerate(rows):
        baseline, x = 740 - 14 * at, 60.0
        for text, width in zip(row, widths or fitting, strict=True):
            canvas.saveState()
            side = canvas.beginPath()
            side.rect(x, baseline - 4, width, 14)
            canvas.clipPath(side, stroke=0, fill=0)
            canvas.setFont(USUAL if at else BOLD, 10)
            if set(text) <= set("-0123456789,# "):
                canvas.drawRightString(x + width - beside, baseline, text)
            else:
                canvas.drawString(x + beside, baseline, text)
            canvas.restoreState()
            x += width
    canvas.setFont(USUAL, 10)
    canvas.drawString(60, 740 - 14 * len(rows) - 30, "Beloppen fastställs av fullmäktige och gäller hela året.")
    canvas.save()
    return path


def rows_in(document: Document) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text(Version.AFTER) for cell in row.cells] for table in tables for row in table.rows]


@pytest.mark.parametrize("rows", [BUDGET, FEES, CARRIED], ids=["headers", "units", "groups of figures"])
@pytest.mark.parametrize("beside", [1.0, 2.0, 2.5])
def test_cells_that_fill_their_columns_are_parted_where_each_is_drawn_by_itself(
    tmp_path: Path, rows: list[list[str]], beside: float
) -> None:
    document = extract(sheet(tmp_path / "a.pdf", rows, beside=beside))
    assert rows_in(document) == rows
    assert not document.unread


def test_a_label_that_its_cell_cuts_off_is_read_as_far_as_it_is_seen_and_the_rest_is_told(tmp_path: Path) -> None:
    document = extract(sheet(tmp_path / "a.pdf", FEES, widths=[64.0] * 4))
    assert [row[1:] for row in rows_in(document)] == [row[1:] for row in FEES]
    assert all(full.startswith(row[0][:9]) for row, full in zip(rows_in(document), (row[0] for row in FEES), strict=True))
    assert [unread.message.key for unread in document.unread] == ["X904.text"]


def test_a_label_that_runs_out_over_an_empty_cell_is_read_whole(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(60, 740, "Driftbudget per vårdcentral 2026, tusental kronor")
    canvas.drawString(60, 720, "Beloppen fastställs av fullmäktige.")
    canvas.save()
    document = extract(tmp_path / "a.pdf")
    assert not rows_in(document)
    assert not document.unread


def test_a_figure_that_a_spreadsheet_has_no_room_for_is_told(tmp_path: Path) -> None:
    rows = [*CARRIED[:-1], ["Summa", "###", "###", "138 060"]]
    document = extract(sheet(tmp_path / "a.pdf", rows, widths=[90.0] * 4))
    assert rows_in(document)[-1] == rows[-1]
    assert [(unread.message.key, unread.message.facts["count"]) for unread in document.unread] == [("X905.pdf-no-room", 2)]


def test_words_drawn_in_pieces_over_a_table_stay_whole(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    text = "Avgiften tas ut per påbörjad månad och bostad."
    for at, row in enumerate(FEES):
        for x, cell in zip((60, 60 + stringWidth("Avgiften tas ut per påbör", USUAL, 10), 320, 400), row, strict=True):
            canvas.setFont(USUAL, 10)
            canvas.drawString(x, 700 - 14 * at, cell)
    canvas.drawString(60, 730, text[:25])
    canvas.drawString(60 + stringWidth(text[:25], USUAL, 10), 730, text[25:])
    canvas.save()
    document = extract(tmp_path / "a.pdf")
    assert text in " ".join(run.text for paragraph in document.paragraphs for run in paragraph.runs)


def test_a_struck_figure_and_the_one_that_replaces_it_are_one_cell(tmp_path: Path) -> None:
    rows = (
        ("Läkare", "200", "250"),
        ("Sjuksköterska", "100", "120"),
        ("Fotvård", "310", "315"),
        ("Tolk", "400", "410"),
        ("Intyg", "300", ""),
        ("Vaccin", "180", ""),
    )
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont(USUAL, 10)
    canvas.drawString(60, 740, "Besök per år")
    canvas.drawString(220, 740, "Avgift i kronor")
    for at, (label, struck, inserted) in enumerate(rows):
        baseline, width = 726 - 14 * at, stringWidth(struck, USUAL, 10)
        canvas.drawString(60, baseline, label)
        canvas.setFillColorRGB(0.8, 0.1, 0.1)
        canvas.drawString(220, baseline, struck)
        canvas.drawString(223 + width, baseline, inserted)
        canvas.setFillColorRGB(0, 0, 0)
        if inserted:
            canvas.rect(220, baseline + 3, width, 0.5, stroke=0, fill=1)
            canvas.rect(223 + width, baseline - 1.5, width, 0.5, stroke=0, fill=1)
    for at in range(3):
        canvas.drawString(60, 640 - 14 * at, "Avgifterna fastställs av fullmäktige och gäller hela året om inget annat sägs.")
    canvas.save()
    (table,) = [block for block in extract(tmp_path / "a.pdf").blocks if isinstance(block, Table)]
    assert [[cell.text(Version.BEFORE) for cell in row.cells] for row in table.rows][1:] == [[label, struck] for label, struck, _ in rows]
