"""Tables without rules whose cells are text of several lines: where they stand on a page, so that no column of them is taken for prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.extractors.pdf.alignment import FEWEST_OF_TEXT, has_rows_of_text
from lydelse.extractors.pdf.columns import TEXT_APART, Block, cells_of, grown, is_tabular
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.pieces import crosses, pieces_of
from lydelse.model.place import Box


def tables_of_text(lines: Sequence[Line], rules: Sequence[Box]) -> Iterator[Box]:
    """Yield where rows of text stand that no rule stands among, the rest of a row that a page begins with among them."""
    at = 0
    while at < len(lines):
        begins = len(pieces_of(lines[at])) >= FEWEST_OF_TEXT and is_tabular(lines[at])
        block = grown(lines, at, ()) if begins else None
        if block and has_rows_of_text([cells_of(line, block.rivers) for line in lines[block.first : block.end]]):
            own = lines[_top(lines, block) : block.end]
            box = Box(min(line.box.x0 for line in own), own[0].box.top, max(line.box.x1 for line in own), own[-1].box.bottom)
            if not any(_is_in(rule, box) for rule in rules):
                yield box
            at = block.end
        else:
            at += 1


def _is_in(rule: Box, box: Box) -> bool:
    return rule.x0 < box.x1 and box.x0 < rule.x1 and box.top <= rule.top <= box.bottom


def _top(lines: Sequence[Line], block: Block) -> int:
    """Return where the lines begin that stand right over a block, in its columns after the first."""
    at = block.first
    while at and _stands_over(lines[at - 1], lines[at], block):
        at -= 1
    return at


def _stands_over(line: Line, below: Line, block: Block) -> bool:
    close = 0 < below.baseline - line.baseline <= TEXT_APART * line.size
    return close and 0 not in cells_of(line, block.rivers) and not crosses(line, block.rivers)
