"""Lines as they are put together from glyphs."""

from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf.lines import lines_of
from lydelse.formats.pdf import Page, open_pdf
from lydelse.records import replace
from support.pdfs import PdfMaker


def test_a_soft_hyphen_within_a_line_is_no_letter(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(70, 100, "upp~följning sker god~")
    with open_pdf(tmp_path / "a.pdf") as file:
        page = file.page(1)
    assert isinstance(page, Page)
    glyphs = tuple(glyph._replace(text="\u00ad") if glyph.text == "~" else glyph for glyph in page.glyphs)
    assert [line.text for line in lines_of(replace(page, glyphs=glyphs))] == ["uppföljning sker god\u00ad"]


def test_two_lines_beside_a_larger_heading_in_another_column_stay_two(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(70, 100, "Enheten ansvarar för tillgänglighet")
        pdf.plain(260, 104, "8 Uppföljning", size=18, bold=True)
        pdf.plain(70, 113, "och redovisar ersättning varje månad")
    with open_pdf(tmp_path / "a.pdf") as file:
        page = file.page(1)
    assert isinstance(page, Page)
    texts = [line.text for line in lines_of(page)]
    assert texts == ["Enheten ansvarar för tillgänglighet", "8 Uppföljning", "och redovisar ersättning varje månad"]
