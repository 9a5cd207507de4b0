"""Columns of a table that stand on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from support.pdfs import PdfMaker

FIRST = [["Verksamhet", "Pris 2025"], ["Hemtjänst", "410"], ["Särskilt boende", "310"], ["Nattpatrull", "31"], ["Dagvård", "40"]]
REST = [["Pris 2026"], ["[-430-] {+445+}"], ["320"], ["32"], ["42"]]


def read(path: Path, second: Sequence[Sequence[str]], baseline: float = 100) -> Document:
    with PdfMaker(path) as pdf:
        pdf.plain_table([70, 300], 100, FIRST)
        pdf.next_page()
        pdf.plain_table([70, 300], baseline, second)
    return extract(path)


def keys(document: Document) -> set[str]:
    return {unread.message.key for unread in document.unread}


def test_rows_of_figures_at_the_height_of_named_rows_on_the_page_before_are_asked_about(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", REST)
    (said,) = (unread for unread in document.unread if unread.message.key == "X905.pdf-columns-on")
    assert (said.page, said.message.facts["before"], said.message.facts["count"]) == (2, 1, 1)


def test_a_table_with_names_of_its_own_or_at_other_heights_is_not(tmp_path: Path) -> None:
    assert "X905.pdf-columns-on" not in keys(read(tmp_path / "a.pdf", FIRST))
    assert "X905.pdf-columns-on" not in keys(read(tmp_path / "b.pdf", REST, baseline=106))
