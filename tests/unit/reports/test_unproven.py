"""A comparison that is not proven says so wherever what is unread is said."""

from __future__ import annotations

import json

import pytest

from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.change import Comparison, Proof
from lydelse.model.finding import Severity
from lydelse.records import replace
from lydelse.reports import html, json_comparison, terminal
from lydelse.reports.terminal import Screen

HELD = compare(written("# 1 Pris\nPriset är 12 kr."), written("# 1 Pris\nPriset är 13 kr."))


def with_proof(*, earlier: bool, later: bool) -> Comparison:
    return replace(HELD, proof=Proof(reject_all_is_before=earlier, accept_all_is_after=later))


@pytest.mark.parametrize(("earlier", "later"), [(False, True), (True, False), (False, False)])
def test_a_failed_proof_is_an_error_that_is_told(*, earlier: bool, later: bool) -> None:
    (said,) = with_proof(earlier=earlier, later=later).unread
    assert (said.code, said.severity) == ("X906", Severity.ERROR)


def test_a_proof_that_holds_and_one_that_is_missing_are_no_errors() -> None:
    assert HELD.proof is not None
    assert HELD.proof.holds
    assert HELD.unread == replace(HELD, proof=None).unread == ()


def test_every_report_of_a_comparison_says_it() -> None:
    failed = with_proof(earlier=False, later=True)
    assert [each["code"] for each in json.loads(json_comparison.write(failed))["unread"]] == ["X906"]
    assert "X906" in terminal.write_comparison(failed, Screen(100))
    assert "Jämförelsen är inte bevisad" in html.write_comparison(failed, version="1")
