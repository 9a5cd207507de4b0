"""The proof that a comparison loses and invents nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lydelse.differ.folding import folded
from lydelse.model.change import Added, Change, Merged, Proof, Removed, Split, Unit
from lydelse.model.document import Document
from lydelse.model.readings import blocks_of
from lydelse.model.section import Block
from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Paragraph, Version

REMEMBERED = 16_384
"""How many lines are remembered: each stands in a document and in the reading that must give it back."""


def proof_of(changes: Sequence[Change], redline: Document, before: Document, after: Document) -> Proof:
    """Return whether the redline gives back both texts, and whether its changes account for the whole difference between them.

    Kinds of space and dash, hyphens at line ends and the signs before list items do not count; words, figures, tables and order do.
    """
    lines = _Lines()
    earlier, later = lines.of(before.blocks), lines.of(after.blocks)
    accounted = _accounted_for(changes, earlier, later)
    return Proof(
        reject_all_is_before=accounted and lines_of(blocks_of(redline, Version.BEFORE), lines) == earlier,
        accept_all_is_after=accounted and lines_of(blocks_of(redline, Version.AFTER), lines) == later,
    )


class _Lines:
    """The lines of documents that last as long as this does: what also stands in their redline as it is, is not read again."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}

    def of(self, blocks: Iterable[Block]) -> list[str]:
        """Return the lines, and remember each by what it is the line of."""
        found = [(id(part), self.line(part)) for block in blocks for part in _parts(block)]
        self._known.update(found)
        return [line for _, line in found if line.strip("|")]

    def line(self, part: Paragraph | Row) -> str:
        """Return one line."""
        known = self._known.get(id(part))
        return _line(part) if known is None else known


def lines_of(blocks: Iterable[Block], known: _Lines | None = None) -> list[str]:
    """Return the lines that two documents of the same text have in common; spaces are left out, since "15 %" is "15%"."""
    line = known.line if known else _line
    lines = (line(part) for block in blocks for part in _parts(block))
    return [line for line in lines if line.strip("|")]


@lru_cache(maxsize=REMEMBERED)
def _visible(line: str) -> str:
    return "".join(folded(line).split())


def _parts(block: Block) -> Sequence[Paragraph | Row]:
    return block.rows if isinstance(block, Table) else (block,)


def _line(part: Paragraph | Row) -> str:
    """Return a paragraph's text, or a row's; an item's bullet or number, which Word counts and a PDF draws, is no text."""
    return _visible("|".join([cell.text(Version.AFTER) for cell in part.cells]) if isinstance(part, Row) else part.after)


def _accounted_for(changes: Sequence[Change], earlier: list[str], later: list[str]) -> bool:
    """Tell whether the characters that the changes take and add are those that the two texts differ by."""
    lines = Counter(earlier)
    lines.subtract(later)
    counts = Counter("".join(line * count for line, count in lines.items() if count > 0))
    counts.subtract(Counter("".join(line * -count for line, count in lines.items() if count < 0)))
    for change in changes:
        if change.unit is Unit.FURNITURE:
            continue
        if isinstance(change, Split | Merged) and change.unit is Unit.SECTION:
            taken, given = (folded(" ".join(run.text for run in change.runs if run.mark is mark)) for mark in (Mark.STRUCK, Mark.INSERTED))
        else:
            taken, given = ("" if isinstance(change, Added) else change.before), ("" if isinstance(change, Removed) else change.after)
        counts.subtract(Counter(folded(taken)))
        counts.update(folded(given))
    return not any(count for character, count in counts.items() if character not in " |\n")
