"""The mini-language says every document that it can say, and reads it back the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lydelse.extractors.written import in_words, written
from lydelse.model.comment import Comment
from lydelse.model.document import Document, Redline, Source
from lydelse.model.section import Block, sections_of
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, joined
from lydelse.records import replace

LETTERS = st.text(alphabet='abcÅö 1250,.%#*|[]{}+-\\^¶¤>"();\u00a0–§', min_size=1, max_size=12)
WORDS = LETTERS.map(lambda text: f"o{text}o")
RUNS = st.lists(st.builds(Run, WORDS, st.sampled_from(Mark)), min_size=1, max_size=4).map(joined)
MARKS = st.sampled_from(Mark)
TEXTS = st.builds(Paragraph, RUNS, ending=MARKS)
MARKERS = st.sampled_from(["•", "-", "1.", "a)"])
ITEMS = st.builds(Paragraph, RUNS, kind=st.just(Kind.ITEM), marker=MARKERS, ending=MARKS, marker_before=st.none() | MARKERS | st.just(""))
NOTES = st.builds(Paragraph, RUNS, kind=st.just(Kind.FOOTNOTE), marker=st.sampled_from(["1", "a"]))
HEADINGS = st.builds(Paragraph, RUNS, kind=st.just(Kind.HEADING), level=st.integers(0, 4))
CELLS = st.lists(TEXTS, max_size=2).map(tuple)


def rows(mark: Mark, *, header: bool) -> st.SearchStrategy[Row]:
    """Return rows of one to three cells, some struck or inserted by themselves; the text of a struck row or cell is struck."""
    plain = st.lists(st.tuples(CELLS, MARKS if mark is Mark.KEPT else st.just(Mark.KEPT)), min_size=1, max_size=3)
    return plain.map(lambda cells: Row(tuple(cell_of(paragraphs, own, mark, header=header) for paragraphs, own in cells), mark))


def cell_of(paragraphs: tuple[Paragraph, ...], own: Mark, row: Mark, *, header: bool) -> Cell:
    """Return a cell with a mark of its own or of its row."""
    return Cell(tuple(in_row(p, row if own is Mark.KEPT else own) for p in paragraphs), header=header, mark=own)


def in_row(paragraph: Paragraph, mark: Mark) -> Paragraph:
    """Return the paragraph of a cell with the mark of its row."""
    runs = paragraph.runs if mark is Mark.KEPT else (Run(paragraph.marked_text, mark),)
    return Paragraph(runs, ending=paragraph.ending)


ROWS = st.one_of(*(rows(mark, header=header) for mark in Mark for header in (False, True)))
TABLES = st.lists(ROWS, min_size=1, max_size=3).map(lambda of: Table(tuple(of)))
COMMENTS = st.builds(
    Comment,
    WORDS,
    author=st.none() | WORDS,
    date=st.none() | st.just("2026-03-02T10:00:00Z") | WORDS,
    quoted=st.just("") | WORDS,
    is_answer=st.booleans(),
    resolved=st.booleans(),
)
BLOCKS: st.SearchStrategy[Block] = st.one_of(TEXTS, ITEMS, NOTES, HEADINGS, TABLES)


def document_of(blocks: list[Block]) -> Document:
    """Return the blocks as a document, named as ``written`` names what it reads."""
    document = Document(source=Source(format="text"), sections=sections_of(blocks))
    redline = Redline.TRACKED if document.is_marked else Redline.NONE
    return Document(source=Source(format="text", redline=redline), sections=document.sections).with_title()


@st.composite
def commented(draw: st.DrawFn) -> Document:
    """Draw a document, some of its blocks with comments, and some comments about none of them."""
    document = document_of(draw(st.lists(BLOCKS, max_size=4)))
    comments = list(draw(st.lists(COMMENTS, max_size=1)))
    for block in document.blocks:
        comments += [replace(comment, place=block.place) for comment in draw(st.lists(COMMENTS, max_size=2))]
    return replace(document, comments=tuple(comments))


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, max_size=5).map(document_of))
def test_a_document_in_words_reads_back_the_same(document: Document) -> None:
    assert written(in_words(document)) == document


@settings(max_examples=100, deadline=None)
@given(commented())
def test_comments_in_words_read_back_the_same(document: Document) -> None:
    assert written(in_words(document)) == document
