"""Every Word file and workbook that is written is a package that an office program opens without offering to repair it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from lydelse import flow
from lydelse.reports import excel, tracked, word, word_report
from lydelse.reports.impact import excel as impact_excel
from lydelse.reports.impact import word as impact_word
from support.impacts import worked
from support.packages import beside, package_faults, replaced, without
from support.reviews import small_comparison, small_review
from support.word_schema import faults_in

EXAMPLES = Path(__file__).parents[3] / "examples"


@cache
def edited(tmp: str) -> bytes:
    """Return a copy of a Word file with changes, footnotes and comments among them, marked in it."""
    before, after = Path(tmp) / "before.md", Path(tmp) / "after.md"
    before.write_text("# 1 Avgift\nAvgiften är 300 kr.\n|= Ålder | Avgift\n| 0–5 | 10\n", "utf-8")
    after.write_text("# 1 Avgift\nAvgiften är 320 kr.\nNytt stycke.\n|= Ålder | Avgift\n| 0–6 | 12\n", "utf-8")
    written = word.write(flow.compared(before, after).after)
    (Path(tmp) / "after.docx").write_bytes(written)
    comparison = flow.compared(before, Path(tmp) / "after.docx")
    return tracked.write(comparison, written)[0]


WORD: dict[str, Callable[[], bytes]] = {
    "report": lambda: word_report.write(small_review(), version="1"),
    "comparison": lambda: word_report.write_comparison(small_comparison(), version="1"),
    "redline": lambda: tracked.write(small_comparison())[0],
    "redline of an example": lambda: tracked.write(flow.compared(EXAMPLES / "andringar-2026.pdf"))[0],
    "document": lambda: word.write(small_comparison().after),
    "impact": lambda: impact_word.write(worked(), version="1"),
}
SHEETS: dict[str, Callable[[], bytes]] = {
    "report": lambda: excel.write(small_review()),
    "comparison": lambda: excel.write_comparison(small_comparison()),
    "impact": lambda: impact_excel.write(worked()),
}


@pytest.mark.parametrize("name", WORD)
def test_a_word_file_is_whole_and_breaks_no_rule_of_the_schema(name: str) -> None:
    content = WORD[name]()
    assert package_faults(content) == []
    assert faults_in(content) == []


@pytest.mark.parametrize("name", SHEETS)
def test_a_workbook_is_whole(name: str) -> None:
    assert package_faults(SHEETS[name]()) == []


def test_a_copy_with_changes_in_it_is_whole(tmp_path: Path) -> None:
    content = edited(str(tmp_path))
    assert package_faults(content) == []
    assert faults_in(content) == []


def test_what_would_be_repaired_is_found() -> None:
    whole = word_report.write(small_review(), version="1")
    assert any("styles.xml is not there" in each for each in package_faults(without(whole, "word/styles.xml")))
    assert any("has no type" in each for each in package_faults(beside(whole, "word/picture.xyz", b"x")))
    stray = b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    cited = replaced(whole, "word/document.xml", b"</w:body>", b'<w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p></w:body>')
    assert any("footnote 7 is not there" in each for each in package_faults(beside(cited, "word/footnotes.xml", stray)))
