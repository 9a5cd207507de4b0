"""Figures that stand in columns which could not be told apart: shown as they are, never guessed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lydelse.extractors.text.rows import is_dash, is_figure
from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Mark, Paragraph
from lydelse.patterns import compiled

_FIGURES_FROM = 3  # figures on lines of their own: one or two may be anything
_TITLE_MAY_BE = 40  # characters of a column's header that stands among the figures
_QUOTE = 120  # characters of what was not placed that a message quotes
_SEVERAL = compiled(r"\d(?:\s{2,}|\t| (?!\d{3}(?!\d)))[-−–+]?\d|,\d+ +\d")


def unplaced_figures(document: Document, columned: Collection[int]) -> Iterator[Unread]:
    """Yield an X905 for each stretch of figures whose row or column is not known.

    Args:
        document: what was read, its lost marks told apart already.
        columned: the places, among all blocks, of paragraphs whose lines were parted by wide gaps.
    """
    stretch: list[Paragraph] = []
    for at, block in enumerate(block for section in document.sections for block in section.blocks):
        if isinstance(block, Paragraph) and _goes_on(block, stretch):
            stretch.append(block)
            continue
        yield from _told(stretch)
        stretch = []
        if isinstance(block, Table):
            yield from _crowded(block)
        elif at in columned and not _is_marked(block):
            yield _unplaced(block.place, block.marked_text)
    yield from _told(stretch)


def _goes_on(block: Paragraph, stretch: list[Paragraph]) -> bool:
    """Tell whether a paragraph is a figure alone, or the header of a column between such figures."""
    return block.kind is not Kind.HEADING and (_is_bare(block) or (bool(stretch) and _is_title(block)))


def _is_bare(block: Paragraph) -> bool:
    text = block.marked_text
    return not _is_marked(block) and (is_figure(text) or is_dash(text))


def _is_title(block: Paragraph) -> bool:
    return len(block.marked_text) <= _TITLE_MAY_BE and not re.search(r"[.:;!?]$", block.marked_text)


def _told(stretch: list[Paragraph]) -> Iterator[Unread]:
    if sum(map(_is_bare, stretch)) >= _FIGURES_FROM:
        yield _unplaced(stretch[0].place, " ".join(block.marked_text for block in stretch))


def _crowded(table: Table) -> Iterator[Unread]:
    """Yield an X905 for a table with cells of several figures that are not an old and a new one."""
    rows = [row for row in table.rows if any(map(_holds_several, _body_cells(row)))]
    if rows:
        told = "; ".join(" ".join(" ".join(p.marked_text for p in cell.paragraphs) for cell in row.cells).strip() for row in rows)
        yield _unplaced(table.place, told)


def _body_cells(row: Row) -> list[Paragraph]:
    return [paragraph for cell in row.cells[1:] if not cell.header for paragraph in cell.paragraphs]


def _holds_several(cell: Paragraph) -> bool:
    text = cell.marked_text
    return not _is_marked(cell) and is_figure(text) and bool(_SEVERAL.search(text))


def _is_marked(paragraph: Paragraph) -> bool:
    return any(run.mark is not Mark.KEPT for run in paragraph.runs)


def _unplaced(place: Place, text: str) -> Unread:
    quoted = text if len(text) <= _QUOTE else f"{text[:_QUOTE].rsplit(' ', 1)[0]} …"
    facts: dict[str, Fact] = {"text": quoted, **({"section": place.section} if place.section else {})}
    return Unread("X905", Severity.WARNING, Message("X905.columns" if place.section else "X905.columns.unplaced", facts), page=place.page)
