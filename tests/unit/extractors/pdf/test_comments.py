"""What annotations say of the text is kept as comments, apart from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from lydelse.extractors.pdf import extract
from lydelse.model.comment import Comment
from lydelse.model.document import Document
from lydelse.model.place import Box
from support.pdfs import PdfMaker, width_of

FIRST = "Ersättningen är 410 kr per timme för all utförd tid hos den enskilde."
SECOND = "Nämnden beslutar om undantag i särskilda fall."


def read(path: Path, draw: Callable[[PdfMaker], object]) -> Document:
    with PdfMaker(path) as pdf:
        pdf.plain(72, 100, FIRST)
        pdf.plain(72, 140, SECOND)
        draw(pdf)
    return extract(path)


def over(words: str) -> Box:
    x0 = 72 + width_of(FIRST[: FIRST.index(words)], 11)
    return Box(x0, 90, x0 + width_of(words, 11), 102)


def only(document: Document) -> Comment:
    (comment,) = document.comments
    return comment


def test_a_note_on_highlighted_words_quotes_them_with_author_and_date(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        pdf.annotation("Highlight", over("per timme"), contents="Per påbörjad timme?", author="E. Ek", date="D:20260115093000Z")

    comment = only(read(tmp_path / "a.pdf", draw))
    assert (comment.text, comment.quoted, comment.author) == ("Per påbörjad timme?", "per timme", "E. Ek")
    assert comment.date == "2026-01-15T09:30:00+00:00"
    assert comment.place.page == 1
    assert comment.place.path.endswith("p1")


def test_a_note_beside_the_text_stands_with_the_nearest_paragraph(tmp_path: Path) -> None:
    comment = only(read(tmp_path / "a.pdf", lambda pdf: pdf.annotation("Text", Box(500, 130, 518, 148), contents="Vilka fall?")))
    assert (comment.text, comment.quoted) == ("Vilka fall?", "")
    assert comment.place.path.endswith("p2")


def test_text_typed_on_the_page_is_kept_and_asked_about(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.annotation("FreeText", Box(300, 180, 420, 195), contents="Gäller\rfrån juli"))
    assert only(document).text == "Gäller\rfrån juli"
    assert [str(unread.message.key) for unread in document.unread] == ["X905.pdf-typed"]


def test_a_mark_whose_note_is_the_marked_text_says_nothing(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.annotation("Highlight", over("per timme"), contents="per  timme"))
    assert document.comments == ()


def test_a_caret_whose_text_was_put_in_is_no_comment(tmp_path: Path) -> None:
    box = over("utförd")
    caret = Box(box.x0 - 4, 95, box.x0 + 4, 105)
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.annotation("Caret", caret, contents="rapporterad och "))
    assert document.comments == ()


def test_comments_stand_from_the_top_of_the_page_and_an_answer_after_its_question(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        note(pdf, "low", Box(500, 130, 518, 148), "Vilka fall?")
        note(pdf, "high", Box(500, 90, 518, 108), "Index?")
        note(pdf, "answer", Box(500, 30, 518, 48), "Se bilaga 2.", answers="low", flags=30)
        note(pdf, "unseen", Box(500, 20, 518, 38), "dold", flags=2)

    comments = read(tmp_path / "a.pdf", draw).comments
    assert [(comment.text, comment.is_answer) for comment in comments] == [
        ("Index?", False),
        ("Vilka fall?", False),
        ("Se bilaga 2.", True),
    ]


def note(pdf: PdfMaker, name: str, box: Box, contents: str, *, answers: str = "", flags: int = 0) -> None:
    parts = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Text"),
        "Rect": PDFArray([box.x0, pdf.height - box.bottom, box.x1, pdf.height - box.top]),
        "Contents": PDFString(contents),
        "F": flags,
    }
    if answers:
        parts["IRT"] = PDFObjectReference(f"Annot.{answers}")
    pdf.canvas._addAnnotation(PDFDictionary(parts), name)
