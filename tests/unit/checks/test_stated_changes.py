from __future__ import annotations

import pytest

from lydelse.checks import check
from lydelse.model.calculation import Verdict
from support.calculations import subject_of


def _held(text: str) -> list[Verdict]:
    return [
        each.verdict for each in check(subject_of(text), select=["S105", "S106"]).confirmed if each.wording.key.startswith(("S105", "S106"))
    ]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("# 1 Pris\nPriset höjs från 412 kr till 425 kr, en ökning med 13 kr.", [Verdict.EXACT]),
        ("# 1 Pris\nPriset höjs från 412 kr till 425 kr, en ökning med 12 kr.", []),
        ("# 1 Pris\nPriset höjs från 412 kr till 425 kr, en ökning med 3,2 %.", [Verdict.EXACT]),
        ("# 1 Pris\nPriset höjs från 412 kr till 425 kr, en ökning med cirka 12 kr.", [Verdict.PLAUSIBLE]),
        ("# 1 Grupper\n|= Grupp | Andel av befolkningen\n| Unga | 33,3 %\n| Vuxna | 33,3 %\n| Äldre | 33,3 %", [Verdict.WITHIN_ROUNDING]),
    ],
)
def test_what_holds_is_confirmed_as_exact_only_where_the_printed_figures_agree(text: str, verdicts: list[Verdict]) -> None:
    assert _held(text + "\n") == verdicts
