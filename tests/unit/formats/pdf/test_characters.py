"""What is asked of PDFium for a whole page at once is what it says of each character."""

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # noqa: F401 - importing it sets the PDFium library up
import pypdfium2.raw as pdfium
import pytest

from lydelse.formats.pdf.asking import address_of
from lydelse.formats.pdf.characters import objects_of, sides_of, texts_of

EXAMPLES = Path(__file__).resolve().parents[4] / "examples"


def text_pages_of(file: Path) -> Iterator[pdfium.FPDF_TEXTPAGE]:
    content = file.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    for index in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        text_page = pdfium.FPDFText_LoadPage(page)
        yield text_page
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.pdf")), ids=lambda file: file.name)
def test_a_whole_page_is_told_as_its_characters_are_one_by_one(file: Path) -> None:
    seen = 0
    for page in text_pages_of(file):
        texts = texts_of(page)
        count = len(texts)
        objects, sides, box = objects_of(page, count), sides_of(page, count), pdfium.FS_RECTF()
        assert count == pdfium.FPDFText_CountChars(page)
        for index in range(count):
            holder = pdfium.FPDFText_GetTextObject(page, index)
            assert objects[index] == (address_of(holder) if holder else None)
            pdfium.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
            assert sides[4 * index : 4 * index + 4] == [box.left, box.top, box.right, box.bottom]
            assert texts[index] in {chr(pdfium.FPDFText_GetUnicode(page, index)), "-", ""}
        seen += sum(text.isalpha() for text in texts)
    assert seen > 500


def test_a_page_without_characters_has_none() -> None:
    document = pdfium.FPDF_CreateNewDocument()
    page = pdfium.FPDFText_LoadPage(pdfium.FPDFPage_New(document, 0, 100, 100))
    assert texts_of(page) == []
    assert objects_of(page, 0) == []
    assert sides_of(page, 0) == []
