"""A Word table as rows of cells with their spans, headers and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lydelse.formats.ooxml.content import WordBlock, WordCell, WordParagraph, WordRow, WordTable, paragraphs_in
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import replace

FIGURE = compiled(r"[<>≤≥–−-]?\s*\d[\d\s.,\u00a0\u202f\u2009]*(?:[–-]\s*\d[\d\s.,]*)?(?:\s*(?:%|[^\W\d][\w./]*)){0,4}")
YEAR = compiled(r"(?:19|20)\d\d")

Reader = Callable[[WordParagraph], Paragraph]


def table_of(word: WordTable, read: Reader, *, formatted: bool) -> Table:
    """Return the table, its paragraphs by ``read``. Formatting (``formatted``) marks no rows: the marks of their text say it."""
    rows = [_row(row, at, word, read) for at, row in enumerate(word.rows)]
    if formatted:
        rows = [replace(row, mark=_mark_of_text(row)) if row.mark is Mark.KEPT else row for row in rows]
    headers = _header_rows(word, rows)
    return Table(tuple(_as_header(row) if at in headers else row for at, row in enumerate(rows) if row.cells))


def unwrapped(blocks: tuple[WordBlock, ...]) -> Iterator[WordBlock]:
    """Yield the blocks, those of a table that is but a frame around headings or tables as blocks of their own."""
    for block in blocks:
        only = block.rows[0].cells[0] if isinstance(block, WordTable) and len(block.rows) == 1 and len(block.rows[0].cells) == 1 else None
        if only and any(isinstance(inner, WordTable) or inner.level is not None for inner in only.blocks):
            yield from unwrapped(only.blocks)
        else:
            yield block


def _row(row: WordRow, at: int, table: WordTable, read: Reader) -> Row:
    cells = [Cell((), colspan=row.indent)] if row.indent else []
    column = row.indent
    for cell in row.cells:
        if not cell.continues or at == 0:
            cells.append(_cell(cell, row.mark, _rows_below(table, at, column), read))
        column += cell.span
    return Row(tuple(cells), row.mark)


def _rows_below(table: WordTable, at: int, column: int) -> int:
    """Return how many rows a cell reaches over: its own and those below where the cell in its column continues it."""
    rows = 1
    for row in table.rows[at + 1 :]:
        below = next((cell for start, cell in _columns(row) if start == column), None)
        if below is None or not below.continues:
            break
        rows += 1
    return rows


def _columns(row: WordRow) -> Iterator[tuple[int, WordCell]]:
    column = row.indent
    for cell in row.cells:
        yield column, cell
        column += cell.span


def _cell(cell: WordCell, row_mark: Mark, rows: int, read: Reader) -> Cell:
    paragraphs = [read(paragraph) for paragraph in paragraphs_in(cell.blocks)]
    mark = Mark.KEPT if cell.mark is row_mark else cell.mark
    return Cell(tuple(without_empty(paragraphs)), colspan=cell.span, rowspan=rows, mark=mark)


def without_empty(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs that have text; an empty one leaves its end to the one before, so that both versions stay the same."""
    last: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.runs:
            if last:
                yield last
            last = paragraph
        elif last and paragraph.ending is not last.ending:
            last = replace(last, ending=Mark.KEPT)
    if last:
        yield last if last.ending is Mark.KEPT else replace(last, ending=Mark.KEPT)


def _mark_of_text(row: Row) -> Mark:
    """Return the one mark that all text of a row has, kept where it has several or none."""
    marks = {run.mark for cell in row.cells for paragraph in cell.paragraphs for run in paragraph.runs if run.text.strip()}
    return marks.pop() if len(marks) == 1 else Mark.KEPT


def _as_header(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, header=True) for cell in row.cells))


def _header_rows(word: WordTable, rows: list[Row]) -> set[int]:
    """Return which rows are headers: the first ones that the file says repeat on each page, else a first row of words above figures."""
    stated: set[int] = set()
    for at, row in enumerate(word.rows):
        if not row.header:
            break
        stated.add(at)
    if stated:
        return stated if len(stated) < len(rows) else set()
    if len(rows) > 1 and _has_words_only(rows[0]) and any(_has_figure(row) for row in rows[1:]):
        return {0}
    return set()


def _texts(row: Row) -> list[str]:
    return [cell.text(version).strip() for cell in row.cells for version in Version]


def _has_words_only(row: Row) -> bool:
    texts = _texts(row)
    return any(texts) and not any(FIGURE.fullmatch(text) for text in texts if not YEAR.fullmatch(text))


def _has_figure(row: Row) -> bool:
    return any(FIGURE.fullmatch(text) for text in _texts(row))
