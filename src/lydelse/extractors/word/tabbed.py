"""Tables that were typed with tabs, a paragraph or a line for each row: read as tables, so that each figure has its row and its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.word.tables import FIGURE, YEAR
from lydelse.formats.ooxml.content import Piece, WordBlock, WordCell, WordParagraph, WordRow, WordTable
from lydelse.model.text import Mark
from lydelse.patterns import compiled
from lydelse.records import replace

ROWS_FROM = 3  # the header counts
CELL_MAY_BE = 80  # characters
_PAGE = compiled(r"\d{1,4}")
_NOTHING = compiled(r"[-–—.]?")


def with_tabbed_tables(blocks: Iterable[WordBlock]) -> Iterator[WordBlock]:
    """Yield the blocks, paragraphs one after the other whose tabs part a label from its figures as rows of a table."""
    rows: list[WordParagraph] = []
    for block in blocks:
        if isinstance(block, WordParagraph) and _may_be_row(block) and (not rows or _width(block) == _width(rows[0])):
            rows.append(block)
            continue
        yield from _read(rows)
        rows = []
        if isinstance(block, WordParagraph) and _may_be_row(block):
            rows.append(block)
        elif isinstance(block, WordParagraph) and all(map(_may_be_row, lines := list(_lines(block)))) and _is_table(lines):
            yield from _read(lines)
        else:
            yield block
    yield from _read(rows)


def _lines(paragraph: WordParagraph) -> Iterator[WordParagraph]:
    """Yield a paragraph's lines as paragraphs, where its author ended them all in both versions; the paragraph where it has one line."""
    if any("\n" in piece.text and piece.mark is not Mark.KEPT for piece in paragraph.pieces):
        yield paragraph
        return
    lines: list[list[Piece]] = [[]]
    for piece in paragraph.pieces:
        for at, text in enumerate(piece.text.split("\n")):
            if at:
                lines.append([])
            if text:
                lines[-1].append(piece._replace(text=text))
    for at, line in enumerate(lines):
        is_last = at == len(lines) - 1
        citations = paragraph.citations if is_last else ()
        yield replace(paragraph, pieces=tuple(line), ending=paragraph.ending if is_last else Mark.KEPT, citations=citations)


def _read(rows: Sequence[WordParagraph]) -> Iterator[WordBlock]:
    if not _is_table(rows):
        yield from rows
        return
    yield WordTable(tuple(_row(paragraph) for paragraph in rows))


def _may_be_row(paragraph: WordParagraph) -> bool:
    if paragraph.level is not None or paragraph.label is not None or paragraph.contents or _width(paragraph) < 2:
        return False
    texts = _texts(paragraph)
    return "\n" not in "".join(texts) and all(len(text) <= CELL_MAY_BE for text in texts) and _marks_no_tab(paragraph)


def _marks_no_tab(paragraph: WordParagraph) -> bool:
    """Tell whether both versions part the text alike: no tab is struck or inserted, unless all of the text is."""
    marks = {piece.mark for piece in paragraph.pieces if piece.text.strip()}
    of_tabs = {piece.mark for piece in paragraph.pieces if "\t" in piece.text}
    return of_tabs in ({Mark.KEPT}, marks)


def _is_table(rows: Sequence[WordParagraph]) -> bool:
    if (
        len(rows) < ROWS_FROM
        or len({_width(row) for row in rows}) > 1
        or not all(_ends_row(row, rows[at + 1 : at + 2]) for at, row in enumerate(rows))
    ):
        return False
    texts = [_texts(row) for row in rows]
    if not all(map(_has_label_and_figure, texts[1:])) or not (_has_label_and_figure(texts[0]) or _is_header(texts[0])):
        return False
    forms = sum(cells[0].endswith(":") for cells in texts)
    return forms * 2 <= len(texts) and not _are_entries(texts)


def _ends_row(row: WordParagraph, below: Sequence[WordParagraph]) -> bool:
    """Tell whether a row ends in both versions that have it: an end that is marked goes with text of its own mark."""
    if row.ending is Mark.KEPT:
        return True
    return any({piece.mark for piece in each.pieces if piece.text.strip()} == {row.ending} for each in (row, *below))


def _has_label_and_figure(cells: Sequence[str]) -> bool:
    beside = [text for text in cells[1:] if not _NOTHING.fullmatch(text)]
    return any(map(str.isalpha, cells[0])) and any(FIGURE.fullmatch(text) for text in beside)


def _is_header(cells: Sequence[str]) -> bool:
    return all(not text or YEAR.fullmatch(text) or not FIGURE.fullmatch(text) for text in cells)


def _are_entries(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are those of a table of contents: nothing but a page beside each, and the pages never fall."""
    pages = [int(cells[1]) for cells in texts if len(cells) == 2 and _PAGE.fullmatch(cells[1])]
    return len(pages) == len(texts) and all(one <= other for one, other in pairwise(pages))


def _row(paragraph: WordParagraph) -> WordRow:
    marks = {piece.mark for piece in paragraph.pieces if piece.text.strip()}
    cells = [
        WordCell((replace(paragraph, pieces=tuple(pieces), ending=Mark.KEPT, citations=paragraph.citations if at == 0 else ()),))
        for at, pieces in enumerate(_cells(paragraph.pieces))
    ]
    return WordRow(tuple(cells), mark=marks.pop() if len(marks) == 1 else Mark.KEPT)


def _width(paragraph: WordParagraph) -> int:
    return len(_cells(paragraph.pieces))


def _texts(paragraph: WordParagraph) -> list[str]:
    """Return the text of each cell in the later version, in the earlier one where all of it is struck."""
    later = [
        "".join(piece.text for piece in cell if piece.mark is not Mark.STRUCK and not piece.look.struck)
        for cell in _cells(paragraph.pieces)
    ]
    whole = ["".join(piece.text for piece in cell) for cell in _cells(paragraph.pieces)]
    return [text.strip() for text in (later if any(text.strip() for text in later) else whole)]


def _cells(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces between the tabs; several tabs in a row part once, and what follows the last text parts nothing."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        for at, text in enumerate(piece.text.split("\t")):
            if at and (any(held.text.strip() for held in cells[-1]) or len(cells) == 1):
                cells.append([])
            if text:
                cells[-1].append(piece._replace(text=text))
    return cells if len(cells) == 1 or any(held.text.strip() for held in cells[-1]) else cells[:-1]
