from __future__ import annotations

import pytest

from lydelse.calculation import unlabelled_sums
from lydelse.model.calculation import Origin, RelationKind
from support.calculations import calculation_of

HEADER = "# 1 Folkmängd\n|= Ort | 2024 | 2025 | 2026\n"
COUNTY = HEADER + "| Norrby | 12 411 | 12 502 | 12 633\n| Söderby | 8 127 | 8 204 | 8 311\n| Västby | 3 219 | 3 307 | 3 358\n"


def _sums(text: str) -> list[tuple[str, int, str]]:
    relations = [each for each in calculation_of(text).relations if each.kind is RelationKind.SUM]
    return [(each.whole.stated.literal, len(each.parts), str(each.origin)) for each in relations]


def test_a_row_that_adds_up_the_rows_above_without_saying_so_is_inferred() -> None:
    sums = _sums(COUNTY + "| Hela länet | 23 757 | 24 013 | 24 302")
    assert sums == [(total, 3, Origin.INFERRED) for total in ("23 757", "24 013", "24 302")]


def test_a_row_that_does_not_is_nothing() -> None:
    assert _sums(COUNTY + "| Hela länet | 23 757 | 24 031 | 24 203") == []


def test_small_numbers_that_chance_may_add_up_are_nothing() -> None:
    assert _sums("# 1 Platser\n|= Ort | Platser\n| A | 2\n| B | 3\n| C | 5\n| D | 1") == []


def test_parts_too_small_to_be_told_from_rounding_are_nothing() -> None:
    rows = "".join(f"| Ort {at} | {at}00 | 0,4 | {at}00\n" for at in range(1, 9))
    assert _sums(f"# 1 Mått\n|= Ort | Yta | Andel av | Mark\n{rows}") == []


def test_a_total_of_totals_is_found_after_them() -> None:
    rows = [("A", 12411, 13007), ("B", 8127, 8240), ("AB", 20538, 21247), ("C", 3219, 3302), ("D", 7345, 7411), ("CD", 10564, 10713)]
    lines = "\n".join(f"| {name} | {one} | {other}" for name, one, other in [*rows, ("Alla", 31102, 31960)])
    assert ("31102", 2, "inferred") in _sums(f"# 1 Antal\n|= Grupp | Antal | Antal i fjol\n{lines}")


def test_one_column_of_few_digits_may_be_chance() -> None:
    assert _sums("# 1 Antal\n|= Grupp | Antal\n| A | 1241\n| B | 812\n| AB | 2053") == []


def test_what_held_in_the_struck_year_and_no_longer_does_is_broken() -> None:
    text = COUNTY.replace("3 358", "[-3 358-]{+3 385+}").replace("12 633", "[-12 633-]{+12 703+}")
    outcomes = calculation_of(text + "| Hela länet | 23 757 | 24 013 | [-24 302-]{+24 372+}").outcomes
    assert [outcome.verdict.value for outcome in outcomes if outcome.relation.whole.stated.literal == "24 372"] == ["exact", "inconsistent"]


def test_a_table_that_is_too_large_is_not_searched_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlabelled_sums, "MOST_CELLS", 4)
    calculation = calculation_of(COUNTY + "| Hela länet | 23 757 | 24 013 | 24 302")
    assert calculation.relations == ()
    assert [message.key for message in calculation.stopped] == ["calculation.table"]


def test_figures_below_zero_may_take_a_sum_back_once_it_has_passed_the_line() -> None:
    rows = "| Norrby | 12 411 | 12 502 | 12 633\n| Söderby | 18 127 | 18 204 | 18 311\n| Västby | −6 781 | −6 693 | −6 642\n"
    assert _sums(HEADER + rows + "| Hela länet | 23 757 | 24 013 | 24 302") == [
        (total, 3, Origin.INFERRED) for total in ("23 757", "24 013", "24 302")
    ]
