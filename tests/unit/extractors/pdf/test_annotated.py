"""Redlines made with the tools of a PDF reader: annotations over the page's own text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document, Redline
from lydelse.model.place import Box
from lydelse.model.text import Mark
from support.pdfs import PdfMaker, width_of

LINE = "Ersättningen är 410 kr per timme för all utförd tid hos den enskilde."
FURTHER = "Den räknas om varje år med index, och betalas ut månaden efter."


def read(path: Path, draw: Callable[[PdfMaker], object]) -> Document:
    with PdfMaker(path) as pdf:
        pdf.plain(72, 100, LINE)
        pdf.plain(72, 113.6, FURTHER)
        draw(pdf)
    return extract(path)


def after(text: str) -> float:
    """Return where the line's words up to and including this text end."""
    return 72 + width_of(LINE[: LINE.index(text) + len(text)], 11)


def before(text: str) -> float:
    return 72 + width_of(LINE[: LINE.index(text)], 11)


def strike(pdf: PdfMaker, text: str) -> None:
    pdf.annotation("StrikeOut", Box(before(text), 90, after(text), 102), author="E. Ek", date="D:20260115093000Z")


def caret(pdf: PdfMaker, x: float, contents: str) -> None:
    pdf.annotation("Caret", Box(x - 4, 95, x + 4, 105), contents=contents, author="E. Ek", date="D:20260115093000Z")


def first_line(document: Document) -> str:
    return in_words(document).split("Den räknas")[0].strip()


def test_a_struck_figure_with_a_caret_after_it_is_replaced(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        strike(pdf, "410")
        caret(pdf, after("410"), "425")

    document = read(tmp_path / "a.pdf", draw)
    assert first_line(document) == LINE.replace("410", "[-410-] {+425+}")
    marked = [run for paragraph in document.paragraphs for run in paragraph.runs if run.mark is not Mark.KEPT]
    assert {(run.author, run.date) for run in marked} == {("E. Ek", "2026-01-15T09:30:00+00:00")}
    assert document.source.redline is Redline.ANNOTATED
    assert document.unread == ()


def test_a_caret_within_a_word_adds_to_that_word(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        pdf.annotation("StrikeOut", Box(before("10 kr"), 90, after("410"), 102))
        caret(pdf, after("410"), "25")

    assert first_line(read(tmp_path / "a.pdf", draw)) == LINE.replace("410", "4[-10-]{+25+}")


def test_text_that_a_caret_adds_between_words_is_words_of_its_own_and_a_document_with_it_alone_is_marked(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", lambda pdf: caret(pdf, before("utförd"), "rapporterad och "))
    assert first_line(document) == LINE.replace("utförd", "{+rapporterad och+} utförd")
    assert document.source.redline is Redline.ANNOTATED


def test_an_added_comma_belongs_to_the_word_before_it(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", lambda pdf: caret(pdf, after("timme"), ","))
    assert first_line(document) == LINE.replace("timme", "timme{+,+}")


def test_a_level_stroke_drawn_by_hand_strikes_what_it_goes_through(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        x0, x1 = before("410"), after("410")
        pdf.drawn_by_hand([(x0, 97), ((x0 + x1) / 2, 96), (x1, 97.5)])

    document = read(tmp_path / "a.pdf", draw)
    assert first_line(document) == LINE.replace("410", "[-410-]")
    assert [str(unread.message.key) for unread in document.unread] == ["X903.pdf-only-strikes"]


@pytest.mark.parametrize("kind", ["Square", "Circle", "Polygon", "Stamp"])
def test_a_figure_over_words_is_asked_about_and_one_beside_them_is_not(tmp_path: Path, kind: str) -> None:
    over = Box(before("410"), 90, after("410"), 102)
    document = read(tmp_path / "a.pdf", lambda pdf: pdf.annotation(kind, over))
    assert [(own.message.key, own.message.facts["text"]) for own in document.unread] == [("X905.pdf-laid-over", "410")]
    beside = read(tmp_path / "b.pdf", lambda pdf: pdf.annotation(kind, Box(100, 300, 200, 340)))
    assert beside.unread == ()


def test_other_drawings_typed_text_and_lost_carets_are_told_and_kept_out_of_the_text(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        pdf.drawn_by_hand([(100, 200), (150, 260), (120, 300)])
        pdf.annotation("FreeText", Box(300, 150, 400, 170), contents="ska vara 430 kr")
        pdf.annotation("Highlight", Box(before("timme"), 90, after("timme"), 102), contents="kontrollera")
        pdf.annotation("Caret", Box(200, 400, 208, 410), contents="ensam")

    document = read(tmp_path / "a.pdf", draw)
    assert [paragraph.marked_text for paragraph in document.paragraphs] == [f"{LINE} {FURTHER}"]
    assert [comment.text for comment in document.comments] == ["kontrollera", "ska vara 430 kr", "ensam"]
    assert sorted(str(unread.message.key) for unread in document.unread) == [
        "X905.pdf-caret",
        "X905.pdf-drawings",
        "X905.pdf-typed",
    ]
