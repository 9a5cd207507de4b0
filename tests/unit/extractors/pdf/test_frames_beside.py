"""Frames side by side are cells of one row; tables side by side, and boxes to tick, are not joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.frames_beside import with_frames_joined
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.written import in_words
from lydelse.formats.pdf import Page, open_pdf
from lydelse.model.place import Box
from support.pdfs import PdfMaker

ABOVE = "Avgiften beror på var bilen står och hur länge den står där på dagen."
ZONES = ("Zon A", "[-20-]{+25+} kr per timme"), ("Zon B", "[-10-]{+12+} kr per timme"), ("Zon C", "5 kr per timme")


def framed(pdf: PdfMaker, count: int, *, room: float = 12, lower: float = 0) -> None:
    pdf.plain(70, 80, ABOVE)
    for at in range(count):
        x = 70 + (140 + room) * at
        pdf.outline(Box(x, 100 + lower * at, x + 140, 150 + lower * at))
        for line, text in enumerate(ZONES[at]):
            pdf.marked(x + 8, 116 + 15 * line + lower * at, text)
    pdf.plain(70, 190, "Avgiften tas ut alla dagar i veckan utom söndagar och helgdagar.")


@pytest.mark.parametrize("count", [2, 3])
def test_frames_side_by_side_are_cells_of_a_row(tmp_path: Path, count: int) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        framed(pdf, count)
    row = "".join(f"| {name} {price} " for name, price in ZONES[:count]).strip()
    assert f"\n{row}\n" in in_words(extract(tmp_path / "a.pdf")).replace("\\n", " ")


def strokes_of(path: Path) -> tuple[int, int]:
    """How many upright strokes a page has, and how many places they stand at once frames are joined."""
    with open_pdf(path) as file:
        page = file.page(1)
    assert isinstance(page, Page)
    joined = with_frames_joined(page.strokes, lines_of(page))
    return tuple(len({round(stroke.box.x0) for stroke in strokes if stroke.vertical}) for strokes in (page.strokes, joined))  # type: ignore[return-value]


def test_frames_far_apart_or_at_heights_of_their_own_stay_as_they_are(tmp_path: Path) -> None:
    for name, room, lower in (("a", 60.0, 0.0), ("b", 12.0, 9.0)):
        with PdfMaker(tmp_path / f"{name}.pdf") as pdf:
            framed(pdf, 2, room=room, lower=lower)
        before, after = strokes_of(tmp_path / f"{name}.pdf")
        assert before == after == 4


def test_tables_side_by_side_and_boxes_to_tick_stay_as_they_are(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for x in (70, 280):
            pdf.ruled_table(x, 100, [120, 70], [["Zon", "Kronor"], ["A", "25"], ["B", "12"]])
    assert strokes_of(tmp_path / "a.pdf") == (6, 6)
    with PdfMaker(tmp_path / "b.pdf") as pdf:
        for x in (70, 100):
            pdf.outline(Box(x, 100, x + 22, 122))
            pdf.plain(x + 6, 115, "x")
    assert strokes_of(tmp_path / "b.pdf") == (4, 4)


def test_cells_drawn_one_by_one_are_no_frames(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for x in (70, 280):
            for at in range(3):
                pdf.outline(Box(x, 100 + 24 * at, x + 90, 124 + 24 * at))
                pdf.outline(Box(x + 90, 100 + 24 * at, x + 180, 124 + 24 * at))
                pdf.plain(x + 6, 116 + 24 * at, "Zon A")
                pdf.plain(x + 96, 116 + 24 * at, "25")
    assert strokes_of(tmp_path / "a.pdf") == (6, 6)
