from __future__ import annotations

from lydelse.model.calculation import RelationKind
from support.calculations import calculation_of


def _tested(text: str) -> list[str]:
    outcomes = calculation_of(text).outcomes
    return [f"{each.version}: {each.verdict}" for each in outcomes if each.relation.kind is RelationKind.SHARE]


COLUMNS = "# 1 Pris\n|= Tjänst | Pris (kr) | Moms 25 %\n| Ett | 412 | 103\n| Två | 524 | 131\n| Tre | 633 | {moms}"


def test_a_share_that_names_a_column_is_of_the_column_that_it_agrees_with() -> None:
    assert _tested(COLUMNS.format(moms="158,25")) == ["after: exact"] * 3
    assert _tested(COLUMNS.format(moms="185,25")) == ["after: exact", "after: exact", "after: inconsistent"]


def test_a_share_in_a_name_that_no_column_agrees_with_is_left_alone() -> None:
    assert _tested("# 1 Pris\n|= Tjänst | Pris (kr) | Moms 25 %\n| Ett | 412 | 90\n| Två | 524 | 131\n| Tre | 633 | 170") == []


def test_one_line_that_agrees_teaches_nothing_of_the_others() -> None:
    assert _tested("# 1 Pris\n|= Tjänst | Pris (kr) | Moms 25 %\n| Ett | 412 | 90\n| Två | 524 | 131") == []


def test_a_share_that_names_a_row_is_of_the_rows_above_as_the_earlier_version_shows() -> None:
    rows = "| Lön | [-31 200-]{+32 100+}\n| Semester 13 % | [-4 056-]{+4 173+}\n| Avgifter 31,42 % | [-11 077-]{+AFTER+}"
    text = f"# 1 Kalkyl\n|= Post | Belopp (kr)\n{rows}"
    semester = ["before: exact", "after: exact"]
    assert _tested(text.replace("AFTER", "11 397")) == [*semester, "before: within rounding", "after: within rounding"]
    assert _tested(text.replace("AFTER", "11 379")) == [*semester, "before: within rounding", "after: inconsistent"]


def test_a_share_that_is_changed_is_held_against_its_own_versions_amounts() -> None:
    rows = "| Ett | [-400-]{+500+} | [-48-]{+30+}\n| Två | [-600-]{+650+} | [-72-]{+39+}"
    assert _tested(f"# 1 Pris\n|= Tjänst | Pris (kr) | Moms [-12-]{{+6+}} %\n{rows}") == ["before: exact", "after: exact"] * 2
