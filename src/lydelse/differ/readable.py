"""Parts of a redline that are struck or inserted whole, as they read in the version that has them."""

from __future__ import annotations

from lydelse.model.section import Block
from lydelse.model.table import Row
from lydelse.model.text import Mark, Paragraph, Run, joined
from lydelse.records import replace


def unmarked(block: Block) -> Block:
    """Return a block that is struck or inserted whole as it reads."""
    if isinstance(block, Paragraph):
        return _plain(block)
    return replace(block, rows=tuple(map(unmarked_row, block.rows)))


def unmarked_row(row: Row) -> Row:
    """Return a row that is struck or inserted whole as it reads."""
    return Row(tuple(replace(cell, paragraphs=tuple(map(_plain, cell.paragraphs)), mark=Mark.KEPT) for cell in row.cells))


def _plain(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=joined([Run(run.text) for run in paragraph.runs]), ending=Mark.KEPT)
