from pathlib import Path

import pypdfium2
import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.formats.bounds import Bounds, bounds, hold_to
from lydelse.model.finding import Severity
from support.pdfs import A4_HEIGHT, A4_WIDTH, PdfMaker
from support.scans import Scanner, recogniser, scanned

LINES = [
    "Vårdgivaren ansvarar för att personalen har adekvata kunskaper om patienterna,",
    "och lämnar varje månad de uppgifter som beställaren behöver för sin uppföljning.",
    "Priset är [-4 120 kronor-] {+4 350 kronor+} för varje patient, och betalas den 25:e.",
]


def lying(folder: Path, quarters: int) -> Path:
    with PdfMaker(folder / "printed.pdf") as pdf:
        pdf.paragraph(70, 120, LINES)
    return scanned(folder / "printed.pdf", folder / "lying.pdf", Scanner(150, angle=0.6, quarters=quarters))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_on_its_side_or_upside_down_is_read_upright_and_that_is_said(tmp_path: Path, quarters: int) -> None:
    recogniser()
    document = extract(lying(tmp_path, quarters))
    assert "Priset är [-4 120 kronor-] {+4 350 kronor+} för varje patient, och betalas den 25:e." in in_words(document)
    said = [each for each in document.unread if each.message.key == "X901.turned"]
    assert [(each.severity, each.message.facts["pages"]) for each in said] == [(Severity.INFO, ("1",))]


def test_what_is_read_on_a_page_upside_down_has_its_place_as_seen(tmp_path: Path) -> None:
    recogniser()
    (paragraph, *_) = extract(lying(tmp_path, 2)).paragraphs
    box = paragraph.place_of(0, 11).box
    assert box is not None
    assert (box.top + box.bottom) / 2 == pytest.approx(A4_HEIGHT - 117, abs=6)
    assert A4_WIDTH - box.x1 == pytest.approx(70, abs=6)


def test_what_is_read_on_a_page_on_its_side_has_its_place_as_seen(tmp_path: Path) -> None:
    recogniser()
    (paragraph, *_) = extract(lying(tmp_path, 1)).paragraphs
    box = paragraph.place_of(0, 11).box
    assert box is not None
    assert (box.x0 + box.x1) / 2 == pytest.approx(117, abs=6)
    assert A4_WIDTH - box.bottom == pytest.approx(70, abs=6)


def test_an_upright_page_is_not_said_to_have_been_turned(tmp_path: Path) -> None:
    recogniser()
    assert "X901.turned" not in {each.message.key for each in extract(lying(tmp_path, 0)).unread}


def test_a_page_that_takes_longer_than_it_may_is_said_to_be_unread(tmp_path: Path) -> None:
    recogniser()
    with PdfMaker(tmp_path / "text.pdf") as pdf:
        pdf.paragraph(70, 120, LINES)
    usual = bounds()
    hold_to(Bounds(recognition=0))
    try:
        document = extract(both(tmp_path))
    finally:
        hold_to(usual)
    assert ("X901.too-slow", 2) in [(each.message.key, each.page) for each in document.unread]
    assert "Priset är" in in_words(document)


def both(folder: Path) -> Path:
    """Return a file of a page with text and a scanned one."""
    scan = lying(folder, 0)
    with pypdfium2.PdfDocument.new() as whole, pypdfium2.PdfDocument(folder / "text.pdf") as text, pypdfium2.PdfDocument(scan) as page:
        whole.import_pages(text)
        whole.import_pages(page)
        whole.save(folder / "both.pdf")
    return folder / "both.pdf"
