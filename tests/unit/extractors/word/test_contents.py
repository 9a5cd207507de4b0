"""Tables of contents: entries are paragraphs without their page, never headings, items or figures."""

from pathlib import Path

import pytest

from lydelse.differ import compare, compare_marked
from lydelse.extractors import word
from lydelse.extractors.written import in_words
from lydelse.model.text import Kind
from support import words
from support.words import heading, inserted, paragraph, run, struck

TAB = "<w:r><w:tab/></w:r>"
TOC = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/></w:style>'
    for style_id, name in (("TOC1", "toc 1"), ("Innehll2", "toc 2"), ("Figurer", "table of figures"))
)
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
BODY = (heading("5 Ersättning"), paragraph("Ersättningen är 1 425 kr."), heading("5.1 Listning", 2), paragraph("Text."))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "document.docx"


def entry(text: str, page: str, style: str = "TOC1") -> str:
    return paragraph(text, TAB, words.field("PAGEREF _Toc1 \\h", run(page)), style=style)


def test_entries_are_paragraphs_without_their_page(file: Path) -> None:
    contents = (entry("5 Ersättning", "12"), entry("5.1 Listning", "13", "Innehll2"), entry("Figur 1 Vikter", "iv", "Figurer"))
    document = word.extract(words.write(file, *contents, *BODY, styles=words.STYLES + TOC))
    assert [(p.kind, p.after) for p in document.sections[0].paragraphs] == [
        (Kind.PARAGRAPH, "5 Ersättning"),
        (Kind.PARAGRAPH, "5.1 Listning"),
        (Kind.PARAGRAPH, "Figur 1 Vikter"),
    ]
    assert [section.number for section in document.sections] == ["", "5", "5.1"]
    assert [str(e.after.value) for e in compare_marked(document).entries if e.after] == ["1425"]


def test_entries_are_known_by_the_field_that_makes_them(file: Path) -> None:
    first = paragraph(BEGIN, '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>', SEPARATE, run("5. Ersättning"), TAB, run("12"))
    document = word.extract(words.write(file, first, paragraph("5.1", TAB, "Listning", TAB, "13"), paragraph(END), *BODY))
    assert [(p.kind, p.after) for p in document.sections[0].paragraphs] == [
        (Kind.PARAGRAPH, "5. Ersättning"),
        (Kind.PARAGRAPH, "5.1 Listning"),
    ]


def test_a_field_that_never_ends_does_not_make_contents_of_the_document(file: Path) -> None:
    first = paragraph(BEGIN, "<w:r><w:instrText>TOC</w:instrText></w:r>", SEPARATE, run("5 Ersättning"), TAB, run("12"))
    document = word.extract(words.write(file, first, *BODY))
    assert in_words(document).endswith("# 5 Ersättning\nErsättningen är 1 425 kr.\n# 5.1 Listning\nText.\n")


def test_a_page_that_changed_is_no_change(file: Path) -> None:
    tracked = paragraph("5 Ersättning", TAB, struck(run("12")), inserted(run("13")), style="TOC1")
    document = word.extract(words.write(file, tracked, *BODY, styles=words.STYLES + TOC))
    assert not document.is_marked
    contents = (entry("5 Ersättning", page) for page in ("12", "14"))
    earlier, later = (word.extract(words.write(file, each, *BODY, styles=words.STYLES + TOC)) for each in contents)
    assert compare(earlier, later).changes == ()


def test_a_title_that_changed_in_the_contents_is_marked(file: Path) -> None:
    tracked = paragraph("5 ", struck(run("Pengar")), inserted(run("Ersättning")), TAB, "12", style="TOC1")
    document = word.extract(words.write(file, tracked, *BODY, styles=words.STYLES + TOC))
    assert in_words(document).startswith("5 [-Pengar-]{+Ersättning+}\n")


def test_a_usual_word_above_the_contents_does_not_begin_a_section(file: Path) -> None:
    blocks = (paragraph("Innehåll"), entry("Bakgrund", "2"), paragraph("Bakgrund"), paragraph("Text."))
    document = word.extract(words.write(file, *blocks, styles=words.STYLES + TOC))
    assert [section.title for section in document.sections] == ["", "Bakgrund"]
