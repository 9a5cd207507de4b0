"""The arithmetic of a finding, figure by figure."""

from pathlib import Path

import pytest

from lydelse import flow
from lydelse.model.finding import Finding
from lydelse.records import replace
from lydelse.reports.arithmetic_lines import arithmetic_lines

TEXT = """# 2 Budget för [-2025-] {+2026+}
|= Post | Belopp, tkr
| Vård | [-121 400-] {+125 300+}
| Service | [-38 900-] {+40 150+}
| Summa | [-160 300-] {+165 950+}
"""


@pytest.fixture
def finding(tmp_path: Path) -> Finding:
    file = tmp_path / "budget.md"
    file.write_text(TEXT)
    return next(each for each in flow.review(file).findings if each.code == "S101")


def test_a_sum_is_laid_out_part_by_part_with_what_rounding_explains(finding: Finding) -> None:
    assert [(each.name, each.value) for each in arithmetic_lines(finding, "sv")][:6] == [
        ("Vård", "125 300 tkr"),
        ("Service", "40 150 tkr"),
        ("Delarna blir", "165 450 tkr"),
        ("I texten", "165 950 tkr"),
        ("Skillnad", "+500 tkr"),
        ("Avrundning förklarar högst", "1,5 tkr"),
    ]


def test_figures_are_written_as_the_language_writes_them(finding: Finding) -> None:
    lines = {each.name: each.value for each in arithmetic_lines(finding, "en")}
    assert lines["Rounding explains at most"] == "1.5 tkr"


def test_without_parts_the_relation_is_told_on_one_line(finding: Finding) -> None:
    (first, *_) = arithmetic_lines(replace(finding, terms=()), "sv")
    assert first.name == "Samband"
    assert first.value.endswith("≠ 165 950 tkr")
    assert not first.is_figure


def test_a_finding_without_arithmetic_has_no_lines(finding: Finding) -> None:
    bare = replace(finding, terms=(), relation="", found="", expected="", difference="", rounding="", suggestion="")
    assert arithmetic_lines(bare, "sv") == ()
