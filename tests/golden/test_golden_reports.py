"""The reports as they read, line for line; ``pytest --update-golden`` writes them anew, and the commit says why."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from lydelse import flow
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Message
from lydelse.model.minutes_review import MinutesReview
from lydelse.reports import (
    annotated,
    excel,
    findings_csv,
    html,
    json_comparison,
    json_document,
    json_findings,
    json_minutes,
    junit,
    minutes_text,
    sarif,
    terminal,
    text,
    word_report,
)
from lydelse.reports.rules_told import RuleTold
from support.goldens import Golden
from support.minutes import COVER, minutes_in
from support.pdfs import PdfMaker
from support.read_back import lines_of_notes, lines_of_word, lines_of_workbook
from support.reviews import small_comparison, small_review

HERE = Path(__file__).parent
RULES = [
    RuleTold("S101", "sum-mismatch", Severity.ERROR, "# S101 sum-mismatch\n\n## Vad\nEn summa som inte är sina delar.\n\n## Fall\n### ett"),
    RuleTold("T307", "form", Severity.WARNING, "# T307 form\n\n## Vad\nEn form som bryts.\n"),
    RuleTold("Y201", "stale-amount", Severity.QUESTION, "# Y201 stale-amount\n\n## Vad\nEtt belopp som står kvar.\n"),
]
MARKED = (
    "Ersättning för år [-2025-] {+2026+}",
    "Totalt fördelas [-300-] {+330+} tkr, varav 210 tkr till listning och 110 tkr till",
    "läkemedel.",
)
"""A page whose parts make 320 where it says 330, to be annotated."""
MINUTES = f"""{COVER}§ 12 Taxa för larm (ON/2024:7)

Förslag till beslut
Omsorgsnämnden beslutar
1. Taxan höjs till 210 kronor.

Beslut
Omsorgsnämnden beslutar
1. Taxan höjs till 220 kronor.

Expedieras till
Ekonomichefen
"""
"""A page of minutes whose decision is not what was proposed."""


def small_minutes() -> MinutesReview:
    minutes = minutes_in(MINUTES)
    point = minutes.items[0].decision[0]
    message = Message("X905.minutes-twice", {"item": "§ 12", "part": "Beslut"})
    finding = Finding("K508", "effect-without-point", Severity.QUESTION, message, (Passage(point.place, point.text, minutes.name),))
    return MinutesReview((minutes,), findings=(finding,), unread=minutes.unread, rules_off=("T307",))


SMALL: dict[str, Callable[[], str]] = {
    "review.txt": lambda: terminal.write(small_review(), terminal.Screen(100)),
    "review.narrow.txt": lambda: terminal.write(small_review(), terminal.Screen(60)),
    "review.coloured.txt": lambda: terminal.write(small_review(), terminal.Screen(100, colours=True)),
    "review.en.txt": lambda: terminal.write(small_review(), terminal.Screen(100), "en"),
    "review.html": lambda: html.write(small_review(), version="1.2.3"),
    "review.json": lambda: json_findings.write(small_review(), version="1.2.3"),
    "comparison.txt": lambda: terminal.write_comparison(small_comparison(), terminal.Screen(100)),
    "comparison.en.html": lambda: html.write_comparison(small_comparison(), version="1.2.3", language="en"),
    "comparison.json": lambda: json_comparison.write(small_comparison()),
    "document.json": lambda: json_document.write(small_comparison().redline, small_comparison().entries),
    "review.sarif": lambda: sarif.write(small_review(), RULES, version="1.2.3"),
    "review.en.sarif": lambda: sarif.write(small_review(), RULES, version="1.2.3", language="en"),
    "review.junit.xml": lambda: junit.write(small_review(), RULES),
    "review.en.junit.xml": lambda: junit.write(small_review(), RULES, language="en"),
    "review.csv": lambda: findings_csv.write(small_review()).replace("\r\n", "\n"),
    "review.en.csv": lambda: findings_csv.write(small_review(), "en").replace("\r\n", "\n"),
    "review.docx.txt": lambda: in_lines(lines_of_word(word_report.write(small_review(), version="1.2.3"))),
    "review.en.docx.txt": lambda: in_lines(lines_of_word(word_report.write(small_review(), version="1.2.3", language="en"))),
    "review.xlsx.txt": lambda: in_lines(lines_of_workbook(excel.write(small_review()))),
    "review.en.xlsx.txt": lambda: in_lines(lines_of_workbook(excel.write(small_review(), "en"))),
    "review.en.html": lambda: html.write(small_review(), version="1.2.3", language="en"),
    "review.en.json": lambda: json_findings.write(small_review(), version="1.2.3", language="en"),
    "comparison.en.txt": lambda: terminal.write_comparison(small_comparison(), terminal.Screen(100), "en"),
    "comparison.html": lambda: html.write_comparison(small_comparison(), version="1.2.3"),
    "comparison.docx.txt": lambda: in_lines(lines_of_word(word_report.write_comparison(small_comparison(), version="1.2.3"))),
    "comparison.en.docx.txt": lambda: in_lines(
        lines_of_word(word_report.write_comparison(small_comparison(), version="1.2.3", language="en"))
    ),
    "comparison.xlsx.txt": lambda: in_lines(lines_of_workbook(excel.write_comparison(small_comparison()))),
    "comparison.en.xlsx.txt": lambda: in_lines(lines_of_workbook(excel.write_comparison(small_comparison(), "en"))),
    "minutes.txt": lambda: minutes_text.write(small_minutes()),
    "minutes.en.txt": lambda: minutes_text.write(small_minutes(), language="en"),
    "minutes.html": lambda: html.write_minutes(small_minutes(), version="1.2.3"),
    "minutes.en.html": lambda: html.write_minutes(small_minutes(), version="1.2.3", language="en"),
    "minutes.json": lambda: json_minutes.write(small_minutes(), version="1.2.3"),
    "minutes.en.json": lambda: json_minutes.write(small_minutes(), version="1.2.3", language="en"),
    "document.md": lambda: text.write_markdown(small_comparison().redline),
}
"""Every golden of the case, with what is held in it."""
ANNOTATED = {"annotated.notes.txt": "sv", "annotated.en.notes.txt": "en"}
"""The goldens of a PDF's notes, each with its language."""


def in_lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.golden("small-redline")
@pytest.mark.parametrize("name", SMALL)
def test_the_report_reads_as_it_did(name: str, golden: Golden) -> None:
    golden.is_held(name, SMALL[name]())


@pytest.mark.golden("small-redline")
@pytest.mark.parametrize("name", ANNOTATED)
def test_the_notes_in_a_pdf_say_what_they_did(name: str, golden: Golden, tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "sida.pdf") as pdf:
        for number, line in enumerate(MARKED):
            pdf.marked(72, 100 + 14 * number, line)
    content, missing = annotated.write(flow.review(tmp_path / "sida.pdf"), tmp_path / "sida.pdf", None, ANNOTATED[name])
    assert missing is None
    golden.is_held(name, in_lines(lines_of_notes(content)))


def test_no_golden_is_left_that_no_test_claims() -> None:
    kept = {file.name for file in HERE.glob("small-redline/expected/*")}
    assert kept == {*SMALL, *ANNOTATED}


def test_every_case_says_where_its_input_comes_from() -> None:
    assert {folder.name for folder in HERE.iterdir() if (folder / "expected").is_dir()} == {
        file.parent.name for file in HERE.glob("*/case.toml")
    }
