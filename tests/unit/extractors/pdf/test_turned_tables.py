from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version

UPRIGHT = ["Platserna fördelas mellan enheterna en gång om året och", "redovisas i tabellen, som står på högkant på sidan."]
PLACES = [["Enhet", "2025", "2026"], ["Aspen", "1 204", "1 310"], ["Björken", "2 480", "2 555"], ["Summa", "3 684", "3 865"]]
LEFTS = (0, 120, 200)


def rows_in(document: Document, version: Version = Version.AFTER) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text(version) for cell in row.cells] for table in tables for row in table.rows]


def upright(canvas: Canvas, baseline: float) -> None:
    canvas.setFont("Helvetica", 11)
    for at, line in enumerate(UPRIGHT):
        canvas.drawString(70, baseline - 14 * at, line)


def on_edge(canvas: Canvas, rows: Sequence[Sequence[str]], degrees: int, *, x: float = 300, y: float = 300) -> None:
    """Draw rows turned, the first line of them at a place."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(degrees)
    canvas.setFont("Helvetica", 10)
    for at, row in enumerate(rows):
        for left, text in zip(LEFTS, row, strict=False):
            canvas.drawString(left, -16 * at, text)
    canvas.restoreState()


@pytest.mark.parametrize("degrees", [90, -90])
def test_a_table_that_is_turned_on_an_upright_page_is_read_where_it_stands(tmp_path: Path, degrees: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    upright(canvas, 760)
    on_edge(canvas, PLACES, degrees, y=300 if degrees > 0 else 560)
    upright(canvas, 200)
    canvas.save()
    document = extract(tmp_path / "a.pdf")
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Table", "Paragraph"]
    assert rows_in(document) == PLACES
    assert not document.unread


def test_what_is_read_of_a_turned_table_has_its_place_on_the_page_as_seen(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    upright(canvas, 760)
    on_edge(canvas, PLACES, 90)
    canvas.save()
    table = next(block for block in extract(tmp_path / "a.pdf").blocks if isinstance(block, Table))
    label = table.rows[1].cells[0].paragraphs[0]
    spot = label.spots[0]
    assert (table.place.page, label.place.page, spot.page) == (1, 1, 1)
    assert spot.box.x0 < 316 < spot.box.x1
    assert spot.box.bottom == pytest.approx(842 - 300, abs=2)


def test_marks_in_a_turned_table_are_read(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    upright(canvas, 760)
    on_edge(canvas, [*PLACES[:2], ["Björken", "2 480", "2 555 2 560"], PLACES[3]], 90)
    canvas.saveState()
    canvas.translate(300, 300)
    canvas.rotate(90)
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.setStrokeColorRGB(0.8, 0.1, 0.1)
    width = canvas.stringWidth("2 555", "Helvetica", 10)
    canvas.line(200, -32 + 3, 200 + width, -32 + 3)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(200 + width + 1, -36, 40, 14, stroke=0, fill=1)
    canvas.setFont("Helvetica", 10)
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    after = 200 + width + canvas.stringWidth(" ", "Helvetica", 10)
    canvas.drawString(after, -32, "2 560")
    canvas.line(after, -34, after + canvas.stringWidth("2 560", "Helvetica", 10), -34)
    canvas.restoreState()
    canvas.save()
    document = extract(tmp_path / "a.pdf")
    assert rows_in(document, Version.BEFORE)[2] == ["Björken", "2 480", "2 555"]
    assert rows_in(document, Version.AFTER)[2] == ["Björken", "2 480", "2 560"]


def test_turned_text_that_is_no_table_is_told(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    upright(canvas, 760)
    on_edge(canvas, [["Regionens avtal med vårdgivare"], ["och andra som utför vård"], ["gäller i fyra år i taget"]], 90)
    canvas.save()
    document = extract(tmp_path / "a.pdf")
    assert not rows_in(document)
    assert [unread.message.key for unread in document.unread] == ["X905.rotated"]
