import pytest

from lydelse.calculation import infer
from lydelse.checks import Subject, check
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.finding import Severity

LEFT_BEHIND = """
# 1 Sammanfattning
Nämndens ram för [-2025-] {+2026+} är 12 437 tkr.
# 2 Ekonomi
Nämndens ram för [-2025-] {+2026+} är [-12 437-] {+12 810+} tkr.
"""
ANOTHER_UNIT = """
# 5 Budget
|= Post | Belopp
| Löner | [-1 200 tkr-] {+1 234 tkr+}
| Hyror | [-550 tkr-] {+567 kr+}
| Resor | [-85 tkr-] {+89 tkr+}
| Summa | [-1 835 tkr-] {+1 890 tkr+}
"""
TEN_TIMES = """
# 5 Budget
|= Post | Belopp
| Löner | [-1 200 tkr-] {+1 234 tkr+}
| Hyror | [-550 tkr-] {+5 670 tkr+}
| Resor | [-85 tkr-] {+89 tkr+}
| Summa | [-1 835 tkr-] {+1 890 tkr+}
"""
UNIT_IN_TEXT = """
# 5 Ram
Ramen är 12 500 [-kr-] {+tkr+}.
"""


def codes(text: str, *ignore: str) -> list[str]:
    comparison = compare_marked(written(text))
    findings = check(Subject(comparison, infer(comparison)), ignore=ignore).findings
    return [finding.code for finding in findings if finding.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("text", "told", "instead"),
    [(LEFT_BEHIND, "K501", "Y201"), (ANOTHER_UNIT, "T305", "Y204"), (TEN_TIMES, "S101", "Y204"), (UNIT_IN_TEXT, "Y204", "W701")],
    ids=["left behind", "another unit", "ten times", "unit in text"],
)
def test_a_fault_is_told_once_and_by_the_other_rule_where_the_better_one_is_left_out(text: str, told: str, instead: str) -> None:
    assert codes(text) == [told]
    assert instead in codes(text, told)


def test_two_faults_in_one_paragraph_are_both_told() -> None:
    text = """
    # 1 Sammanfattning
    Nämndens ram för [-2025-] {+2026+} är 12 437 tkr. Anslaget till resor för [-2025-] {+2026+} är 640 tkr.
    # 2 Ekonomi
    Nämndens ram för [-2025-] {+2026+} är [-12 437-] {+12 810+} tkr.
    """
    assert codes(text) == ["K501", "Y201"]
