"""Minutes as a Word file and as a workbook: what holds stands there as well, and no sheet is empty."""

import io

import docx
import openpyxl
import pytest

from lydelse.model.calculation import Origin, Verdict
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Message
from lydelse.model.minutes_review import MinutesReview
from lydelse.model.place import Place
from lydelse.model.review import Confirmed
from lydelse.records import replace
from lydelse.reports import minutes_word, minutes_workbook
from lydelse.reports.wording import say
from support.minutes import minutes_in

TEXT = "# Protokoll\nOmsorgsnämnden 2024-03-05\n## § 12 Taxa för larm\n### Beslut\nTaxan höjs till 210 kronor.\n"


def reviewed() -> MinutesReview:
    minutes = minutes_in(TEXT)
    passage = Passage(Place(section="12"), "Taxan höjs till 210 kronor.", minutes.name)
    finding = Finding("K508", "effect-without-point", Severity.QUESTION, Message("X905.minutes-body"), (passage,))
    holds = Confirmed(Message("change.added"), Origin.STATED, Verdict.EXACT, None, None, (passage,), document=minutes.name)
    return MinutesReview((minutes,), findings=(finding,), unread=(), confirmed=(holds,))


def lines(review: MinutesReview, language: str = "sv") -> list[str]:
    """Return the texts of the Word file, those of its tables after the others."""
    document = docx.Document(io.BytesIO(minutes_word.write(review, version="1", language=language)))
    return [each.text for each in document.paragraphs] + [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]


def test_what_holds_is_told_in_the_word_file_and_nothing_where_nothing_does() -> None:
    text = lines(reviewed())
    assert text[text.index("Samband som håller") + 1] == f"• {say(Message('change.added'))}"
    assert "Samband som håller" not in lines(replace(reviewed(), confirmed=()))


@pytest.mark.parametrize(
    ("language", "quoted"), [("sv", "”Taxan höjs till 210\u00a0kronor.”"), ("en", "“Taxan höjs till 210\u00a0kronor.”")]
)
def test_what_is_quoted_has_the_quotation_marks_of_the_language(language: str, quoted: str) -> None:
    assert any(quoted in text for text in lines(reviewed(), language))


def test_the_workbook_has_a_sheet_of_what_holds_and_none_without_rows() -> None:
    book = openpyxl.load_workbook(io.BytesIO(minutes_workbook.write(reviewed())))
    assert book.sheetnames == ["Fynd", "Samband", "Underlag"]
    assert [cell.value for cell in book["Samband"][2]] == [say(Message("change.added")), reviewed().minutes[0].name, "12"]
    bare = openpyxl.load_workbook(io.BytesIO(minutes_workbook.write(replace(reviewed(), confirmed=()))))
    assert bare.sheetnames == ["Fynd", "Underlag"]
