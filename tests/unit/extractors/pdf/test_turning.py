"""Pages whose text is turned on its sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.table import Table
from support.pdfs import A4_HEIGHT, A4_WIDTH, PdfMaker

ROWS = [
    ["Verksamhet", "2025", "2026"],
    ["Hemtjänst", "[-410-]{+ 422+}", "430"],
    ["Särskilt boende", "310", "320"],
    ["Nattpatrull", "31", "32"],
]
PROSE = [
    "Utföraren ska redovisa utförd tid senast den femte i månaden efter den månad",
    "som [-redovisningen-]{+ersättningen+} avser, och kommunen betalar mot faktura.",
]


def turned(pdf: PdfMaker, quarters: int, draw: Callable[[PdfMaker], object]) -> None:
    """Draw what is upright on a sheet of its own, turned counterclockwise by so many quarters on this one."""
    canvas = pdf.canvas
    canvas.saveState()
    canvas.translate(*[(0, 0), (A4_WIDTH, 0), (A4_WIDTH, A4_HEIGHT), (0, A4_HEIGHT)][quarters])
    canvas.rotate(90 * quarters)
    pdf.height = A4_WIDTH if quarters % 2 else A4_HEIGHT
    draw(pdf)
    pdf.height = A4_HEIGHT
    canvas.restoreState()


def page(pdf: PdfMaker) -> None:
    y = pdf.ruled_table(70, 120, [150, 80, 80], ROWS)
    pdf.paragraph(70, y + 40, PROSE)


def read(path: Path, draw: Callable[[PdfMaker], object]) -> Document:
    with PdfMaker(path) as pdf:
        draw(pdf)
    return extract(path)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_whose_text_is_turned_reads_as_the_upright_page_does(tmp_path: Path, quarters: int) -> None:
    upright = read(tmp_path / "upright.pdf", page)
    document = read(tmp_path / "turned.pdf", lambda pdf: turned(pdf, quarters, page))
    assert in_words(document) == in_words(upright)
    assert document.unread == upright.unread == ()


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_table_turned_on_a_turned_page_reads_as_the_upright_one_does(tmp_path: Path, quarters: int) -> None:
    def draw(pdf: PdfMaker) -> None:
        pdf.turned(90)
        turned(pdf, quarters, page)

    assert in_words(read(tmp_path / "a.pdf", draw)) == in_words(read(tmp_path / "b.pdf", page))


def test_a_place_on_a_turned_page_is_where_it_is_seen(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", lambda pdf: turned(pdf, 1, page))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.place.box == pytest.approx((120, A4_HEIGHT - 380, 192, A4_HEIGHT - 70), abs=4)
    spot = table.rows[0].cells[0].paragraphs[0].spots[0]
    assert spot.box.x0 == pytest.approx(124, abs=2)
    assert spot.box.bottom == pytest.approx(A4_HEIGHT - 74, abs=1)


def test_a_running_header_that_stays_upright_beside_a_turned_table_is_said_to_be_turned(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        pdf.plain(70, 40, "Kommunens avtal om hemtjänst, bilaga med ersättningar", size=8)
        turned(pdf, 1, page)

    document = read(tmp_path / "a.pdf", draw)
    assert "Hemtjänst | [-410-] {+422+} | 430" in in_words(document)
    assert [unread.code for unread in document.unread] == ["X905"]


def test_a_turned_remark_on_an_upright_page_is_not_read_and_is_said(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        page(pdf)
        pdf.canvas.saveState()
        pdf.canvas.translate(560, 300)
        pdf.canvas.rotate(90)
        pdf.canvas.drawString(0, 0, "Diarienummer i marginalen")
        pdf.canvas.restoreState()

    document = read(tmp_path / "a.pdf", draw)
    assert in_words(document) == in_words(read(tmp_path / "b.pdf", page))
    assert [unread.code for unread in document.unread] == ["X905"]
