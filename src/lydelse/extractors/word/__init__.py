"""Word files: a .docx -> a Document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lydelse.extractors.emphasis import possible_emphasis
from lydelse.extractors.letters import unknown_letters
from lydelse.extractors.word.comments import numbered, placed
from lydelse.extractors.word.convention import Convention, inferred
from lydelse.extractors.word.furniture import furniture_of
from lydelse.extractors.word.headings import Outline, Position, joined_heading, outline_of
from lydelse.extractors.word.notes import Notes
from lydelse.extractors.word.paragraphs import paragraph_in_cell, paragraph_of
from lydelse.extractors.word.tabbed import with_tabbed_tables
from lydelse.extractors.word.tables import table_of, unwrapped
from lydelse.extractors.word.unseen import unread_of
from lydelse.extractors.wordings_beside import wordings_beside
from lydelse.formats.ooxml import WordFile, open_word
from lydelse.formats.ooxml.content import WordBlock, WordParagraph, WordTable, paragraphs_in
from lydelse.model.document import Document, Properties, Redline, Source
from lydelse.model.section import Block, sections_of
from lydelse.model.text import Kind, Mark, Paragraph
from lydelse.records import replace


def extract(path: Path) -> Document:
    """Return the document that a Word file holds, with its tracked changes and its struck and added formatting as marks.

    Raises:
        UnreadableFileError: the file cannot be read at all; its message says why.
    """
    word = open_word(path)
    convention = inferred(_paragraphs_of(word))
    body = tuple(with_tabbed_tables(unwrapped(word.body)))
    outline = outline_of(body)
    sections = sections_of(_mended(_blocks(word, body, convention, outline), outline))
    document = Document(sections=sections, furniture=furniture_of(word, convention), unread=unread_of(word, convention))
    guessed = (*(possible_emphasis(document) if convention.is_weak else ()), *wordings_beside(document), *unknown_letters(document))
    document = replace(document, unread=(*document.unread, *guessed), comments=placed(word.comments, document.paragraphs))
    source = Source(path.name, format="docx", producer=word.producer, redline=_redline(word, convention), convention=convention.key)
    return replace(document, source=source, properties=Properties(title=_title(document) or word.title))


def _paragraphs_of(word: WordFile) -> Iterator[WordParagraph]:
    yield from paragraphs_in(word.body)
    for blocks in word.notes.values():
        yield from paragraphs_in(blocks)


def _blocks(word: WordFile, body: tuple[WordBlock, ...], convention: Convention, outline: Outline) -> Iterator[Block]:
    notes = Notes(word.notes, convention)
    under = 0  # the level of the last heading with a number or a style, under which one without either stands
    for at, block in enumerate(body):
        if isinstance(block, WordTable):
            table = table_of(block, lambda word: numbered(paragraph_in_cell(word, convention), word), formatted=bool(convention.key))
            if table.rows:
                yield table
            notes.cited_in(block)
            yield from notes.footnotes()
            continue
        paragraph = numbered(paragraph_of(block, convention, outline, Position(at, under)), block)
        if paragraph.kind is Kind.HEADING and (block.level or paragraph.marked_text.lstrip()[:1] in tuple("§0123456789")):
            under = paragraph.level
        yield paragraph
        notes.cited_in(block)
        if paragraph.ending is Mark.KEPT:  # a note must not come between a paragraph and the one that continues it
            yield from notes.footnotes()
    yield from notes.footnotes()
    yield from notes.endnotes()


def _mended(blocks: Iterator[Block], outline: Outline) -> Iterator[Block]:
    """Yield the blocks with headings that were written on two lines as one, and without empty paragraphs.

    An empty paragraph leaves its end to the one before, so that both versions stay the same.
    """
    last: Paragraph | None = None
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield from [last] if last else []
            yield block
            last = None
        elif block.runs:
            heading = joined_heading(last, block, outline) if last else None
            yield from [last] if last and not heading else []
            last = heading or block
        elif last and block.ending is not last.ending:
            last = replace(last, ending=Mark.KEPT)
    yield from [last] if last else []


def _redline(word: WordFile, convention: Convention) -> Redline:
    if word.tracked:
        return Redline.TRACKED
    return Redline.FORMATTED if convention.key else Redline.NONE


def _title(document: Document) -> str:
    """Return the text of the first title: what its author wrote at the top says more than a property that templates leave behind."""
    titles = (p for p in document.paragraphs if p.kind is Kind.HEADING and p.level == 0)
    return next((title.after or title.before for title in titles), "")
