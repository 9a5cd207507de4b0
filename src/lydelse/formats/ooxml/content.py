"""What a Word file holds, in our own types: pieces of text with their looks and standing, paragraphs, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lydelse.model.text import Mark
from lydelse.records import dataclass


class Look(NamedTuple):
    """How a run is printed, styles included. ``colour`` and ``highlight`` are "" where nobody chose one; ``link`` is a hyperlink's text."""

    struck: bool = False
    colour: str = ""
    underlined: bool = False
    highlight: str = ""
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    link: bool = False


class Piece(NamedTuple):
    """Text that stands and looks alike. A tab is a tab, a line break a line feed."""

    text: str
    mark: Mark
    author: str | None
    date: str | None
    look: Look


@dataclass(frozen=True, slots=True)
class Label:
    """The number or bullet that Word puts before a paragraph, in each version."""

    before: str
    after: str
    bullet: bool = False


class Citation(NamedTuple):
    """A reference to a note. ``kind`` is "footnote" or "endnote"."""

    kind: str
    note: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph.

    ``level`` is that of a heading (0 is a title), None for all else; ``ending`` as in the model, None for neither; ``contents`` tells an
    entry of a table of contents. ``number`` counts the file's paragraphs in the order in which they are read.
    """

    pieces: tuple[Piece, ...]
    level: int | None = None
    label: Label | None = None
    ending: Mark | None = Mark.KEPT
    citations: tuple[Citation, ...] = ()
    contents: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class WordCell:
    """One cell; ``continues`` says that it is the lower part of the cell above it."""

    blocks: tuple[WordBlock, ...]
    span: int = 1
    continues: bool = False
    mark: Mark = Mark.KEPT


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row; ``header`` as the file says it, ``indent`` is the number of grid columns that are skipped before its first cell."""

    cells: tuple[WordCell, ...]
    header: bool = False
    indent: int = 0
    mark: Mark = Mark.KEPT


@dataclass(frozen=True, slots=True)
class WordTable:
    """One table."""

    rows: tuple[WordRow, ...]


WordBlock = WordParagraph | WordTable


@dataclass(frozen=True, slots=True)
class WordComment:
    """What one comment says now. ``paragraph`` is the number of the one that it is fastened in, None for none; ``quoted`` its words."""

    text: str
    author: str | None
    date: str | None
    paragraph: int | None
    quoted: str
    is_answer: bool
    resolved: bool


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file as opened.

    ``notes`` are keyed by kind and number; ``unseen`` counts what the file holds and this reader leaves out or doubts, by name:
    hidden, white, covered, tiny, picture, diagram, stroke, field, embedded, merged, unknown, part.
    """

    body: tuple[WordBlock, ...]
    notes: dict[tuple[str, str], tuple[WordBlock, ...]]
    headers: tuple[tuple[WordParagraph, ...], ...]
    footers: tuple[tuple[WordParagraph, ...], ...]
    comments: tuple[WordComment, ...]
    title: str
    producer: str
    tracked: bool
    unseen: dict[str, int]


def paragraphs_in(blocks: tuple[WordBlock, ...]) -> Iterator[WordParagraph]:
    """Yield every paragraph, those of tables and of tables within tables included, in reading order."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from paragraphs_in(cell.blocks)
