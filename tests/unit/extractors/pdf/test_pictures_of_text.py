from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.formats.pdf import open_pdf
from lydelse.model.document import Document
from lydelse.model.place import Box
from support.pdfs import A4_HEIGHT, PdfMaker
from support.scans import recogniser

BEFORE = "Vårdgivaren ansvarar för att personalen har adekvata kunskaper om patienterna."
AFTER = "Frågor om ersättningen avgörs i samråd mellan parterna, senast den 12 mars."
TABLE = [
    ["Post", "2025, tkr", "2026, tkr"],
    ["Skolskjuts", "12 430", "12 860"],
    ["Lokaler", "8 120", "8 340"],
    ["Summa", "20 550", "21 200"],
]


def pictured(folder: Path, width: float, height: float, draw: Callable[[PdfMaker], object], dpi: float = 200) -> Image.Image:
    with PdfMaker(folder / "part.pdf", width=width, height=height) as pdf:
        draw(pdf)
    with open_pdf(folder / "part.pdf") as part:
        painted = part.picture(1, dpi)
    assert painted is not None
    return Image.frombytes("RGB", (painted.width, painted.height), painted.pixels)


def with_picture(folder: Path, image: Image.Image, width: float, height: float) -> Document:
    """Read a page of two paragraphs with a picture between them."""
    content = BytesIO()
    image.save(content, "JPEG", quality=80)
    with PdfMaker(folder / "page.pdf") as pdf:
        pdf.plain(70, 100, BEFORE)
        pdf.canvas.drawImage(ImageReader(content), 70, A4_HEIGHT - 130 - height, width, height)
        pdf.plain(70, 170 + height, AFTER)
    return extract(folder / "page.pdf")


def said(document: Document) -> list[str]:
    return [each.message.key for each in document.unread]


def marked_text(pdf: PdfMaker) -> None:
    pdf.paragraph(
        4,
        14,
        [
            "Ersättningen är [-4 120 kronor-] {+4 350 kronor+} för varje patient och 2 750 kr",
            "för varje besök. Den betalas ut den 25:e i månaden efter den som den avser.",
        ],
    )


def test_a_picture_of_text_is_read_with_its_marks_and_stands_in_its_place(tmp_path: Path) -> None:
    recogniser()
    document = with_picture(tmp_path, pictured(tmp_path, 460, 40, marked_text), 460, 40)
    read = in_words(document).replace("\n", " ")
    assert "Ersättningen är [-4 120 kronor-] {+4 350 kronor+} för varje patient och 2 750 kr för varje besök." in read
    assert read.index(BEFORE) < read.index("Ersättningen är") < read.index(AFTER)
    assert "X901.parts-recognised" in said(document)
    assert "X905.pdf-picture" not in said(document)


def test_a_picture_of_a_table_is_read_as_one(tmp_path: Path) -> None:
    recogniser()
    image = pictured(tmp_path, 420, 80, lambda pdf: pdf.ruled_table(4, 4, [200, 100, 100], TABLE), dpi=150)
    assert "| Summa | 20 550 | 21 200" in in_words(with_picture(tmp_path, image, 420, 80))


def logotype(pdf: PdfMaker) -> None:
    pdf.area(Box(5, 5, 50, 50), (0, 90, 160))
    pdf.plain(60, 35, "Region Väst", size=20)
    pdf.plain(60, 48, "Hälso- och sjukvård", size=9)


def diagram(pdf: PdfMaker) -> None:
    pdf.plain(100, 15, "Antal besök per år", size=12)
    for at, high in enumerate((40, 80, 120, 90, 150)):
        pdf.area(Box(60 + at * 60, 180 - high, 100 + at * 60, 180), (30, 120, 200))
        pdf.plain(62 + at * 60, 193, str(2020 + at), size=9)
        pdf.plain(62 + at * 60, 176 - high, str(high * 11), size=9)


@pytest.mark.parametrize(("draw", "width", "height"), [(logotype, 200.0, 60.0), (diagram, 400.0, 200.0)])
def test_a_logotype_and_a_diagram_give_no_text_and_are_told(
    tmp_path: Path, draw: Callable[[PdfMaker], object], width: float, height: float
) -> None:
    recogniser()
    document = with_picture(tmp_path, pictured(tmp_path, width, height, draw), width, height)
    assert [paragraph.marked_text for paragraph in document.paragraphs] == [BEFORE, AFTER]
    assert said(document) == ["X905.pdf-picture"]


def test_a_photograph_gives_no_text(tmp_path: Path) -> None:
    recogniser()
    specks = np.random.default_rng(1).integers(0, 255, (30, 45, 3), np.uint8)
    document = with_picture(tmp_path, Image.fromarray(specks).resize((600, 400), Image.Resampling.BICUBIC), 300, 200)
    assert [paragraph.marked_text for paragraph in document.paragraphs] == [BEFORE, AFTER]


def test_without_tesseract_a_picture_beside_text_is_told_and_the_text_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = pictured(tmp_path, 460, 40, marked_text)
    monkeypatch.setenv("PATH", str(tmp_path))
    document = with_picture(tmp_path, image, 460, 40)
    assert [paragraph.marked_text for paragraph in document.paragraphs] == [BEFORE, AFTER]
    assert said(document) == ["X905.pdf-picture"]
