"""A consolidated document written into a copy of the Word file in force: whatever is not amended stays as it is there."""

from __future__ import annotations

from lydelse.differ.words import marked_words
from lydelse.formats.ooxml.copying import Part, WordCopy
from lydelse.formats.ooxml.letters import UnlikeWordingError
from lydelse.formats.ooxml.rows import cells_of, is_table, new_table, paragraphs_of, rows_of, span
from lydelse.model.consolidated import Consolidated
from lydelse.model.numbering import split_printed_number
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph
from lydelse.reports.word_blocks import WordBlocks, visible
from lydelse.reports.word_tables import TableCopy


def copied(outcome: Consolidated, content: bytes) -> bytes | None:
    """Return the file in force with the amendments in it; None where its paragraphs are not found as they were read.

    Args:
        outcome: the consolidated document, and the document in force as it was read from the file.
        content: the file in force.
    """
    try:
        return _Copy(outcome, content).written()
    except UnlikeWordingError:
        return None


class _Copy:
    """The copy as it is worked through, block by block."""

    def __init__(self, outcome: Consolidated, content: bytes) -> None:
        self.outcome = outcome
        self.copy = WordCopy(content)
        self.blocks = WordBlocks(self.copy, outcome.standing.blocks)
        self.standing, self.position, self.parts = self.blocks.standing, self.blocks.position, self.blocks.parts
        self.tables = TableCopy(self.copy)

    def written(self) -> bytes:
        """Return the file."""
        cursor: Part | None = None
        used: set[int] = set()
        at = -1
        for block in self.outcome.document.blocks:
            origin = block.place.origin
            if origin in self.parts and origin not in used:
                used.add(origin)
                at = self.position[origin]
                self._change(self.standing[at], block)
                is_note = isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE
                cursor = cursor if is_note else self.parts[origin][-1]
            elif not (isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE and cursor is not None and self._noted(block, cursor)):
                made = self._new(block, at)
                self.copy.insert(made, cursor)
                cursor = made
        for block in self.standing:
            if block.place.origin not in used:
                self._remove(block)
        return self.copy.as_bytes()

    def _noted(self, block: Paragraph, cursor: Part) -> bool:
        paragraphs = (
            [cursor]
            if not len(rows_of(cursor))
            else [p for cell in cells_of(rows_of(cursor)[-1], first=False) if cell is not None for p in paragraphs_of(cell)]
        )
        if paragraphs:
            self.copy.notes.add(block.after, paragraphs[-1])
        return bool(paragraphs)

    def _remove(self, block: Block) -> None:
        for part in self.parts[block.place.origin]:
            if isinstance(block, Table):
                self.copy.remove_table(part)
            elif not self.copy.notes.remove_of(part):
                self.copy.remove_paragraph(part)

    def _change(self, standing: Block, block: Block) -> None:
        if isinstance(standing, Table) and isinstance(block, Table):
            self.tables.change(self.parts[standing.place.origin][0], standing, block)
        elif isinstance(standing, Paragraph) and isinstance(block, Paragraph):
            self._reword(standing, block)

    def _reword(self, standing: Paragraph, block: Paragraph) -> None:
        ours, theirs = self._wording(standing), self._wording(block, standing)
        parts = self.parts[standing.place.origin]
        if theirs[0] != ours[0]:
            self.copy.number(parts[0], theirs[0])
        if ours[1].split() != theirs[1].split():
            typed = standing.marker if standing.kind is Kind.ITEM and not self.copy.is_counted(standing.place.origin) else ""
            self.copy.reword(parts, marked_words(ours[1], theirs[1]), lead=len(visible(typed)))

    def _wording(self, block: Paragraph, standing: Paragraph | None = None) -> tuple[str, str]:
        """Return the number that Word computes for a paragraph, and the text that stands in the file."""
        return self.blocks.wording(standing or block, block.marked_text)

    def _new(self, block: Block, at: int) -> Part:
        """Return a new block like the nearest one of its sort; ``at`` is the block in force that it follows."""
        if isinstance(block, Table):
            return self._new_table(block, at)
        like = self.blocks.like(block, at)
        text = block.after
        if like is None:
            return self.copy.new_heading(block.level, text) if block.kind is Kind.HEADING else self.copy.new_paragraph(None, _marked(block))
        model = self.parts[like.place.origin][0]
        if block.kind is Kind.HEADING and self.copy.label(model):
            number, title = split_printed_number(text)
            made = self.copy.new_paragraph(model, title)
            self.copy.number(made, number)
            return made
        counted = block.kind is Kind.ITEM and self.copy.is_counted(like.place.origin)
        return self.copy.new_paragraph(model, text if counted or block.kind is not Kind.ITEM else _marked(block))

    def _new_table(self, block: Table, at: int) -> Part:
        like = min(
            (each for each in self.standing if isinstance(each, Table) and is_table(self.parts[each.place.origin])),
            key=lambda each: abs(self.position[each.place.origin] - at),
            default=None,
        )
        columns = max(sum(cell.colspan for cell in row.cells) for row in block.rows)
        made = new_table(len(block.rows), columns, self.parts[like.place.origin][0] if like else None)
        for row, part in zip(block.rows, rows_of(made), strict=True):
            for place, cell in enumerate(row.cells):
                held = cells_of(part, first=True)[place]
                if held is not None:
                    span(held, cell.colspan)
                    self.tables.fill(held, cell)
        return made


def _marked(block: Paragraph) -> str:
    return f"{block.marker}\t{block.after}" if block.kind is Kind.ITEM else block.after
