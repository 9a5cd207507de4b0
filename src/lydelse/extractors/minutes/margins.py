"""Tables that only set headings in a margin, or boxes for signatures at a page's foot: read as the lines that they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.model.minutes import PartKind
from lydelse.model.table import Row, Table
from lydelse.model.text import Paragraph, Version

_HEADING_ROWS = 3
"""Rows that one heading in a margin may take."""


def is_for_signatures(table: Table, vocabulary: Vocabulary) -> bool:
    """Tell whether a table holds nothing but the words of boxes for signatures."""
    filled = [text for row in table.rows for text in cells_of(row) if text]
    return bool(filled) and all(vocabulary.sentence(text) is PartKind.SIGNATURES for text in filled)


def lines_in_margin(table: Table, vocabulary: Vocabulary) -> tuple[tuple[Paragraph, str, PartKind | None], ...]:
    """Return the paragraphs of a table that has headings at the left and what they head at the right; () where it has other things.

    A heading that takes several rows is one, and stands first.
    """
    heads = _heads(table, vocabulary)
    return tuple(_lines(table, heads)) if heads else ()


def cells_of(row: Row) -> list[str]:
    """Return the texts of a row's cells."""
    return [cell.text(Version.AFTER) for cell in row.cells]


def _heads(table: Table, vocabulary: Vocabulary) -> Mapping[int, tuple[str, PartKind, int]]:
    """Return the headings by the rows that they begin in, with their rows; none where any first cell is no heading."""
    rows = [cells_of(row) for row in table.rows]
    if any(len(cells) > 2 for cells in rows):
        return {}
    heads: dict[int, tuple[str, PartKind, int]] = {}
    at = 0
    while at < len(rows):
        if not rows[at] or not rows[at][0]:
            at += 1
            continue
        found = next((head for count in range(1, _HEADING_ROWS + 1) if (head := _head(rows[at : at + count], vocabulary))), None)
        if found is None:
            return {}
        heads[at] = found
        at += found[2]
    return heads


def _head(rows: list[list[str]], vocabulary: Vocabulary) -> tuple[str, PartKind, int] | None:
    said = " ".join(" ".join(cells[0] for cells in rows if cells).split())
    ends_open = said.endswith((".", ";", ",", "!", "?"))
    kind = vocabulary.heading(said) if said[:1].isupper() and not ends_open and all(cells and cells[0] for cells in rows) else None
    return (said, kind, len(rows)) if kind else None


def _lines(table: Table, heads: Mapping[int, tuple[str, PartKind, int]]) -> Iterator[tuple[Paragraph, str, PartKind | None]]:
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if column == 0 and at in heads:
                said, kind, _ = heads[at]
                first = next(paragraph for paragraph in cell.paragraphs if paragraph.marked_text.strip())
                yield first, said, kind
            elif column > 0:
                yield from ((paragraph, text, None) for paragraph in cell.paragraphs if (text := paragraph.marked_text.strip()))
