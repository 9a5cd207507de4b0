"""Dotted rules, drawn as one small square for each dot."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.dotted import dotted_rules
from lydelse.formats.pdf.page import Fill
from lydelse.model.document import Redline
from lydelse.model.place import Box
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import BLACK, RED, PdfMaker

Places = list[tuple[float, float]]

LEVEL: Places = [(100 + 1.5 * at, 200.0) for at in range(12)]
UPRIGHT: Places = [(100.0, 200 + 1.5 * at) for at in range(12)]


def dots(places: Places, side: float = 0.75) -> list[Fill]:
    return [Fill(Box(x, y, x + side, y + side), BLACK) for x, y in places]


def lengths(places: Places, side: float = 0.75) -> list[tuple[float, float]]:
    return [(rule.box.width, rule.box.height) for rule in dotted_rules(dots(places, side), ())]


def test_dots_in_a_row_are_one_rule_in_either_direction() -> None:
    (level,) = dotted_rules(dots(LEVEL), ())
    (upright,) = dotted_rules(dots(UPRIGHT), ())
    assert (level.box, level.horizontal, level.vertical) == (Box(100, 200, 117.25, 200.75), True, False)
    assert (upright.box, upright.horizontal, upright.vertical) == (Box(100, 200, 100.75, 217.25), False, True)


def test_rules_that_meet_in_a_corner_are_two_and_dots_painted_twice_count_once() -> None:
    assert lengths([*LEVEL, *UPRIGHT, *LEVEL]) == [(17.25, 0.75), (0.75, 17.25)]


def test_a_rule_goes_on_where_another_one_crosses_it_and_a_dot_is_left_out() -> None:
    assert lengths([*LEVEL, *((x + 19.5, y) for x, y in LEVEL)]) == [(36.75, 0.75)]


def test_two_rows_of_dots_with_white_between_them_are_two_rules() -> None:
    assert lengths([*LEVEL, *((x + 40, y) for x, y in LEVEL)]) == [(17.25, 0.75), (17.25, 0.75)]


@pytest.mark.parametrize(
    ("places", "side"),
    [
        pytest.param(LEVEL[:4], 0.75, id="too few"),
        pytest.param(LEVEL[:5], 0.75, id="shorter than a cell"),
        pytest.param([(100 + 12.0 * at, 200.0) for at in range(12)], 0.75, id="far apart"),
        pytest.param([(100.0, 200 + 12.0 * at) for at in range(12)], 3.0, id="the bullets of a list"),
        pytest.param([(100 + 0.4 * at * at, 200.0 + at) for at in range(12)], 0.75, id="along a curve"),
        pytest.param([(100 + 9.0 * at, 200.0) for at in range(12)], 5.0, id="boxes to tick"),
        pytest.param([(100 + 1.5 * x, 200 + 1.5 * y) for x in range(12) for y in range(12)], 0.75, id="a ground of dots"),
    ],
)
def test_other_small_areas_are_no_rules(places: Places, side: float) -> None:
    assert lengths(places, side) == []


def test_the_dots_of_a_mark_are_no_rule() -> None:
    assert dotted_rules(dots(LEVEL), {fill.box for fill in dots(LEVEL)}) == ()


ROWS = [
    ("Enhet", "Platser 2025", "Platser 2026"),
    ("Aspen", "24", "26"),
    ("Björken med lång kö", "31 i två hus", "33"),
    ("Summa", "55", "59"),
]
SIDES = (72.0, 192.0, 312.0, 432.0)


def dotted_table(pdf: PdfMaker, top: float, *, side: float = 0.75, height: float = 18) -> None:
    """Draw ROWS with each dot of their rules for itself, cell by cell: the last dot of a side stands nearer to the one before it."""
    for at, row in enumerate(ROWS):
        y = top + height * at
        for left, right, text in zip(SIDES, SIDES[1:], row, strict=False):
            for x in along(left, right, side):
                square(pdf, x, y, side)
                square(pdf, x, y + height, side)
            for down in along(y, y + height, side):
                square(pdf, left, down, side)
                square(pdf, right, down, side)
            pdf.plain(left + 5, y + 13, text, size=10)


def along(start: float, end: float, side: float) -> list[float]:
    return [*(start + 2 * side * step for step in range(int((end - start) / (2 * side)))), end]


def square(pdf: PdfMaker, x: float, y: float, side: float) -> None:
    pdf.area(Box(x, y, x + side, y + side), BLACK)


@pytest.mark.parametrize("side", [0.75, 1.1, 1.5, 2.25, 3.0])
def test_a_table_with_dotted_rules_is_read_by_them_and_they_are_neither_marks_nor_bullets(tmp_path: Path, side: float) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 90, "Enheterna har platser enligt tabellen.", size=10)
        dotted_table(pdf, 110, side=side)
    document = extract(tmp_path / "a.pdf")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [tuple(cell.text(Version.AFTER) for cell in row.cells) for row in table.rows] == ROWS
    assert (document.source.redline, document.unread) == (Redline.NONE, ())


def test_marks_in_a_table_with_dotted_rules_are_the_texts_own(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.marked(72, 90, "Avgiften är [-412-] {+430+} kr.", colour=RED)
        dotted_table(pdf, 110)
    document = extract(tmp_path / "a.pdf")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [tuple(cell.text(Version.BEFORE) for cell in row.cells) for row in table.rows] == ROWS
    assert document.source.redline is Redline.DRAWN
