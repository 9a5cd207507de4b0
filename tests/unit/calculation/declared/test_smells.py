from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.calculation.declared.smells import MOST_OF_A_KIND, smells_of
from lydelse.formats.workbook import read_workbook
from lydelse.model.workbook import SmellKind
from support.workbooks import workbook_file


def smells(folder: Path, text: str) -> list[tuple[SmellKind, str, str]]:
    found = smells_of(read_workbook(workbook_file(folder / "bok.xlsx", text)))
    return [(smell.kind, smell.cell, smell.beside) for smell in found]


def column(letter: str, *contents: str) -> str:
    return "# Blad1\n" + "".join(f"{letter}{row} {content}\n" for row, content in enumerate(contents, 1))


def test_a_constant_between_alike_formulas_is_odd_in_a_column_and_in_a_row(tmp_path: Path) -> None:
    down = column("B", "=A1*2 2", "=A2*2 4", "7", "=A4*2 8")
    assert smells(tmp_path, down) == [(SmellKind.CONSTANT, "B3", "B2: =A2*2")]
    across = "# Blad1\nB2 =B1*2 2\nC2 7\nD2 =D1*2 6\nE2 =E1*2 8\n"
    assert smells(tmp_path, across) == [(SmellKind.CONSTANT, "C2", "B2: =B1*2")]


@pytest.mark.parametrize(
    "contents",
    [
        ("10", "=A2*2 4", "=A3*2 6", "=A4*2 8"),
        ("=A1*2 2", "7", "=A3*2 6"),
        ("=A1*2 2", "=A2*2 4", "7", "=A4*3 8"),
        ("=A1*2 2", "=A2*2 4", "rubrik", "=A4*2 8"),
        ("=A$1*2 2", "=A2*2 4", "7", "=A4*2 8"),
    ],
)
def test_a_first_value_few_formulas_and_unlike_formulas_are_not_odd(tmp_path: Path, contents: tuple[str, ...]) -> None:
    assert smells(tmp_path, column("B", *contents)) == []


@pytest.mark.parametrize(
    ("contents", "missed"),
    [
        (("1", "2", "3", "=SUM(B1:B2) 3"), "B3"),
        (("1", "2", "3", "=SUM(B2:B3) 5"), "B1"),
        (("1", "2", "3", "=SUM($B$1:$B$2) 3"), "B3"),
    ],
)
def test_a_sum_that_leaves_out_its_neighbour_is_odd(tmp_path: Path, contents: tuple[str, ...], missed: str) -> None:
    assert smells(tmp_path, column("B", *contents)) == [(SmellKind.SHORT_SUM, "B4", missed)]


@pytest.mark.parametrize(
    "contents",
    [
        ("2026", "1", "2", "=SUM(B2:B3) 3"),
        ("Belopp", "1", "2", "=SUM(B2:B3) 3"),
        ("1", "2", "=SUM(B1:B2) 3", "4", "5", "=SUM(B4:B5) 9"),
        ("1", "2", "rubrik", "=SUM(B1:B2) 3", "9"),
        ("1", "2", "3", "=SUM(C1:C2) 3"),
    ],
)
def test_headings_years_and_other_sums_are_not_left_out(tmp_path: Path, contents: tuple[str, ...]) -> None:
    assert smells(tmp_path, column("B", *contents)) == []


def test_a_sum_along_a_row_is_looked_at_too(tmp_path: Path) -> None:
    assert smells(tmp_path, "# Blad1\nA1 1\nB1 2\nC1 3\nD1 =SUM(A1:B1) 3\n") == [(SmellKind.SHORT_SUM, "D1", "C1")]


def test_so_many_of_a_kind_are_told_and_no_more(tmp_path: Path) -> None:
    errors = "# Blad1\n" + "".join(f"A{row} #REF!\n" for row in range(1, 50))
    assert len(smells(tmp_path, errors)) == MOST_OF_A_KIND
