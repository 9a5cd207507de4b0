"""The paragraphs within the cells of tables."""

from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.table import Cell, Table
from lydelse.model.text import Kind, Version
from support.pdfs import PdfMaker

LEFT, MIDDLE, RIGHT, TOP = 72.0, 222.0, 522.0, 100.0


def last_cell(path: Path, cell: list[str], *, pitch: float = 13.0, gaps: tuple[int, ...] = (), header: bool = False) -> Cell:
    """Return the last cell of a ruled table of two rows, its lines as given; ``gaps`` are lines with space before them."""
    with PdfMaker(path) as pdf:
        edges = [TOP, TOP + 20, TOP + 40 + pitch * len(cell) + 8 * len(gaps)]
        for y in edges:
            pdf.line(LEFT, y, RIGHT, y)
        for x in (LEFT, MIDDLE, RIGHT):
            pdf.line(x, edges[0], x, edges[-1])
        pdf.plain(LEFT + 5, TOP + 14, "Del", size=10, bold=header)
        pdf.plain(MIDDLE + 5, TOP + 14, "Vad som ingår", size=10, bold=header)
        pdf.plain(LEFT + 5, TOP + 34, "Grunduppdrag", size=10)
        y = TOP + 34
        for at, line in enumerate(cell):
            y += 8 if at in gaps else 0
            pdf.marked(MIDDLE + 5, y, line, size=10)
            y += pitch
    (table,) = (block for block in extract(path).blocks if isinstance(block, Table))
    return table.rows[-1].cells[-1]


def test_lines_that_wrap_are_one_paragraph(tmp_path: Path) -> None:
    lines = ["Hemtjänst dagtid för alla som har beslut om det enligt lagen och", "Ledsagning efter behov, samt", "trygghetslarm"]
    assert last_cell(tmp_path / "a.pdf", lines).text(Version.AFTER) == " ".join(lines)


def test_a_capital_that_had_room_on_the_line_before_begins_a_paragraph(tmp_path: Path) -> None:
    lines = ["Hemtjänst dagtid", "Ledsagning", "Trygghetslarm utan installation"]
    assert last_cell(tmp_path / "a.pdf", lines).text(Version.AFTER) == "\n".join(lines)


def test_space_between_lines_parts_paragraphs_that_fill_their_lines(tmp_path: Path) -> None:
    first = [
        "Hemtjänst dagtid för alla som har beslut om det enligt lagen och",
        "den budget som Regionstyrelsen har fastställt för år 2026.",
    ]
    second = ["Kommunen betalar därefter inom trettio dagar."]
    cell = last_cell(tmp_path / "a.pdf", [*first, *second], gaps=(2,))
    assert [paragraph.marked_text for paragraph in cell.paragraphs] == [" ".join(first), *second]


def test_a_struck_value_over_the_one_that_replaces_it_is_one_paragraph(tmp_path: Path) -> None:
    cell = last_cell(tmp_path / "a.pdf", ["[-410 kr-]", "{+425 kr+}"])
    assert len(cell.paragraphs) == 1
    assert (cell.text(Version.BEFORE), cell.text(Version.AFTER)) == ("410 kr", "425 kr")


def test_bullets_in_a_cell_are_markers_of_items(tmp_path: Path) -> None:
    cell = last_cell(tmp_path / "a.pdf", ["• Hemtjänst dagtid", "• ledsagning"])
    assert [(each.kind, each.marker, each.marked_text) for each in cell.paragraphs] == [
        (Kind.ITEM, "•", "Hemtjänst dagtid"),
        (Kind.ITEM, "•", "ledsagning"),
    ]


def test_bullets_drawn_as_shapes_are_seen_in_a_cell_too(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.ruled_table(LEFT, TOP, [150, 300], [["Del", "Vad som ingår"], ["Tillägg", ""], ["Grund", "  Ledsagning"]])
        pdf.plain(MIDDLE + 18, TOP + 31, "Nattpatrull", size=10)
        pdf.canvas.circle(MIDDLE + 9, pdf.height - (TOP + 28), 1.5, stroke=0, fill=1)
    (table,) = (block for block in extract(tmp_path / "a.pdf").blocks if isinstance(block, Table))
    (paragraph,) = table.rows[1].cells[1].paragraphs
    assert (paragraph.marker, paragraph.marked_text) == ("•", "Nattpatrull")
