"""Blocks of a redline as blocks of the document in force: each where the one stands that it replaces, or nowhere yet.

A place in the redline says nothing of the document in force, and must not be taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.model.table import Cell, Table
from lydelse.records import replace


def in_place_of(standing: Sequence[Block], after: Sequence[Block]) -> Iterator[Block]:
    """Yield new blocks, each at the place of the one of its sort that it replaces; blocks that are left over are new."""
    waiting = list(standing)
    for block in after:
        replaced = next((each for each in waiting if isinstance(each, Table) is isinstance(block, Table)), None)
        if replaced is None:
            yield without_place(block)
            continue
        waiting.remove(replaced)
        yield replace(without_place(block), place=replaced.place)


def without_place(block: Block) -> Block:
    """Return a block of a redline that stands nowhere in the document in force."""
    if isinstance(block, Table):
        rows = (replace(row, cells=tuple(map(cell_without_place, row.cells))) for row in block.rows)
        return replace(block, rows=tuple(rows), place=Place())
    return replace(block, place=Place(), spots=())


def cell_without_place(cell: Cell) -> Cell:
    """Return a cell of a redline that stands nowhere in the document in force."""
    return replace(cell, paragraphs=tuple(replace(each, place=Place(), spots=()) for each in cell.paragraphs))
