"""Columns of a table without rules that stand so near one another that no gap of their rows tells them: figures and their unit.

LibreOffice leaves half an em between two cells. A seam is a place where row after row has a word that ends where the column of figures
does, and then one that begins where the next column does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.columns import Block, cells_of, is_tabular
from lydelse.extractors.pdf.grid import River
from lydelse.extractors.pdf.line import Line

NARROWEST_SEAM = 0.4
"""Ems: wider than a space of a line that is not justified."""

EXACTLY = 0.8
"""Points that the rows may differ at a seam's sides."""

FEWEST_ROWS = 3
SHOWN_BY = 0.7
"""Of the rows: so many have words at both sides of a seam."""


def with_seams(lines: Sequence[Line], block: Block) -> Block:
    """Return a block of lines with the seams in its columns among its rivers."""
    own = [line for line in lines[block.first : block.end] if is_tabular(line)]
    found: list[River] = []
    for seam in sorted({seam for line in own for seam in _gaps_in_cells(line, block.rivers)}):
        if not (found and seam.x0 < found[-1].x1 + EXACTLY) and _is_seam(seam, own):
            found.append(seam)
    return block._replace(rivers=tuple(sorted((*block.rivers, *found))))


def _gaps_in_cells(line: Line, rivers: Sequence[River]) -> Iterator[River]:
    """Yield the gaps between words of one cell that are wider than a space."""
    for words in cells_of(line, rivers).values():
        for before, after in pairwise(words):
            if after.box.x0 - before.box.x1 >= NARROWEST_SEAM * line.size:
                yield River(before.box.x1, after.box.x0)


def _is_seam(seam: River, lines: Sequence[Line]) -> bool:
    shown = 0
    for line in lines:
        if any(word.box.x0 < seam.x1 - EXACTLY and word.box.x1 > seam.x0 + EXACTLY for word in line.words):
            return False
        ends = any(abs(word.box.x1 - seam.x0) <= EXACTLY for word in line.words)
        begins = any(abs(word.box.x0 - seam.x1) <= EXACTLY for word in line.words)
        shown += ends and begins
    return shown >= max(FEWEST_ROWS, SHOWN_BY * len(lines))
