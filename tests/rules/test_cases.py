from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.calculation import held_against_model, infer
from lydelse.calculation.declared.reading import read_model
from lydelse.checks import CATALOGUE, Rule, Subject, check
from lydelse.checks.minutes import MINUTES_CATALOGUE, MinutesSubject, check_minutes
from lydelse.differ import compare, compare_marked, held_against
from lydelse.extractors.written import written
from lydelse.model.declared import DeclaredModel
from lydelse.model.finding import Finding
from lydelse.records import replace
from lydelse.reports.wording import say
from support.folders import folder
from support.rule_cases import RuleCase, cases_of
from support.workbooks import workbook_file

CASES = [pytest.param(rule, case, id=f"{rule.code}: {case.name}") for rule in CATALOGUE for case in cases_of(rule.page)]
FOLDERS = [pytest.param(rule, case, id=f"{rule.code}: {case.name}") for rule in MINUTES_CATALOGUE for case in cases_of(rule.page)]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case_of_a_rules_page_gives_what_the_page_says(rule: Rule[Subject], case: RuleCase, tmp_path: Path) -> None:
    document = written(case.document)
    comparison = compare_marked(document) if case.after is None else compare(document, written(case.after))
    if case.in_force is not None:
        comparison = replace(comparison, in_force=held_against(comparison.redline, written(case.in_force)))
    calculation = infer(comparison)
    if case.model is not None:
        calculation = held_against_model(model_of(case, tmp_path), comparison, calculation)
    findings = check(Subject(comparison, calculation), select=[rule.code]).findings
    expect(findings, case)


@pytest.mark.parametrize(("rule", "case"), FOLDERS)
def test_a_case_of_several_documents_gives_what_the_page_says(rule: Rule[MinutesSubject], case: RuleCase) -> None:
    expect(check_minutes(folder(case.documents), select=[rule.code]).findings, case)


def expect(findings: tuple[Finding, ...], case: RuleCase) -> None:
    said = [f"{f.code} {f.severity} {f.place.section}: {say(f.message)}" for f in findings]
    assert len(findings) == len(case.findings), said
    for finding, expected in zip(findings, case.findings, strict=True):
        assert (finding.code, str(finding.severity), finding.place.section) == (expected.code, expected.severity, expected.section), said
        assert expected.words in say(finding.message), said


def model_of(case: RuleCase, folder: Path) -> DeclaredModel:
    if case.workbook is not None:
        workbook_file(folder / "modell.xlsx", case.workbook)
    file = folder / "modell.toml"
    file.write_text(case.model or "", "utf-8")
    return read_model(file)


@pytest.mark.parametrize("rule", [*CATALOGUE, *MINUTES_CATALOGUE], ids=lambda rule: rule.code)
def test_a_rules_page_has_its_headings_one_case_that_fires_and_one_that_does_not(rule: Rule[Subject] | Rule[MinutesSubject]) -> None:
    page = rule.page
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    for heading in ("Vad", "Varför", "Vad göra", "Kända luckor", "Fall"):
        assert f"\n## {heading}\n" in page
    cases = cases_of(page)
    assert any(case.findings for case in cases)
    assert any(not case.findings for case in cases)


def test_codes_and_names_are_used_once() -> None:
    rules = [*((rule.code, rule.name) for rule in CATALOGUE), *((rule.code, rule.name) for rule in MINUTES_CATALOGUE)]
    assert len({code for code, _ in rules}) == len(rules)
    assert len({name for _, name in rules}) == len(rules)
