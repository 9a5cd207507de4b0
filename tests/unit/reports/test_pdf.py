"""The report as a PDF: tagged, in its language, with its title and its text, and nothing fetched."""

import importlib.util
import io
import os
from typing import Any

import pytest
from pypdf import PdfReader

from lydelse.errors import UsageError
from lydelse.reports import html, pdf
from support.reviews import small_comparison, small_review


def written(language: str = "sv") -> PdfReader:
    if importlib.util.find_spec("weasyprint") is None:
        if os.environ.get("CI"):
            pytest.fail("WeasyPrint is not installed, and CI must not go without it")
        pytest.skip("WeasyPrint is not installed")
    return PdfReader(io.BytesIO(pdf.write(small_review(), version="1", language=language)))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pdf_has_what_a_screen_reader_needs(language: str) -> None:
    reader = written(language)
    root: Any = reader.root_object
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"] is not None
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not None
    assert reader.metadata is not None
    assert "RS/123/2025" in (reader.metadata.title or "")
    assert "pdfuaid" in (root["/Metadata"].get_object().get_data().decode("utf-8"))


def test_the_findings_stand_in_the_pdf_as_text() -> None:
    reader = written()
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert all(finding.code in text for finding in small_review().findings)


def test_a_comparison_is_written_as_a_pdf_too_and_shows_each_change_once() -> None:
    written()
    reader = PdfReader(io.BytesIO(pdf.write_comparison(small_comparison(), version="1")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert text.count("Taket får överskridas efter beslut.") == 1
    assert "Så visas ändringarna" not in text
    assert "Sök bland beloppen" not in text


def test_a_report_that_would_reach_out_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    written()
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - optional

    monkeypatch.setattr(html, "write", lambda *_, **__: '<html lang="sv"><title>x</title><img src="file:///etc/hostname" alt="x">')
    with pytest.raises(FatalURLFetchingError, match="file:///etc/hostname"):
        pdf.write(small_review(), version="1")


def test_without_the_extra_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    with pytest.raises(UsageError) as refused:
        pdf.can_be_written()
    assert refused.value.message.key == "pdf.not-installed"
