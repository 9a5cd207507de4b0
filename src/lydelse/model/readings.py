"""The two documents that a marked document is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import is_

from lydelse.model.document import Document, Furniture, Redline
from lydelse.model.section import Block, sections_of
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, Spot, Version, joined
from lydelse.records import replace


def rejecting_marks(document: Document) -> Document:
    """Return the earlier version: struck text stands, inserted text is gone."""
    return reading_of(document, Version.BEFORE)


def accepting_marks(document: Document) -> Document:
    """Return the later version: inserted text stands, struck text is gone."""
    return reading_of(document, Version.AFTER)


def reading_of(document: Document, version: Version) -> Document:
    """Return one version of a marked document as a document without marks."""
    blocks = sections_of(_blocks_read(document.blocks, version))
    furniture = tuple(_furniture_read(document.furniture, version))
    source = replace(document.source, redline=Redline.NONE, convention="", inserted_places=0, struck_places=0)
    return replace(document, sections=blocks, furniture=furniture, source=source)


def blocks_of(document: Document, version: Version) -> Iterator[Block]:
    """Yield the blocks of one version of a marked document, their places those of the marked one."""
    return _blocks_read(document.blocks, version)


def _furniture_read(furniture: Iterable[Furniture], version: Version) -> Iterator[Furniture]:
    for each in furniture:
        text = each.before if version is Version.BEFORE and each.before is not None else each.text
        if text:
            yield replace(each, text=text, before=None)


def _blocks_read(blocks: Iterable[Block], version: Version) -> Iterator[Block]:
    open_ended: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Table):
            if open_ended:
                yield from _if_any(open_ended)
                open_ended = None
            yield from _table_read(block, version)
            continue
        if open_ended is None and block.is_one_in_both:
            yield block
            continue
        read = _continued(open_ended, _marker_read(_paragraph_read(block, version), version))
        if version.reads(block.ending):
            yield from _if_any(read)
            open_ended = None
        else:
            open_ended = read
    if open_ended:
        yield from _if_any(open_ended)


def _if_any(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph that has text; in a reading its end is no longer marked."""
    if paragraph.marked_text.strip():
        yield paragraph if paragraph.ending is Mark.KEPT else replace(paragraph, ending=Mark.KEPT)


def _continued(first: Paragraph | None, second: Paragraph) -> Paragraph:
    """Join a paragraph whose end is not read with the one that follows.

    The second's end is the one that is left, and a paragraph's end holds what it is (as in Word): heading, item or plain text.
    """
    if first is None or not first.marked_text.strip():
        return second
    offset = len(first.marked_text)
    spots = first.spots + tuple(_moved(spot, offset) for spot in second.spots)
    return replace(second, runs=joined([*first.runs, *second.runs]), spots=spots, place=replace(first.place, origin=second.place.origin))


def _moved(spot: Spot, offset: int) -> Spot:
    """Return the spot moved by an offset within its paragraph's text."""
    return spot._replace(start=spot.start + offset, end=spot.end + offset)


def _marker_read(paragraph: Paragraph, version: Version) -> Paragraph:
    """Return the paragraph with the bullet or number of one version; without any it is no item there."""
    if paragraph.marker_before is None:
        return paragraph
    marker = paragraph.marker_before if version is Version.BEFORE else paragraph.marker
    return replace(paragraph, kind=Kind.ITEM if marker else Kind.PARAGRAPH, marker=marker, marker_before=None)


def _paragraph_read(paragraph: Paragraph, version: Version) -> Paragraph:
    marks = {run.mark for run in paragraph.runs}
    if marks <= {Mark.KEPT}:
        return paragraph
    if not any(map(version.reads, marks)):
        return replace(paragraph, runs=(), spots=())
    runs: list[Run] = []
    spots: list[Spot] = []
    marked = shift = 0
    for run in paragraph.runs:
        end = marked + len(run.text)
        if version.reads(run.mark):
            runs.append(Run(run.text))
            spots.extend(_spots_within(paragraph.spots, marked, end, shift))
        else:
            shift += len(run.text)
        marked = end
    return replace(paragraph, runs=joined(runs), spots=tuple(spots))


def _spots_within(spots: tuple[Spot, ...], start: int, end: int, shift: int) -> Iterator[Spot]:
    for spot in spots:
        if spot.start < end and start < spot.end:
            yield spot._replace(start=max(spot.start, start) - shift, end=min(spot.end, end) - shift)


def _table_read(table: Table, version: Version) -> Iterator[Table]:
    read = [_row_read(row, version) for row in table.rows if version.reads(row.mark)]
    rows = tuple([row for row in read if row.cells])
    if rows:
        yield table if len(rows) == len(table.rows) and all(map(is_, rows, table.rows)) else Table(rows, table.place)


def _row_read(row: Row, version: Version) -> Row:
    cells = tuple(_cells_read(row.cells, version))
    same = row.mark is Mark.KEPT and len(cells) == len(row.cells) and all(map(is_, cells, row.cells))
    return row if same else Row(cells)


def _cells_read(cells: tuple[Cell, ...], version: Version) -> Iterator[Cell]:
    for cell in cells:
        if cell.mark is Mark.KEPT and all(paragraph.is_one_in_both for paragraph in cell.paragraphs):
            yield cell
        elif version.reads(cell.mark):
            paragraphs = tuple([p for p in _blocks_read(cell.paragraphs, version) if isinstance(p, Paragraph)])
            same = cell.mark is Mark.KEPT and len(paragraphs) == len(cell.paragraphs) and all(map(is_, paragraphs, cell.paragraphs))
            yield cell if same else replace(cell, paragraphs=paragraphs, mark=Mark.KEPT)


def plain_lines(document: Document) -> tuple[str, ...]:
    """Return the document's text as one line for each paragraph or row, spaces folded: what two readings must have in common."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines.extend(" | ".join(_folded(cell.text(Version.AFTER)) for cell in row.cells) for row in block.rows)
        else:
            lines.append(_folded((f"{block.marker} " if block.kind is Kind.ITEM else "") + block.after))
    return tuple(lines)


def _folded(text: str) -> str:
    return " ".join(text.split())
