"""Whoever waits for a file to be read is told of each page."""

from pathlib import Path

from lydelse import flow
from lydelse.formats.page_by_page import tell, told_of_pages
from lydelse.model.message import Message
from support.pdfs import PdfMaker


def test_each_page_of_a_pdf_is_told_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tre.pdf"
    with PdfMaker(path) as pdf:
        for number in (1, 2, 3):
            pdf.plain(72, 100, f"Sida {number} har 100 kr.")
            if number < 3:
                pdf.next_page()
    steps: list[Message] = []
    flow.extracted(path, watch=steps.append)
    assert [step.key for step in steps] == ["step.reading", "step.page", "step.page", "step.page"]
    assert [(step.facts["page"], step.facts["pages"]) for step in steps[1:]] == [(1, 3), (2, 3), (3, 3)]


def test_only_the_innermost_is_told_and_nobody_afterwards() -> None:
    outer: list[tuple[int, int]] = []
    inner: list[tuple[int, int]] = []
    with told_of_pages(lambda page, pages: outer.append((page, pages))):
        with told_of_pages(lambda page, pages: inner.append((page, pages))):
            tell(1, 2)
        tell(2, 2)
    tell(3, 3)
    assert (outer, inner) == ([(2, 2)], [(1, 2)])
