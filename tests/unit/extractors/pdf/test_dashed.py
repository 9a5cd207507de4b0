"""Dashed rules, dash by dash."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.dashed import with_dashes_joined
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box
from lydelse.model.table import Table
from support.pdfs import BLACK, RED, Colour, PdfMaker

WIDE = 4.5


def dash(x: float, width: float = WIDE, colour: Colour = BLACK, y: float = 100.0) -> Stroke:
    return Stroke(Box(x, y, x + width, y + 1.5), 1.5, colour, horizontal=True, vertical=False)


def upright(y: float) -> Stroke:
    return Stroke(Box(100, y, 101.5, y + WIDE), 1.5, BLACK, horizontal=False, vertical=True)


def test_dashes_in_a_row_are_one_rule_whatever_their_gaps() -> None:
    boxes = [stroke.box for stroke in with_dashes_joined([dash(x) for x in (100, 107.6, 115.2, 122.8, 127.3, 133, 138.7)])]
    assert boxes == [Box(100, 100, 143.2, 101.5)]


def test_upright_dashes_are_one_rule() -> None:
    (rule,) = with_dashes_joined([upright(y) for y in (50, 58, 66, 74)])
    assert rule.vertical
    assert rule.box == Box(100, 50, 101.5, 78.5)


@pytest.mark.parametrize(
    "strokes",
    [
        [dash(x) for x in (100, 108, 116)],
        [dash(x) for x in (100, 130, 160, 190, 220)],
        [dash(x, width) for x, width in ((100, 4.5), (108, 2.0), (116, 4.5), (124, 3.0), (132, 4.5))],
        [dash(x, 40) for x in (100, 150, 200, 250)],
        [dash(x, colour=colour) for x, colour in ((100, BLACK), (108, RED), (116, BLACK), (124, RED), (132, BLACK))],
        [dash(x, y=y) for x, y in ((100, 100), (108, 101), (116, 102), (124, 103))],
    ],
    ids=["three", "far apart", "unlike", "long", "two colours", "a stair"],
)
def test_other_lines_stay_as_they_are(strokes: list[Stroke]) -> None:
    assert set(with_dashes_joined(strokes)) == set(strokes)


@pytest.mark.parametrize("gap", [1.5, 2.4, 3.2, 4.0, 5.0])
def test_a_table_whose_rules_are_dashes_keeps_its_cells(tmp_path: Path, gap: float) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at in range(4):
            for x in range(70, 280, 70):
                row_of_dashes(pdf, x, 100 + 25 * at, gap, level=True)
                for column, word in enumerate(("Besök", "2025", "2026")):
                    pdf.plain(75 + 70 * column, 117 + 25 * at, word if at < 3 else "")
        for x in range(70, 281, 70):
            for at in range(3):
                row_of_dashes(pdf, x, 100 + 25 * at, gap, level=False)
    (table,) = [block for block in extract(tmp_path / "a.pdf").blocks if isinstance(block, Table)]
    assert [len(row.cells) for row in table.rows] == [3, 3, 3]


def row_of_dashes(pdf: PdfMaker, x: float, y: float, gap: float, *, level: bool) -> None:
    """Draw one side of a cell, 70 points long or 25, a dash at either end."""
    length = 70.0 if level else 25.0
    count = max(2, round((length - WIDE) / (WIDE + gap)) + 1)
    for at in (step * (length - WIDE) / (count - 1) for step in range(count)):
        pdf.area(Box(x + at, y, x + at + WIDE, y + 1.5) if level else Box(x, y + at, x + 1.5, y + at + WIDE), BLACK)
