from pathlib import Path

from lydelse.formats.pdf import Page, open_pdf
from lydelse.formats.pdf.characters import UNKNOWN


def test_a_letter_that_the_file_does_not_name_is_read_as_unknown_and_not_dropped(tmp_path: Path) -> None:
    content = b"BT /F1 12 Tf 72 700 Td (\\003\\004\\005 kr) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [3 /g3 /g4 /g5] >> >>",
    ]
    path = tmp_path / "okand.pdf"
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, text) for number, text in enumerate(objects, 1))
    path.write_bytes(b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n")
    with open_pdf(path) as pdf:
        page = next(pdf.pages())
    assert isinstance(page, Page)
    assert "".join(glyph.text for glyph in page.glyphs) == f"{UNKNOWN * 3} kr"
