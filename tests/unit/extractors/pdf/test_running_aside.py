"""Running lines that stand another way than the text of their page."""

from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from support.pdfs import A4_HEIGHT, PdfMaker

HEADER, FOOTER = "Kommunens avtal om hemtjänst", "Dnr KS 2025/118"
PROSE = (
    "Utföraren ska redovisa utförd tid senast den femte i månaden efter den månad",
    "som ersättningen avser, och kommunen betalar mot faktura.",
    "Den som inte lämnar uppgifter i tid får ingen ersättning för den perioden.",
)
TURNED = {2, 4}


def standing(pdf: PdfMaker) -> None:
    pdf.plain(70, 40, f"{HEADER}, sida {pdf.canvas.getPageNumber()}", size=8)
    pdf.plain(70, 810, FOOTER, size=8)


def upwards(pdf: PdfMaker, x: float, y: float, text: str, size: float = 11) -> None:
    """Write text that runs up the page, from a place counted from the top left."""
    pdf.canvas.saveState()
    pdf.canvas.translate(x, A4_HEIGHT - y)
    pdf.canvas.rotate(90)
    pdf.canvas.setFont("Helvetica", size)
    pdf.canvas.drawString(0, 0, text)
    pdf.canvas.restoreState()


def read(path: Path, pages: int, turned: set[int]) -> Document:
    with PdfMaker(path) as pdf:
        for number in range(1, pages + 1):
            standing(pdf)
            for at, line in enumerate(PROSE):
                if number in turned:
                    upwards(pdf, 120 + 14 * at, 760, line)
                else:
                    pdf.plain(70, 300 + 14 * at, line)
            if number < pages:
                pdf.next_page()
    return extract(path)


def furniture_of(document: Document) -> dict[str, tuple[str, tuple[int, ...]]]:
    return {each.text: (each.kind, each.pages) for each in document.furniture}


def test_a_header_that_is_furniture_on_upright_pages_is_furniture_on_turned_ones(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", 5, TURNED)
    every = (1, 2, 3, 4, 5)
    assert furniture_of(document) == {f"{HEADER}, sida 1": ("header", every), FOOTER: ("footer", every)}
    assert document.unread == ()


def test_a_header_upright_on_pages_that_are_all_turned_is_furniture(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", 3, {1, 2, 3})
    every = (1, 2, 3)
    assert furniture_of(document) == {f"{HEADER}, sida 1": ("header", every), FOOTER: ("footer", every)}
    assert document.unread == ()


def test_a_number_up_the_edge_of_every_page_is_furniture(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.every_page.append(lambda own: upwards(own, 30, 500, f"RS 2025-118 blad {own.canvas.getPageNumber()}", 7))
        for number in (1, 2, 3):
            pdf.paragraph(70, 300, PROSE)
            if number < 3:
                pdf.next_page()
    document = extract(tmp_path / "a.pdf")
    assert furniture_of(document) == {"RS 2025-118 blad 1": ("footer", (1, 2, 3))}
    assert document.unread == ()


def test_turned_text_that_says_otherwise_on_each_page_or_stands_within_it_is_told(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for text, x in (("Avdrag görs inte", 30), ("Stöd lämnas", 300)):
            pdf.paragraph(70, 300, PROSE)
            upwards(pdf, x, 500, text)
            upwards(pdf, 320, 600, "Samma text på båda")
            if x == 30:
                pdf.next_page()
    document = extract(tmp_path / "a.pdf")
    assert [unread.message.key for unread in document.unread] == ["X905.rotated", "X905.rotated"]
    assert document.furniture == ()
