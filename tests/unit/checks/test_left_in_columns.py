from __future__ import annotations

import pytest

from lydelse.checks.left_in_columns import left_in_columns
from support.calculations import subject_of

ROWS = ("Anslutning | 1 400 kr | 1 470 kr", "Flytt | 800 kr | 840 kr", "Kontroll | 1 100 kr | 1 155 kr")


def _left(header: str, *rows: str) -> list[tuple[tuple[str, ...], int]]:
    table = "\n".join(f"| {row}" for row in rows)
    entries = subject_of(f"# 1 Taxa\n|= {header}\n{table}").entries
    return [(tuple(entry.label for entry in each.unchanged), each.rising) for each in left_in_columns(entries)]


@pytest.mark.parametrize(
    "header",
    [
        "Åtgärd | 2025 | 2026",
        "Åtgärd | Pris 2025 | Pris 2026",
        "Åtgärd | Nuvarande avgift | Föreslagen avgift",
        "Åtgärd | Nuvarande | Ny 2026",
    ],
)
def test_a_row_that_is_alike_where_the_others_rise_by_one_factor_is_left(header: str) -> None:
    assert _left(header, *ROWS, "Besök | 700 kr | 700 kr") == [(("Besök",), 3)]


@pytest.mark.parametrize(
    "header",
    [
        "Åtgärd | Utfall 2024 | Budget 2025",
        "Åtgärd | Vardag 2025 | Helg 2026",
        "Åtgärd | 2023 | 2026",
        "Åtgärd | Före moms | Efter moms",
        "Åtgärd | Barn | Vuxen",
    ],
)
def test_columns_of_other_things_are_not_compared(header: str) -> None:
    assert _left(header, *ROWS, "Besök | 700 kr | 700 kr") == []


def test_rows_that_rise_and_fall_show_no_uprating() -> None:
    assert _left("Åtgärd | 2025 | 2026", *ROWS, "Prov | 600 kr | 570 kr", "Besök | 700 kr | 700 kr") == []


def test_several_rows_alike_are_left_only_where_three_rise_for_each() -> None:
    alike = ("Besök | 700 kr | 700 kr", "Intyg | 300 kr | 300 kr")
    assert _left("Åtgärd | 2025 | 2026", *ROWS, *alike) == []


def test_a_figure_that_the_amendment_sets_is_meant() -> None:
    assert _left("Åtgärd | 2025 | 2026", *ROWS, "Besök | 700 kr | [-735-]{+700+} kr") == []


def test_two_pairs_of_columns_are_two_comparisons() -> None:
    header = "Åtgärd | Barn 2025 | Barn 2026 | Vuxen 2025 | Vuxen 2026"
    rows = (f"{name} | {a} kr | {b} kr | {2 * a} kr | {2 * b} kr" for name, a, b in (("A", 200, 210), ("B", 400, 420), ("C", 600, 630)))
    assert _left(header, *rows, "D | 300 kr | 300 kr | 600 kr | 630 kr") == [(("D",), 3)]
