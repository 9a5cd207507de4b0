"""Cells between rules, held against those that pdfplumber finds."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.page import Page
from pdfplumber.table import TableFinder

from lydelse.formats.pdf.crossings import Edge, cells_between
from lydelse.model.place import Box

PLACES = st.sampled_from([0.0, 20.0, 20.4, 22.9, 40.0, 61.5, 64.0, 80.0, 120.0, 123.1])
EDGES = st.builds(lambda at, one, other: Edge(at, min(one, other), max(one, other)), PLACES, PLACES, PLACES)


def found_by_pdfplumber(level: list[Edge], upright: list[Edge]) -> list[list[Box]]:
    """Return the cells of each table, the tables and their cells in order."""
    lines: list[dict[str, object]] = []
    for at, start, end in level:
        lines.append({"x0": start, "x1": end, "top": at, "bottom": at, "width": end - start, "height": 0.0, "orientation": "h"})
    for at, start, end in upright:
        lines.append({"x0": at, "x1": at, "top": start, "bottom": end, "width": 0.0, "height": end - start, "orientation": "v"})
    page = cast("Page", SimpleNamespace(bbox=(0.0, 0.0, 200.0, 200.0), edges=lines, chars=[]))
    return in_order([[Box(*cell) for cell in table.cells] for table in TableFinder(page, {"intersection_tolerance": 3.0}).tables])


def in_order(tables: list[list[Box]]) -> list[list[Box]]:
    return sorted(sorted(table) for table in tables)


@given(level=st.lists(EDGES, max_size=12), upright=st.lists(EDGES, max_size=12))
def test_the_cells_are_those_that_pdfplumber_finds(level: list[Edge], upright: list[Edge]) -> None:
    assert in_order(cells_between(level, upright)) == found_by_pdfplumber(level, upright)


def test_four_rules_around_and_one_between_are_two_cells() -> None:
    level = [Edge(0.0, 0.0, 100.0), Edge(20.0, 0.0, 100.0)]
    upright = [Edge(0.0, 0.0, 20.0), Edge(50.0, 0.0, 20.0), Edge(100.0, 0.0, 20.0)]
    assert cells_between(level, upright) == [[Box(0.0, 0.0, 50.0, 20.0), Box(50.0, 0.0, 100.0, 20.0)]]


def test_a_cell_alone_is_no_table() -> None:
    assert cells_between([Edge(0.0, 0.0, 50.0), Edge(20.0, 0.0, 50.0)], [Edge(0.0, 0.0, 20.0), Edge(50.0, 0.0, 20.0)]) == []
