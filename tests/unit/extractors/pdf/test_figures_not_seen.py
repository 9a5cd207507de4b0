"""Figures of a font without outlines: that they show what the file says cannot be tried, and that is said."""

from pathlib import Path

from benchmarks.hostile.pdf_files import FONT, TEXT, pdf_of, stream

from lydelse.extractors import read

DRAWN = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</five 7 0 R>>%s>>"
CODED = b"/Encoding<</Type/Encoding/Differences[53/five]>>/FirstChar 53/LastChar 53/Widths[600]/Resources<<>>"


def file_of(content: bytes, folder: Path) -> Path:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F3 6 0 R>>>>>>"
    glyph = stream(b"600 0 0 0 600 700 d1 0 0 500 700 re f")
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree, 3: page, 4: stream(content), 5: FONT, 6: DRAWN % CODED, 7: glyph}
    file = folder / "ritad.pdf"
    file.write_bytes(pdf_of(objects))
    return file


def keys(file: Path) -> list[str]:
    return [each.message.key for each in read(file).unread]


def test_figures_of_a_font_without_outlines_are_said_not_to_have_been_looked_at(tmp_path: Path) -> None:
    drawn = TEXT + b"BT /F3 12 Tf 50 650 Td (5) Tj ET"
    assert "X902.pdf-figures-not-seen" in keys(file_of(drawn, tmp_path))


def test_nothing_is_said_where_every_figure_has_an_outline(tmp_path: Path) -> None:
    assert "X902.pdf-figures-not-seen" not in keys(file_of(TEXT, tmp_path))
