"""The blocks of a document beside what they were read from in a copy of its Word file."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.formats.ooxml.copying import Part, WordCopy
from lydelse.formats.ooxml.letters import UnlikeWordingError
from lydelse.formats.ooxml.rows import is_table, table_around
from lydelse.model.numbering import split_printed_number
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph


class WordBlocks:
    """The blocks that were read from a Word file, in order, and the parts of the copy that they are, by their numbers."""

    def __init__(self, copy: WordCopy, blocks: Iterable[Block]) -> None:
        """Find the parts."""
        self.copy = copy
        self.standing = [block for block in blocks if block.place.origin]
        for block in self.standing:
            if isinstance(block, Paragraph) and block.kind is Kind.HEADING:
                self.copy.take_for_heading(block.place.origin)
        self.position = {block.place.origin: at for at, block in enumerate(self.standing)}
        self.parts = {block.place.origin: self._parts(block) for block in self.standing}

    def _parts(self, block: Block) -> list[Part]:
        """Return the paragraphs that a block was read from, or its table; of one that was typed with tabs, its rows."""
        if isinstance(block, Table):
            found = [self.copy.elements[each.place.origin] for each in block.paragraphs() if each.place.origin]
            table = table_around(found)
            return list(dict.fromkeys(found)) if table is None else [table]
        number = block.place.origin
        parts = [self.copy.elements[number]]
        letters = len(visible(self.copy.text(parts[0])))
        wanted = len(visible(self.wording(block, block.marked_text)[1]))
        while block.kind is Kind.HEADING and letters < wanted and number + 1 in self.copy.elements:
            number += 1
            parts.append(self.copy.elements[number])
            letters += len(visible(self.copy.text(parts[-1])))
        return parts

    def table(self, block: Table) -> Part:
        """Return the table that a block was read from.

        Raises:
            UnlikeWordingError: it was typed with tabs, or is not found as it was read.
        """
        parts = self.parts.get(block.place.origin, [])
        if not is_table(parts):
            raise UnlikeWordingError
        return parts[0]

    def wording(self, standing: Paragraph, text: str) -> tuple[str, str]:
        """Return a text of a paragraph as the number that Word computes there, and the text that stands in the file."""
        label = self.copy.label(self.copy.elements[standing.place.origin])
        if not label:
            return "", text
        if text.startswith(f"{label} "):
            return label, text.removeprefix(f"{label} ")
        return split_printed_number(text)

    def like(self, block: Paragraph, at: int) -> Paragraph | None:
        """Return the nearest paragraph of the same sort to the place ``at``: above before below."""
        kind = Kind.PARAGRAPH if block.kind is Kind.FOOTNOTE else block.kind
        same = [
            (abs(place - at), place > at, each)
            for place, each in enumerate(self.standing)
            if isinstance(each, Paragraph)
            and each.kind is kind
            and not self.copy.is_entry(each.place.origin)
            and (kind is not Kind.HEADING or each.level == block.level)
            and (kind is not Kind.ITEM or _is_bullet(each) == _is_bullet(block))
        ]
        return min(same, key=lambda each: each[:2])[2] if same else None


def _is_bullet(block: Paragraph) -> bool:
    return not any(sign.isalnum() for sign in block.marker)


def visible(text: str) -> str:
    """Return a text without its spaces."""
    return "".join(text.split())
