"""Two tables made one marked table: columns by their headers, rows by their first cells, then cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lydelse.differ.align import Likeness, Pairing, aligned
from lydelse.differ.blocks import MarkedParagraph, marked_paragraphs, wholly
from lydelse.differ.folding import folded, masked, words_in
from lydelse.differ.likeness import dice
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Version

Texts = Sequence[str]
Shapes = Sequence[tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table of the redline, and what each of its paragraphs was made of, in their order."""

    table: Table
    paragraphs: tuple[MarkedParagraph, ...]


def wholly_table(table: Table, mark: Mark) -> MarkedTable:
    """Return a table struck or inserted whole."""
    made = [_wholly_row(row, mark) for row in table.rows]
    return MarkedTable(replace(table, rows=tuple(row for row, _ in made)), tuple(each for _, paragraphs in made for each in paragraphs))


def reworded_table(before: Table, after: Table) -> MarkedTable | None:
    """Return the later table with its differences from the earlier one marked, None where no row of the one became one of the other."""
    columns = _columns(before, after)
    rows = _rows(before, after, same_width=columns is None)
    if not any(i is not None and j is not None for i, j in rows):
        return None
    made = [_marked_row(before, after, pair, columns) for pair in rows]
    return MarkedTable(replace(after, rows=tuple(row for row, _ in made)), tuple(each for _, paragraphs in made for each in paragraphs))


def _marked_row(
    before: Table, after: Table, pair: tuple[int | None, int | None], columns: Pairing | None
) -> tuple[Row, list[MarkedParagraph]]:
    i, j = pair
    if i is None:
        assert j is not None, "a pair has a row on at least one side"
        return _wholly_row(_spread(after.rows[j], columns, Version.AFTER), Mark.INSERTED)
    if j is None:
        return _wholly_row(_spread(before.rows[i], columns, Version.BEFORE), Mark.STRUCK)
    ours, theirs = before.rows[i].cells, after.rows[j].cells
    made = [
        _marked_cell(None if a is None else ours[a], None if b is None else theirs[b])
        for a, b in columns or [(at, at) for at in range(len(theirs))]
    ]
    return Row(tuple(cell for cell, _ in made)), [each for _, paragraphs in made for each in paragraphs]


def _marked_cell(before: Cell | None, after: Cell | None) -> tuple[Cell, list[MarkedParagraph]]:
    if before is None or after is None:
        cell, mark = (before, Mark.STRUCK) if before else (after, Mark.INSERTED)
        assert cell is not None, "a pair has a cell on at least one side"
        made = [_inside(wholly(paragraph, mark)) for paragraph in cell.paragraphs]
        return replace(cell, paragraphs=tuple(each.paragraph for each in made), mark=mark), made
    made = list(marked_paragraphs(before.paragraphs, after.paragraphs))
    made[-1:] = map(_inside, made[-1:])
    return replace(after, paragraphs=tuple(each.paragraph for each in made)), made


def _inside(made: MarkedParagraph) -> MarkedParagraph:
    """Return a paragraph whose end is that of its cell: it goes with the cell or the row, never by itself."""
    return replace(made, paragraph=replace(made.paragraph, ending=Mark.KEPT))


def _wholly_row(row: Row, mark: Mark) -> tuple[Row, list[MarkedParagraph]]:
    made: list[MarkedParagraph] = []
    cells: list[Cell] = []
    for cell in row.cells:
        inside = [_inside(wholly(paragraph, mark)) for paragraph in cell.paragraphs]
        cells.append(replace(cell, paragraphs=tuple(each.paragraph for each in inside)))
        made.extend(inside)
    return Row(tuple(cells), mark), made


def _spread(row: Row, columns: Pairing | None, version: Version) -> Row:
    """Return the row of one version with empty cells, not of that version, where the other has columns of its own."""
    if columns is None or all(a is not None and b is not None for a, b in columns):
        return row
    other = Mark.INSERTED if version is Version.BEFORE else Mark.STRUCK
    own = [pair[0 if version is Version.BEFORE else 1] for pair in columns]
    return replace(row, cells=tuple(Cell((), mark=other) if at is None else row.cells[at] for at in own))


def _columns(before: Table, after: Table) -> Pairing | None:
    """Return which column became which, None where spans leave rows of different widths: only rows of one shape pair then."""
    widths = _width(before), _width(after)
    if not widths[0] or not widths[1]:
        return None
    ours, theirs = _column_texts(before), _column_texts(after)
    heads = [[folded(texts[0]) or None for texts in side] for side in (ours, theirs)]
    plain = [[_named(texts[0]) for texts in side] for side in (ours, theirs)]
    words = [[_bag(texts) for texts in side] for side in (ours, theirs)]
    likeness = Likeness(lambda i, j: dice(words[0][i], words[1][j]), lambda i: words[0][i], lambda j: words[1][j])
    found = aligned([(heads[0], heads[1]), (plain[0], plain[1])], likeness)
    return _same_place(found, *widths) if widths[0] == widths[1] else found


def _same_place(found: Pairing, before: int, after: int) -> Pairing:
    """Return the pairs with columns left alone opposite one another made a pair: a column renamed is still that column."""
    firm = [(i, j) for i, j in found if i is not None and j is not None]
    if any(i != j for i, j in firm):
        return found
    return [(at, at) for at in range(min(before, after))]


def _bag(texts: Texts) -> dict[str, int]:
    """Return the words of some cells with their counts."""
    counts: dict[str, int] = {}
    for word in words_in(" ".join(texts)):
        counts[word] = counts.get(word, 0) + 1
    return counts


def _width(table: Table) -> int:
    """Return how many cells every row has, 0 where they differ or any cell spans several."""
    widths = {len(row.cells) for row in table.rows}
    plain = all(cell.colspan == cell.rowspan == 1 for row in table.rows for cell in row.cells)
    return widths.pop() if plain and len(widths) == 1 else 0


def _column_texts(table: Table) -> list[list[str]]:
    return [[row.cells[at].text(Version.AFTER) for row in table.rows] for at in range(_width(table))]


def _rows(before: Table, after: Table, *, same_width: bool) -> Pairing:
    """Pair rows by their whole text, then by their labels, then by their words; a label of figures alone names one row only."""
    ours, theirs = [_texts(row) for row in before.rows], [_texts(row) for row in after.rows]
    shapes = [[_shape(row) if same_width else () for row in table.rows] for table in (before, after)]
    likeness = Likeness(
        lambda i, j: _row_likeness(ours[i], theirs[j]) if shapes[0][i] == shapes[1][j] else 0.0,
        lambda i: [masked(text) for text in ours[i]],
        lambda j: [masked(text) for text in theirs[j]],
    )
    return aligned(
        [
            (_whole_rows(ours, shapes[0]), _whole_rows(theirs, shapes[1])),
            (_labels(ours, shapes[0]), _labels(theirs, shapes[1])),
            (_masked_rows(ours, shapes[0]), _masked_rows(theirs, shapes[1])),
        ],
        likeness,
    )


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(folded(cell.text(Version.AFTER)) for cell in row.cells)


def _shape(row: Row) -> tuple[tuple[int, int], ...]:
    return tuple((cell.colspan, cell.rowspan) for cell in row.cells)


def _whole_rows(rows: Sequence[Texts], shapes: Shapes) -> list[tuple[object, ...]]:
    return [(shape, *texts) for texts, shape in zip(rows, shapes, strict=True)]


def _labels(rows: Sequence[Texts], shapes: Shapes) -> list[tuple[object, str] | None]:
    return [(shape, texts[0].lower()) if texts and texts[0] else None for texts, shape in zip(rows, shapes, strict=True)]


def _masked_rows(rows: Sequence[Texts], shapes: Shapes) -> list[tuple[object, ...] | None]:
    return [(shape, *map(masked, texts)) if texts and _named(texts[0]) else None for texts, shape in zip(rows, shapes, strict=True)]


def _named(text: str) -> str | None:
    """Return a text without its figures, None where it is nothing but figures."""
    plain = masked(text)
    return plain if any(character.isalpha() for character in plain) else None


def _row_likeness(before: Texts, after: Texts) -> float:
    """Return how alike two rows are: their labels weigh most, figures nothing at all."""
    labels = dice(_bag(before[:1]), _bag(after[:1]))
    others = dice(_bag(before[1:]), _bag(after[1:]))
    if not _bag(before[1:]) and not _bag(after[1:]):
        return labels
    return 0.7 * labels + 0.3 * others
