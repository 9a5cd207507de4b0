"""Letters that are drawn as shapes."""

from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.place import Box
from support.pdfs import BLACK, PdfMaker

WIDTHS, HEIGHTS = (2.1, 4.7, 5.3, 6.1, 3.2, 5.8), (5.4, 7.9, 5.4, 8.0, 6.6)


def keys(path: Path, rows: int, *, top: float = 400, widths: tuple[float, ...] = WIDTHS, heights: tuple[float, ...] = HEIGHTS) -> list[str]:
    """Read a page of text with rows of shapes on it, and return what is told of it."""
    with PdfMaker(path) as pdf:
        pdf.plain(70, 100, "Avtalet gäller från och med januari och tills vidare.")
        for row in range(rows):
            x, bottom = 70.0, top + 14 * row
            for at in range(30):
                width, height = widths[at % len(widths)], heights[at % len(heights)]
                pdf.area(Box(x, bottom - height, x + width, bottom), BLACK)
                x += width + (4.0 if at % 6 == 5 else 0.8)
    return [unread.message.key for unread in extract(path).unread]


def test_rows_of_shapes_that_look_like_letters_are_asked_about(tmp_path: Path) -> None:
    assert keys(tmp_path / "a.pdf", 3) == ["X905.pdf-outlined"]


def test_a_logotype_one_row_and_shapes_all_alike_are_not(tmp_path: Path) -> None:
    assert keys(tmp_path / "a.pdf", 3, top=40) == []
    assert keys(tmp_path / "b.pdf", 1) == []
    assert keys(tmp_path / "c.pdf", 3, widths=(4.0,), heights=(4.0,)) == []
