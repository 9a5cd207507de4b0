from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.differ import compare_marked
from lydelse.extractors import word
from lydelse.extractors.written import in_words, written
from lydelse.model.comment import Comment
from lydelse.model.document import Document
from support import words
from support.words import cell, comment, commented, heading, inserted, paragraph, row, run, struck, table, thread


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "villkor.docx"


def only(document: Document) -> Comment:
    (found,) = document.comments
    return found


def test_a_comment_is_apart_from_the_text_with_who_when_where_and_on_what_words(file: Path) -> None:
    words.write(file, heading("5 Pris"), paragraph("Priset är ", commented(1, "13 kr"), "."), others={"comments": comment(1, "Rätt?")})
    document = word.extract(file)
    assert [each.after for each in document.paragraphs] == ["5 Pris", "Priset är 13 kr."]
    assert document.unread == ()
    found = only(document)
    assert (found.text, found.author, found.date, found.quoted) == ("Rätt?", "Eva Ek", "2026-03-02T10:00:00Z", "13 kr")
    assert (found.place.section, found.place.path) == ("5", "5/p1")


def test_a_comment_quotes_the_words_of_both_versions(file: Path) -> None:
    changed = paragraph("Priset är ", commented(1, struck(run("12")), inserted(run("13")), " kr"))
    assert only(word.extract(words.write(file, changed, others={"comments": comment(1, "Rätt?")}))).quoted == "1213 kr"


def test_a_comment_over_several_paragraphs_stands_with_the_first_and_quotes_them_all(file: Path) -> None:
    begin, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    blocks = [paragraph("Ett."), begin, paragraph("Två."), paragraph("Tre."), end, paragraph("Fyra.")]
    found = only(word.extract(words.write(file, *blocks, others={"comments": comment(1, "Hur?")})))
    assert (found.quoted, found.place.path) == ("Två. Tre.", "/p2")


def test_a_comment_in_a_cell_stands_there(file: Path) -> None:
    rows = table(row("Vara", "Pris"), row("Bok", cell(commented(1, "120"))))
    found = only(word.extract(words.write(file, paragraph("Priser"), rows, others={"comments": comment(1, "Varifrån?")})))
    assert (found.quoted, found.place.path) == ("120", "/t1/r2/c2")


def test_a_comment_on_an_empty_paragraph_stands_with_the_one_above(file: Path) -> None:
    blocks = [paragraph("Ett."), paragraph("Två."), paragraph(commented(1)), paragraph("Tre.")]
    found = only(word.extract(words.write(file, *blocks, others={"comments": comment(1, "Saknas något?")})))
    assert (found.quoted, found.place.path) == ("", "/p2")


def test_a_comment_that_begins_in_a_content_control_stands_in_its_paragraph(file: Path) -> None:
    begin = words.control('<w:commentRangeStart w:id="1"/>')
    end = '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    blocks = [paragraph("Ett."), paragraph("Priset är ", begin, "13 kr", end), words.control(paragraph("Tre."))]
    found = only(word.extract(words.write(file, *blocks, others={"comments": comment(1, "Rätt?")})))
    assert (found.quoted, found.place.path) == ("13 kr", "/p2")


def test_a_comment_on_a_whole_content_control_stands_with_its_first_paragraph(file: Path) -> None:
    held = words.control('<w:commentRangeStart w:id="1"/>', paragraph("Två."), '<w:commentRangeEnd w:id="1"/>', paragraph("Tre."))
    found = only(word.extract(words.write(file, paragraph("Ett."), held, others={"comments": comment(1, "Hur?")})))
    assert (found.quoted, found.place.path) == ("Två.", "/p2")


def test_a_comment_in_a_footnote_stands_there(file: Path) -> None:
    notes = '<w:footnote w:id="1">' + paragraph("Enligt ", commented(1, "beslut")) + "</w:footnote>"
    blocks = [paragraph("Ett.", words.cited(1)), paragraph("Två.")]
    found = only(word.extract(words.write(file, *blocks, others={"comments": comment(1, "Vilket?"), "footnotes": notes})))
    assert (found.quoted, found.place.path) == ("beslut", "/p2")


def test_answers_follow_what_they_answer_and_settled_matters_say_so(file: Path) -> None:
    body = [paragraph(commented(1, "Ett."), commented(3, "")), paragraph(commented(2, "Två."))]
    said = comment(2, "Till tvåan") + comment(3, "Ja.", author="Bo Berg") + comment(1, "Stämmer det?")
    threads = thread(1, resolved=True) + thread(2) + thread(3, answers=1)
    document = word.extract(words.write(file, *body, others={"comments": said, "commentsExtended": threads}))
    assert [(c.text, c.is_answer, c.resolved, c.quoted) for c in document.comments] == [
        ("Stämmer det?", False, True, "Ett."),
        ("Ja.", True, False, "Ett."),
        ("Till tvåan", False, False, "Två."),
    ]


def test_what_the_author_of_a_comment_took_back_is_left_out_and_its_lines_are_kept(file: Path) -> None:
    asked = paragraph("Ska det vara ", struck(run("12")), "?")
    said = f'<w:comment w:id="1" w:author="" >{asked}{paragraph("Fråga nämnden.")}</w:comment>'
    found = only(word.extract(words.write(file, paragraph(commented(1, "Pris 13 kr")), others={"comments": said})))
    assert (found.text, found.author, found.date) == ("Ska det vara ?\nFråga nämnden.", None, None)


def test_a_range_that_never_ends_quotes_nothing_after_its_reference(file: Path) -> None:
    open_ended = '<w:commentRangeStart w:id="1"/>' + run("Pris") + '<w:r><w:commentReference w:id="1"/></w:r>'
    blocks = [paragraph(open_ended, " 13 kr"), paragraph("Resten.")]
    assert only(word.extract(words.write(file, *blocks, others={"comments": comment(1, "?")}))).quoted == "Pris"


def test_a_comment_that_is_fastened_nowhere_is_told_last(file: Path) -> None:
    said = comment(9, "Utan plats") + comment(1, "Med plats")
    document = word.extract(words.write(file, paragraph(commented(1, "Ord")), others={"comments": said}))
    assert [(c.text, c.place.path) for c in document.comments] == [("Med plats", "/p1"), ("Utan plats", "")]


def test_comments_stay_in_both_readings_and_in_the_mini_language(file: Path) -> None:
    changed = paragraph("Pris ", struck(run("12")), inserted(run("13")), " ", commented(1, "kr"))
    document = word.extract(words.write(file, changed, others={"comments": comment(1, "Eller euro?")}))
    comparison = compare_marked(document)
    assert comparison.before.comments == comparison.after.comments == document.comments
    assert in_words(document) == 'Pris [-12-]{+13+} kr\n>> (Eva Ek; 2026-03-02T10:00:00Z) "kr" Eller euro?\n'
    assert written(in_words(document)).comments == document.comments
