"""The laws of comparing: nothing lost, nothing invented, the same from both sides."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written
from lydelse.model.change import Added, Removed
from lydelse.model.document import Document
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks
from lydelse.model.section import Block, sections_of
from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Paragraph
from lydelse.records import replace

FIGURES = ["2025", "2026", "12 kr", "1 250 kr", "1 300 kr", "98 400 tkr", "101 200 tkr", "3 %", "4,5 %", "1,10", "0,90"]
PHRASES = [
    "Kommunen betalar",
    "för varje elev",
    "till skolor i glesbygd",
    "ersättningen är",
    "och dessutom",
    "enligt avsnitt 2.1",
    "vid årets början",
    "samt för",
    "högst",
    "Beloppet räknas upp varje år.",
]
TITLES = ["Allmänt", "Ersättning", "Tillägg", "Uppföljning", "Särskilda insatser"]
LABELS = ["Förskola", "Grundskola", "0–4", "5–9", "Plus 100", "Fritidshem"]

phrases = st.lists(st.sampled_from(PHRASES + FIGURES), min_size=1, max_size=7).map(" ".join)
headings = st.tuples(st.integers(1, 4), st.integers(0, 3), st.sampled_from(TITLES)).map(
    lambda parts: f"# {parts[0]}.{parts[1]} {parts[2]}" if parts[1] else f"# {parts[0]} {parts[2]}"
)
rows = st.tuples(st.sampled_from(LABELS), st.sampled_from(FIGURES), st.sampled_from(FIGURES)).map(lambda cells: "| " + " | ".join(cells))
items = phrases.map(lambda text: f"* {text}")
lines = st.one_of(phrases, phrases, headings, rows, items)
texts = st.lists(lines, max_size=12)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two versions of one text: lines taken out, put in, exchanged, and figures changed."""
    before = draw(texts)
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(after)))
        after[at : at + draw(st.integers(0, 1))] = draw(st.lists(lines, max_size=1))
    if draw(st.booleans()):
        after = [line.replace("2025", "2026").replace("1 250 kr", "1 300 kr") for line in after]
    return written("\n".join(before)), written("\n".join(after))


def unmarked_lines(document: Document) -> list[str]:
    """Return the text line by line, without the bullets that a list has by itself."""
    return [line for line in (line.removeprefix("• ") for line in plain_lines(document)) if line.strip("| ")]


def words_alone(document: Document) -> str:
    """Return the text without the ends of its paragraphs, which alone are no change."""
    return "".join("".join(line.split()) for line in unmarked_lines(document))


@settings(max_examples=60, deadline=None)
@given(texts)
def test_a_document_held_against_itself_has_no_changes(text: list[str]) -> None:
    document = written("\n".join(text))
    comparison = compare(document, document)
    assert comparison.changes == ()
    assert comparison.proof is not None
    assert comparison.proof.holds
    assert not any(entry.status.value != "unchanged" for entry in comparison.entries)


@settings(max_examples=150, deadline=None)
@given(versions())
def test_the_redline_gives_back_both_texts(pair: tuple[Document, Document]) -> None:
    before, after = pair
    comparison = compare(before, after)
    assert comparison.proof is not None
    assert comparison.proof.holds
    assert unmarked_lines(rejecting_marks(comparison.redline)) == unmarked_lines(before)
    assert unmarked_lines(accepting_marks(comparison.redline)) == unmarked_lines(after)
    if unmarked_lines(before) == unmarked_lines(after):
        assert comparison.changes == ()
    if comparison.changes == ():
        assert words_alone(before) == words_alone(after)


@settings(max_examples=80, deadline=None)
@given(versions())
def test_a_redline_says_of_itself_what_comparing_its_two_versions_said(pair: tuple[Document, Document]) -> None:
    comparison = compare(*pair)
    own = compare_marked(comparison.redline)
    if own.one_version:
        assert comparison.changes == ()
        return
    assert [type(change) for change in own.changes] == [type(change) for change in comparison.changes]
    assert [(entry.label, entry.status) for entry in own.entries] == [(entry.label, entry.status) for entry in comparison.entries]


@settings(max_examples=80, deadline=None)
@given(versions())
def test_every_amount_of_both_versions_stands_in_the_table_of_amounts_once(pair: tuple[Document, Document]) -> None:
    before, after = pair
    entries = compare(before, after).entries
    alone = [compare_marked(document).entries for document in pair]
    assert Counter(entry.before.literal for entry in entries if entry.before) == Counter(entry.stated.literal for entry in alone[0])
    assert Counter(entry.after.literal for entry in entries if entry.after) == Counter(entry.stated.literal for entry in alone[1])


def rows_of(document: Document) -> list[Row]:
    return [row for block in document.blocks if isinstance(block, Table) for row in block.rows]


def has_columns_of_both_marks(row: Row) -> bool:
    return {Mark.STRUCK, Mark.INSERTED} <= {cell.mark for cell in row.cells}


@settings(max_examples=80, deadline=None)
@given(versions())
def test_the_amounts_of_a_redline_read_backwards_are_the_same_pairs_turned_round(pair: tuple[Document, Document]) -> None:
    redline = compare(*pair).redline
    assume(
        not any(has_columns_of_both_marks(row) for row in rows_of(redline))
    )  # which of two such columns pairs with which is read forwards
    forwards, backwards = compare_marked(redline), compare_marked(mirrored(redline))
    if forwards.one_version:
        return
    assert Counter((entry.before and entry.before.value, entry.after and entry.after.value) for entry in forwards.entries) == Counter(
        (entry.after and entry.after.value, entry.before and entry.before.value) for entry in backwards.entries
    )


LONG = "Regionen ersätter varje mottagning som tar emot besök utan remiss under året."


@settings(max_examples=60, deadline=None)
@given(st.lists(lines, min_size=1, max_size=8), st.data())
def test_a_paragraph_that_moved_is_not_a_deletion_and_an_insertion(text: list[str], data: st.DataObject) -> None:
    headings = [line for line in text if line.startswith("#")]
    assume(len(set(headings)) == len(headings))  # of sections alike in number and title, one may be told as removed, the other added
    text = ["# 1 Början", *text, "# 9 Slutet", "Här slutar texten om ersättning och uppföljning."]
    here, there = data.draw(st.integers(1, len(text) - 1)), data.draw(st.integers(1, len(text) - 1))
    before, after = ([*text[:at], LONG, *text[at:]] for at in (here, there))
    changes = compare(written("\n".join(before)), written("\n".join(after))).changes
    assert not any(
        isinstance(change, Added | Removed) and LONG in (change.after if isinstance(change, Added) else change.before) for change in changes
    )


def mirrored(document: Document) -> Document:
    """Return the document with what is struck inserted, and the other way round."""
    return replace(document, sections=sections_of([_mirrored_block(block) for block in document.blocks]))


def _mirrored_block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return _mirrored_paragraph(block)
    return Table(
        tuple(
            replace(
                row,
                mark=_other(row.mark),
                cells=tuple(
                    replace(cell, mark=_other(cell.mark), paragraphs=tuple(map(_mirrored_paragraph, cell.paragraphs))) for cell in row.cells
                ),
            )
            for row in block.rows
        )
    )


def _mirrored_paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, mark=_other(run.mark)) for run in paragraph.runs), ending=_other(paragraph.ending))


def _other(mark: Mark) -> Mark:
    return {Mark.STRUCK: Mark.INSERTED, Mark.INSERTED: Mark.STRUCK}.get(mark, mark)
