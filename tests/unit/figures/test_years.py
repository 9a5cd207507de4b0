"""Years where they stand as years."""

from __future__ import annotations

import pytest

from lydelse.figures.years import years_in


def values(text: str) -> list[int]:
    return [year.value for year in years_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("för år 2025 , 773 096 tkr", [2025]),
        ("2025 1 482 kr", [2025]),
        ("åren 2021\u20132023", [2021, 2023]),
        ("från den 1 januari 2026", [2026]),
        ("Hälsoval 2022.", [2022]),
        ("enligt lag (2008:962)", []),
        ("Dir. 2023:98", []),
        ("årsskiftet 2020/21", []),
        ("2021-06-02", []),
        ("RS/733/2021", []),
        ("konto 2050", []),
        ("2025 kr", []),
        ("20246", []),
        ("2 025", []),
        ("1989 och 2100", []),
        ("2025,5", []),
        ("https://exempel.se/2025", []),
    ],
)
def test_the_years_of_a_text(text: str, expected: list[int]) -> None:
    assert values(text) == expected


def test_the_year_of_a_date_in_words_says_so() -> None:
    dated, month, free = years_in("den 1 maj 2018, i mars 2021 och under 2026")
    assert (dated.in_date, month.in_date, free.in_date) == (True, True, False)
