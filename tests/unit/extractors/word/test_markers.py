"""The bullets and numbers of items in both versions: Word counts each version by itself."""

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.model.document import Document
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks
from support import words
from support.words import inserted, paragraph, row, run, struck, table

CHANGE = '<w:pPrChange w:id="1" w:author="Eva Ek" w:date="2025-05-20T10:00:00Z"><w:pPr>{}</w:pPr></w:pPrChange>'
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "document.docx"


def versions(document: Document) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return plain_lines(rejecting_marks(document)), plain_lines(accepting_marks(document))


def test_after_an_inserted_item_the_next_ones_have_two_numbers(file: Path) -> None:
    blocks = (
        paragraph("ett", numbering=(3, 0)),
        paragraph(inserted(run("nytt")), numbering=(3, 0), ending="ins"),
        paragraph("två", numbering=(3, 0)),
    )
    document = word.extract(words.write(file, *blocks))
    assert versions(document) == (("1. ett", "2. två"), ("1. ett", "2. nytt", "3. två"))
    assert [(p.marker, p.marker_before) for p in document.paragraphs] == [("1.", None), ("2.", None), ("3.", "2.")]


def test_a_struck_item_has_the_number_that_it_had(file: Path) -> None:
    blocks = (paragraph(struck(run("ett")), numbering=(3, 0), ending="del"), paragraph("två", numbering=(3, 0)))
    assert versions(word.extract(words.write(file, *blocks))) == (("1. ett", "2. två"), ("1. två",))


def test_a_bullet_that_became_a_number_is_a_bullet_in_the_earlier_version(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("post", numbering=(3, 0), more=CHANGE.format(BULLET))))
    assert versions(document) == (("• post",), ("1. post",))


def test_a_number_that_was_given_with_tracking_on_is_in_the_later_version_alone(file: Path) -> None:
    given = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/><w:ins w:id="1" w:author="Eva Ek"/></w:numPr>'
    for more in (given, BULLET.replace('"2"', '"3"') + CHANGE.format("")):
        document = word.extract(words.write(file, paragraph("post", more=more), paragraph("annan", numbering=(3, 0))))
        assert versions(document) == (("post", "1. annan"), ("1. post", "2. annan"))


def test_a_number_that_was_taken_away_is_in_the_earlier_version_alone(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("post", more=CHANGE.format(BULLET))))
    assert versions(document) == (("• post",), ("post",))


def test_an_item_of_a_cell_has_both_its_numbers(file: Path) -> None:
    cells = (paragraph(inserted(run("nytt")), numbering=(3, 0), ending="ins"), paragraph("två", numbering=(3, 0)))
    document = word.extract(words.write(file, table(row(words.cell(*cells)))))
    (added, second) = document.paragraphs
    assert [(added.marker, added.marker_before), (second.marker, second.marker_before)] == [("1.", None), ("2.", "1.")]
