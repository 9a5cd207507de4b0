"""Dates in figures and in words."""

from __future__ import annotations

import pytest

from lydelse.figures.dates import Date, dates_in


def only(text: str) -> Date:
    (date,) = dates_in(text)
    return date


@pytest.mark.parametrize(
    "text", ["2021-06-02", "den 2 juni 2021", "2 juni 2021", "onsdagen den 2 juni 2021", "2 jun. 2021", "2:a juni 2021"]
)
def test_one_day_in_many_spellings(text: str) -> None:
    assert only(text).iso == "2021-06-02"


@pytest.mark.parametrize(("text", "year", "month", "day"), [("i mars 2021", 2021, 3, None), ("den 23 juni ska", None, 6, 23)])
def test_what_is_not_written_is_none(text: str, year: int | None, month: int, day: int | None) -> None:
    date = only(text)
    assert (date.year, date.month, date.day, date.iso) == (year, month, day, None)


@pytest.mark.parametrize(
    ("text", "exists"), [("30 februari 2021", False), ("2021-13-01", False), ("29 februari 2024", True), ("29 februari 2023", False)]
)
def test_a_date_that_the_calendar_lacks(text: str, exists: bool) -> None:  # noqa: FBT001 the expected value of a case
    assert only(text).exists is exists


@pytest.mark.parametrize(("text", "agrees"), [("onsdagen den 2 juni 2021", True), ("torsdag 2 juni 2021", False), ("torsdag 2 juni", None)])
def test_the_weekday_is_held_against_the_date(text: str, agrees: bool | None) -> None:  # noqa: FBT001 the expected value of a case
    assert only(text).weekday_agrees is agrees


@pytest.mark.parametrize("text", ["RS/733/2021", "18 majestäter", "2021-06", "1 marsvin"])
def test_these_are_no_dates(text: str) -> None:
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("ons 4 juni 2026", 2), ("Lördag 2026-03-13", 5), ("tors. den 1 oktober 2026", 3), ("300 kr per mån 1 maj 2026", None)],
)
def test_a_weekday_may_be_shortened_and_stand_before_a_date_in_figures(text: str, weekday: int | None) -> None:
    (date,) = dates_in(text)
    assert date.weekday == weekday


def test_day_and_month_in_figures_are_a_date_at_the_end_of_a_month_only() -> None:
    dates = dates_in("31/9 2025, 30/9 2025 och 1/9 2025")
    assert [(date.month, date.day, date.exists) for date in dates] == [(9, 31, False), (9, 30, True)]
