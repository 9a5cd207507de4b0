"""An earlier report: what it told is known, what it did not is new."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from lydelse import flow
from lydelse.errors import UnreadableFileError
from lydelse.model.finding import Severity
from lydelse.model.finding_ids import identified
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports import findings_csv, html, json_findings, junit, sarif, terminal
from lydelse.reports.earlier import known_findings
from lydelse.reports.rules_told import RuleTold
from support.reviews import small_review


def told_earlier(tmp_path: Path, review: Review) -> Path:
    file = tmp_path / "tidigare.json"
    file.write_text(json_findings.write(review, version="1"))
    return file


def half_known(tmp_path: Path) -> Review:
    """Return the small review, all its findings but the first told by an earlier report, and one that is gone."""
    review = small_review()
    file = told_earlier(tmp_path, replace(review, findings=review.findings[1:]))
    return replace(review, known=known_findings(file) | {"S101-000000000000"})


def test_what_an_earlier_report_told_is_known_and_the_rest_is_new(tmp_path: Path) -> None:
    review = half_known(tmp_path)
    assert review.new_findings == review.findings[:1]
    assert review.known_findings == review.findings[1:]
    assert review.gone == ("S101-000000000000",)


def test_only_what_is_new_reaches_the_threshold(tmp_path: Path) -> None:
    review = replace(small_review(), findings=tuple(replace(each, severity=Severity.ERROR) for each in small_review().findings))
    assert flow.reaches(review, Severity.ERROR)
    assert flow.reaches(replace(review, known=frozenset()), Severity.ERROR)
    assert not flow.reaches(replace(review, known=known_findings(told_earlier(tmp_path, review))), Severity.ERROR)


def test_the_screen_shows_what_is_new_and_counts_the_rest(tmp_path: Path) -> None:
    review = half_known(tmp_path)
    shown = terminal.write(review, terminal.Screen())
    assert f"{len(review.findings) - 1} fynd fanns redan då, 1 finns inte längre" in shown
    assert [code for code in {each.code for each in review.findings[1:]} - {review.findings[0].code} if f" {code} " in shown] == []


def test_the_page_shows_all_and_says_which_are_known(tmp_path: Path) -> None:
    review = half_known(tmp_path)
    page = html.write(review, version="1")
    assert page.count("känt sedan tidigare") == len(review.findings) - 1


def test_machines_are_told_which_are_known(tmp_path: Path) -> None:
    review = half_known(tmp_path)
    known = [id_ in (review.known or ()) for id_, _ in identified(review.findings)]
    report: dict[str, Any] = json.loads(json_findings.write(review, version="1"))
    assert [each["known"] for each in report["findings"]] == known
    assert report["gone"] == ["S101-000000000000"]
    (run,) = json.loads(sarif.write(review, (), version="1"))["runs"]
    assert [each["baselineState"] == "unchanged" for each in run["results"]] == known
    rows = list(csv.DictReader(io.StringIO(findings_csv.write(review))))
    assert [row["known"] for row in rows[: len(known)]] == [str(each).lower() for each in known]


def test_what_is_known_fails_no_case() -> None:
    review = small_review()
    wrong = replace(review, findings=tuple(replace(each, severity=Severity.ERROR) for each in review.findings))
    rules = [RuleTold(code, code, Severity.ERROR, "") for code in sorted({each.code for each in wrong.findings})]
    known = frozenset(id_ for id_, _ in identified(wrong.findings))
    assert ET.fromstring(junit.write(wrong, rules)).get("failures") == str(len(rules))
    assert ET.fromstring(junit.write(replace(wrong, known=known), rules)).get("failures") == "0"


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema": "lydelse/document/1"}', '{"schema": "lydelse/findings/1"}', "\x00", '{"schema": 1}']
)
def test_a_file_that_is_no_report_of_findings_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "fel.json"
    file.write_text(content)
    with pytest.raises(UnreadableFileError) as refused:
        known_findings(file)
    assert refused.value.message.key == "error.no-earlier-report"


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        known_findings(tmp_path / "saknas.json")
    assert refused.value.message.key == "error.missing"
