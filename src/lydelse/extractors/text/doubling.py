"""Tables of a redline that lost its marks: cells that hold an old and a new figure."""

from __future__ import annotations

import math
from itertools import pairwise

from lydelse.extractors.text.chains import Candidate, amount_pairs, glued_years, year_pairs
from lydelse.extractors.text.evidence import MAY_HAVE_CHANGED, Evidence, could_follow, glued_pairs
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Run
from lydelse.records import dataclass, replace

_ROWS_ENOUGH = 2  # doubled cells in a column: a single one may be a slip
_SHARE_ENOUGH = 0.5  # of a column's figures must stand doubled
_NEAR_ENOUGH = 0.8  # of the doubled figures must be at most twice or half of one another


@dataclass(frozen=True, slots=True)
class Doubled:
    """A table whose columns hold old and new figures, each cell's pair by (row, column)."""

    table: Table
    pairs: dict[tuple[int, int], Candidate]


def doubled_in(table: Table, evidence: Evidence, *, announced: bool) -> Doubled | None:
    """Return the table with the pairs of its cells, None where no column is doubled.

    A column is doubled where its header counts one figure and its cells hold two. Two columns are one doubled column where their
    headers are the very years that the text moves, or where no header says otherwise and the text above moves a year
    (``announced``). Where the text's years run together, so may any cell's figures.
    """
    three_wide = all(len(row.cells) == 3 for row in table.rows)
    headed = any(cell.header and cell.paragraphs for row in table.rows for cell in row.cells)
    if three_wide and ((announced and not headed) or _years_of_header(table) in evidence.moves):
        merged = replace(table, rows=tuple(_with_shared_cell(row) for row in table.rows))
        return _paired(merged, evidence) or _paired(table, evidence)
    return _paired(table, evidence)


def _years_of_header(table: Table) -> str:
    return next((" ".join(map(_text, row.cells[1:])) for row in table.rows if row.cells and row.cells[-1].header), "")


def has_year_columns(table: Table) -> bool:
    """Tell whether a header names two years next to each other: columns, or a moved year."""
    for row in table.rows:
        years = [_text(cell).isdigit() and len(_text(cell)) == 4 for cell in row.cells if cell.header]
        if any(left and right for left, right in pairwise(years)):
            return True
    return False


def _paired(table: Table, evidence: Evidence) -> Doubled | None:
    width = max(len(row.cells) for row in table.rows)
    pairs: dict[tuple[int, int], Candidate] = {}
    for column in range(1, width):
        pairs.update(_pairs_of(table, column))
        pairs.update(_glued_of(table, column, evidence))
    for at, row in enumerate(table.rows if pairs or evidence.glued else ()):
        for column, cell in enumerate(row.cells):
            years = (*year_pairs(_text(cell)), *glued_years(_text(cell))) if cell.header else ()
            year = next(iter(years), None)
            if year:
                pairs[at, column] = year
    return Doubled(table, pairs) if pairs else None


def _pairs_of(table: Table, column: int) -> dict[tuple[int, int], Candidate]:
    """Return the pairs of a column's cells, none where the column as a whole does not look doubled."""
    cells = {at: row.cells[column] for at, row in enumerate(table.rows) if column < len(row.cells) and not row.cells[column].header}
    figured = [cell for cell in cells.values() if any(character.isdigit() for character in _text(cell))]
    pairs = {(at, column): pair for at, cell in cells.items() if (pair := _whole_pair(_text(cell)))}
    near = sum(1 for pair in pairs.values() if abs(math.log(pair.ratio)) <= MAY_HAVE_CHANGED)
    enough = len(pairs) >= _ROWS_ENOUGH and len(pairs) >= _SHARE_ENOUGH * len(figured) and near >= _NEAR_ENOUGH * len(pairs)
    certain = any(pair.certain for pair in pairs.values()) or (len(pairs) == len(figured) and near == len(pairs))
    return pairs if enough and certain else {}


def _glued_of(table: Table, column: int, evidence: Evidence) -> dict[tuple[int, int], Candidate]:
    """Return the pairs of a column's cells whose figures run together."""
    cells = {at: row.cells[column] for at, row in enumerate(table.rows) if column < len(row.cells) and not row.cells[column].header}
    pairs = {(at, column): pair for at, cell in cells.items() for pair in glued_pairs(_text(cell), evidence)}
    return {at: pair for at, pair in pairs.items() if could_follow(pair) and pair.start == 0}


def _whole_pair(text: str) -> Candidate | None:
    """Return the pair that a cell consists of, but for its unit."""
    pair = next(iter(amount_pairs(text)), None)
    rest = text[pair.end :].strip() if pair else ""
    return pair if pair and pair.start == 0 and (not rest or rest.startswith(pair.unit or "\0")) else None


def _with_shared_cell(row: Row) -> Row:
    label, first, second = row.cells
    both = " ".join(text for text in (_text(first), _text(second)) if text)
    paragraphs = tuple(replace(paragraph, runs=(Run(both),)) for paragraph in (*first.paragraphs, *second.paragraphs)[:1])
    return replace(row, cells=(label, replace(first, paragraphs=paragraphs)))


def _text(cell: Cell) -> str:
    return " ".join(paragraph.marked_text for paragraph in cell.paragraphs)
