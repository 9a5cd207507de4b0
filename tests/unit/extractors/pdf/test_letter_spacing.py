"""Letters and words that are set apart otherwise than by drawn spaces."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.pdfs import PdfMaker
from support.raw_pdfs import written as raw

TEXT = "Avgiften för ett år är 1 482 kr och gäller i hela länet"


def spaced_out(path: Path, by: float, *, spaces: bool = True, text: str = TEXT) -> str:
    """Write text whose letters stand apart, and return how it is read; without ``spaces`` the words are placed and no space is drawn."""
    canvas = Canvas(str(path))
    writer = canvas.beginText(60, 700)
    writer.setFont("Helvetica", 10)
    writer.setCharSpace(by)
    if spaces:
        writer.textOut(text)
    else:
        x = 60.0
        for word in text.split():
            writer.setTextOrigin(x, 700)
            writer.textOut(word)
            x += stringWidth(f"{word} ", "Helvetica", 10) + by * (len(word) + 1)
    canvas.drawText(writer)
    canvas.save()
    return in_words(extract(path)).strip()


@pytest.mark.parametrize("by", [0.3, 0.6, 1.0, 1.5, 2.0, 2.5, 3.0])
def test_letters_that_stand_apart_are_words(tmp_path: Path, by: float) -> None:
    assert spaced_out(tmp_path / "a.pdf", by) == TEXT


@pytest.mark.parametrize("by", [0.0, 1.0, 2.0, 3.0])
def test_so_they_are_where_no_space_is_drawn(tmp_path: Path, by: float) -> None:
    assert spaced_out(tmp_path / "a.pdf", by, spaces=False) == TEXT


def test_single_letters_between_drawn_spaces_are_words(tmp_path: Path) -> None:
    assert spaced_out(tmp_path / "a.pdf", 0.0, text="Klass A B C D E F G H I J K L M") == "Klass A B C D E F G H I J K L M"


def test_figures_of_columns_are_no_letters_of_a_word(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for row in range(4):
            for column in range(10):
                pdf.plain(70 + 12 * column, 100 + 14 * row, str((row + column) % 10))
    text = in_words(extract(tmp_path / "a.pdf"))
    assert "0123456789" not in text


def test_strings_of_one_text_object_with_room_for_a_space_between_are_words(tmp_path: Path) -> None:
    shown = "[(Avgiften)-278(per)-278(listad)-277(inv\345nare)-278(\344r)-278(1)-278(482)-277(kr)-278(fr\345n)-277(1)-277(januari.)]TJ"
    path = raw(tmp_path / "a.pdf", f"BT /F1 10.5 Tf 72 700 Td {shown} ET")
    assert in_words(extract(path)).strip() == "Avgiften per listad invånare är 1 482 kr från 1 januari."
