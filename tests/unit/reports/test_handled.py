"""Handled findings: beside the finding in every report, counted on the first page, and carried by an earlier report."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from lydelse.errors import LydelseError
from lydelse.model.finding import Severity
from lydelse.model.finding_ids import identified
from lydelse.model.handling import Handled
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports import excel, findings_csv, html, json_findings, junit, sarif, shapes, terminal, word_report
from lydelse.reports.earlier import handled_in, known_findings
from lydelse.reports.handled_file import handled_text, read_handled
from lydelse.reports.rules_told import RuleTold
from support.reviews import small_review

SAID = "Hanterad av Anna Ek den 2026-11-20: Rätt enligt <bilagan> & beslutet."
WHY = "Rätt enligt <bilagan> & beslutet."


def reviewed() -> Review:
    review = small_review()
    id_ = identified(review.findings)[1][0]
    gone = Handled("S101-000000000000", "Bo Alm", "2026-01-02", "Ändras.")
    return replace(review, handled=(Handled(id_, "Anna Ek", "2026-11-20", WHY), gone))


def test_the_screen_tells_it_beside_the_finding_and_counts_it_first() -> None:
    shown = " ".join(terminal.write(reviewed(), terminal.Screen(width=200)).split())
    assert SAID in shown
    assert "1 fynd är hanterat" in shown.partition("S101")[0]
    assert "1 fynd som tidigare är hanterat finns inte längre" in shown
    assert SAID in " ".join(terminal.write(reviewed(), terminal.Screen(width=60)).split())


def test_the_page_tells_it_in_the_finding_and_nowhere_else() -> None:
    page = html.write(reviewed(), version="1")
    told = SAID.replace("<", "&lt;").replace(">", "&gt;").replace("& ", "&amp; ")
    articles = page.replace("\N{NO-BREAK SPACE}", " ").split('<article class="finding')
    assert [told in each for each in articles].count(True) == 1
    assert told in next(each for each in articles if 'id="fynd-2"' in each)
    assert "1 fynd är hanterat" in articles[0]


def test_word_and_excel_have_it_where_the_answer_goes() -> None:
    with ZipFile(io.BytesIO(word_report.write(reviewed(), version="1"))) as file:
        text = "".join(ET.fromstring(file.read("word/document.xml")).itertext())
    assert SAID in text
    assert "1 fynd är hanterat" in text
    rows = list(load_workbook(io.BytesIO(excel.write(reviewed()))).worksheets[0].iter_rows(values_only=True))
    answer = rows[0].index("Svar") if "Svar" in rows[0] else 11
    assert [row[answer] for row in rows[1:]].count(SAID) == 1


def test_machines_are_told() -> None:
    review = reviewed()
    report = json.loads(json_findings.write(review, version="1"))
    assert [each.get("handled") for each in report["findings"]] == [
        None,
        {"who": "Anna Ek", "when": "2026-11-20", "why": WHY},
        None,
        None,
    ]
    assert [each["finding_id"] for each in report["handled_and_gone"]] == ["S101-000000000000"]
    assert list(Draft202012Validator(shapes.schema_of("findings")).iter_errors(report)) == []
    (run,) = json.loads(sarif.write(review, (), version="1"))["runs"]
    assert [each.get("suppressions", [{}])[0].get("justification") for each in run["results"]] == [None, WHY, None, None]
    rows = list(csv.DictReader(io.StringIO(findings_csv.write(review))))
    assert [row["handled_by"] for row in rows] == ["", "Anna Ek", "", "", ""]


def test_what_is_handled_fails_no_case_and_is_told() -> None:
    rules = [RuleTold(code, code, Severity.ERROR, "") for code in ("S101", "T301", "L402", "Y201")]
    assert ET.fromstring(junit.write(small_review(), rules)).get("failures") == "3"
    told = ET.fromstring(junit.write(reviewed(), rules))
    assert told.get("failures") == "2"
    assert SAID in "".join(told.itertext())


def test_an_earlier_report_brings_what_is_handled(tmp_path: Path) -> None:
    file = tmp_path / "tidigare.json"
    file.write_text(json_findings.write(reviewed(), version="1"), encoding="utf-8")
    assert {*handled_in(file)} == {*reviewed().handled}
    later = replace(small_review(), handled=handled_in(file), known=known_findings(file))
    assert json.loads(json_findings.write(later, version="1"))["findings"][1]["handled"]["who"] == "Anna Ek"
    file.write_text(json_findings.write(small_review(), version="1"), encoding="utf-8")
    assert handled_in(file) == ()


def test_a_file_of_what_is_handled_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "hanterat.toml"
    said = (*reviewed().handled, Handled("L402-aa-2", 'Åsa "Å" Öst', "2026-02-28", "Två\nrader\\slut"))
    file.write_text(handled_text(said), encoding="utf-8")
    assert read_handled(file) == said


def test_a_day_may_be_a_day_of_toml(tmp_path: Path) -> None:
    file = tmp_path / "hanterat.toml"
    file.write_text('[hanterat.S101-aa]\nav = "Anna"\ndatum = 2026-11-20\nmotivering = "Prövat."\n', encoding="utf-8")
    assert read_handled(file) == (Handled("S101-aa", "Anna", "2026-11-20", "Prövat."),)


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        ('[hanterad.S101-aa]\nav = "Anna"', "by-hand.unknown-part", 1),
        ('[hanterat.S101-aa]\nav = "Anna"\ndatum = "2026-11-20"', "model.missing-key", 1),
        ('[hanterat.S101-aa]\nav = "Anna"\ndatum = "i går"\nmotivering = "x"', "handled.not-a-day", 3),
        ('[hanterat.S101-aa]\nnamn = "Anna"', "model.unknown-key", 2),
        ('hanterat = "S101"', "model.not-table", 1),
        ('[hanterat]\nS101 = "ja"', "model.not-table", 2),
    ],
)
def test_a_file_that_says_something_else_is_refused_by_its_line(tmp_path: Path, content: str, key: str, line: int) -> None:
    file = tmp_path / "hanterat.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LydelseError) as refused:
        read_handled(file)
    assert (refused.value.message.key, refused.value.message.facts["line"]) == (key, line)


@pytest.mark.parametrize("beside", ['"handled": 1', '"handled": {"who": "Anna"}'])
def test_a_report_whose_handling_is_none_is_refused(tmp_path: Path, beside: str) -> None:
    file = tmp_path / "tidigare.json"
    file.write_text(f'{{"schema": "lydelse/findings/1", "findings": [{{"id": "a", {beside}}}]}}', encoding="utf-8")
    with pytest.raises(LydelseError) as refused:
        handled_in(file)
    assert refused.value.message.key == "error.no-earlier-report"
