from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.errors import UnreadableFileError
from lydelse.formats.pdf import BrokenPage, Page, open_pdf
from support.pdfs import PdfMaker


def refusal_of(path: Path, password: str | None = None) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        open_pdf(path, password)
    return refused.value.message.key


def test_a_file_says_what_it_is(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf", title="Ändringar för året") as pdf:
        pdf.plain(72, 100, "ett")
        pdf.next_page()
        pdf.plain(72, 100, "två")
    with open_pdf(tmp_path / "a.pdf") as opened:
        assert opened.page_count == 2
        assert opened.title == "Ändringar för året"
        assert "ReportLab" in opened.producer
        assert opened.creation_date is not None
        assert opened.creation_date.startswith("2000-01-01T00:00:00")
        pages = list(opened.pages())
    assert [page.number for page in pages] == [1, 2]
    assert all(isinstance(page, Page) for page in pages)


def test_a_locked_file_opens_with_its_password_only(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with PdfMaker(path, password="hemligt") as pdf:
        pdf.plain(72, 100, "innanför")
    assert refusal_of(path) == "error.password"
    assert refusal_of(path, "fel") == "error.wrong-password"
    with open_pdf(path, "hemligt") as opened:
        page = opened.page(1)
    assert isinstance(page, Page)
    assert "".join(glyph.text for glyph in page.glyphs) == "innanför"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "error.empty"),
        (b"En vanlig text som heter som en PDF.", "error.not-pdf"),
        (b"%PDF-1.7\nresten gick bort i \xc3\xb6verf\xc3\xb6ringen", "error.damaged-pdf"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, key: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert refusal_of(path) == key


def test_a_missing_file_is_refused_with_the_systems_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        open_pdf(tmp_path / "none.pdf")
    assert refused.value.message.key == "error.refused"
    assert refused.value.message.facts["reason"]


def test_rubbish_before_the_signature_is_let_pass(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "läsbar")
    path = tmp_path / "b.pdf"
    path.write_bytes(b"\r\n\r\n" + (tmp_path / "a.pdf").read_bytes())
    with open_pdf(path) as opened:
        assert opened.page_count == 1


def test_a_page_that_cannot_be_loaded_does_not_stop_the_others(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "ett")
        pdf.next_page()
        pdf.plain(72, 100, "två")
    content = (tmp_path / "a.pdf").read_bytes()
    (tmp_path / "b.pdf").write_bytes(content.replace(b"/Count 2", b"/Count 3"))
    with open_pdf(tmp_path / "b.pdf") as opened:
        pages = list(opened.pages())
    assert [type(page) for page in pages] == [Page, Page, BrokenPage]
    assert pages[-1].number == 3


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "ett")
    opened = open_pdf(tmp_path / "a.pdf")
    opened.close()
    opened.close()
