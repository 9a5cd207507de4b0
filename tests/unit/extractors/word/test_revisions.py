"""Every element of the standard that carries a tracked change (ISO/IEC 29500-1, 17.13.5), in both versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from lydelse.model.document import Redline
from support import words
from support.words import cell, cited, control, inserted, moved_from, moved_to, paragraph, row, run, struck, table, text_box


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "andringar.docx"


def by(kind: str, *content: str, author: str = "Eva") -> str:
    """Return an element that carries a change."""
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="2026-01-01T00:00:00Z">{"".join(content)}</w:{kind}>'


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText> {text} </w:instrText></w:r>"


def range_of(kind: str, which: str) -> str:
    return f'<w:{kind}Range{which} w:id="7" w:name="flytt" w:author="Eva"/>'


def in_math(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


BEGUN = sign("begin") + instruction("REF pris") + sign("separate")
CHANGED_PROPERTIES = (
    f"<w:tbl><w:tblPr>{by('tblPrChange', '<w:tblPr/>')}</w:tblPr><w:tblGrid>{by('tblGridChange', '<w:tblGrid/>')}</w:tblGrid>"
    f"<w:tr><w:tblPrEx>{by('tblPrExChange', '<w:tblPrEx/>')}</w:tblPrEx><w:trPr>{by('trPrChange', '<w:trPr/>')}</w:trPr>"
    f"<w:tc><w:tcPr>{by('tcPrChange', '<w:tcPr/>')}</w:tcPr>{paragraph('a')}</w:tc></w:tr></w:tbl>"
)

READINGS = {
    "a field's result": (paragraph("Se ", BEGUN, struck(run("5.2")), inserted(run("5.3")), sign("end")), "Se [-5.2-]{+5.3+}"),
    "a field's instruction": (
        paragraph("Se ", sign("begin"), struck(instruction("REF a")), inserted(instruction("REF b")), sign("separate"), "5.2", sign("end")),
        "Se 5.2",
    ),
    "a field in pieces": (
        paragraph("Se ", struck(BEGUN), struck(run("5.2")), struck(sign("end")), inserted(BEGUN, run("5.3"), sign("end")), "."),
        "Se [-5.2-]{+5.3+}.",
    ),
    "a simple field": (paragraph("Se ", inserted('<w:fldSimple w:instr="REF a"><w:r><w:t>5.2</w:t></w:r></w:fldSimple>')), "Se {+5.2+}"),
    "within a link": (paragraph("<w:hyperlink>", struck(run("a")), inserted(run("b")), "</w:hyperlink>"), "[-a-]{+b+}"),
    "around a link": (paragraph(inserted("<w:hyperlink><w:r><w:t>b</w:t></w:r></w:hyperlink>")), "{+b+}"),
    "around a control": (paragraph(struck(control(run("a"))), inserted(control(run("b")))), "[-a-]{+b+}"),
    "a control that is new around text that stays": (
        '<w:customXmlInsRangeStart w:id="1" w:author="E"/>' + control(paragraph("a")) + '<w:customXmlInsRangeEnd w:id="1"/>',
        "a",
    ),
    "moved words": (
        paragraph(range_of("moveFrom", "Start"), moved_from(run("a ")), range_of("moveFrom", "End"), "b")
        + paragraph("c ", range_of("moveTo", "Start"), moved_to(run("a")), range_of("moveTo", "End")),
        "[-a -]b\nc {+a+}",
    ),
    "a moved paragraph": (
        range_of("moveFrom", "Start")
        + paragraph(moved_from(run("a")), ending="moveFrom")
        + range_of("moveFrom", "End")
        + paragraph("b")
        + range_of("moveTo", "Start")
        + paragraph(moved_to(run("a")), ending="moveTo")
        + range_of("moveTo", "End")
        + paragraph("c"),
        "[-a-][-¶-]\nb\n{+a+}{+¶+}\nc",
    ),
    "words struck in what was moved": (paragraph(moved_to(run("a "), by("del", run("b"))), "c"), "{+a +}c"),
    "a paragraph within a change": (by("ins", paragraph("a")) + paragraph("b"), "{+a+}{+¶+}\nb"),
    "an end that one inserted and another deleted": (
        paragraph("a", more=f"<w:rPr>{by('ins', author='Bo')}{by('del')}</w:rPr>") + paragraph("b"),
        "ab",
    ),
    "a table within a change": (by("ins", table(row("a"), row("b"))), "+| a\n+| b"),
    "rows whose text has no mark": (
        table(row("a", "1"), row("b", "2", mark="ins"), row("c", "3", mark="del")),
        "| a | 1\n+| b | 2\n-| c | 3",
    ),
    "a row whose text was moved": (
        table(row("a"), f"<w:tr><w:trPr>{by('del')}</w:trPr>{cell(paragraph(moved_from(run('b')), ending='moveFrom'))}</w:tr>"),
        "| a\n-| b",
    ),
    "a new column": (table(row("a", cell("b", mark="cellIns")), row("c", cell("d", mark="cellIns"))), "| a | {+¤+} b\n| c | {+¤+} d"),
    "a text box": (paragraph("a", text_box(paragraph("b ", inserted(run("c"))))), "a\nb {+c+}"),
    "around a formula": (paragraph(by("ins", f"<m:oMath>{in_math('a+b')}</m:oMath>"), " x"), "{+a+b+} x"),
    "within a formula": (paragraph(f"<m:oMath>{in_math('a')}{by('del', in_math('2'))}{by('ins', in_math('3'))}</m:oMath>"), "a[-2-]{+3+}"),
    "a formula of its own": (f"<m:oMathPara>{by('del', '<m:oMath>', in_math('a'), '</m:oMath>')}</m:oMathPara>", "[-a-]"),
    "a tab and a break": (paragraph("a", struck("<w:r><w:tab/><w:br/></w:r>"), "c"), "a[-\t -]c"),
    "two who changed the same at once": (
        paragraph('<w14:conflictIns w:author="E"><w:r><w:t>a</w:t></w:r></w14:conflictIns>')
        + paragraph('<w14:conflictDel w:author="E"><w:r><w:delText>b</w:delText></w:r></w14:conflictDel>'),
        "{+a+}\n[-b-]",
    ),
    "a change without an author": (paragraph("<w:ins><w:r><w:t>a</w:t></w:r></w:ins>"), "{+a+}"),
    "numbering that was other before": (
        paragraph(
            "a", more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/><w:numberingChange w:id="1" w:original="%1:4:0:."/></w:numPr>'
        ),
        "*1. a",
    ),
    "properties of a table, its grid, rows and cells": (
        CHANGED_PROPERTIES,
        "| a",
    ),
    "properties of a section": (paragraph("a", more=f"<w:sectPr>{by('sectPrChange', '<w:sectPr/>')}</w:sectPr>"), "a"),
}


@pytest.mark.parametrize(("block", "reading"), READINGS.values(), ids=READINGS)
def test_a_change_is_read_in_both_versions(file: Path, block: str, reading: str) -> None:
    document = word.extract(words.write(file, block))
    assert in_words(document) == f"{reading}\n"
    assert document.unread == ()


@pytest.mark.parametrize("kind", ["struck", "inserted"])
def test_a_note_goes_with_the_sign_that_cites_it(file: Path, kind: str) -> None:
    sign_of_note = paragraph("a", (struck if kind == "struck" else inserted)(cited(1)))
    note = next(p for p in word.extract(words.write(file, sign_of_note, notes={"footnote": ["b"]})).paragraphs if p.marker)
    assert [run.mark.value for run in note.runs] == [kind]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("footnotes", f'<w:footnote w:id="1">{paragraph("a ", inserted(run("b")))}</w:footnote>'),
        ("endnotes", f'<w:endnote w:id="1">{paragraph("a ", struck(run("b")))}</w:endnote>'),
        ("header", paragraph("a ", inserted(run("b")))),
        ("footer", paragraph("a ", struck(run("b")))),
    ],
)
def test_a_file_whose_changes_stand_outside_the_body_is_a_redline(file: Path, part: str, content: str) -> None:
    document = word.extract(words.write(file, paragraph("a", cited(1, part.removesuffix("s"))), others={part: content}))
    assert document.source.redline is Redline.TRACKED


def test_changes_in_a_comment_make_no_redline_of_the_document(file: Path) -> None:
    remark = words.comment(1, "a").replace("<w:r>", by("ins") + "<w:r>", 1)
    document = word.extract(words.write(file, paragraph(words.commented(1, "b")), others={"comments": remark}))
    assert document.source.redline is Redline.NONE


@pytest.mark.parametrize(
    "block",
    [
        paragraph("<w:okand><w:r><w:t>två ord</w:t></w:r></w:okand>"),
        f"<w:okand>{paragraph('två ord')}</w:okand>",
        f"<w:tbl>{paragraph('två ord')}</w:tbl>",
    ],
    ids=["in a paragraph", "around one", "in a table"],
)
def test_words_in_an_element_that_nobody_knows_are_said(file: Path, block: str) -> None:
    document = word.extract(words.write(file, paragraph("a"), block))
    assert [(each.message.key, each.message.facts["count"]) for each in document.unread] == [("X905.word-unknown", 2)]
