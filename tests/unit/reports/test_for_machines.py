"""The reports that programs take in: SARIF, JUnit and comma-separated values."""

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from lydelse.model.finding import Finding, Severity
from lydelse.model.finding_ids import identified
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports import findings_csv, junit, sarif
from lydelse.reports.rules_told import RuleTold
from support.reviews import small_review

PAGE = "# S101 sum-mismatch\n\n## Vad\n\nEn summa som inte\nstämmer.\n\n## Fall\n\n### ett fall\n"
RULES = [
    RuleTold("S101", "sum-mismatch", Severity.ERROR, PAGE),
    *(RuleTold(code, f"rule-{code}", Severity.QUESTION, PAGE.replace("S101", code)) for code in ("Y201", "Y205", "L402")),
]


def review(*severities: Severity) -> Review:
    """Return the small review with one finding of each severity, all else as it is."""
    small = small_review()
    if not severities:
        return small
    return replace(small, findings=tuple(replace(small.findings[0], severity=each) for each in severities))


def run(reviewed: Review) -> dict[str, Any]:
    (only,) = json.loads(sarif.write(reviewed, RULES, version="1.2.3"))["runs"]
    return dict(only)


@pytest.mark.parametrize(
    ("severity", "kind", "level"),
    [
        (Severity.ERROR, "fail", "error"),
        (Severity.WARNING, "fail", "warning"),
        (Severity.QUESTION, "review", "none"),
        (Severity.INFO, "informational", "none"),
    ],
)
def test_only_what_fails_has_a_level(severity: Severity, kind: str, level: str) -> None:
    (result,) = run(review(severity))["results"]
    assert (result["kind"], result["level"], result["properties"]["severity"]) == (kind, level, severity.value)


def test_a_result_names_its_rule_its_file_its_section_and_its_page() -> None:
    reviewed = review()
    finding = reviewed.findings[0]
    result = run(reviewed)["results"][0]
    location = result["locations"][0]
    assert result["ruleId"] == finding.code
    assert location["physicalLocation"]["artifactLocation"]["uri"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == finding.place.section_id
    assert location["properties"]["page"] == finding.place.page
    assert result["partialFingerprints"] == {"lydelseFinding/v1": identified(reviewed.findings)[0][0]}


def test_the_rules_are_told_with_what_they_look_for_and_without_their_cases() -> None:
    (first, *_) = run(review())["tool"]["driver"]["rules"]
    assert first["id"] == "S101"
    assert first["shortDescription"]["text"] == "En summa som inte stämmer."
    assert "Fall" not in first["help"]["text"]


def test_a_rule_that_was_left_out_is_not_among_those_that_ran_and_is_skipped() -> None:
    reviewed = replace(review(), findings=(), rules_off=("S101",))
    assert "S101" not in [rule["id"] for rule in run(reviewed)["tool"]["driver"]["rules"]]
    suite = ET.fromstring(junit.write(reviewed, RULES))[0]
    assert [case.get("name") for case in suite if case.find("skipped") is not None] == ["S101 sum-mismatch"]
    assert suite.get("skipped") == "1"


def test_what_was_not_read_is_among_the_notifications_and_in_the_error_output() -> None:
    reviewed = review()
    assert reviewed.unread, "the small review has something that was not read"
    notified = run(reviewed)["invocations"][0]["toolExecutionNotifications"]
    assert [each["descriptor"]["id"] for each in notified] == [each.code for each in reviewed.unread]
    err = ET.fromstring(junit.write(reviewed, RULES))[0].find("system-err")
    assert err is not None
    assert all(each.code in (err.text or "") for each in reviewed.unread)


def case_of(finding: Finding, reviewed: Review) -> ET.Element:
    suite = ET.fromstring(junit.write(reviewed, RULES))[0]
    return next(case for case in suite.iter("testcase") if (case.get("name") or "").startswith(finding.code))


def test_an_error_fails_its_case_and_a_question_does_not() -> None:
    reviewed = review(Severity.ERROR, Severity.QUESTION)
    case = case_of(
        replace(reviewed.findings[0], code="S101"), replace(reviewed, findings=tuple(replace(f, code="S101") for f in reviewed.findings))
    )
    assert [each.tag for each in case] == ["failure", "system-out"]
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("type") == "error"
    quiet = review(Severity.QUESTION)
    case = case_of(replace(quiet.findings[0], code="S101"), replace(quiet, findings=tuple(replace(f, code="S101") for f in quiet.findings)))
    assert [each.tag for each in case] == ["system-out"]


def test_every_finding_is_a_line_and_so_is_what_was_not_read() -> None:
    reviewed = review()
    rows = list(csv.DictReader(io.StringIO(findings_csv.write(reviewed))))
    assert [row["code"] for row in rows] == [*(f.code for f in reviewed.findings), *(u.code for u in reviewed.unread)]
    assert [row["id"] for row in rows[: len(reviewed.findings)]] == [id_ for id_, _ in identified(reviewed.findings)]


@pytest.mark.parametrize("found", ["=1+1", "+46", "-5 tkr", "@A1", "\t=1"])
def test_a_text_that_begins_as_a_formula_does_not_become_one(found: str) -> None:
    small = review(Severity.ERROR)
    (row, *_) = csv.DictReader(io.StringIO(findings_csv.write(replace(small, findings=(replace(small.findings[0], found=found),)))))
    assert row["found"] == f"'{found}"
