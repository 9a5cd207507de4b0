"""Headings that nothing marks but their words, and the care that such a guess takes."""

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from lydelse.model.text import Kind
from support import words
from support.words import BOLD, heading, inserted, paragraph, row, run, struck, table

TEXT = paragraph("Villkoren gäller från och med den 1 januari.")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "document.docx"


def headings(file: Path, *blocks: str) -> list[tuple[int, str]]:
    document = word.extract(words.write(file, *blocks))
    return [(p.level, p.after or p.before) for p in document.paragraphs if p.kind is Kind.HEADING]


def test_the_usual_words_are_headings_where_nothing_marks_headings(file: Path) -> None:
    assert headings(file, paragraph("Sammanfattning"), TEXT, paragraph("Beslut"), TEXT) == [(1, "Sammanfattning"), (1, "Beslut")]


def test_they_stand_under_the_last_numbered_heading(file: Path) -> None:
    blocks = (paragraph("§ 27"), paragraph("Beslut"), TEXT, paragraph("3.1 Krav"), TEXT, paragraph("Bedömning"), TEXT)
    assert headings(file, *blocks) == [(1, "§ 27"), (2, "Beslut"), (2, "3.1 Krav"), (3, "Bedömning")]


def test_they_stand_under_the_title_that_alone_has_a_style(file: Path) -> None:
    blocks = (heading("Villkor för utförare"), paragraph("Bakgrund"), TEXT, paragraph("Bedömning"), TEXT)
    assert headings(file, *blocks) == [(1, "Villkor för utförare"), (2, "Bakgrund"), (2, "Bedömning")]


def test_a_document_that_gives_such_words_a_style_gives_it_to_all_its_headings(file: Path) -> None:
    assert headings(file, heading("Bakgrund"), TEXT, paragraph("Bedömning"), TEXT) == [(1, "Bakgrund")]


def test_a_document_that_prints_such_words_in_bold_prints_all_its_headings_so(file: Path) -> None:
    assert headings(file, paragraph(run("Bakgrund", BOLD)), TEXT, paragraph("Bedömning"), TEXT) == [(1, "Bakgrund")]


def test_one_such_word_among_headings_with_style_is_a_paragraph(file: Path) -> None:
    assert headings(file, heading("5 Ersättning"), TEXT, paragraph("Uppföljning"), TEXT) == [(1, "5 Ersättning")]


def test_words_one_after_the_other_are_a_list_and_the_last_line_is_no_heading(file: Path) -> None:
    listed = [paragraph(text) for text in ("Bakgrund", "Bedömning", "Beslut")]
    assert headings(file, *listed, TEXT, paragraph("Bakgrund"), TEXT, paragraph("Bilagor")) == [(1, "Bakgrund")]


@pytest.mark.parametrize("line", ["beslut", "Beslut.", "Beslut och annat", "Beslut fattas av nämnden"])
def test_a_line_that_says_more_or_begins_in_lower_case_is_a_paragraph(file: Path, line: str) -> None:
    assert headings(file, paragraph(line), TEXT) == []


def test_items_and_cells_of_such_words_are_no_headings(file: Path) -> None:
    assert headings(file, paragraph("Beslut", numbering=(2, 0)), TEXT, table(row("Beslut", "Dag")), TEXT) == []


def test_an_inserted_and_a_struck_word_are_headings_of_their_version(file: Path) -> None:
    blocks = (paragraph(struck(run("Bakgrund")), ending="del"), paragraph(inserted(run("Ärendet")), ending="ins"), TEXT)
    assert headings(file, *blocks) == [(1, "Bakgrund"), (1, "Ärendet")]


def test_a_title_in_plain_letters_belongs_to_the_number_above_it(file: Path) -> None:
    blocks = (paragraph("§ 27"), paragraph("Villkor för utförare (RS/12/2026)"), paragraph("Beslut"), TEXT)
    assert headings(file, *blocks) == [(1, "§ 27 Villkor för utförare (RS/12/2026)"), (2, "Beslut")]


@pytest.mark.parametrize("below", [TEXT, paragraph("post", numbering=(2, 0)), paragraph("Nämnden beslutar:")])
def test_a_sentence_or_an_item_under_a_number_is_no_title(file: Path, below: str) -> None:
    assert headings(file, paragraph("§ 27"), below) == [(1, "§ 27")]


def read(file: Path, *blocks: str) -> list[str]:
    return in_words(word.extract(words.write(file, *blocks))).splitlines()


def numbered(text: str, level: int, *look: str) -> str:
    return paragraph(words.run(text, *look), numbering=(1, level))


def test_bold_lines_that_word_numbers_are_headings_where_no_style_makes_any(file: Path) -> None:
    lines = read(file, numbered("Allmänt", 0, BOLD), numbered("Syfte", 1, BOLD), paragraph("Text om detta."), numbered("Pris", 0, BOLD))
    assert lines == ["# 1 Allmänt", "# 1.1 Syfte", "Text om detta.", "# 2 Pris"]


def test_bold_lines_with_single_numbers_are_headings_where_text_stands_below_each(file: Path) -> None:
    assert read(file, numbered("Pris", 0, BOLD), paragraph("Text."), numbered("Tid", 0, BOLD), paragraph("Mer."))[::2] == [
        "# 1 Pris",
        "# 2 Tid",
    ]
    assert read(file, numbered("Pris", 0, BOLD), numbered("Tid", 0, BOLD), paragraph("Mer."))[:2] == ["*1 Pris", "*2 Tid"]


@pytest.mark.parametrize("text", ["Utföraren ska rapportera varje månad.", "beslut", "25 kr"])
def test_numbered_sentences_and_lines_in_plain_letters_are_items(file: Path, text: str) -> None:
    lines = read(file, numbered(text, 1, BOLD), paragraph("Text."), numbered("Syfte", 1), paragraph("Text."))
    assert [line[0] for line in lines] == ["*", "T", "*", "T"]


def test_where_styles_make_headings_bold_items_are_items(file: Path) -> None:
    assert read(file, heading("Pris"), numbered("Syfte", 1, BOLD), paragraph("Text."))[1] == "*1.1 Syfte"
