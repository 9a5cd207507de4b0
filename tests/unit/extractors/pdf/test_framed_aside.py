"""Frames in the margins that a line ties to the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.place import Box
from support.pdfs import PdfMaker

LINES = (
    "Nämnden ska varje år redovisa hur medlen har",
    "använts och vad de har lett till, senast den",
    "sista mars. Priset är [-412-] {+428+} kr för den som",
    "är listad i länet och [-96-] {+99+} kr för övriga, om",
    "inte annat följer av avtal. Uppgifterna ska",
    "lämnas på den blankett som regionen har och",
    "skrivas under av den som ansvarar för arbetet.",
)
AT = {"right": (430.0, 560.0), "left": (20.0, 140.0)}
TEXT_AT = {"right": 70.0, "left": 200.0}


def frame(pdf: PdfMaker, side: str, top: float, *lines: str, tied: bool = True, size: float = 8) -> None:
    x0, x1 = AT[side]
    pdf.outline(Box(x0, top - 10, x1, top + 10 * len(lines)))
    for at, line in enumerate(lines):
        pdf.plain(x0 + 4, top + 10 * at, line, size=size)
    if tied:
        inner, out = (x0, -10) if side == "right" else (x1, 10)
        pdf.line(inner, top, inner + out, top + 6, dash=(1, 1))
        pdf.line(inner + out, top + 6, inner + 4 * out, top + 6, dash=(1, 1))


def read(path: Path, side: str, *draw: Callable[[PdfMaker], object]) -> Document:
    with PdfMaker(path) as pdf:
        pdf.paragraph(TEXT_AT[side], 100, LINES)
        for each in draw:
            each(pdf)
    return extract(path)


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_frame_without_a_label_is_kept_out_of_the_text_and_asked_about(tmp_path: Path, side: str) -> None:
    document = read(tmp_path / "a.pdf", side, lambda pdf: frame(pdf, side, 127, "Eva Ek", "Hur länge gäller det?"))
    assert in_words(document) == in_words(read(tmp_path / "b.pdf", side))
    (said,) = document.unread
    assert (said.message.key, said.message.facts["texts"]) == ("X905.pdf-frames", ("”Eva Ek Hur länge gäller det?”",))


def test_an_area_without_an_outline_is_a_frame_too(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        pdf.area(Box(430, 110, 560, 140), (255, 240, 200))
        pdf.plain(434, 122, "Räkna om detta", size=8)
        pdf.line(428, 120, 380, 128)

    assert [own.message.key for own in read(tmp_path / "a.pdf", "right", draw).unread] == ["X905.pdf-frames"]


def test_a_frame_that_no_line_ties_to_the_text_or_in_letters_of_its_size_is_text(tmp_path: Path) -> None:
    loose = read(tmp_path / "a.pdf", "right", lambda pdf: frame(pdf, "right", 127, "Kontakt:", "010 123 45 67", tied=False))
    large = read(tmp_path / "b.pdf", "right", lambda pdf: frame(pdf, "right", 127, "Kontakt:", "010 123 45 67", size=11))
    for document in (loose, large):
        assert "010 123 45 67" in in_words(document)
        assert not any(own.message.key == "X905.pdf-frames" for own in document.unread)


def test_a_table_at_the_right_of_a_page_is_none(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.paragraph(70, 60, LINES)
        pdf.ruled_table(70, 200, [260, 110, 110], [["Vad", "2025", "2026"], ["Timme", "412", "428"], ["Dygn", "96", "99"]])
    assert extract(tmp_path / "a.pdf").unread == ()
