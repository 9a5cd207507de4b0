"""A marked document as a plain Word file with tracked changes: what is struck and inserted there can be rejected and accepted in Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from lydelse.formats.ooxml.names import Element, W, child
from lydelse.formats.ooxml.tracked_notes import TrackedNotes
from lydelse.formats.ooxml.tracked_tables import tracked_table
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.formats.ooxml.writing import Lists, below_a_table, dated, new_file, style_of
from lydelse.model.document import Document
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph, Run

Furnishing = tuple[str, tuple[Run, ...]]
"""A line of the running headers ("header") or footers ("footer"), with its marks."""


def redline_bytes(
    document: Document, tracking: Tracking, moves: Mapping[str, str], furniture: Sequence[Furnishing] = (), *, cited: bool = True
) -> bytes:
    """Return a marked document as a Word file with tracked changes, in Word's own styles.

    Args:
        document: the marked document.
        tracking: who made the changes, and when.
        moves: the name of the move that a paragraph is part of, by its path; it is struck or inserted whole.
        furniture: the running headers and footers.
        cited: footnotes are cited by nothing in the text, and so get their signs; else they stand where the document has them.
    """
    word = new_file(document.properties.title)
    _Redlining(word, tracking, moves).write(document, cited=cited)
    for kind, runs in furniture:
        place = word.sections[0].header if kind == "header" else word.sections[0].footer
        empty = next((each for each in place.paragraphs if not len(each._p.findall(f"{W}r"))), None)  # noqa: SLF001 - python-docx does not see tracked runs
        fresh = empty if empty is not None and child(empty._p, "ins") is None and child(empty._p, "del") is None else place.add_paragraph()  # noqa: SLF001 - as above
        fresh._p.extend([tracking.run(run, None) for run in runs])  # noqa: SLF001 - as above
    return dated(word)


class _Redlining:
    def __init__(self, word: WordDocument, tracking: Tracking, moves: Mapping[str, str]) -> None:
        self._word = word
        self._tracking = tracking
        self._moves = moves
        self._lists = Lists(word)
        self._moved: list[tuple[tuple[str, Mark] | None, Element]] = []

    def write(self, document: Document, *, cited: bool) -> None:
        notes = TrackedNotes(self._tracking)
        citing: Element | None = None
        above: Block | None = None
        for group in _noted(document.blocks):
            first = group[0]
            if isinstance(first, Table):
                if isinstance(above, Table):
                    self._word.add_paragraph()  # Word makes one table of two that touch
                citing = self._table(first)
            elif cited and first.kind is Kind.FOOTNOTE and citing is not None:
                notes.cite([each for each in group if isinstance(each, Paragraph)], citing)
                continue
            else:
                for paragraph in group:
                    assert isinstance(paragraph, Paragraph), "a table stands by itself"
                    citing = self._paragraph(paragraph, is_below_table=isinstance(above, Table))
                    above = paragraph
            above = group[-1]
        if isinstance(above, Table):
            self._word.add_paragraph()  # Word wants a paragraph last of all
        self._say_what_moved()
        notes.put_in(self._word)

    def _paragraph(self, paragraph: Paragraph, *, is_below_table: bool) -> Element:
        made = self._word.add_paragraph()
        move = self._moves.get(paragraph.place.path)
        mark = paragraph.ending
        self._fill(made, paragraph, moved=move is not None)
        if is_below_table and paragraph.kind is not Kind.HEADING:
            below_a_table(made)
        element: Element = made._p  # noqa: SLF001 - python-docx writes no tracked changes
        self._tracking.end(element, mark, moved=move is not None)
        self._moved.append(((move, mark) if move else None, element))
        return element

    def _fill(self, made: WordParagraph, paragraph: Paragraph, *, moved: bool = False) -> None:
        if paragraph.kind is Kind.HEADING:
            made.style = style_of(paragraph)
        typed: tuple[Run, ...] = ()
        if paragraph.marker_before is not None:
            typed = (*_typed(paragraph.marker_before, Mark.STRUCK), *_typed(paragraph.marker, Mark.INSERTED))
        elif paragraph.marker:
            self._lists.put(made, paragraph.marker)
        made._p.extend([self._tracking.run(run, None, moved=moved) for run in (*typed, *paragraph.runs)])  # noqa: SLF001 - as above

    def _table(self, table: Table) -> Element | None:
        """Write a table and return the paragraph in it that may cite a note below: the last one that stands in both versions."""

        def fill(element: Element, paragraph: Paragraph) -> None:
            self._fill(WordParagraph(element, self._word._body), paragraph)  # type: ignore[arg-type]  # noqa: SLF001 - a w:p of our own
            self._tracking.end(element, paragraph.ending)

        made = tracked_table(table, fill, self._tracking)
        end = child(self._word._body._element, "sectPr")  # noqa: SLF001 - as above
        assert end is not None, "the template has a section"
        end.addprevious(made)
        self._moved.append((None, made))
        kept = [row for row, held in zip(table.rows, made.findall(f"{W}tr"), strict=True) if row.mark is Mark.KEPT and len(held)]
        if not kept:
            return None
        row = made.findall(f"{W}tr")[next(at for at in range(len(table.rows) - 1, -1, -1) if table.rows[at] is kept[-1])]
        return row.findall(f"{W}tc")[-1].findall(f"{W}p")[-1]

    def _say_what_moved(self) -> None:
        """Put the ends of each move around its paragraphs, which follow one another but for tables."""
        for key, group in groupby(self._moved, key=lambda each: each[0]):
            if key is not None and key[1] is not Mark.KEPT:
                self._tracking.move([element for _, element in group], key[1], key[0])


def _typed(marker: str, mark: Mark) -> tuple[Run, ...]:
    return (Run(f"{marker}\t", mark),) if marker else ()


def _noted(blocks: Iterator[Block]) -> Iterator[list[Block]]:
    """Yield the blocks, the paragraphs of one footnote together."""
    note = groupby(enumerate(blocks), key=lambda each: _note_of(*each))
    yield from ([block for _, block in group] for _, group in note)


def _note_of(at: int, block: Block) -> tuple[int, str]:
    is_note = isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE and bool(block.marker)
    return (-1, block.marker) if is_note and isinstance(block, Paragraph) else (at, "")
